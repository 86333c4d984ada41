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

/// Collects what one of the two plots shows.
class PaneBuilder
{
public:
    PaneBuilder(const FigureContent& content, Quantity quantity, const Theme& theme)
        : m_content(content),
          m_curves(*content.curves),
          m_quantity(quantity),
          m_theme(theme),
          m_isReading(quantity == Quantity::gradient && content.view.reading != GradientReading::gradient)
    {
    }

    [[nodiscard]] PaneContent build()
    {
        addLayers();
        addLines();
        const std::vector<int> visible = visibleVariants();
        if (visible.empty()) {
            return std::move(m_pane);
        }
        if (areAllSame(visible)) {
            addCommonCurve(visible.front());
            return std::move(m_pane);
        }
        const int filled = filledAmong(visible, m_content.selected);
        for (const int variant : visible) {
            addCurve(variant, variant == filled);
        }
        return std::move(m_pane);
    }

private:
    [[nodiscard]] const Statistics& statisticsOf(int variant) const
    {
        const VariantCurves& of = m_curves.variants[static_cast<std::size_t>(variant)];
        return m_quantity == Quantity::value ? of.value : of.gradient;
    }

    [[nodiscard]] std::span<const std::vector<double>> pathsOf(int variant) const
    {
        const auto position = static_cast<std::size_t>(variant);
        if (m_isReading || !m_content.paths || !m_pane.layers.testFlag(FigureLayer::paths) ||
            position >= m_content.paths->variants.size()) {
            return {};
        }
        const SamplePaths::OfVariant& of = m_content.paths->variants[position];
        return m_quantity == Quantity::value ? of.value : of.gradient;
    }

    [[nodiscard]] std::vector<int> visibleVariants() const
    {
        const int count = static_cast<int>(std::min(m_curves.variants.size(), m_content.variants.size()));
        std::vector<int> visible;
        for (int i = 0; i < count; ++i) {
            if (m_content.variants[static_cast<std::size_t>(i)].visible) {
                visible.push_back(i);
            }
        }
        return visible;
    }

    /// Gates leave the forward value alone, so that all variants' forward curves usually lie on each other.
    [[nodiscard]] bool areAllSame(const std::vector<int>& visible) const
    {
        const auto isAsFirst = [&](int variant) {
            return sameStatistics(statisticsOf(variant), statisticsOf(visible.front()));
        };
        return m_quantity == Quantity::value && visible.size() > 1 && std::ranges::all_of(visible, isAsFirst);
    }

    void addLayers()
    {
        m_pane.layers = m_content.view.layers;
        if (m_isReading) {
            m_pane.reading = m_content.view.reading;
            m_pane.layers = FigureLayers(FigureLayer::bands) | FigureLayer::mean;
        }
    }

    void addLines()
    {
        m_pane.x = m_curves.x;
        m_pane.pointsOfInterest = m_content.pointsOfInterest;
        if (m_quantity == Quantity::value) {
            m_pane.noiseFree = m_curves.noiseFreeValue;
        } else if (m_content.reference < m_curves.variants.size() && !m_isReading) {
            const GradientComparison& comparison = m_curves.variants[m_content.reference].comparison;
            m_pane.noiseFree = comparison.noiseFree;
            if (m_pane.layers.testFlag(FigureLayer::difference)) {
                m_pane.difference = comparison.gradientOfMean;
            }
        }
    }

    void addCommonCurve(int variant)
    {
        m_pane.curves.push_back({.statistics = &statisticsOf(variant),
                                 .paths = pathsOf(variant),
                                 .color = m_theme.secondaryText,
                                 .filled = true});
    }

    void addCurve(int variant, bool isFilled)
    {
        const auto number = static_cast<std::size_t>(variant);
        const FigureVariant& shown = m_content.variants[number];
        if (m_isReading) {
            m_pane.derived.push_back(std::make_shared<const Statistics>(readingOf(m_content, number)));
        }
        m_pane.curves.push_back(
            {.statistics = m_isReading ? m_pane.derived.back().get() : &statisticsOf(variant),
             .paths = isFilled ? pathsOf(variant) : std::span<const std::vector<double>>(),
             .number = QString::number(shown.position + 1),
             .color = m_theme.variantColor(shown.color),
             .dash = Theme::variantDash(shown.color),
             .dashPosition = static_cast<int>(Theme::variantDash(shown.color)),
             .filled = isFilled,
             .disconnected = m_quantity == Quantity::gradient && m_curves.variants[number].disconnected,
             .variant = number});
    }

    const FigureContent& m_content;
    const Curves& m_curves;
    Quantity m_quantity;
    const Theme& m_theme;
    /// The plot shows what is read off the gradient instead of the gradient itself.
    bool m_isReading;
    PaneContent m_pane;
};

} // namespace

bool sameStatistics(const Statistics& a, const Statistics& b)
{
    return sameNumbers(a.mean, b.mean) && sameNumbers(a.q05, b.q05) && sameNumbers(a.q25, b.q25) &&
           sameNumbers(a.q75, b.q75) && sameNumbers(a.q95, b.q95) &&
           sameNumbers(a.nanFraction, b.nanFraction) && sameNumbers(a.infFraction, b.infFraction);
}

PaneContent paneContentOf(const FigureContent& content, Quantity quantity, const Theme& theme)
{
    return content.isEmpty() ? PaneContent{} : PaneBuilder(content, quantity, theme).build();
}

ValueRange readableRange(const PaneContent& pane)
{
    std::vector<std::span<const double>> curves;
    if (pane.layers.testFlag(FigureLayer::noiseFree)) {
        curves.emplace_back(pane.noiseFree);
    }
    if (!pane.difference.empty()) {
        curves.emplace_back(pane.difference);
    }
    for (const PaneCurve& curve : pane.curves) {
        if (pane.layers.testFlag(FigureLayer::bands)) {
            curves.insert(curves.end(), {curve.statistics->q05, curve.statistics->q95});
        }
        curves.emplace_back(curve.statistics->mean);
        curves.insert(curves.end(), curve.paths.begin(), curve.paths.end());
    }
    return pane.isLogarithmic() ? readableDecades(curves) : readableRange(curves);
}

} // namespace sluice
