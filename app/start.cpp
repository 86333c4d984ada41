// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start.h"

#include "app/open_window.h"
#include "app/output.h"
#include "app/print_values.h"
#include "app/write_figure.h"
#include "ui/workspace/experiment_files.h"

#include <QApplication>
#include <QFileInfo>

namespace sluice {
namespace {

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

int writePictureAndTable(const std::string& file)
{
    constexpr auto picture = "sluice.png";
    ComputingOptions options;
    options.file = file;
    const auto prepared = prepare(options);
    writeFigure(picture, {}, prepared, options);
    printNote(std::string("there is no display to open a window on; the figure is in ") + picture);
    print(valuesAsTable(valuesOf(prepared, options, prepared.computation.pointsOfInterest())));
    return 0;
}

/// What the window's title calls the file.
QString titleOf(const Source& source)
{
    const auto name = QString::fromStdString(source.name);
    return name.startsWith("example:") ? name.mid(8) : QFileInfo(name).fileName();
}

/// The experiment file that it came from, so that saving goes back there.
QString experimentFileOf(const Source& source)
{
    const auto path = QString::fromStdString(source.name);
    return hasExperimentSuffix(path) ? QFileInfo(path).absoluteFilePath() : QString();
}

} // namespace

int start(int& argumentCount, char** argumentValues, const std::string& file)
{
    if (!hasDisplay()) {
        return writePictureAndTable(file);
    }
    const auto source = load(file);
    const QApplication application(argumentCount, argumentValues);
    return openWindow({source.experiment, source.view}, titleOf(source), experimentFileOf(source));
}

} // namespace sluice
