// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gradient/rewrite.h"
#include "core/language/program.h"

#include <span>
#include <string>
#include <vector>

namespace sluice {

/// Gates that could be added, as text and bound.
struct Candidate
{
    std::vector<std::string> gates;
    std::vector<BoundGate> bound;
};

/// Every single stop or clean gate on a place or an edge, apart from those that have a gate already. First
/// come the places that an assignment names, then unnamed operations, then edges, each from the inputs to the
/// output: where several have the same effect, the first is the one to show.
[[nodiscard]] std::vector<Candidate> singlePlacements(const Program& program,
                                                      std::span<const BoundGate> taken);

/// Tells without differentiating, where it can, that a gate leaves the gradient as it is.
class EffectFilter
{
public:
    EffectFilter(const Program& program, NodeId output, NodeId by);

    /// True only where the gate changes nothing. Speaks of a gate that is the only one.
    [[nodiscard]] bool changesNothing(const BoundGate& gate) const;

private:
    bool m_hasHiddenWays = false;
    std::vector<bool> m_reachesOutput;
    std::vector<bool> m_dependsOnInput;
    std::vector<bool> m_isNoisy;
};

} // namespace sluice
