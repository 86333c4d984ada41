// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/language/program.h"
#include "ui/workspace/literal_rewriting.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace sluice {

/// A line of the panel of noise and parameters, as a value.
struct NoiseRow
{
    enum class Kind
    {
        pair,    ///< low and high: one slider with two handles
        single,  ///< one number: one slider
        written, ///< bounds that the text doesn't write as numbers: shown as they are
    };

    Kind kind = Kind::single;
    /// The name of the source or parameter.
    QString name;
    /// The argument's name, where a source has several lines.
    QString argument;
    QString toolTip;
    bool isNoise = false;
    /// The numbers that the slider rewrites: two for a pair.
    std::vector<LiteralValue> values;
    /// What can't be less (or more): a standard deviation, a probability.
    std::optional<double> minimum;
    std::optional<double> maximum;
    /// For a written one: what it says.
    QString description;
    /// For a written one that can be put into numbers: the stretch of the text and the call to put there.
    std::optional<Replacement> writeOut;
};

/// The lines for a program; calls that stand for several sources, as in a loop, have one line.
[[nodiscard]] std::vector<NoiseRow> noiseRowsOf(const Program& program, const Experiment& experiment);

/// Whether the same controls serve both: they differ in nothing but the numbers, and in what is written
/// around them.
[[nodiscard]] bool haveSameControls(const std::vector<NoiseRow>& one, const std::vector<NoiseRow>& other);

struct SliderLimits
{
    double low = 0.0;
    double high = 1.0;

    bool operator==(const SliderLimits&) const = default;
};

/// Round limits for a slider around the numbers of a row.
[[nodiscard]] SliderLimits limitsAround(const NoiseRow& row);

} // namespace sluice
