// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/figure_view.h"

namespace sluice {

PlotChoices choicesOf(const FigureView& view)
{
    return {.bands = view.layers.testFlag(FigureLayer::bands),
            .paths = view.layers.testFlag(FigureLayer::paths),
            .mean = view.layers.testFlag(FigureLayer::mean),
            .noiseFree = view.layers.testFlag(FigureLayer::noiseFree),
            .difference = view.layers.testFlag(FigureLayer::difference),
            .reading = view.reading,
            .target = view.target};
}

FigureView figureViewOf(const PlotChoices& choices)
{
    FigureView view{.layers = {}, .reading = choices.reading, .target = choices.target};
    view.layers.setFlag(FigureLayer::bands, choices.bands);
    view.layers.setFlag(FigureLayer::paths, choices.paths);
    view.layers.setFlag(FigureLayer::mean, choices.mean);
    view.layers.setFlag(FigureLayer::noiseFree, choices.noiseFree);
    view.layers.setFlag(FigureLayer::difference, choices.difference);
    return view;
}

} // namespace sluice
