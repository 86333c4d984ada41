// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/figure_completion.h"

#include "core/analysis/explanation.h"
#include "core/analysis/point_samples.h"
#include "core/experiment/computation.h"
#include "core/experiment/variant_texts.h"
#include "ui/export/derivation_insert.h"
#include "ui/export/export_error.h"
#include "ui/export/graph_insert.h"
#include "ui/panels/derivation_formula.h"
#include "ui/phrase_text.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <utility>

namespace sluice {

namespace {

std::size_t selectedVariant(const FigureContent& content)
{
    const auto last = static_cast<int>(content.variants.size()) - 1;
    return static_cast<std::size_t>(std::clamp(content.selected, 0, std::max(last, 0)));
}

/// The number of the sweep's point that is nearest.
std::size_t nearestPoint(const std::vector<double>& points, double at)
{
    const auto distance = [at](double point) { return std::abs(point - at); };
    return static_cast<std::size_t>(std::ranges::min_element(points, {}, distance) - points.begin());
}

std::size_t histogramPoint(const FigureContent& content, std::optional<double> at)
{
    const std::vector<double>& points = content.curves->x;
    if (at) {
        return nearestPoint(points, *at);
    }
    return content.pointsOfInterest.empty() ? (points.size() - 1) * 3 / 4
                                            : nearestPoint(points, content.pointsOfInterest.back());
}

PointHistograms histogramsAt(std::size_t point, const FigureContent& content, const FigureOrigin& origin)
{
    PointHistograms made{.point = point, .at = content.curves->x[point]};
    std::vector<std::vector<double>> values;
    std::vector<std::vector<double>> gradients;
    for (std::size_t v = 0; v < origin.experiment.variants.size(); ++v) {
        const LoneVariant lone = loneVariant(*origin.program, origin.experiment, v);
        PointSamples samples = samplesAt(*lone.program, lone.experiment, made.at, point);
        values.push_back(std::move(samples.value));
        gradients.push_back(std::move(samples.gradient));
    }
    made.value = histogramsOf(values);
    made.gradient = histogramsOf(gradients);
    return made;
}

/// More than any figure has room for.
constexpr std::size_t mostFormulas = 50;

std::vector<VariantDerivation> derivationsOf(const FigureContent& content, const Explainer& explainer)
{
    const QString input = QString::fromStdString(content.curves->input);
    std::vector<VariantDerivation> derivations;
    for (std::size_t i = 0; i < content.variants.size() && i < explainer.variantCount(); ++i) {
        const FigureVariant& variant = content.variants[i];
        if (!variant.visible) {
            continue;
        }
        const QString output = QString::fromStdString(explainer.output(i));
        std::vector<TypesetFormula> formulas = derivationFormulas(explainer.derivation(i), output, input);
        if (formulas.size() > mostFormulas) {
            formulas.resize(mostFormulas);
            formulas.push_back(TypesetFormula::plain(QStringLiteral("…")));
        }
        derivations.push_back({.name = variant.name,
                               .position = variant.position,
                               .color = variant.color,
                               .formulas = std::move(formulas)});
    }
    return derivations;
}

GraphDrawing drawingOf(std::size_t variant, const FigureOrigin& origin, const Explainer& explainer)
{
    const LoneVariant lone = loneVariant(*origin.program, origin.experiment, variant);
    const Computation computation(*lone.program, lone.experiment);
    return {.program = lone.program,
            .gates = lone.experiment.variants.front().gates,
            .effects = computation.effects().front(),
            .flows = DrawnFlows(*lone.program, explainer.derivation(variant))};
}

[[noreturn]] void failToComplete(const std::exception& error)
{
    throw ExportError(ExportError::tr("What the figure is to show beside the curves can't be made: %1")
                          .arg(messageOf(error))
                          .toStdString());
}

} // namespace

double usualHistogramPoint(const FigureContent& content)
{
    return content.curves->x[histogramPoint(content, {})];
}

void complete(FigureContent& content, const FigureOrigin& origin, const FigureOptions& options)
{
    const bool needsGraph = options.parts.testFlag(FigurePart::graph) && !content.graph;
    const bool needsDerivation = options.parts.testFlag(FigurePart::derivation) && !content.derivation;
    if (content.isEmpty() || content.variants.size() != origin.experiment.variants.size()) {
        return;
    }
    try {
        if (options.parts.testFlag(FigurePart::histogram)) {
            const std::size_t point = histogramPoint(content, options.histogramAt);
            if (!content.histograms || content.histograms->point != point) {
                content.histograms = histogramsAt(point, content, origin);
            }
        }
        if (needsGraph || needsDerivation) {
            const Explainer explainer(*origin.program, origin.experiment);
            if (needsGraph) {
                content.graph =
                    std::make_shared<GraphInsert>(drawingOf(selectedVariant(content), origin, explainer));
            }
            if (needsDerivation) {
                content.derivation = std::make_shared<DerivationInsert>(derivationsOf(content, explainer));
            }
        }
    } catch (const ExperimentError& error) {
        failToComplete(error);
    } catch (const GraphTooLarge& error) {
        // The chain rule, written out, is larger than the graph it belongs to.
        failToComplete(error);
    }
}

} // namespace sluice
