// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/program.h"

#include <algorithm>

namespace sluice {

namespace {

template <class Named>
const Named* findNamed(const std::vector<Named>& all, std::string_view name)
{
    const auto found = std::ranges::find(all, name, &Named::name);
    return found == all.end() ? nullptr : &*found;
}

} // namespace

const Place* Program::findPlace(std::string_view name) const
{
    if (const Place* place = findNamed(places, name))
        return place;
    const auto isAlsoNamed = [&](const Place& place) {
        return std::ranges::find(place.otherNames, name) != place.otherNames.end();
    };
    const auto found = std::ranges::find_if(places, isAlsoNamed);
    return found == places.end() ? nullptr : &*found;
}

namespace {

/// Plain `v` is the last of `v#1`, `v#2`, …: found through the place that it names.
template <class Variable>
const Variable* findVariableNamed(const Program& program, const std::vector<Variable>& all,
                                  std::string_view name)
{
    if (const Variable* exact = findNamed(all, name))
        return exact;
    const Place* place = program.findPlace(name);
    if (place == nullptr)
        return nullptr;
    const auto found = std::ranges::find(all, place->node, &Variable::node);
    return found == all.end() ? nullptr : &*found;
}

} // namespace

const Input* Program::findInput(std::string_view name) const
{
    return findVariableNamed(*this, inputs, name);
}

const Parameter* Program::findParameter(std::string_view name) const
{
    return findVariableNamed(*this, parameters, name);
}

const NoiseSource* Program::findSource(std::string_view name) const
{
    return findNamed(sources, name);
}

std::vector<std::string> Program::variableNames() const
{
    std::vector<std::string> names;
    names.reserve(inputs.size() + parameters.size());
    for (const Input& input : inputs)
        names.push_back(input.name);
    for (const Parameter& parameter : parameters)
        names.push_back(parameter.name);
    return names;
}

std::optional<NodeId> Program::findVariable(std::string_view name) const
{
    if (const Input* input = findInput(name))
        return input->node;
    if (const Parameter* parameter = findParameter(name))
        return parameter->node;
    return std::nullopt;
}

std::string_view Program::placeName(NodeId node) const
{
    const Place* place = placeOf(node);
    return place ? std::string_view(place->name) : std::string_view();
}

const Place* Program::placeOf(NodeId node) const
{
    const auto found = placeNumbers.find(node);
    return found == placeNumbers.end() ? nullptr : &places[found->second];
}

void Program::indexPlaces()
{
    placeNumbers.clear();
    for (std::size_t i = 0; i < places.size(); ++i)
        placeNumbers.emplace(places[i].node, i);
}

} // namespace sluice
