// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/gradient/random_program.h"

#include "core/operations/table.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>
#include <optional>

namespace sluice::test {

namespace {

struct Range
{
    double low = 0.0;
    double high = 0.0;
};

/// A row, how many operands its call is given (those that have no default), and between which numbers they
/// may lie.
struct Call
{
    const Operation* row = nullptr;
    std::size_t operands = 0;
    Range range;
};

bool isFiniteWithin(const Operation& row, std::size_t operands, Range range)
{
    constexpr std::size_t steps = 9;
    const auto at = [&](std::size_t i) {
        return range.low + static_cast<double>(i) * (range.high - range.low) / (steps - 1);
    };
    std::array<double, Node::maximumArity> values{};
    std::array<const double*, Node::maximumArity> pointers{};
    for (std::size_t k = 0; k < values.size(); ++k) {
        values[k] = row.arguments[k].fallback.value_or(0.0);
        pointers[k] = &values[k];
    }
    std::size_t combinations = 1;
    for (std::size_t k = 0; k < operands; ++k)
        combinations *= steps;
    for (std::size_t i = 0; i < combinations; ++i) {
        for (std::size_t k = 0, rest = i; k < operands; ++k, rest /= steps)
            values[k] = at(rest % steps);
        double result = 0.0;
        row.kernels.tile<double>()(pointers.data(), &result, 1);
        if (!std::isfinite(result))
            return false;
    }
    return true;
}

std::optional<Call> callOf(const Operation& row)
{
    const bool isName =
        std::ranges::all_of(row.name, [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; });
    if (row.role != Role::elementwise || row.arity == 0 || !isName ||
        std::ranges::count(callableNames(), row.name) == 0)
        return std::nullopt;
    Call call{.row = &row, .operands = 0, .range = {}};
    while (call.operands < row.arity && !row.arguments[call.operands].fallback)
        ++call.operands;
    for (const Range range : {Range{-0.9, 0.9}, Range{0.2, 0.9}, Range{1.2, 2.8}}) {
        if (isFiniteWithin(row, call.operands, range)) {
            call.range = range;
            return call;
        }
    }
    return std::nullopt;
}

const std::vector<Call>& calls()
{
    static const std::vector<Call> all = [] {
        std::vector<Call> found;
        for (const Operation* row : allOperations())
            if (const auto call = callOf(*row))
                found.push_back(*call);
        return found;
    }();
    return all;
}

/// A distribution's call and its nominal value, of two parameters that lie between 0 and 1.
struct Distribution
{
    std::string_view name;
    std::string_view arguments;
    std::string_view nominal;
};

constexpr std::array distributions{
    Distribution{"uniform", "P, Q", "(P + Q)/2"},
    Distribution{"normal", "P, Q", "P"},
    Distribution{"laplace", "P, Q", "P"},
    Distribution{"logistic", "P, Q", "P"},
    Distribution{"gumbel", "P, Q", "P + 0.5772156649015329*Q"},
    Distribution{"exponential", "P", "1/P"},
    Distribution{"bernoulli", "P", "P"},
};

const std::vector<Distribution>& knownDistributions()
{
    static const std::vector<Distribution> known = [] {
        std::vector<Distribution> found;
        std::ranges::copy_if(distributions, std::back_inserter(found),
                             [](const Distribution& d) { return findOperation(d.name) != nullptr; });
        return found;
    }();
    return known;
}

std::string replaced(std::string_view pattern, const std::string& p, const std::string& q)
{
    std::string text;
    for (const char c : pattern)
        text += c == 'P' ? p : c == 'Q' ? q : std::string(1, c);
    return text;
}

std::string numeral(double value)
{
    std::string text = std::to_string(value);
    return value < 0.0 ? "(" + text + ")" : text;
}

/// Any number led into a range, smoothly.
std::string within(Range range, const std::string& operand)
{
    const double middle = (range.low + range.high) / 2.0;
    return numeral(middle) + " + " + numeral(range.high - middle) + "*sin(" + operand + ")";
}

} // namespace

std::size_t Choice::below(std::size_t count)
{
    // xorshift64*
    m_state ^= m_state >> 12;
    m_state ^= m_state << 25;
    m_state ^= m_state >> 27;
    return static_cast<std::size_t>((m_state * 0x2545f4914f6cdd1dU) >> 33) % count;
}

RandomProgram::RandomProgram(std::uint64_t seed, std::size_t sources) : m_choice(seed)
{
    constexpr std::size_t valuesBetweenSources = 3;
    std::size_t value = 0;
    for (std::size_t source = 0; source <= sources; ++source) {
        for (std::size_t i = 0; i < valuesBetweenSources; ++i)
            addValue(value++);
        if (source < sources)
            addSource(source);
    }
    const std::string last = m_statements.back().name;
    m_statements.push_back({"z", "$" + last + "$*" + use() + " + " + use(), {}});
}

std::string RandomProgram::use()
{
    // Late names are likelier, so that chains grow long.
    const std::size_t reach = std::min<std::size_t>(m_known.size(), m_choice.below(3) == 0 ? 99 : 4);
    return "$" + m_known[m_known.size() - 1 - m_choice.below(reach)] + "$";
}

std::string RandomProgram::operandWithin(double low, double high)
{
    return within({low, high}, use());
}

void RandomProgram::addSource(std::size_t number)
{
    const Distribution& distribution = m_choice.of(knownDistributions());
    const std::string p = operandWithin(0.2, 0.5);
    const std::string q = m_choice.below(2) == 0 ? "0.8" : operandWithin(0.6, 0.9);
    Statement statement{"u" + std::to_string(number), {}, {}};
    statement.expression =
        std::string(distribution.name) + "(" + replaced(distribution.arguments, p, q) + ")";
    statement.nominal = replaced(distribution.nominal, "(" + p + ")", "(" + q + ")");
    m_known.push_back(statement.name);
    m_statements.push_back(std::move(statement));
}

void RandomProgram::addValue(std::size_t number)
{
    Statement statement{"v" + std::to_string(number), {}, {}};
    if (m_choice.below(6) == 0) {
        const std::string repeated = use();
        statement.expression = repeated + "*" + repeated;
    } else {
        const Call& call = m_choice.of(calls());
        for (std::size_t k = 0; k < call.operands; ++k)
            statement.expression += (k == 0 ? "" : ", ") + operandWithin(call.range.low, call.range.high);
        statement.expression = std::string(call.row->name) + "(" + statement.expression + ")";
    }
    m_known.push_back(statement.name);
    m_statements.push_back(std::move(statement));
}

std::string RandomProgram::statements(const Uses& uses, bool counterpart, std::string_view after,
                                      const std::string& inserted) const
{
    std::map<std::string, std::size_t> occurrences;
    std::string text;
    for (const Statement& statement : m_statements) {
        text += (counterpart ? "c_" : "") + statement.name + " = ";
        std::string_view rest =
            counterpart && !statement.nominal.empty() ? statement.nominal : statement.expression;
        while (!rest.empty()) {
            const std::size_t begin = std::min(rest.find('$'), rest.size());
            text += rest.substr(0, begin);
            rest.remove_prefix(begin);
            if (rest.empty())
                break;
            const std::size_t end = rest.find('$', 1);
            const std::string name(rest.substr(1, end - 1));
            text += uses ? uses(name, occurrences[name]++) : name;
            rest.remove_prefix(end + 1);
        }
        text += '\n';
        if (statement.name == after)
            text += inserted;
    }
    return text;
}

std::string RandomProgram::text(const Uses& uses, std::string_view after, const std::string& inserted) const
{
    return "x = input(-1, 1)\na = 0.7\n" + statements(uses, false, after, inserted) + "output(z)\n";
}

std::string RandomProgram::textWithCounterpart(const Uses& uses, const Uses& counterpartUses) const
{
    return "x = input(-1, 1)\na = 0.7\n" + statements(counterpartUses, true, {}, {}) +
           statements(uses, false, {}, {}) + "output(z)\n";
}

std::vector<std::string> RandomProgram::names() const
{
    std::vector<std::string> names;
    for (const Statement& statement : m_statements)
        if (statement.name != "z")
            names.push_back(statement.name);
    return names;
}

std::vector<std::string> RandomProgram::values() const
{
    std::vector<std::string> values;
    for (const Statement& statement : m_statements)
        if (statement.name != "z" && statement.nominal.empty())
            values.push_back(statement.name);
    return values;
}

std::string smoothCall(Choice& choice, const std::string& operand)
{
    static constexpr std::array names{"exp", "sin", "tanh", "log", "sqrt", "reciprocal", "square", "atan"};
    return std::string(choice.of(names)) + "(" + within({0.6, 1.6}, operand) + ")";
}

} // namespace sluice::test
