// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/derivation.h"
#include "core/analysis/judge.h"
#include "core/analysis/point_walk.h"
#include "core/analysis/sentence.h"
#include "core/analysis/verdict.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace sluice {

/// Why a variant's gradient is as it is.
struct Explanation
{
    std::string name;
    Verdict verdict;
    Derivation derivation;
    std::vector<Sentence> sentences;
};

/// An experiment made ready to be explained, each variant by its own text. Its functions may be called from
/// several threads at once.
class Explainer
{
public:
    /// @throws ExperimentError, GraphTooLarge as Computation does
    Explainer(const Program& program, const Experiment& experiment, const AlgebraSystem& algebra = {});
    ~Explainer();
    Explainer(Explainer&&) noexcept;
    Explainer& operator=(Explainer&&) noexcept;

    [[nodiscard]] std::size_t variantCount() const noexcept;
    /// What a variant's text has as output.
    [[nodiscard]] const std::string& output(std::size_t variant) const;
    /// Nothing where it was stopped.
    [[nodiscard]] std::optional<Explanation> explain(std::size_t variant, const JudgingEffort& effort = {},
                                                     const std::stop_token& stop = {}) const;
    /// With what the samples show of its factors and edges.
    [[nodiscard]] Derivation derivation(std::size_t variant, const std::stop_token& stop = {}) const;
    /// One sample of a variant at x, whose draws are those of the sweep's point with this number.
    [[nodiscard]] PointWalk walk(std::size_t variant, double x, std::size_t point, std::size_t sample) const;

private:
    struct Parts;
    std::unique_ptr<const Parts> m_parts;
};

} // namespace sluice
