// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/naming.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace sluice {

DefinitionId Naming::define(std::optional<DefinitionId> call, std::string_view name)
{
    return add(Kind::assignment, call, name);
}

DefinitionId Naming::call(std::string_view function)
{
    return add(Kind::call, std::nullopt, function);
}

DefinitionId Naming::statement(std::string_view name)
{
    return add(Kind::statement, std::nullopt, name);
}

Naming::Key Naming::keyOf(Kind kind, std::optional<DefinitionId> call, std::string_view name)
{
    return {kind, call ? static_cast<std::size_t>(*call) + 1 : 0, name};
}

DefinitionId Naming::add(Kind kind, std::optional<DefinitionId> call, std::string_view name)
{
    const std::size_t serial = ++m_counts[keyOf(kind, call, name)];
    m_definitions.push_back({kind, call, name, serial});
    return DefinitionId{m_definitions.size() - 1};
}

void Naming::place(DefinitionId definition, NodeId node, TextSpan span, bool isAssigned)
{
    m_draftOfNode.emplace(node, m_drafts.size());
    Draft draft;
    draft.definition = definition;
    draft.node = node;
    draft.span = span;
    draft.isAssigned = isAssigned;
    m_drafts.push_back(draft);
}

void Naming::placeOperations(DefinitionId definition, std::vector<Occurrence> occurrences,
                             std::optional<NodeId> outermost)
{
    std::ranges::stable_sort(occurrences, {}, &Occurrence::position);
    std::map<std::string_view, std::size_t> counts;
    for (const Occurrence& occurrence : occurrences) {
        if (occurrence.node == outermost)
            continue;
        m_draftOfNode.emplace(occurrence.node, m_drafts.size());
        m_drafts.push_back({definition, occurrence.node, occurrence.label, ++counts[occurrence.label],
                            occurrence.written, occurrence.span, false, std::nullopt, false});
    }
}

bool Naming::isUnnamed(NodeId node) const
{
    const auto found = m_draftOfNode.find(node);
    return found != m_draftOfNode.end() && !m_drafts[found->second].label.empty();
}

void Naming::rename(NodeId node, DefinitionId definition, TextSpan span, bool isAssigned)
{
    // At the end, as any assignment that is made now.
    const std::size_t former = std::exchange(m_draftOfNode.at(node), m_drafts.size());
    m_drafts[former].hasGivenWay = true;
    Draft draft;
    draft.definition = definition;
    draft.node = node;
    draft.span = span;
    draft.isAssigned = isAssigned;
    draft.former = former;
    m_drafts.push_back(draft);
}

std::size_t Naming::countOf(const Definition& definition) const
{
    return m_counts.at(keyOf(definition.kind, definition.call, definition.name));
}

std::string Naming::baseNameOf(const Definition& definition) const
{
    const std::string prefix = definition.call ? nameOf(*definition.call) + '.' : std::string();
    return prefix + std::string(definition.name);
}

std::string Naming::nameOf(DefinitionId definition) const
{
    const Definition& named = at(definition);
    const std::string name = baseNameOf(named);
    return countOf(named) > 1 ? name + '#' + std::to_string(named.serial) : name;
}

std::optional<std::string> Naming::plainNameOf(DefinitionId id) const
{
    const Definition& definition = at(id);
    const bool isLastOfSeveral = definition.serial > 1 && definition.serial == countOf(definition);
    return isLastOfSeveral && definition.kind != Kind::call ? std::optional(baseNameOf(definition))
                                                            : std::nullopt;
}

bool Naming::isTaken(const std::string& name) const
{
    const std::size_t number = name.find('#');
    const auto count =
        m_counts.find(keyOf(Kind::assignment, std::nullopt, std::string_view(name).substr(0, number)));
    if (count == m_counts.end())
        return false;
    if (number == std::string::npos)
        return true;
    return count->second > 1 && std::stoull(name.substr(number + 1)) <= count->second;
}

std::vector<std::string> Naming::namesOf(const Draft& draft) const
{
    std::vector<std::string> prefixes{nameOf(draft.definition)};
    if (const auto plain = plainNameOf(draft.definition))
        prefixes.push_back(*plain);
    if (draft.label.empty())
        return prefixes;
    const std::string number = draft.ordinal > 1 ? '#' + std::to_string(draft.ordinal) : std::string();
    std::vector<std::string> names;
    for (const std::string& prefix : prefixes)
        for (const std::string_view label : {draft.label, draft.written})
            if (!label.empty())
                names.push_back(std::string(prefix).append(".").append(label).append(number));
    return names;
}

std::vector<Place> Naming::places() const
{
    std::vector<Place> places;
    places.reserve(m_drafts.size());
    for (const Draft& draft : m_drafts) {
        if (draft.hasGivenWay)
            continue;
        std::vector<std::string> names = namesOf(draft);
        if (draft.former)
            std::ranges::copy(namesOf(m_drafts[*draft.former]), std::back_inserter(names));
        Place place;
        place.name = std::move(names.front());
        place.node = draft.node;
        place.isAssigned = draft.isAssigned;
        place.span = draft.span;
        names.erase(names.begin());
        place.otherNames = std::move(names);
        places.push_back(std::move(place));
    }
    return places;
}

std::vector<NodeId> Naming::assignedNodes() const
{
    std::vector<NodeId> nodes;
    for (const Draft& draft : m_drafts)
        if (draft.isAssigned)
            nodes.push_back(draft.node);
    return nodes;
}

} // namespace sluice
