// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/experiment/sample_paths.h"
#include "core/experiment/variant_texts.h"
#include "core/statistics/curves.h"
#include "core/statistics/histogram.h"
#include "ui/plot/figure_view.h"

#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace sluice {

/// How one variant of the curves is shown.
struct FigureVariant
{
    QString name;
    /// Its number is one more.
    int position = 0;
    /// The place of its colour and its dash among the theme's.
    int color = 0;
    bool visible = true;
    /// The variant of the same text without gates, where there is one: a target of bias.
    std::optional<std::size_t> ungated = {};
};

/// How the samples are spread at one point of the sweep, a histogram a variant.
struct PointHistograms
{
    std::size_t point = 0;
    double at = 0.0;
    std::vector<Histogram> value = {};
    std::vector<Histogram> gradient = {};
};

class FigureInsert;

/// All that a figure shows, on the screen and in a file: a plain value.
struct FigureContent
{
    std::shared_ptr<const Curves> curves;
    QString title;
    /// The values that the curves belong to: noise, parameters, samples, seed, semantics.
    QString caption;
    std::vector<double> pointsOfInterest;
    /// In the order of `curves->variants`.
    std::vector<FigureVariant> variants;
    /// The variant whose bands are filled.
    int selected = 0;
    /// The first variant that is of the experiment's text, else the first: the gradient without noise and
    /// that by differences are drawn for it.
    std::size_t reference = 0;
    /// Whether the draws are shared along the sweep, so that samples have paths along it.
    bool hasSharedDraws = false;
    /// Single samples along the sweep; null where they have not been asked for.
    std::shared_ptr<const SamplePaths> paths = {};
    FigureView view = {};
    /// What a figure can show beyond curves, where it has been made.
    std::optional<PointHistograms> histograms = {};
    std::shared_ptr<const FigureInsert> graph = {};
    std::shared_ptr<const FigureInsert> derivation = {};

    [[nodiscard]] bool isEmpty() const { return !curves || curves->x.empty(); }
};

/// The place among the theme's colours and dashes of the one that a variant is drawn with.
[[nodiscard]] int colorOf(std::span<const Variant> variants, std::size_t variant);

/// Title, caption and variants of an experiment's outcome.
[[nodiscard]] FigureContent figureContentOf(const ExperimentPrograms& programs, const Experiment& experiment,
                                            std::shared_ptr<const Curves> curves);

} // namespace sluice
