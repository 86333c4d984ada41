// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::test {

/// A random choice that is the same everywhere; the standard library's distributions are not.
class Choice
{
public:
    explicit Choice(std::uint64_t seed) : m_state(seed * 0x9e3779b97f4a7c15U + 0x2545f4914f6cdd1dU) {}

    /// From 0, below `count`.
    std::size_t below(std::size_t count);
    template <class Values>
    const auto& of(const Values& values)
    {
        return values[below(std::size(values))];
    }

private:
    std::uint64_t m_state;
};

/// A text over all elementwise rows of the table of operations, with noise whose parameters may depend on the
/// input, and with every operand led into a range in which the row is finite. The variables are `x` and `a`,
/// the sources `u0`, `u1`, …, the other names `v0`, `v1`, …; the output is z.
class RandomProgram
{
public:
    RandomProgram(std::uint64_t seed, std::size_t sources);

    /// How a use of a name is written; `occurrence` counts the uses of that name, from 0.
    using Uses = std::function<std::string(const std::string& name, std::size_t occurrence)>;

    /// The whole text. `inserted` is put after the statement that defines `after`.
    [[nodiscard]] std::string text(const Uses& uses = {}, std::string_view after = {},
                                   const std::string& inserted = {}) const;
    /// The same with the text of its noise-free counterpart before it, in which `v` is called `c_v`, written
    /// by its own `counterpartUses`.
    [[nodiscard]] std::string textWithCounterpart(const Uses& uses, const Uses& counterpartUses) const;

    /// The names that statements define, but for the output: sources and values.
    [[nodiscard]] std::vector<std::string> names() const;
    /// The names of values: what is no source.
    [[nodiscard]] std::vector<std::string> values() const;

private:
    /// A name's use is written `$name$`.
    struct Statement
    {
        std::string name;
        std::string expression;
        /// What stands for a noise source in the counterpart.
        std::string nominal;
    };

    void addSource(std::size_t number);
    void addValue(std::size_t number);
    std::string use();
    std::string operandWithin(double low, double high);
    [[nodiscard]] std::string statements(const Uses& uses, bool counterpart, std::string_view after,
                                         const std::string& inserted) const;

    Choice m_choice;
    std::vector<std::string> m_known = {"x", "x", "a"};
    std::vector<Statement> m_statements;
};

/// An operation with one operand as the text of a call of `operand`, which it keeps in a tame range.
[[nodiscard]] std::string smoothCall(Choice& choice, const std::string& operand);

} // namespace sluice::test
