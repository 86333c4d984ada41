// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <set>

namespace sluice {

/// Which of an experiment's variants a picture shows, and which in full: what is computed doesn't depend on
/// it, so it stands beside the experiment, not in it.
struct VariantView
{
    /// By position; the one whose bands are filled and whose graph is drawn.
    std::size_t selected = 0;
    std::set<std::size_t> hidden = {};

    bool operator==(const VariantView&) const = default;
};

} // namespace sluice
