// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_content.h"
#include "ui/plot/value_range.h"
#include "ui/theme.h"

#include <QColor>

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
    /// Written at the right end of the line; empty where the curve stands for all variants.
    QString number = {};
    QColor color = {};
    Qt::PenStyle dash = Qt::SolidLine;
    /// Position of the dash in its order, the most solid first.
    int dashPosition = 0;
    bool filled = false;
    bool disconnected = false;
};

/// What one plot shows, as references into a FigureContent that must outlive it.
struct PaneContent
{
    std::span<const double> x;
    std::span<const double> noiseFree;
    std::vector<PaneCurve> curves;
    std::span<const double> pointsOfInterest;
};

[[nodiscard]] PaneContent paneContentOf(const FigureContent& content, Quantity quantity, const Theme& theme);
[[nodiscard]] ValueRange readableRange(const PaneContent& pane);

/// Whether these two have the same numbers, or NaN at the same points.
[[nodiscard]] bool sameStatistics(const Statistics& a, const Statistics& b);

} // namespace sluice
