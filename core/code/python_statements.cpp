// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/python_statements.h"

#include "core/code/expression_writer.h"
#include "core/code/node_identifiers.h"
#include "core/code/node_kinds.h"
#include "core/code/python_names.h"
#include "core/operations/operation.h"

#include <cstdint>
#include <map>
#include <span>
#include <utility>

namespace sluice {

namespace {

/// A longer or deeper expression gets a name of its own: lines are to be read, and Python's parser is
/// recursive.
constexpr std::size_t longestExpression = 60;
constexpr std::size_t deepestExpression = 8;
constexpr std::size_t deepestRule = 20;

bool isTooLarge(const PythonExpression& expression)
{
    return expression.text.size() > longestExpression || expression.depth > deepestExpression;
}

class StatementWriter
{
public:
    StatementWriter(const CodeGraph& code, const Dialect& dialect, CodeForm form, Leaves leaves)
        : m_code(code),
          m_dialect(dialect),
          m_leaves(leaves),
          m_kinds(code),
          m_identifiers(code),
          m_expressions(code, m_kinds, dialect, form),
          m_isNamed(code.graph.size()),
          m_uses(code.graph.size())
    {
    }

    PythonStatements write()
    {
        m_result.input = m_identifiers.of(m_code.by);
        m_expressions.setAnchor(m_result.input);
        writeParameters();
        listArguments();
        writeRegion(m_kinds.nodesOf(m_code.output), m_code.output, m_result.lines);
        m_result.helpers = m_expressions.helpers();
        return std::move(m_result);
    }

private:
    [[nodiscard]] const Node& node(NodeId id) const { return m_code.graph[id]; }
    [[nodiscard]] Role role(NodeId id) const { return node(id).operation->role; }

    template <class Action>
    void forEachNeeded(const Action& action)
    {
        for (std::size_t i = 0; i < m_code.graph.size(); ++i)
            if (m_code.isNeeded[i])
                action(NodeId{static_cast<std::uint32_t>(i)});
    }

    void writeParameters()
    {
        forEachNeeded([this](NodeId id) {
            if (role(id) != Role::variable)
                return;
            setNamed(id);
            if (id == m_code.by || m_leaves == Leaves::asArguments)
                return;
            const std::string entry = "parameters[" + pythonString(m_code.graph.symbol(id)) + "]";
            m_result.lines.push_back(m_identifiers.of(id) + " = " +
                                     m_expressions.filledIn(m_dialect.parameter, entry));
        });
    }

    void listArguments()
    {
        std::map<std::string_view, std::string> identifiers;
        forEachNeeded([&](NodeId id) {
            if (role(id) == Role::variable || role(id) == Role::draw)
                identifiers.emplace(m_code.graph.symbol(id), m_identifiers.of(id));
        });
        for (const CodeGraph::Held& held : m_code.parameters)
            m_result.parameters.push_back({held.name, identifiers[held.name]});
        for (const CodeGraph::Source& source : m_code.sources)
            m_result.draws.push_back({source.name, identifiers[source.name]});
    }

    void setNamed(NodeId id) { m_expressions.set(id, {.text = m_identifiers.of(id)}); }

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
        lines.push_back("return " + m_expressions.operandText(root, 'F', Tightness::any).text);
        m_lines = outer;
    }

    /// The operands that stand in a node's expression: not what the rule of a custom gradient makes of them.
    [[nodiscard]] std::span<const NodeId> valueOperandsOf(NodeId id) const
    {
        const auto operands = node(id).operands();
        return role(id) == Role::customGradient ? operands.first(1) : operands;
    }

    void writeNode(NodeId id)
    {
        if (role(id) == Role::variable)
            return;
        if (role(id) == Role::upstream) {
            setNamed(id);
            return;
        }
        m_expressions.set(id, expressionOf(id));
        if (isStatement(id))
            assign(id);
    }

    PythonExpression expressionOf(NodeId id)
    {
        if (role(id) == Role::customGradient)
            return replacedGradient(id);
        if (role(id) == Role::draw)
            return {.text = m_leaves == Leaves::asArguments
                                ? m_identifiers.of(id)
                                : "noise[" + pythonString(m_code.graph.symbol(id)) + "]"};
        for (const NodeId operand : m_expressions.repeatedOperandsOf(id))
            if (m_expressions[operand].depth > 0 && !m_kinds[operand].isNumber)
                assign(operand);
        return m_expressions.expressionOf(id);
    }

    [[nodiscard]] bool isStatement(NodeId id) const
    {
        if (role(id) == Role::draw && m_leaves == Leaves::asArguments)
            return false;
        if (m_code.names[index(id)].isDefined || m_isNamed[index(id)] || role(id) == Role::customGradient)
            return true;
        const bool isLeaf = role(id) == Role::draw || m_kinds[id].isNumber;
        return !isLeaf && (m_uses[index(id)] > 1 || isTooLarge(m_expressions[id]));
    }

    void assign(NodeId id)
    {
        const std::string& gate = m_code.names[index(id)].gate;
        m_lines->push_back(m_identifiers.of(id) + " = " + m_expressions[id].text +
                           (gate.empty() ? "" : "  # the gate " + gate));
        setNamed(id);
    }

    /// The call that replaces the gradient by a rule, whose definition goes before the statement.
    PythonExpression replacedGradient(NodeId id)
    {
        if (++m_ruleDepth > deepestRule)
            throw CodeError(Phrase::of("rules of custom gradients are nested more than %1 deep, which can't "
                                       "be written in Python: use fewer",
                                       {std::to_string(deepestRule)}));
        const std::string value = m_expressions.operandText(node(id).operands()[0], 'F', Tightness::any).text;
        std::string reads;
        for (const NodeId read : m_kinds.readsOf(id))
            reads += ", " + m_identifiers.of(read);
        const std::string rule = m_identifiers.give(m_identifiers.of(id) + "_rule");
        const std::string& upstream = m_identifiers.of(node(id).operands()[2]);
        const std::vector<std::string> body = ruleBody(id, upstream);
        m_lines->push_back("def " + rule + "(" + upstream + reads + "):");
        for (const std::string& line : body)
            m_lines->push_back("    " + line);
        --m_ruleDepth;
        m_expressions.needHelper("replaced_gradient(");
        return {.text = "replaced_gradient(" + value + ", " + rule + reads + ")", .depth = 1};
    }

    std::vector<std::string> ruleBody(NodeId id, const std::string& upstream)
    {
        struct Outside
        {
            NodeId node;
            PythonExpression expression;
            std::size_t uses;
        };
        const std::span<const NodeId> nodes = m_kinds.ruleOf(id);
        // What stands in the rule and outside of it is written in both.
        std::vector<Outside> outside;
        for (const NodeId inner : nodes)
            outside.push_back({inner, m_expressions[inner], m_uses[index(inner)]});
        std::string anchor = m_expressions.setAnchor(upstream);
        std::vector<std::string> body;
        writeRegion(nodes, node(id).operands()[1], body);
        m_expressions.setAnchor(std::move(anchor));
        for (Outside& each : outside) {
            m_expressions.set(each.node, std::move(each.expression));
            m_uses[index(each.node)] = each.uses;
        }
        return body;
    }

    const CodeGraph& m_code;
    const Dialect& m_dialect;
    Leaves m_leaves;
    NodeKinds m_kinds;
    NodeIdentifiers m_identifiers;
    ExpressionWriter m_expressions;
    /// Read by a rule, to which it is passed by its name.
    std::vector<bool> m_isNamed;
    std::vector<std::size_t> m_uses;
    std::size_t m_ruleDepth = 0;
    std::vector<std::string>* m_lines = nullptr;
    PythonStatements m_result;
};

} // namespace

PythonStatements pythonStatements(const CodeGraph& graph, const Dialect& dialect, CodeForm form,
                                  Leaves leaves)
{
    return StatementWriter(graph, dialect, form, leaves).write();
}

} // namespace sluice
