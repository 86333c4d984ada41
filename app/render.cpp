// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/failure.h"
#include "app/figure_options.h"
#include "app/write_figure.h"

#include <QFileInfo>

namespace sluice {
namespace {

void checkEnding(const std::string& path)
{
    const auto ending = QFileInfo(QString::fromStdString(path)).suffix().toLower();
    if (ending != "png" && ending != "svg" && ending != "pdf") {
        throw CommandLineError("-o: \"" + path + "\" must end in .png, .svg or .pdf");
    }
}

} // namespace

int runRender(const Arguments& arguments)
{
    CLI::App commandLine("Writes the figure as PNG, SVG or PDF, with the experiment inside.",
                         "sluice render");
    ComputingOptions options;
    FigureArguments figure;
    std::string path;
    addComputingOptions(commandLine, options);
    commandLine.add_option("-o,--out", path, "The picture to write; its ending says whether PNG, SVG or PDF")
        ->type_name("OUT")
        ->required();
    addFigureOptions(commandLine, figure);
    if (parse(commandLine, arguments)) {
        checkEnding(path);
        const auto figureOptions = figureOptionsFrom(figure);
        writeFigure(path, figureOptions, prepare(options), options);
    }
    return 0;
}

} // namespace sluice
