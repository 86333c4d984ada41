// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Noise sources, in the spellings of all frameworks.
#include "core/language/reader.h"
#include "core/language/words.h"
#include "core/operations/table.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sluice {

using namespace syntax;

namespace {

/// The arguments of a noise call by position, and which operand of the row each is.
struct NoiseSlots
{
    std::vector<std::string> names;
    std::vector<std::size_t> operands;
    bool takesMore = false;
};

constexpr std::size_t noOperand = 0;

std::string_view synonymsOf(std::string_view dropped)
{
    return dropped == "shape" || dropped == "size" ? "shape size" : dropped == "key" ? "key rng" : dropped;
}

/// Operand 0 is the draw, which no call mentions.
NoiseSlots slotsOf(const Operation& row, std::string_view order)
{
    NoiseSlots slots;
    for (const std::string_view word : wordsOf(order)) {
        if (word == "*") {
            slots.takesMore = true;
            continue;
        }
        const auto* const argument = std::ranges::find(row.arguments, word, &sluice::Argument::name);
        const bool isOperand = argument != row.arguments.end();
        slots.operands.push_back(isOperand ? static_cast<std::size_t>(argument - row.arguments.begin())
                                           : noOperand);
        slots.names.push_back(isOperand
                                  ? std::string(argument->name) + ' ' + std::string(argument->otherNames)
                                  : std::string(synonymsOf(word)));
    }
    return slots;
}

} // namespace

Value Reader::readNoise(const FrameworkCall& call, const CallSite& site)
{
    const Operation& row = operationNamed(call.target);
    NoiseSlots noise = slotsOf(row, call.order);
    noise.names.emplace_back("nominal");
    std::vector<Slot> slots;
    std::ranges::transform(noise.names, std::back_inserter(slots),
                           [](const std::string& names) { return Slot{names}; });

    // `nominal` is a keyword only: one argument too many by position must not become it.
    CallSite plain{site.call, nullptr, std::nullopt, site.name, site.nameSpan, site.origin, site.span};
    const auto positional = static_cast<std::size_t>(std::ranges::count_if(
        site.call.arguments, [](const syntax::Argument& argument) { return !argument.keyword; }));
    if (positional >= slots.size() && !noise.takesMore)
        return poisonedCall(site, site.call.arguments[slots.size() - 1].value->span,
                            quoted(site.name) + " takes fewer arguments than that; `nominal` is a keyword");
    if (noise.takesMore && positional > 0) {
        // Sizes: all of them are dropped.
        slots.insert(slots.begin(), positional, Slot{});
        noise.operands.insert(noise.operands.begin(), positional, noOperand);
    }
    const auto given = bind(plain, slots, noise.takesMore);
    if (!given)
        return poisonedCall(site);
    std::vector<GivenArgument> byOperand(row.arity);
    for (std::size_t i = 0; i < noise.operands.size(); ++i)
        if (noise.operands[i] != noOperand)
            byOperand[noise.operands[i]] = (*given)[i];

    std::vector<Value> values(row.arity);
    auto parameters = operandsOf(row, 1, site, byOperand, &values);
    std::optional<NodeId> nominal;
    if (const Expression* replacement = given->back().expression) {
        nominal = operand(*replacement);
        if (!nominal)
            return PoisonedValue{};
    }
    if (!parameters)
        return PoisonedValue{};

    checkSize();
    NoiseSource source;
    for (std::size_t i = 1; i < row.arity; ++i) {
        NoiseSource::Argument argument{row.arguments[i].name, (*parameters)[i - 1], std::nullopt,
                                       std::nullopt};
        const auto* number = values[i].as<NumberValue>();
        if (number && number->literal)
            argument.literal = Literal{number->value, *number->literal};
        const bool isGiven = values[i].is<NumberValue>() || values[i].is<NodeValue>();
        if (!isGiven)
            argument.implied = row.arguments[i].fallback;
        source.arguments.push_back(argument);
    }
    parameters->insert(parameters->begin(), m_graph.appendDraw(operationNamed(row.draw), "draw"));
    source.node = append(row, *parameters);
    source.nominal = nominal;
    source.call = site.span;
    occur(site.nameSpan.begin, source.node, row, site.name, site.span);
    m_noise.push_back({std::nullopt, source});
    return NodeValue{source.node};
}

void Reader::nameNoise(NodeId node, DefinitionId definition)
{
    const auto isMeant = [node](const NoiseDraft& each) { return each.source.node == node; };
    if (const auto draft = std::find_if(m_noise.rbegin(), m_noise.rend(), isMeant); draft != m_noise.rend())
        draft->definition = definition;
}

} // namespace sluice
