// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/write_figure.h"

#include "app/failure.h"
#include "app/numbers.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/sample_paths.h"
#include "ui/export/figure_completion.h"
#include "ui/plot/shown_variants.h"
#include "ui/theme.h"

#include <QApplication>
#include <QLoggingCategory>

#include <algorithm>
#include <array>

namespace sluice {
namespace {

void checkHistogramPoint(const Curves& curves, std::optional<double> at)
{
    const auto [low, high] = std::minmax(curves.x.front(), curves.x.back());
    if (at && (*at < low || *at > high)) {
        throw CommandLineError("--histogram-at: " + numberText(*at) + " is outside of the sweep, " +
                               numberText(low) + " to " + numberText(high));
    }
}

} // namespace

void writeFigure(const std::string& path, const FigureOptions& figure, const Prepared& prepared,
                 const ComputingOptions& options)
{
    auto curves = std::make_shared<const Curves>(sweepOf(prepared, options));
    checkHistogramPoint(*curves, figure.histogramAt);

    qputenv("QT_QPA_PLATFORM", "offscreen");
    // What Qt has to say about a session without a desktop means nothing to who renders a picture.
    QLoggingCategory::setFilterRules("default.warning=false");
    int argumentCount = 1;
    std::array<char, 7> name = {"sluice"};
    std::array<char*, 2> argumentValues = {name.data(), nullptr};
    const QApplication application(argumentCount, argumentValues.data());
    installFonts();
    try {
        auto content =
            figureContentOf(prepared.computation.programs(), prepared.experiment, std::move(curves));
        // Gates of the command line make up a variant of their own, which no file speaks of.
        const ExperimentView view = options.gates.empty() ? prepared.source.view : ExperimentView{};
        applyView(content, view);
        if (view.plots.paths) {
            if (auto paths = prepared.computation.samplePaths(SamplePaths::shown)) {
                content.paths = std::make_shared<const SamplePaths>(std::move(*paths));
            }
        }
        complete(
            content,
            {.program = std::make_shared<const Program>(prepared.program), .experiment = prepared.experiment},
            figure);
        exportFigure(QString::fromStdString(path), content, figure,
                     QString::fromStdString(toJson(prepared.experiment, view)));
    } catch (const FileError& error) {
        throw InputError(path + ": error: " + error.what());
    }
}

} // namespace sluice
