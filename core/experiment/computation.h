// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/language/program.h"
#include "core/statistics/curves.h"
#include "core/wording/phrased_error.h"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace sluice {

class SweepCache;
struct ExperimentPrograms;
struct SamplePaths;

/// A name or a number in an experiment that its text can't meet: an unknown place, an impossible range.
class ExperimentError : public PhrasedError
{
    using PhrasedError::PhrasedError;
};

/// What is said of one gate of one variant.
struct GateEffect
{
    std::string gate;
    /// The place (or the edge) no longer exists in the text.
    bool notFound = false;
    /// The gradient is the same without this gate, and why, in a sentence.
    bool changesNothing = false;
    Phrase reason;
};

/// Values and gradients at given points: sample 0 of each source.
struct VariantValues
{
    std::string name;
    bool disconnected = false;
    std::vector<double> value;
    std::vector<double> gradient;
    /// Forward values of the top-level names of the variant's text, in the order of the text.
    std::vector<std::pair<std::string, std::vector<double>>> nodes;
};

struct PointValues
{
    std::string input;
    std::string output;
    std::vector<double> at;
    std::vector<VariantValues> variants;
};

/// An experiment made ready to run: gated, differentiated and compiled, once for all its variants. Immutable;
/// may be used by several threads at once.
///
/// Where variants have texts of their own, the experiment's output, swept variable and settings are looked up
/// by name in each text; without an output, each text's own is taken. A setting holds in every text that has
/// the name. The range of the sweep and the noise-free value are those of the experiment's text, but each
/// variant's gradient is compared with the noise-free gradient of its own text: bias is what the noise and
/// the gates do, not what another expression is.
class Computation
{
public:
    /// @throws ExperimentError where the experiment names what a text doesn't have, or the text of a variant
    /// has errors. A gate whose place is gone is no such error: it is left out, and effects() says so.
    Computation(Program program, Experiment experiment);
    Computation(const ExperimentPrograms& programs, Experiment experiment);
    ~Computation();
    Computation(Computation&&) noexcept;
    Computation& operator=(Computation&&) noexcept;

    /// What the texts mean.
    [[nodiscard]] ExperimentPrograms programs() const;
    [[nodiscard]] const std::string& input() const noexcept;
    [[nodiscard]] const std::string& output() const noexcept;
    /// One list a variant, in the order of its gates.
    [[nodiscard]] const std::vector<std::vector<GateEffect>>& effects() const noexcept;
    /// The points of the sweep: x_i = A + i·(B − A)/(N − 1).
    [[nodiscard]] std::vector<double> sweepPoints() const;
    /// The points that the text asks for, else 5 points along the sweep.
    [[nodiscard]] std::vector<double> pointsOfInterest() const;

    struct SweepOptions
    {
        /// Leave out d/dx E[value], which takes two more passes.
        bool withGradientOfMean = true;
        /// Fewer samples than the experiment's, for a coarse first answer; 0 for all.
        std::size_t samples = 0;
        /// 0 for as many as the machine has cores.
        std::size_t threads = 0;
        /// Keeps draws for the next sweep; null to draw them anew.
        SweepCache* cache = nullptr;
        /// Called now and then, from any thread, with the share done.
        std::function<void(double)> progress = {};
    };
    /// The curves over the sweep; nothing where it was stopped.
    [[nodiscard]] std::optional<Curves> sweep(const SweepOptions& options,
                                              const std::stop_token& stop = {}) const;

    /// The first so many samples along the sweep, or as many as the experiment has; nothing where the draws
    /// are not shared along it, or where it was stopped.
    [[nodiscard]] std::optional<SamplePaths> samplePaths(std::size_t count,
                                                         const std::stop_token& stop = {}) const;

    /// Standard draws ε by the name of the source, one a point, in place of random ones.
    using GivenDraws = std::map<std::string, std::vector<double>>;
    [[nodiscard]] PointValues evaluate(std::span<const double> at, const GivenDraws& given = {}) const;

    /// What the class holds; for the files that implement it.
    struct Parts;

private:
    [[nodiscard]] std::vector<double> equallySpaced(std::size_t count) const;

    std::unique_ptr<const Parts> m_parts;
};

} // namespace sluice
