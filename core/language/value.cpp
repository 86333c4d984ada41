// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/value.h"

#include <algorithm>
#include <iterator>

namespace sluice {

namespace {

struct Describer
{
    std::string operator()(const PoisonedValue&) const { return "unknown"; }
    std::string operator()(const NodeValue&) const { return "a value"; }
    std::string operator()(const NumberValue&) const { return "a number"; }
    std::string operator()(const NumberListValue&) const { return "a list of numbers"; }
    std::string operator()(const InputValue&) const { return "an input"; }
    std::string operator()(const GradientListValue&) const { return "a list of gradients"; }
    std::string operator()(const TupleValue&) const { return "a list"; }
    std::string operator()(const FunctionValue&) const { return "a function"; }
    std::string operator()(const GradientFunctionValue&) const { return "a function"; }
    std::string operator()(const PathValue& value) const
    {
        return '`' + toString(value.path) + "`, a function or namespace";
    }
    std::string operator()(const ObjectValue& value) const { return std::string(value.description); }
};

} // namespace

std::string describe(const Value& value)
{
    return std::visit(Describer{}, value.form);
}

const Value* Scope::find(std::string_view name) const
{
    for (const Scope* scope = this; scope; scope = scope->m_parent.get())
        if (const auto found = scope->m_values.find(name); found != scope->m_values.end())
            return &found->second;
    return nullptr;
}

void Scope::markReadByRule(std::string_view name, TextSpan span, std::size_t ruleDepth)
{
    Scope* owner = this;
    while (owner->m_parent && !owner->m_values.contains(name))
        owner = owner->m_parent.get();
    if (owner->m_ruleDepth < ruleDepth)
        owner->m_readByRules.emplace(name, span);
}

std::optional<TextSpan> Scope::readByRule(std::string_view name) const
{
    const auto found = m_readByRules.find(name);
    return found == m_readByRules.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string_view> Scope::names() const
{
    std::vector<std::string_view> all;
    for (const Scope* scope = this; scope; scope = scope->m_parent.get())
        std::ranges::transform(scope->m_values, std::back_inserter(all),
                               [](const auto& entry) { return entry.first; });
    std::ranges::sort(all);
    return all;
}

} // namespace sluice
