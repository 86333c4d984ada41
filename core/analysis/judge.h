// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/algebra_system.h"
#include "core/analysis/verdict.h"
#include "core/experiment/computation.h"
#include "core/gradient/value_and_gradient.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <stop_token>

namespace sluice {

/// How much a verdict may cost.
struct JudgingEffort
{
    /// Points of the sweep that are sampled, spread over it, and samples at each; 0 for the experiment's.
    std::size_t points = 0;
    std::size_t samples = 0;
    /// Time for one proof by algebra; 0 for none.
    std::chrono::milliseconds algebra{2000};
    /// Look for points where the gradient is not finite.
    bool findsNonFinite = true;
    /// Find out on which of the sources that reach it a noisy gradient depends.
    bool findsSources = true;
    /// Measure how far the mean is from what it may be meant to be, for the sentences of an explanation.
    bool measuresBias = true;
};

/// Judges variants of one experiment. Reachability on the exactly shared gradient graph comes first, then
/// samples (a deviation above rounding refutes at once), and algebra only where the samples show none: so a
/// proof by algebra is never given against the samples.
/// Its functions may be called from several threads at once.
class Judge
{
public:
    /// `prepared` and `algebra` must outlive it.
    Judge(const Computation::Parts& prepared, const AlgebraSystem& algebra);
    ~Judge();

    /// The verdict of one of the experiment's variants, or of any other gating of its program.
    [[nodiscard]] Verdict judge(const ValueAndGradient& variant, const JudgingEffort& effort = {},
                                const std::stop_token& stop = {}) const;

    /// No samples, no algebra: whether some noise source reaches the gradient on the exactly shared graph. If
    /// none does, the gradient is proved to be free of noise.
    [[nodiscard]] std::vector<std::string> reachingSources(const ValueAndGradient& variant) const;

private:
    friend class JudgedVariant;
    struct Parts;
    std::unique_ptr<const Parts> m_parts;
};

} // namespace sluice
