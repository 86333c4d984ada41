// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_view.h"
#include "ui/plot/value_range.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace sluice {

/// Which stretches of the axes are shown.
struct ShownRanges
{
    ValueRange x;
    ValueRange value;
    ValueRange gradient;
    /// What the gradient's range is of.
    GradientReading reading = GradientReading::gradient;
    /// They are those of the curves, whatever the curves are.
    bool isFitted = true;

    /// All that is fitted is the same.
    bool operator==(const ShownRanges& other) const
    {
        return isFitted == other.isFitted &&
               (isFitted || (x == other.x && value == other.value && gradient == other.gradient));
    }
};

/// Where somebody has looked, to go back to and forward again, as in a browser.
class ViewHistory
{
public:
    /// Begins anew: of another sweep nothing is to be gone back to.
    void reset();
    /// A view that the user has come to; what lay ahead is forgotten.
    void add(const ShownRanges& view);
    [[nodiscard]] bool hasBack() const { return m_position > 0; }
    [[nodiscard]] bool hasForward() const { return m_position + 1 < m_views.size(); }
    /// The view before, or the one after; none at the end.
    std::optional<ShownRanges> back();
    std::optional<ShownRanges> forward();

private:
    /// The first is the fitted one, as long as it is remembered.
    std::vector<ShownRanges> m_views{ShownRanges{}};
    std::size_t m_position = 0;
};

} // namespace sluice
