// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/code/code.h"
#include "core/code/code_graph.h"
#include "core/code/dialect.h"
#include "core/code/node_kinds.h"
#include "core/code/python_expression.h"

#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// Writes nodes as expressions of a dialect, each from what has been set for its operands: a name, or an
/// expression that then stands inside of it.
class ExpressionWriter
{
public:
    ExpressionWriter(const CodeGraph& code, const NodeKinds& kinds, const Dialect& dialect, CodeForm form);

    [[nodiscard]] const PythonExpression& operator[](NodeId id) const { return m_expressions[index(id)]; }
    void set(NodeId id, PythonExpression expression) { m_expressions[index(id)] = std::move(expression); }

    /// What  is in spellings from now on; returns what it was.
    std::string setAnchor(std::string anchor);

    /// A number, an operation, noise from its draw, or a control node other than a custom gradient.
    [[nodiscard]] PythonExpression expressionOf(NodeId id);
    /// The operands that stand in expressionOf() more than once: each is to be computed but once.
    [[nodiscard]] std::span<const NodeId> repeatedOperandsOf(NodeId id) const;
    /// An operand as its mark asks for, in brackets where it binds less tightly than needed.
    [[nodiscard]] PythonExpression operandText(NodeId id, char mark, Tightness needed) const;
    /// A spelling with one operand as it stands.
    [[nodiscard]] std::string filledIn(std::string_view spelling, std::string_view operand) const;

    /// The definition of the helper that a spelling begins with, where it does, is among helpers() from now
    /// on.
    void needHelper(std::string_view spelling);
    /// In the order in which they were needed.
    [[nodiscard]] const std::vector<std::string>& helpers() const { return m_helpers; }

private:
    using Tightnesses = std::array<Tightness, 2>;

    [[nodiscard]] const Node& node(NodeId id) const { return m_code.graph[id]; }
    [[nodiscard]] const NodeKind& kind(NodeId id) const { return m_kinds[id]; }
    [[nodiscard]] bool isNumber(NodeId id, double value) const;
    [[nodiscard]] bool isLiteralWholeNumber(NodeId id) const;
    [[nodiscard]] bool callsSurrogate() const;
    [[nodiscard]] std::optional<NodeId> onlyOperand(NodeId id) const;

    PythonExpression operation(NodeId id);
    PythonExpression surrogate(NodeId id);
    PythonExpression noise(NodeId id);
    PythonExpression shiftedAndScaled(NodeId id);
    PythonExpression spelt(NodeId id, std::string_view spelling, Tightness own,
                           Tightnesses needed = {Tightness::any, Tightness::any});
    PythonExpression spelt(std::span<const NodeId> operands, std::string_view spelling, Tightness own,
                           Tightnesses needed = {Tightness::any, Tightness::any}, bool isPower = false);
    [[nodiscard]] PythonExpression wholeNumber(NodeId id) const;
    [[nodiscard]] PythonExpression wrapped(const PythonExpression& expression,
                                           std::string_view spelling) const;
    [[nodiscard]] PythonExpression asNumber(const PythonExpression& condition) const;

    const CodeGraph& m_code;
    const NodeKinds& m_kinds;
    const Dialect& m_dialect;
    CodeForm m_form;
    std::string m_anchor;
    /// By node.
    std::vector<PythonExpression> m_expressions;
    std::set<std::string_view> m_helperNames;
    std::vector<std::string> m_helpers;
};

} // namespace sluice
