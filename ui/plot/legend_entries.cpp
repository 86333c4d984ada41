// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/gradient_reading.h"
#include "ui/plot/legend.h"
#include "ui/plot/marks.h"
#include "ui/plot/pane_content.h"

#include <algorithm>

namespace sluice {

namespace {

std::vector<Legend::Entry> variantEntries(const FigureContent& content, const PaneContent& gradient,
                                          const FigureStyle& style)
{
    std::vector<Legend::Entry> entries;
    const std::size_t count = std::min(content.variants.size(), content.curves->variants.size());
    for (std::size_t i = 0; i < count; ++i) {
        const FigureVariant& variant = content.variants[i];
        if (!variant.visible && style.quality == DrawingQuality::print) {
            continue;
        }
        const auto shown =
            std::ranges::find(gradient.curves, &content.curves->variants[i].gradient, &PaneCurve::statistics);
        const bool disconnected = content.curves->variants[i].disconnected;
        entries.push_back(
            {.kind = Legend::Entry::Kind::variant,
             .text = disconnected ? Legend::tr("%1 (disconnected: 0)").arg(variant.name) : variant.name,
             .color = style.theme->variantColor(variant.color),
             .dash = Theme::variantDash(variant.color),
             .number = QString::number(variant.position + 1),
             .variant = static_cast<int>(i),
             .visible = variant.visible,
             .filled = shown != gradient.curves.end() && shown->filled});
    }
    return entries;
}

} // namespace

std::vector<Legend::Entry> legendEntries(const FigureContent& content, const FigureStyle& style)
{
    if (content.isEmpty()) {
        return {};
    }
    using Kind = Legend::Entry::Kind;
    const PaneContent value = paneContentOf(content, Quantity::value, *style.theme);
    const PaneContent gradient = paneContentOf(content, Quantity::gradient, *style.theme);
    std::vector<Legend::Entry> entries = variantEntries(content, gradient, style);
    const auto addKey = [&](Kind kind, const QString& text, const QColor& color) {
        entries.push_back({.kind = kind, .text = text, .color = color});
    };
    const FigureLayers layers = content.view.layers;
    if (!gradient.curves.empty() && layers.testFlag(FigureLayer::mean)) {
        addKey(Kind::mean, Legend::tr("mean"), style.neutral());
    }
    if (layers.testFlag(FigureLayer::bands) && (hasSpread(value) || hasSpread(gradient))) {
        addKey(Kind::innerBand, Legend::tr("25–75 %"), style.neutral());
        addKey(Kind::outerBand, Legend::tr("5–95 %"), style.neutral());
    }
    if (layers.testFlag(FigureLayer::noiseFree)) {
        addKey(Kind::noiseFree, Legend::tr("noise-free"), style.theme->text);
    }
    if (std::ranges::any_of(value.curves, [](const PaneCurve& curve) { return !curve.paths.empty(); })) {
        addKey(Kind::path, Legend::tr("samples"), style.theme->text);
    }
    if (!gradient.difference.empty()) {
        addKey(Kind::difference, Legend::tr("by differences"), style.theme->text);
    }
    if (gradient.reading == GradientReading::deviation) {
        addKey(Kind::outerBand, Legend::tr("95 % confidence"), style.neutral());
    } else if (gradient.reading != GradientReading::gradient) {
        const QString target = targetName(content.view.target, QString::fromStdString(content.curves->input),
                                          QString::fromStdString(content.curves->output));
        addKey(Kind::outerBand, Legend::tr("bias against %1, 95 % confidence").arg(target), style.neutral());
    }
    if (hasNaN(value) || hasNaN(gradient)) {
        addKey(Kind::nan, Legend::tr("NaN"), style.theme->text);
    }
    if (hasInfinite(value) || hasInfinite(gradient)) {
        addKey(Kind::infinite, Legend::tr("infinite"), style.theme->text);
    }
    if (!content.pointsOfInterest.empty()) {
        addKey(Kind::pointOfInterest, Legend::tr("points of interest"), style.neutral());
    }
    return entries;
}

} // namespace sluice
