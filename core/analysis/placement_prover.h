// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/advisor.h"
#include "core/analysis/judge.h"
#include "core/experiment/computation_parts.h"
#include "core/gradient/value_and_gradient.h"

#include <chrono>
#include <optional>
#include <stop_token>

namespace sluice {

/// Tries to prove by algebra what the samples of placements have only shown. All its proofs together take no
/// longer than it is given, to begin with the first one.
class PlacementProver
{
public:
    /// All must outlive it.
    PlacementProver(const Computation::Parts& prepared, const AlgebraSystem& algebra,
                    std::chrono::milliseconds time, const std::stop_token& stop);

    [[nodiscard]] bool hasTime() const;
    /// What is open becomes proved, where a proof is found. `graph` is that of the placement.
    void prove(Placement& placement, const ValueAndGradient& graph);

private:
    using Clock = std::chrono::steady_clock;

    const Computation::Parts& m_prepared;
    const AlgebraSystem& m_algebra;
    std::chrono::milliseconds m_time;
    const std::stop_token& m_stop;
    Clock::time_point m_begin = Clock::now();
    /// Made at the first question: most graphs leave none open.
    std::optional<Judge> m_judge;
};

} // namespace sluice
