// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_content.h"
#include "ui/plot/value_range.h"
#include "ui/theme.h"

#include <QColor>

#include <memory>
#include <span>
#include <vector>

namespace sluice {

/// The two plots of a figure.
enum class Quantity
{
    value,
    gradient
};

/// The curves of one variant, or of all where they are the same, in one of the plots.
struct PaneCurve
{
    const Statistics* statistics = nullptr;
    /// Single samples along the sweep; none where they are not drawn.
    std::span<const std::vector<double>> paths = {};
    /// Written at the right end of the line; empty where the curve stands for all variants.
    QString number = {};
    QColor color = {};
    Qt::PenStyle dash = Qt::SolidLine;
    /// Position of the dash in its order, the most solid first.
    int dashPosition = 0;
    bool filled = false;
    bool disconnected = false;
    /// Among the curves' variants.
    std::size_t variant = 0;
};

/// What one plot shows, as references into a FigureContent that must outlive it.
struct PaneContent
{
    std::span<const double> x;
    std::span<const double> noiseFree;
    std::vector<PaneCurve> curves;
    std::span<const double> pointsOfInterest;
    /// d/dx of the mean value; empty where it isn't drawn.
    std::span<const double> difference = {};
    FigureLayers layers = usualLayers;
    GradientReading reading = GradientReading::gradient;
    /// What is made of the curves: for these readings, the mean is the estimate where it is told from 0, and
    /// the outer quantiles are the ends of its confidence interval.
    std::vector<std::shared_ptr<const Statistics>> derived = {};

    [[nodiscard]] bool isLogarithmic() const
    {
        return reading == GradientReading::deviation || reading == GradientReading::logBias;
    }
};

[[nodiscard]] PaneContent paneContentOf(const FigureContent& content, Quantity quantity, const Theme& theme);
[[nodiscard]] ValueRange readableRange(const PaneContent& pane);

/// Whether these two have the same numbers, or NaN at the same points.
[[nodiscard]] bool sameStatistics(const Statistics& a, const Statistics& b);

} // namespace sluice
