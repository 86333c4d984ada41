// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/variant_editing.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sluice {

namespace {

std::string uniqueName(const Experiment& experiment, std::string_view wanted)
{
    const auto isTaken = [&](const std::string& name) {
        return std::ranges::find(experiment.variants, name, &Variant::name) != experiment.variants.end();
    };
    std::string name(wanted);
    for (int number = 2; isTaken(name); ++number) {
        name = std::string(wanted) + " " + std::to_string(number);
    }
    return name;
}

/// What two spellings of the same target have in common.
std::string canonicalTarget(const std::string& target)
{
    const auto gate = parseGate(target + "=stop");
    return gate ? targetOf(*gate) : target;
}

/// Also behind the number that keeps names apart.
bool isNamedAfterGates(const Variant& variant)
{
    const std::string name = nameOfGates(variant.gates);
    const std::string_view rest =
        std::string_view(variant.name).substr(std::min(name.size(), variant.name.size()));
    return variant.name.starts_with(name) &&
           (rest.empty() ||
            (rest.size() > 1 && rest.front() == ' ' &&
             std::ranges::all_of(rest.substr(1), [](char c) { return c >= '0' && c <= '9'; })));
}

bool isAt(const std::string& gate, const std::string& target)
{
    const auto parsed = parseGate(gate);
    return parsed && targetOf(*parsed) == target;
}

} // namespace

Experiment withGate(Experiment experiment, std::size_t variant, const std::string& target,
                    std::optional<GateKind> kind)
{
    if (variant >= experiment.variants.size()) {
        return experiment;
    }
    std::vector<std::string>& gates = experiment.variants[variant].gates;
    // A name that only tells the gates goes with them; one that somebody gave stays.
    const bool isUnnamed = isNamedAfterGates(experiment.variants[variant]);
    const std::string canonical = canonicalTarget(target);
    const auto existing =
        std::ranges::find_if(gates, [&](const auto& gate) { return isAt(gate, canonical); });
    const auto position = std::distance(gates.begin(), existing);
    std::erase_if(gates, [&](const auto& gate) { return isAt(gate, canonical); });
    if (kind) {
        // Where the old one stood, so that a click through the kinds doesn't shuffle the list.
        gates.insert(gates.begin() + position, canonical + "=" + std::string(nameOf(*kind)));
    }
    return isUnnamed ? withVariantName(experiment, variant, nameOfGates(gates)) : experiment;
}

Experiment withNewVariant(Experiment experiment)
{
    return withVariant(std::move(experiment), {});
}

Experiment withVariant(Experiment experiment, const std::vector<std::string>& gates,
                       const std::optional<std::string>& text)
{
    experiment.variants.push_back({uniqueName(experiment, nameOfGates(gates)), gates, text});
    return experiment;
}

Experiment withText(Experiment experiment, std::size_t variant, std::string text)
{
    const bool isOwn = variant < experiment.variants.size() && experiment.variants[variant].text;
    (isOwn ? *experiment.variants[variant].text : experiment.text) = std::move(text);
    return experiment;
}

Experiment withTextVariant(Experiment experiment, std::string_view name, std::string text,
                           const std::vector<std::string>& gates)
{
    experiment.variants.push_back({uniqueName(experiment, name), gates, std::move(text)});
    return experiment;
}

Experiment withoutOwnText(Experiment experiment, std::size_t variant)
{
    if (variant < experiment.variants.size()) {
        experiment.variants[variant].text.reset();
    }
    return experiment;
}

Experiment withDuplicate(Experiment experiment, std::size_t variant)
{
    if (variant >= experiment.variants.size()) {
        return experiment;
    }
    Variant copy = experiment.variants[variant];
    copy.name = uniqueName(experiment, copy.name);
    // Two of one colour and dash could not be told apart.
    copy.color.reset();
    const auto behind = experiment.variants.begin() + static_cast<std::ptrdiff_t>(variant) + 1;
    experiment.variants.insert(behind, std::move(copy));
    return experiment;
}

Experiment withVariantName(Experiment experiment, std::size_t variant, std::string_view name)
{
    if (variant >= experiment.variants.size() || name.empty() || experiment.variants[variant].name == name) {
        return experiment;
    }
    experiment.variants[variant].name.clear();
    experiment.variants[variant].name = uniqueName(experiment, name);
    return experiment;
}

Experiment withMovedVariant(Experiment experiment, std::size_t variant, std::size_t place)
{
    const std::size_t count = experiment.variants.size();
    if (variant >= count || place >= count) {
        return experiment;
    }
    const auto at = [&experiment](std::size_t position) {
        return experiment.variants.begin() + static_cast<std::ptrdiff_t>(position);
    };
    if (variant < place) {
        std::rotate(at(variant), at(variant + 1), at(place + 1));
    } else {
        std::rotate(at(place), at(variant), at(variant + 1));
    }
    return experiment;
}

Experiment withVariantColor(Experiment experiment, std::size_t variant, std::optional<std::size_t> color)
{
    if (variant < experiment.variants.size() && (!color || *color < Variant::colorCount)) {
        experiment.variants[variant].color = color;
    }
    return experiment;
}

Experiment withoutVariant(Experiment experiment, std::size_t variant)
{
    if (variant < experiment.variants.size() && experiment.variants.size() > 1) {
        experiment.variants.erase(experiment.variants.begin() + static_cast<std::ptrdiff_t>(variant));
    }
    return experiment;
}

} // namespace sluice
