// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/advisor.h"
#include "core/analysis/gradient_samples.h"
#include "core/analysis/judge.h"
#include "core/gradient/value_and_gradient.h"

#include <chrono>
#include <stop_token>

namespace sluice {

/// The whole sweep is sampled already; a judge looks for the scale of its rounding errors, and sees noise
/// where the experiment has too few samples to show any.
inline const JudgingEffort quickLook{.points = 41,
                                     .samples = fewSamples,
                                     .algebra = std::chrono::milliseconds(0),
                                     .findsNonFinite = false,
                                     .findsSources = false,
                                     .measuresBias = false};

/// Tries to prove by algebra what the samples of placements have only shown. All its proofs together take no
/// longer than it is given, to begin with the first one.
class PlacementProver
{
public:
    /// All must outlive it.
    PlacementProver(const Judge& judge, std::chrono::milliseconds time, const std::stop_token& stop);

    [[nodiscard]] bool hasTime() const;
    /// What is open becomes proved, where a proof is found. `graph` is that of the placement.
    void prove(Placement& placement, const ValueAndGradient& graph);

private:
    using Clock = std::chrono::steady_clock;

    const Judge& m_judge;
    std::chrono::milliseconds m_time;
    const std::stop_token& m_stop;
    Clock::time_point m_begin = Clock::now();
};

} // namespace sluice
