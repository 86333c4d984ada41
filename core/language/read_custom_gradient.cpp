// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `custom_gradient(v, rule)`: the rule is a function of the text, called where the call stands.
#include "core/language/reader.h"
#include "core/operations/table.h"

#include <array>
#include <utility>
#include <vector>

namespace sluice {

using namespace syntax;

namespace {

constexpr std::string_view example = "`custom_gradient(v, lambda g: 2*g)`";

/// Whether it can be called with the upstream gradient alone.
bool takesOneArgument(const FunctionValue& function)
{
    const std::vector<FunctionParameter>& parameters = function.parameters();
    return !parameters.empty() && (parameters.size() == 1 || parameters[1].fallback != nullptr);
}

} // namespace

Value Reader::readCustomGradient(const CallSite& site)
{
    constexpr std::array slots{Slot{"v x"}, Slot{"rule grad gradient backward"}};
    const auto given = bind(site, slots, false);
    if (!given)
        return poisonedCall(site);
    if (!(*given)[0] || !(*given)[1])
        return poisonedCall(
            site, site.span,
            Phrase::of("`custom_gradient` needs a value and a function of its upstream gradient: %1",
                       {example}));
    const TextSpan valueSpan = (*given)[0].expression ? (*given)[0].expression->span : site.object->span;
    const auto node = nodeOf(valueOf((*given)[0]), valueSpan);
    const Expression& ruleExpression = *(*given)[1].expression;
    Value rule = evaluate(ruleExpression);
    if (rule.isPoisoned())
        return rule;
    const auto* function = rule.as<FunctionValue>();
    if (!function || !takesOneArgument(*function))
        return poisonedWith(
            ruleExpression.span,
            Phrase::of("what flows back is a function of one argument, the upstream gradient: %1",
                       {example}));
    // The leaf stands right before the nodes of its rule.
    const NodeId upstream = append(operationNamed("upstream gradient"), {});
    const auto backward = runRule(*function, upstream, ruleExpression.span);
    if (!node || !backward)
        return PoisonedValue{};
    const Operation& row = operationNamed("custom_gradient");
    const NodeId result = append(row, std::array{*node, *backward, upstream});
    occur(site.nameSpan.begin, result, row, site.name, site.span);
    return NodeValue{result};
}

std::optional<NodeId> Reader::runRule(const FunctionValue& rule, NodeId upstream, TextSpan span)
{
    std::vector<Value> arguments = *rule.fallbacks;
    arguments.front() = NodeValue{upstream};
    ++m_ruleDepth;
    const Value value = runFunction(rule, arguments, span, false);
    --m_ruleDepth;
    return nodeOf(value, span);
}

void Reader::bindName(std::string_view name, Value value)
{
    if (const auto read = m_scope->readByRule(name); read && !value.isPoisoned())
        m_messages.error(
            *read,
            Phrase::of(
                "the rule of a custom gradient reads %1, which is assigned again after the call: Python "
                "calls the rule when all is computed, and finds that value. Give one of the two another "
                "name, or write %2",
                {quoted(name), quoted("lambda g, " + std::string(name) + '=' + std::string(name) + ": …")}));
    m_scope->set(name, std::move(value));
}

const Value* Reader::lookUp(const Name& name) const
{
    if (m_ruleDepth > 0)
        m_scope->markReadByRule(name.name, name.span, m_ruleDepth);
    return m_scope->find(name.name);
}

} // namespace sluice
