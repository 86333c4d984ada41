// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/fingerprint.h"
#include "core/experiment/computation_parts.h"
#include "core/gradient/rewrite.h"
#include "core/gradient/value_and_gradient.h"

#include <cstddef>
#include <span>
#include <vector>

namespace sluice {

/// What the graph alone tells of a gradient.
struct GradientSketch
{
    Fingerprint value;
    Fingerprint gradient;
    bool isDisconnected = false;
    /// No draw is among what the gradient is computed from: it is proved to be free of noise.
    bool isWithoutDraws = false;
    /// Nodes of value and gradient, equal ones shared.
    std::size_t nodes = 0;
};

/// The gradients of one program under any gates.
class GatedGradients
{
public:
    /// `kept` are the gates that stay. `prepared` must outlive it.
    GatedGradients(const Computation::Parts& prepared, std::vector<BoundGate> kept);

    [[nodiscard]] std::span<const BoundGate> kept() const noexcept { return m_kept; }
    /// With these gates in addition. @throws GraphTooLarge
    [[nodiscard]] ValueAndGradient graphWith(std::span<const BoundGate> added) const;

private:
    const Computation::Parts& m_prepared;
    std::vector<BoundGate> m_kept;
    NodeId m_by;
};

/// @throws GraphTooLarge
[[nodiscard]] GradientSketch sketchOf(const ValueAndGradient& graph);

} // namespace sluice
