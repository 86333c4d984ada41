// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/pane_content.h"

#include "ui/plot/gradient_reading.h"

#include <algorithm>
#include <cmath>

namespace sluice {

namespace {

bool sameNumbers(const std::vector<double>& a, const std::vector<double>& b)
{
    return std::ranges::equal(a, b,
                              [](double p, double q) { return p == q || (std::isnan(p) && std::isnan(q)); });
}

/// The variant whose bands are filled: the selected one, or the first where that one is hidden.
int filledAmong(const std::vector<int>& visible, int selected)
{
    return std::ranges::find(visible, selected) != visible.end() ? selected : visible.front();
}

} // namespace

bool sameStatistics(const Statistics& a, const Statistics& b)
{
    return sameNumbers(a.mean, b.mean) && sameNumbers(a.q05, b.q05) && sameNumbers(a.q25, b.q25) &&
           sameNumbers(a.q75, b.q75) && sameNumbers(a.q95, b.q95) &&
           sameNumbers(a.nanFraction, b.nanFraction) && sameNumbers(a.infFraction, b.infFraction);
}

PaneContent paneContentOf(const FigureContent& content, Quantity quantity, const Theme& theme)
{
    PaneContent pane;
    if (content.isEmpty()) {
        return pane;
    }
    const Curves& curves = *content.curves;
    const bool isReading =
        quantity == Quantity::gradient && content.view.reading != GradientReading::gradient;
    if (isReading) {
        pane.reading = content.view.reading;
        pane.layers = FigureLayers(FigureLayer::bands) | FigureLayer::mean;
    } else {
        pane.layers = content.view.layers;
    }
    const auto statisticsOf = [&](int variant) -> const Statistics& {
        const VariantCurves& of = curves.variants[static_cast<std::size_t>(variant)];
        return quantity == Quantity::value ? of.value : of.gradient;
    };
    pane.x = curves.x;
    pane.pointsOfInterest = content.pointsOfInterest;
    if (quantity == Quantity::value) {
        pane.noiseFree = curves.noiseFreeValue;
    } else if (!curves.variants.empty() && !isReading) {
        const GradientComparison& comparison = curves.variants.front().comparison;
        pane.noiseFree = comparison.noiseFree;
        if (pane.layers.testFlag(FigureLayer::difference)) {
            pane.difference = comparison.gradientOfMean;
        }
    }
    const auto pathsOf = [&](int variant) -> std::span<const std::vector<double>> {
        const auto position = static_cast<std::size_t>(variant);
        if (isReading || !content.paths || !pane.layers.testFlag(FigureLayer::paths) ||
            position >= content.paths->variants.size()) {
            return {};
        }
        const SamplePaths::OfVariant& of = content.paths->variants[position];
        return quantity == Quantity::value ? of.value : of.gradient;
    };

    const int count = static_cast<int>(std::min(curves.variants.size(), content.variants.size()));
    std::vector<int> visible;
    for (int i = 0; i < count; ++i) {
        if (content.variants[static_cast<std::size_t>(i)].visible) {
            visible.push_back(i);
        }
    }
    if (visible.empty()) {
        return pane;
    }
    // Gates leave the forward value alone, so that all variants' forward curves usually lie on each other.
    const bool allSame =
        quantity == Quantity::value && visible.size() > 1 && std::ranges::all_of(visible, [&](int variant) {
            return sameStatistics(statisticsOf(variant), statisticsOf(visible.front()));
        });
    if (allSame) {
        pane.curves.push_back({.statistics = &statisticsOf(visible.front()),
                               .paths = pathsOf(visible.front()),
                               .color = theme.secondaryText,
                               .filled = true});
        return pane;
    }
    const int filled = filledAmong(visible, content.selected);
    for (const int variant : visible) {
        const int position = content.variants[static_cast<std::size_t>(variant)].position;
        const bool disconnected = curves.variants[static_cast<std::size_t>(variant)].disconnected;
        if (isReading) {
            pane.derived.push_back(
                std::make_shared<const Statistics>(readingOf(content, static_cast<std::size_t>(variant))));
        }
        pane.curves.push_back(
            {.statistics = isReading ? pane.derived.back().get() : &statisticsOf(variant),
             .paths = variant == filled ? pathsOf(variant) : std::span<const std::vector<double>>(),
             .number = QString::number(position + 1),
             .color = theme.variantColor(position),
             .dash = Theme::variantDash(position),
             .dashPosition = static_cast<int>(Theme::variantDash(position)),
             .filled = variant == filled,
             .disconnected = quantity == Quantity::gradient && disconnected,
             .variant = static_cast<std::size_t>(variant)});
    }
    return pane;
}

ValueRange readableRange(const PaneContent& pane)
{
    std::vector<std::span<const double>> curves;
    if (pane.layers.testFlag(FigureLayer::noiseFree)) {
        curves.push_back(pane.noiseFree);
    }
    if (!pane.difference.empty()) {
        curves.push_back(pane.difference);
    }
    for (const PaneCurve& curve : pane.curves) {
        if (pane.layers.testFlag(FigureLayer::bands)) {
            curves.insert(curves.end(), {curve.statistics->q05, curve.statistics->q95});
        }
        curves.push_back(curve.statistics->mean);
        curves.insert(curves.end(), curve.paths.begin(), curve.paths.end());
    }
    return pane.isLogarithmic() ? readableDecades(curves) : readableRange(curves);
}

} // namespace sluice
