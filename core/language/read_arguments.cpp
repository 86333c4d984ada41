// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Arguments: which of them fills which place of a call.
#include "core/language/reader.h"
#include "core/language/similar_names.h"
#include "core/language/words.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sluice {

using namespace syntax;

namespace {

bool contains(std::string_view words, std::string_view word)
{
    const std::vector<std::string_view> all = wordsOf(words);
    return std::ranges::find(all, word) != all.end();
}

std::string_view firstOf(std::string_view words)
{
    return words.substr(0, words.find(' '));
}

bool isNone(const Expression& expression)
{
    return expression.isName("None");
}

std::vector<std::string_view> keywordsOf(std::span<const Slot> slots)
{
    std::vector<std::string_view> keywords;
    for (const Slot& slot : slots)
        std::ranges::copy(wordsOf(slot.names), std::back_inserter(keywords));
    return keywords;
}

Phrase oneArgumentMore(std::string_view name, std::size_t count)
{
    if (count == 0)
        return Phrase::of("%1 takes no argument, and this is one more", {quoted(name)});
    if (count == 1)
        return Phrase::of("%1 takes 1 argument, and this is one more", {quoted(name)});
    return Phrase::of("%1 takes %2 arguments, and this is one more", {quoted(name), std::to_string(count)});
}

Phrase argumentMissing(std::string_view name, std::size_t count, std::string_view missing)
{
    if (count == 1)
        return Phrase::of("%1 needs 1 argument: %2 is missing", {quoted(name), quoted(missing)});
    return Phrase::of("%1 needs %2 arguments: %3 is missing",
                      {quoted(name), std::to_string(count), quoted(missing)});
}

} // namespace

std::optional<std::vector<GivenArgument>> Reader::bind(const CallSite& site, std::span<const Slot> slots,
                                                       bool takesMore)
{
    std::vector<GivenArgument> given(slots.size());
    std::size_t position = 0;
    if (site.receiver && !slots.empty())
        given[position++].value = &*site.receiver;
    for (const CallArgument& argument : site.call.arguments) {
        if (argument.isUnpacked) {
            m_messages.error(
                argument.value->span,
                Phrase::of("unpacking with `*` is not in the language: write the arguments out"));
            return std::nullopt;
        }
        if (argument.keyword) {
            if (!bindKeyword(site, argument, slots, given))
                return std::nullopt;
        } else if (position < slots.size()) {
            given[position++].expression = argument.value.get();
        } else if (!takesMore && !argument.value->as<Text>()) {
            m_messages.error(argument.value->span, oneArgumentMore(site.name, slots.size()));
            return std::nullopt;
        }
    }
    return given;
}

bool Reader::bindKeyword(const CallSite& site, const CallArgument& argument, std::span<const Slot> slots,
                         std::vector<GivenArgument>& given)
{
    const std::string_view keyword = argument.keyword->name;
    const auto fits = [keyword](const Slot& slot) { return contains(slot.names, keyword); };
    const auto slot = std::ranges::find_if(slots, fits);
    if (slot == slots.end()) {
        if (isDroppedKeyword(keyword) || isNone(*argument.value))
            return true;
        const std::vector<std::string_view> known = keywordsOf(slots);
        Phrase proposal = didYouMean(keyword, known);
        if (proposal.isEmpty())
            proposal = Phrase::of("leave it out, or write the formula");
        m_messages.error(
            argument.keyword->span,
            withProposal(Phrase::of("%1 takes no argument %2 here", {quoted(site.name), quoted(keyword)}),
                         proposal));
        return false;
    }
    GivenArgument& place = given[static_cast<std::size_t>(slot - slots.begin())];
    if (place) {
        m_messages.error(argument.keyword->span,
                         Phrase::of("the argument %1 of %2 is given twice",
                                    {quoted(firstOf(slot->names)), quoted(site.name)}));
        return false;
    }
    place.expression = argument.value.get();
    return true;
}

Value Reader::valueOf(const GivenArgument& argument)
{
    return argument.value ? *argument.value : evaluate(*argument.expression);
}

std::optional<std::vector<NodeId>> Reader::operandsOf(const Operation& row, std::size_t first,
                                                      const CallSite& site,
                                                      std::span<const GivenArgument> given,
                                                      std::span<const std::optional<double>> fallbacks,
                                                      std::vector<Value>* values)
{
    // In the order of the text, as Python would.
    std::vector<std::size_t> order;
    for (std::size_t i = first; i < row.arity; ++i)
        if (given[i] && !(given[i].expression && isNone(*given[i].expression)))
            order.push_back(i);
    std::ranges::stable_sort(
        order, {}, [&](std::size_t i) { return given[i].expression ? given[i].expression->span.begin : 0; });

    std::vector<std::optional<NodeId>> nodes(row.arity);
    bool isComplete = true;
    for (const std::size_t i : order) {
        Value value = valueOf(given[i]);
        nodes[i] = nodeOf(value, given[i].expression ? given[i].expression->span : site.object->span);
        isComplete = isComplete && nodes[i];
        if (values)
            (*values)[i] = std::move(value);
    }
    if (!isComplete)
        return std::nullopt;
    std::vector<NodeId> operands;
    for (std::size_t i = first; i < row.arity; ++i) {
        if (!nodes[i] && fallbacks[i])
            nodes[i] = appendConstant(*fallbacks[i]);
        if (!nodes[i]) {
            m_messages.error(site.span, argumentMissing(site.name, row.arity - first, row.arguments[i].name));
            return std::nullopt;
        }
        operands.push_back(*nodes[i]);
    }
    return operands;
}

const Expression* Reader::argumentOf(const Call& call, std::size_t position, std::string_view keywords)
{
    std::size_t index = 0;
    for (const CallArgument& argument : call.arguments) {
        if (argument.isUnpacked)
            continue;
        if (argument.keyword ? contains(keywords, argument.keyword->name) : index++ == position)
            return argument.value.get();
    }
    return nullptr;
}

bool Reader::isTrue(const Call& call, std::string_view keyword)
{
    return std::ranges::any_of(call.arguments, [keyword](const CallArgument& argument) {
        return argument.keyword && argument.keyword->name == keyword && argument.value->isName("True");
    });
}

} // namespace sluice
