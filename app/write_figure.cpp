// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/write_figure.h"

#include "app/failure.h"
#include "core/experiment/experiment_file.h"
#include "ui/theme.h"

#include <QApplication>
#include <QLoggingCategory>

#include <array>

namespace sluice {

void writeFigure(const std::string& path, const FigureOptions& figure, const Prepared& prepared,
                 const ComputingOptions& options)
{
    auto curves = std::make_shared<const Curves>(sweepOf(prepared, options));

    qputenv("QT_QPA_PLATFORM", "offscreen");
    // What Qt has to say about a session without a desktop means nothing to who renders a picture.
    QLoggingCategory::setFilterRules("default.warning=false");
    int argumentCount = 1;
    std::array<char, 7> name = {"sluice"};
    std::array<char*, 2> argumentValues = {name.data(), nullptr};
    const QApplication application(argumentCount, argumentValues.data());
    installFonts();
    try {
        exportFigure(QString::fromStdString(path),
                     figureContentOf(prepared.program, prepared.experiment, std::move(curves)), figure,
                     QString::fromStdString(toJson(prepared.experiment)));
    } catch (const ExportError& error) {
        throw InputError(path + ": error: " + error.what());
    }
}

} // namespace sluice
