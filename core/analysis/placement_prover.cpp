// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/placement_prover.h"

#include <algorithm>
#include <string>
#include <vector>

namespace sluice {

namespace {

/// One hard question must not take the time of all others.
constexpr int fewestProofs = 3;

void decide(Certainty& claim, Certainty verdict, const std::vector<std::string>& exceptions,
            std::vector<std::string>& allExceptions)
{
    if (claim == Certainty::proved || verdict != Certainty::proved)
        return;
    claim = Certainty::proved;
    for (const std::string& exception : exceptions)
        if (std::ranges::find(allExceptions, exception) == allExceptions.end())
            allExceptions.push_back(exception);
}

} // namespace

PlacementProver::PlacementProver(const Judge& judge, std::chrono::milliseconds time,
                                 const std::stop_token& stop)
    : m_judge(judge), m_time(time), m_stop(stop)
{
}

bool PlacementProver::hasTime() const
{
    return !m_stop.stop_requested() && Clock::now() - m_begin < m_time;
}

void PlacementProver::prove(Placement& placement, const ValueAndGradient& graph)
{
    const auto left = m_time - std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_begin);
    // A verdict takes up to two proofs.
    JudgingEffort effort = quickLook;
    effort.algebra = std::min(m_time / fewestProofs, left / 2);
    try {
        const Verdict verdict = m_judge.judge(graph, effort, m_stop);
        if (m_stop.stop_requested())
            return;
        decide(placement.noiseFree, verdict.noiseFree, verdict.exceptWhereZero, placement.exceptWhereZero);
        decide(placement.matchesNoiseFreeGradient, verdict.equalsNoiseFree, verdict.equalExceptWhereZero,
               placement.exceptWhereZero);
    } catch (const GraphTooLarge&) {
        // Judging takes a larger graph than sampling: what is measured stays so.
    }
}

} // namespace sluice
