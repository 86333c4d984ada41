// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/value.h"

#include <algorithm>
#include <iterator>

namespace sluice {

namespace {

struct Describer
{
    Phrase operator()(const PoisonedValue&) const { return Phrase::of("unknown"); }
    Phrase operator()(const NodeValue&) const { return Phrase::of("a value"); }
    Phrase operator()(const NumberValue&) const { return Phrase::of("a number"); }
    Phrase operator()(const NumberListValue&) const { return Phrase::of("a list of numbers"); }
    Phrase operator()(const InputValue&) const { return Phrase::of("an input"); }
    Phrase operator()(const GradientListValue&) const { return Phrase::of("a list of gradients"); }
    Phrase operator()(const TupleValue&) const { return Phrase::of("a list"); }
    Phrase operator()(const FunctionValue&) const { return Phrase::of("a function"); }
    Phrase operator()(const GradientFunctionValue&) const { return Phrase::of("a function"); }
    Phrase operator()(const PathValue& value) const
    {
        return Phrase::of("`%1`, a function or namespace", {toString(value.path)});
    }
    Phrase operator()(const ObjectValue& value) const { return Phrase::of(value.description); }
};

} // namespace

Phrase describe(const Value& value)
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
