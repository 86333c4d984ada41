// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/plot_choices.h"

#include <QFlags>

namespace sluice {

/// What can be drawn of every curve.
enum class FigureLayer
{
    bands = 1 << 0,
    paths = 1 << 1,
    mean = 1 << 2,
    noiseFree = 1 << 3,
    /// d/dx of the mean value, by differences on the same draws: what no surrogate can bend.
    difference = 1 << 4
};
// Without operators between two layers: in this namespace they would hide those of QCustomPlot's flags.
Q_DECLARE_FLAGS(FigureLayers, FigureLayer)

inline constexpr FigureLayers usualLayers =
    FigureLayers(FigureLayer::bands) | FigureLayer::mean | FigureLayer::noiseFree;

/// How curves are looked at: no matter of what is computed, but of what is drawn.
struct FigureView
{
    FigureLayers layers = usualLayers;
    GradientReading reading = GradientReading::gradient;
    GradientTarget target = GradientTarget::noiseFree;

    /// Whether d/dx of the mean value is needed for it.
    [[nodiscard]] bool needsGradientOfMean() const
    {
        const bool isBias = reading == GradientReading::bias || reading == GradientReading::logBias;
        return layers.testFlag(FigureLayer::difference) ||
               (isBias && target == GradientTarget::gradientOfMean);
    }

    bool operator==(const FigureView&) const = default;
};

/// The same as files keep it.
[[nodiscard]] PlotChoices choicesOf(const FigureView& view);
[[nodiscard]] FigureView figureViewOf(const PlotChoices& choices);

} // namespace sluice
