// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/computation.h"
#include "core/experiment/examples.h"
#include "core/experiment/experiment_file.h"
#include "core/language/program.h"
#include "ui/export/figure_completion.h"
#include "ui/export/figure_export.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>

/// write_figures FOLDER: writes a figure with everything on it as figure.png, figure.svg and figure.pdf, on
/// whatever platform it is started.
int main(int argumentCount, char** argumentValues)
{
    using namespace sluice;
    const QApplication application(argumentCount, argumentValues);
    installFonts();
    const QDir folder(QApplication::arguments().value(1));
    Experiment experiment = example("origin").value();
    experiment.points = 81;
    experiment.samples = 100;
    const auto program = std::make_shared<const Program>(read(experiment.text).program.value());
    const Computation computation(*program, experiment);
    FigureContent content = figureContentOf(computation.programs(), experiment,
                                            std::make_shared<const Curves>(computation.sweep({}).value()));
    const FigureOptions options{.width = 700.0,
                                .height = 900.0,
                                .scale = 1.5,
                                .parts = usualParts | FigurePart::graph | FigurePart::histogram |
                                         FigurePart::derivation};
    complete(content, {.program = program, .experiment = experiment}, options);
    const QString json = QString::fromStdString(toJson(experiment));
    for (const char* name : {"figure.png", "figure.svg", "figure.pdf"}) {
        exportFigure(folder.filePath(QLatin1String(name)), content, options, json);
    }
    return 0;
}
