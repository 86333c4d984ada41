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

constexpr std::size_t noOperand = 0;

/// An argument of a noise call, and which operand of the row it is.
struct NoiseSlot
{
    std::string names;
    std::size_t operand = noOperand;
    bool isReciprocal = false;
    bool isCount = false;
};

std::string synonymsOf(std::string_view dropped)
{
    if (dropped == "shape" || dropped == "size")
        return "shape size";
    if (dropped == "counts")
        return "counts n";
    return std::string(dropped == "key" ? "key rng" : dropped);
}

NoiseSlot slotOf(const Operation& row, const OrderedArgument& ordered)
{
    NoiseSlot slot;
    const auto* const argument = std::ranges::find(row.arguments, ordered.name, &Argument::name);
    slot.isReciprocal = ordered.isReciprocal;
    slot.isCount = ordered.name == "counts";
    if (argument == row.arguments.end()) {
        slot.names = synonymsOf(ordered.name);
        return slot;
    }
    // Operand 0 is the draw, which no call mentions.
    slot.operand = static_cast<std::size_t>(argument - row.arguments.begin());
    slot.names = ordered.isReciprocal ? "scale beta"
                                      : std::string(argument->name) + ' ' + std::string(argument->otherNames);
    if (row.name == "bernoulli" && argument->name == "p")
        slot.names += " probabilities input";
    return slot;
}

/// The arguments of a noise call by position.
struct NoiseSlots
{
    std::vector<NoiseSlot> slots;
    std::array<std::optional<double>, Node::maximumArity> fallbacks;
    bool takesMore = false;
};

NoiseSlots slotsOf(const Operation& row, std::string_view order)
{
    NoiseSlots noise;
    for (std::size_t i = 0; i < row.arity; ++i)
        noise.fallbacks[i] = row.arguments[i].fallback;
    for (const OrderedArgument& argument : argumentsInOrder(order)) {
        if (argument.name == "*") {
            noise.takesMore = true;
            continue;
        }
        noise.slots.push_back(slotOf(row, argument));
        if (argument.fallback)
            noise.fallbacks[noise.slots.back().operand] = argument.fallback;
    }
    return noise;
}

/// Whether it is the literal number 1.
bool isOne(const GivenArgument& argument)
{
    const auto* number = argument.expression ? argument.expression->as<Number>() : nullptr;
    return number != nullptr && number->value == 1.0;
}

/// The number of trials that a call asks for, where it is given and isn't one.
const GivenArgument* severalTrials(std::span<const NoiseSlot> slots, std::span<const GivenArgument> given)
{
    for (std::size_t i = 0; i < slots.size(); ++i)
        if (slots[i].isCount && given[i] && !isOne(given[i]))
            return &given[i];
    return nullptr;
}

} // namespace

Value Reader::readNoise(const FrameworkCall& call, const CallSite& site)
{
    const Operation& row = operationNamed(call.target);
    NoiseSlots noise = slotsOf(row, call.order);
    noise.slots.push_back({"nominal"});
    const auto positional = static_cast<std::size_t>(std::ranges::count_if(
        site.call.arguments, [](const CallArgument& argument) { return !argument.keyword; }));
    // `nominal` is a keyword only: one argument too many by position must not become it.
    if (positional >= noise.slots.size() && !noise.takesMore)
        return poisonedCall(
            site, site.call.arguments[noise.slots.size() - 1].value->span,
            Phrase::of("%1 takes fewer arguments than that; `nominal` is a keyword", {quoted(site.name)}));
    // Sizes: all of them are dropped.
    if (noise.takesMore)
        noise.slots.insert(noise.slots.begin(), positional, NoiseSlot{});
    std::vector<Slot> slots;
    std::ranges::transform(noise.slots, std::back_inserter(slots),
                           [](const NoiseSlot& slot) { return Slot{slot.names}; });
    CallSite plain = site;
    plain.receiver.reset();
    // `p.bernoulli()` takes what it is called on, `v.bernoulli_()` fills it.
    if (site.object && includes(call.origins, Origin::method) && !site.name.ends_with('_'))
        plain.receiver = evaluate(*site.object);
    const auto given = bind(plain, slots, noise.takesMore);
    if (!given)
        return poisonedCall(site);
    if (const GivenArgument* trials = severalTrials(noise.slots, *given))
        return poisonedCall(
            site, trials->expression->span,
            Phrase::of(
                "only a single trial is in the language, which is `bernoulli(p)`: 1 is expected here"));
    std::vector<GivenArgument> byOperand(row.arity);
    std::optional<std::size_t> reciprocal;
    for (std::size_t i = 0; i < noise.slots.size(); ++i) {
        const NoiseSlot& slot = noise.slots[i];
        if (slot.operand == noOperand)
            continue;
        byOperand[slot.operand] = (*given)[i];
        if (slot.isReciprocal && (*given)[i])
            reciprocal = slot.operand;
    }

    std::vector<Value> values(row.arity);
    auto parameters = operandsOf(row, 1, site, byOperand, noise.fallbacks, &values);
    std::optional<NodeId> nominal;
    if (const Expression* replacement = given->back().expression) {
        nominal = operand(*replacement);
        if (!nominal)
            return PoisonedValue{};
    }
    if (!parameters)
        return PoisonedValue{};
    if (reciprocal) {
        NodeId& parameter = (*parameters)[*reciprocal - 1];
        parameter = append(operationNamed("div"), std::array{appendConstant(1.0), parameter});
        values[*reciprocal] = NodeValue{parameter};
    }

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
            argument.implied = noise.fallbacks[i];
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
