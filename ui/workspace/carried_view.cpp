// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/carried_view.h"

#include "core/experiment/variant_texts.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>

namespace sluice {

namespace {

/// Whether the same variants, told by their names, have changed places.
bool areReordered(const std::vector<Variant>& before, const std::vector<Variant>& after)
{
    const auto haveSameName = [](const Variant& one, const Variant& other) { return one.name == other.name; };
    return before.size() == after.size() && !std::ranges::equal(before, after, haveSameName) &&
           std::ranges::is_permutation(before, after, haveSameName);
}

} // namespace

ExperimentView carriedView(ExperimentView view, const std::vector<Variant>& before,
                           const std::vector<Variant>& after)
{
    const bool haveMoved = areReordered(before, after);
    if (haveMoved) {
        const auto selected = std::ranges::find(after, before[view.selected].name, &Variant::name);
        view.selected = static_cast<std::size_t>(selected - after.begin());
    }
    view.selected = std::min(view.selected, after.size() - 1);
    if (view.hidden.empty() || (after.size() == before.size() && !haveMoved)) {
        // A variant may have another name, but it is the same.
        return view;
    }
    std::set<std::string> names;
    for (const std::size_t each : view.hidden) {
        names.insert(before[each].name);
    }
    view.hidden.clear();
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (names.contains(after[i].name)) {
            view.hidden.insert(i);
        }
    }
    return view;
}

std::size_t shownAfter(const Experiment& before, const Experiment& after, std::size_t selected)
{
    if (!std::ranges::equal(before.variants, after.variants, {}, &Variant::name, &Variant::name)) {
        return selected;
    }
    const auto hasChanged = [&](std::size_t variant) {
        return textOf(before, variant) != textOf(after, variant);
    };
    for (std::size_t v = 0; v < after.variants.size() && !hasChanged(selected); ++v) {
        if (hasChanged(v)) {
            return v;
        }
    }
    return selected;
}

} // namespace sluice
