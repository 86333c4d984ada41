// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/python_statements.h"

#include "core/code/node_kinds.h"
#include "core/code/python_names.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <tuple>
#include <utility>

namespace sluice {

namespace {

/// How tightly an expression of Python binds, loosest first.
enum class Tightness
{
    any,
    comparison,
    sum,
    term,
    product,
    unary,
    power,
    atom
};

/// An operator: how tightly it binds, and how tightly its operands must.
struct PythonOperator
{
    std::string_view row;
    Tightness own;
    std::array<Tightness, 2> operands;
};

constexpr std::array pythonOperators{
    PythonOperator{"add", Tightness::sum, {Tightness::sum, Tightness::term}},
    PythonOperator{"sub", Tightness::sum, {Tightness::sum, Tightness::term}},
    PythonOperator{"mul", Tightness::product, {Tightness::product, Tightness::unary}},
    PythonOperator{"div", Tightness::product, {Tightness::product, Tightness::unary}},
    PythonOperator{"neg", Tightness::unary, {Tightness::unary, Tightness::unary}},
    PythonOperator{"pow", Tightness::power, {Tightness::atom, Tightness::unary}},
    PythonOperator{"less", Tightness::comparison, {Tightness::sum, Tightness::sum}},
    PythonOperator{"less_equal", Tightness::comparison, {Tightness::sum, Tightness::sum}},
    PythonOperator{"greater", Tightness::comparison, {Tightness::sum, Tightness::sum}},
    PythonOperator{"greater_equal", Tightness::comparison, {Tightness::sum, Tightness::sum}},
    PythonOperator{"equal", Tightness::comparison, {Tightness::sum, Tightness::sum}},
    PythonOperator{"not_equal", Tightness::comparison, {Tightness::sum, Tightness::sum}},
};

struct PythonExpression
{
    std::string text;
    Tightness tightness = Tightness::atom;
    /// How many operations are inside of it.
    std::size_t depth = 0;
};

/// A longer or deeper expression gets a name of its own: lines are to be read, and Python's parser is
/// recursive.
constexpr std::size_t longestExpression = 60;
constexpr std::size_t deepestExpression = 8;
constexpr std::size_t deepestRule = 20;

class StatementWriter
{
public:
    StatementWriter(const CodeGraph& code, const Dialect& dialect, CodeForm form, Leaves leaves)
        : m_code(code),
          m_dialect(dialect),
          m_form(form),
          m_leaves(leaves),
          m_kinds(code),
          m_expressions(code.graph.size()),
          m_names(code.graph.size()),
          m_isNamed(code.graph.size()),
          m_uses(code.graph.size())
    {
    }

    PythonStatements write()
    {
        m_result.input = nameOf(m_code.by);
        m_anchor = m_result.input;
        nameWhatIsDefined();
        writeParameters();
        listArguments();
        const std::vector<NodeId> nodes = m_kinds.nodesOf(m_code.output);
        writeRegion(nodes, m_code.output, m_result.lines);
        return std::move(m_result);
    }

private:
    [[nodiscard]] const Node& node(NodeId id) const { return m_code.graph[id]; }
    [[nodiscard]] const NodeKind& kind(NodeId id) const { return m_kinds[id]; }

    const std::string& nameOf(NodeId id)
    {
        std::string& name = m_names[index(id)];
        if (name.empty())
            name = m_pythonNames.give(wantedName(id));
        return name;
    }

    std::string wantedName(NodeId id)
    {
        const Role role = node(id).operation->role;
        if (id == m_code.by)
            return m_code.byName;
        if (role == Role::variable)
            return m_code.graph.symbol(id);
        if (role == Role::draw)
            return m_code.graph.symbol(id) + "_draw";
        if (role == Role::upstream)
            return "gradient";
        if (const CodeGraph::Name& name = m_code.names[index(id)]; !name.text.empty())
            return name.text;
        return "step_" + std::to_string(++m_steps);
    }

    /// The text's own names first, so that none of them has to give way to another.
    void nameWhatIsDefined()
    {
        for (std::size_t i = 0; i < m_code.names.size(); ++i) {
            const NodeId id{static_cast<std::uint32_t>(i)};
            if (m_code.isNeeded[i] &&
                (m_code.names[i].isDefined || node(id).operation->role == Role::variable))
                nameOf(id);
        }
    }

    void writeParameters()
    {
        for (std::size_t i = 0; i < m_code.graph.size(); ++i) {
            const NodeId id{static_cast<std::uint32_t>(i)};
            if (!m_code.isNeeded[i] || node(id).operation->role != Role::variable)
                continue;
            setNamed(id);
            if (id == m_code.by || m_leaves == Leaves::asArguments)
                continue;
            const std::string entry = "parameters[" + pythonString(m_code.graph.symbol(id)) + "]";
            m_result.lines.push_back(nameOf(id) + " = " + filledIn(m_dialect.parameter, entry));
        }
    }

    void listArguments()
    {
        std::map<std::string_view, std::string> identifiers;
        for (std::size_t i = 0; i < m_code.graph.size(); ++i) {
            const NodeId id{static_cast<std::uint32_t>(i)};
            const Role role = node(id).operation->role;
            if (m_code.isNeeded[i] && (role == Role::variable || role == Role::draw))
                identifiers.emplace(m_code.graph.symbol(id), nameOf(id));
        }
        for (const CodeGraph::Held& held : m_code.parameters)
            m_result.parameters.push_back({held.name, identifiers[held.name]});
        for (const CodeGraph::Source& source : m_code.sources)
            m_result.draws.push_back({source.name, identifiers[source.name]});
    }

    void setNamed(NodeId id) { m_expressions[index(id)] = {.text = nameOf(id)}; }

    /// A template with one operand as it stands.
    [[nodiscard]] std::string filledIn(std::string_view form, std::string_view operand) const
    {
        std::string text;
        for (std::size_t i = 0; i < form.size(); ++i) {
            if (form[i] != '$') {
                text += form[i];
                continue;
            }
            ++i;
            if (form[i] == 'x') {
                text += m_anchor;
            } else {
                i += form[i] == 'A' ? 1 : 0;
                text += operand;
            }
        }
        return text;
    }

    /// Writes nodes, in order, as the body of a function that returns one of them.
    void writeRegion(std::span<const NodeId> nodes, NodeId root, std::vector<std::string>& lines)
    {
        std::vector<std::string>* const outer = std::exchange(m_lines, &lines);
        for (const NodeId id : nodes)
            m_uses[index(id)] = 0;
        for (const NodeId id : nodes) {
            for (const NodeId operand : valueOperandsOf(id))
                ++m_uses[index(operand)];
            for (const NodeId read : m_kinds.readsOf(id))
                m_isNamed[index(read)] = true;
        }
        for (const NodeId id : nodes)
            writeNode(id);
        lines.push_back("return " + operandText(root, 'F', Tightness::any).text);
        m_lines = outer;
    }

    /// The operands that stand in a node's expression: not what the rule of a custom gradient makes of them.
    [[nodiscard]] std::span<const NodeId> valueOperandsOf(NodeId id) const
    {
        const auto operands = node(id).operands();
        return node(id).operation->role == Role::customGradient ? operands.first(1) : operands;
    }

    void writeNode(NodeId id)
    {
        const Role role = node(id).operation->role;
        if (role == Role::variable)
            return;
        if (role == Role::upstream) {
            setNamed(id);
            return;
        }
        PythonExpression expression = role == Role::customGradient ? replacedGradient(id) : expressionOf(id);
        const CodeGraph::Name& name = m_code.names[index(id)];
        const bool isLeaf = role == Role::draw || kind(id).isNumber;
        const bool isArgument = role == Role::draw && m_leaves == Leaves::asArguments;
        const bool isStatement =
            !isArgument && (name.isDefined || m_isNamed[index(id)] || role == Role::customGradient ||
                            (!isLeaf && (m_uses[index(id)] > 1 || isTooLarge(expression))));
        m_expressions[index(id)] = std::move(expression);
        if (isStatement)
            assign(id);
    }

    [[nodiscard]] static bool isTooLarge(const PythonExpression& expression)
    {
        return expression.text.size() > longestExpression || expression.depth > deepestExpression;
    }

    void assign(NodeId id)
    {
        const std::string& gate = m_code.names[index(id)].gate;
        m_lines->push_back(nameOf(id) + " = " + m_expressions[index(id)].text +
                           (gate.empty() ? "" : "  # the gate " + gate));
        setNamed(id);
    }

    /// A node that stands in an expression more than once is computed but once.
    void makeAtom(NodeId id)
    {
        const PythonExpression& expression = m_expressions[index(id)];
        if (expression.depth > 0 && !kind(id).isNumber)
            assign(id);
    }

    PythonExpression expressionOf(NodeId id)
    {
        if (kind(id).isNumber)
            return {.text = pythonNumber(kind(id).value),
                    .tightness = std::signbit(kind(id).value) ? Tightness::unary : Tightness::atom};
        switch (node(id).operation->role) {
        case Role::draw:
            if (m_leaves == Leaves::asArguments)
                return {.text = nameOf(id)};
            return {.text = "noise[" + pythonString(m_code.graph.symbol(id)) + "]"};
        case Role::noise:
            return noise(id);
        case Role::stopGradient:
            return spelt(id, m_dialect.stopGradient, Tightness::atom);
        case Role::surrogate:
            return surrogate(id);
        default:
            return operation(id);
        }
    }

    PythonExpression operation(NodeId id)
    {
        const Operation& row = *node(id).operation;
        std::string_view text = spellingOf(row, m_dialect);
        if (const std::size_t bar = text.find('|'); bar != std::string_view::npos) {
            const auto others = node(id).operands().subspan(1);
            const bool areNumbers = std::ranges::all_of(others, [&](NodeId o) { return kind(o).isNumber; });
            text = areNumbers ? text.substr(0, bar) : text.substr(bar + 1);
        }
        if (text == "$0") {
            PythonExpression same = operandText(node(id).operands()[0], 'T', Tightness::any);
            return same;
        }
        if (const auto operand = onlyOperand(id))
            return operandText(*operand, 'T', Tightness::any);
        const auto* found = std::ranges::find(pythonOperators, row.name, &PythonOperator::row);
        const bool isCall = !text.starts_with('$') && !text.starts_with('-');
        if (found == pythonOperators.end() || isCall)
            return spelt(id, text, Tightness::atom);
        return spelt(id, text, found->own, found->operands);
    }

    /// The operand that the value is, exactly: what is multiplied by 1, or divided by it.
    [[nodiscard]] std::optional<NodeId> onlyOperand(NodeId id) const
    {
        const auto operands = node(id).operands();
        for (std::size_t k = 0; k < operands.size() && operands.size() == 2; ++k) {
            const auto neutral = node(id).operation->neutral.at(k);
            const bool isLiteral = !m_code.names[index(operands[k])].isDefined;
            if (neutral && isLiteral && isNumber(operands[k], *neutral))
                return operands[1 - k];
        }
        return std::nullopt;
    }

    PythonExpression surrogate(NodeId id)
    {
        if (m_form == CodeForm::exact && m_dialect.exactSurrogate.starts_with("surrogate("))
            return spelt(id, m_dialect.exactSurrogate, Tightness::atom);
        for (const NodeId operand : node(id).operands())
            makeAtom(operand);
        const std::string_view form =
            m_form == CodeForm::exact ? m_dialect.exactSurrogate : m_dialect.stopGradientSurrogate;
        return spelt(id, form, Tightness::sum, {Tightness::term, Tightness::term});
    }

    PythonExpression spelt(NodeId id, std::string_view form, Tightness own,
                           std::array<Tightness, 2> tightnesses = {Tightness::any, Tightness::any})
    {
        return spelt(node(id).operands(), form, own, tightnesses, node(id).operation->name == "pow");
    }

    PythonExpression spelt(std::span<const NodeId> operands, std::string_view form, Tightness own,
                           std::array<Tightness, 2> tightnesses = {Tightness::any, Tightness::any},
                           bool isPower = false)
    {
        PythonExpression expression{.text = {}, .tightness = own, .depth = 1};
        for (std::size_t i = 0; i < form.size(); ++i) {
            if (form[i] != '$') {
                expression.text += form[i];
                continue;
            }
            char mark = form[++i];
            if (mark == 'x') {
                expression.text += m_anchor;
                continue;
            }
            if (mark >= '0' && mark <= '9')
                mark = ' ';
            else
                ++i;
            const auto k = static_cast<std::size_t>(form[i] - '0');
            const Tightness needed = mark == 'A' ? Tightness::atom : tightnesses[std::min<std::size_t>(k, 1)];
            const PythonExpression operand = isPower && k == 1 && isLiteralWholeNumber(operands[k])
                                                 ? wholeNumber(operands[k])
                                                 : operandText(operands[k], mark, needed);
            expression.text += operand.text;
            expression.depth = std::max(expression.depth, operand.depth + 1);
        }
        needHelper(form);
        return expression;
    }

    /// What the frameworks take for an integer.
    [[nodiscard]] bool isLiteralWholeNumber(NodeId id) const
    {
        constexpr double largest = 1e15;
        const double value = kind(id).value;
        return node(id).operation->role == Role::constant && value == std::floor(value) &&
               std::abs(value) < largest;
    }

    [[nodiscard]] PythonExpression wholeNumber(NodeId id) const
    {
        return {.text = std::to_string(static_cast<long long>(kind(id).value))};
    }

    [[nodiscard]] PythonExpression wrapped(const PythonExpression& expression, std::string_view form) const
    {
        const Tightness inner = form.find("$A") != std::string_view::npos ? Tightness::atom : Tightness::any;
        return {.text = filledIn(form, bracketed(expression, inner)),
                .tightness = Tightness::atom,
                .depth = expression.depth + 1};
    }

    [[nodiscard]] PythonExpression asNumber(const PythonExpression& condition) const
    {
        return wrapped(condition, m_dialect.number);
    }

    /// An operand as its mark asks for, in brackets where it binds less tightly than needed.
    [[nodiscard]] PythonExpression operandText(NodeId id, char mark, Tightness needed) const
    {
        PythonExpression expression = m_expressions[index(id)];
        const NodeKind& own = kind(id);
        if (mark == 'B' && !own.isCondition) {
            if (own.isNumber)
                expression = wrapped(expression, m_dialect.constant);
            expression = wrapped(expression, m_dialect.condition);
            return expression;
        }
        if (mark == 'B')
            return expression;
        if (own.isCondition)
            expression = asNumber(expression);
        if (own.isNumber && (mark == 'T' || mark == 'F'))
            expression = wrapped(expression, mark == 'F' ? m_dialect.filled : m_dialect.constant);
        else if (mark == 'F' && !own.isField)
            expression = wrapped(expression, m_dialect.spread);
        expression.text = bracketed(expression, needed);
        return expression;
    }

    [[nodiscard]] static std::string bracketed(const PythonExpression& expression, Tightness needed)
    {
        return expression.tightness < needed ? "(" + expression.text + ")" : expression.text;
    }

    void needHelper(std::string_view form)
    {
        const std::string_view name = form.substr(0, std::min(form.find('('), form.size()));
        const std::string_view definition = helperNamed(name, m_dialect);
        if (!definition.empty() && m_helpers.insert(name).second)
            m_result.helpers.emplace_back(definition);
    }

    [[nodiscard]] bool isNumber(NodeId id, double value) const
    {
        return kind(id).isNumber && kind(id).value == value;
    }

    /// A draw, shifted and scaled.
    PythonExpression noise(NodeId id)
    {
        const auto operands = node(id).operands();
        const std::string_view name = node(id).operation->name;
        const std::array<Tightness, 2> sum{Tightness::atom, Tightness::sum};
        if (name == "bernoulli")
            return spelt(operands, "$0 < $1", Tightness::comparison, sum);
        if (name == "rademacher") {
            const PythonExpression draw = spelt(operands, "$0 < 0.5", Tightness::comparison);
            return {
                .text = "2.0 * " + asNumber(draw).text + " - 1.0", .tightness = Tightness::sum, .depth = 2};
        }
        if (name == "exponential")
            return isNumber(operands[1], 1.0)
                       ? spelt(operands, "$0", Tightness::atom)
                       : spelt(operands, "$0 / $1", Tightness::product, {Tightness::atom, Tightness::unary});
        const bool isAtZero = isNumber(operands[1], 0.0);
        if (isAtZero && isNumber(operands[2], 1.0))
            return spelt(operands, "$0", Tightness::atom);
        if (name == "uniform") {
            makeAtom(operands[1]);
            return isAtZero
                       ? spelt(operands, "$2 * $0", Tightness::product, {Tightness::atom, Tightness::product})
                       : spelt(operands, "$1 + ($2 - $1) * $0", Tightness::sum, sumOf());
        }
        if (isAtZero)
            return spelt(operands, "$2 * $0", Tightness::product, {Tightness::atom, Tightness::product});
        return isNumber(operands[2], 1.0)
                   ? spelt(operands, "$1 + $0", Tightness::sum, sum)
                   : spelt(operands, "$1 + $2 * $0", Tightness::sum, {Tightness::atom, Tightness::product});
    }
    static constexpr std::array<Tightness, 2> sumOf() { return {Tightness::atom, Tightness::term}; }

    /// The definition of the rule goes before the statement that calls it.
    PythonExpression replacedGradient(NodeId id)
    {
        if (++m_ruleDepth > deepestRule)
            throw CodeError("rules of custom gradients are nested more than " + std::to_string(deepestRule) +
                            " deep, which can't be written in Python: use fewer");
        const std::string value = operandText(node(id).operands()[0], 'F', Tightness::any).text;
        std::string reads;
        for (const NodeId read : m_kinds.readsOf(id))
            reads += ", " + nameOf(read);
        const NodeId upstream = node(id).operands()[2];
        const std::string rule = m_pythonNames.give(nameOf(id) + "_rule");
        const std::string anchor = std::exchange(m_anchor, nameOf(upstream));
        const std::span<const NodeId> nodes = m_kinds.ruleOf(id);
        // What stands in the rule and outside of it is written in both.
        std::vector<std::pair<PythonExpression, std::size_t>> outside;
        for (const NodeId inner : nodes)
            outside.emplace_back(m_expressions[index(inner)], m_uses[index(inner)]);
        std::vector<std::string> body;
        writeRegion(nodes, node(id).operands()[1], body);
        for (std::size_t i = 0; i < nodes.size(); ++i)
            std::tie(m_expressions[index(nodes[i])], m_uses[index(nodes[i])]) = outside[i];
        m_anchor = anchor;
        m_lines->push_back("def " + rule + "(" + nameOf(upstream) + reads + "):");
        for (const std::string& line : body)
            m_lines->push_back("    " + line);
        --m_ruleDepth;
        needHelper("replaced_gradient(");
        return {.text = "replaced_gradient(" + value + ", " + rule + reads + ")", .depth = 1};
    }

    const CodeGraph& m_code;
    const Dialect& m_dialect;
    CodeForm m_form;
    Leaves m_leaves;
    NodeKinds m_kinds;
    std::vector<PythonExpression> m_expressions;
    std::vector<std::string> m_names;
    /// Read by a rule, to which it is passed by its name.
    std::vector<bool> m_isNamed;
    std::vector<std::size_t> m_uses;
    PythonNames m_pythonNames;
    std::size_t m_steps = 0;
    std::size_t m_ruleDepth = 0;
    std::string m_anchor;
    std::vector<std::string>* m_lines = nullptr;
    std::set<std::string_view> m_helpers;
    PythonStatements m_result;
};

} // namespace

PythonStatements pythonStatements(const CodeGraph& graph, const Dialect& dialect, CodeForm form,
                                  Leaves leaves)
{
    return StatementWriter(graph, dialect, form, leaves).write();
}

} // namespace sluice
