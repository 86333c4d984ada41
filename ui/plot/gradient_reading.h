// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_content.h"

#include <QString>

namespace sluice {

/// A number with its confidence interval of 95 %.
struct Reading95
{
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
    /// The interval leaves out 0.
    bool isTold = false;
};

/// The standard deviation of a variant's gradient, or its bias, at one point of the sweep. NaN where there is
/// none: no finite sample, or a target that was not computed.
[[nodiscard]] Reading95 readingAt(const FigureContent& content, std::size_t variant, std::size_t point);

/// The same along the sweep, as curves: the mean is the estimate, and missing where it is not told from 0;
/// the outer quantiles are the interval's ends. On a logarithmic scale, an interval that reaches 0 begins
/// at 0.
[[nodiscard]] Statistics readingOf(const FigureContent& content, std::size_t variant);

/// `0.0289 (0.0276 … 0.0302)`, or that the samples can't tell it from 0.
[[nodiscard]] QString readingText(const Reading95& reading, GradientReading kind);

/// What a bias is taken against, to be read in a sentence.
[[nodiscard]] QString targetName(GradientTarget target, const QString& input, const QString& output);

} // namespace sluice
