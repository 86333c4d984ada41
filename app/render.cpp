// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/failure.h"
#include "app/numbers.h"
#include "app/write_figure.h"

#include <QFileInfo>

#include <cmath>

namespace sluice {
namespace {

/// What --width and the like say, as they were written.
struct RenderOptions
{
    std::string path;
    std::optional<std::string> width;
    std::optional<std::string> height;
    std::optional<std::string> scale;
    std::optional<std::string> dpi;
    std::string theme = "light";
    bool transparent = false;
};

void addRenderOptions(CLI::App& commandLine, RenderOptions& options)
{
    commandLine
        .add_option("-o,--out", options.path, "The picture to write; its ending says whether PNG, SVG or PDF")
        ->type_name("OUT")
        ->required();
    const auto add = [&](const char* name, std::optional<std::string>& value, const char* type,
                         const char* description) {
        commandLine.add_option(name, value, description)->type_name(type);
    };
    add("--width", options.width, "W", "Logical pixels; without, 1200");
    add("--height", options.height, "H", "Logical pixels; without, 800");
    add("--scale", options.scale, "S", "Pixels of a PNG for each logical pixel; without, 1");
    add("--dpi", options.dpi, "D", "Pixels per inch that the picture declares");
    commandLine.add_option("--theme", options.theme, "Light or dark")
        ->type_name("THEME")
        ->check(CLI::IsMember({"light", "dark"}))
        ->capture_default_str();
    commandLine.add_flag("--transparent", options.transparent, "Without a background");
}

int lengthFrom(const std::string& option, const std::string& text)
{
    constexpr std::uint64_t longest = 1'000'000;
    const auto number = parseWholeNumber(text);
    if (!number || *number < 1 || *number > longest) {
        throw CommandLineError(option + " takes a number of pixels, not \"" + text + "\"");
    }
    return static_cast<int>(*number);
}

double positiveNumberFrom(const std::string& option, const std::string& text)
{
    const auto number = parseNumber(text);
    if (!number || !std::isfinite(*number) || *number <= 0) {
        throw CommandLineError(option + " takes a number greater than 0, not \"" + text + "\"");
    }
    return *number;
}

FigureOptions figureOptionsFrom(const RenderOptions& options)
{
    FigureOptions figure;
    if (options.width) {
        figure.width = lengthFrom("--width", *options.width);
    }
    if (options.height) {
        figure.height = lengthFrom("--height", *options.height);
    }
    if (options.scale) {
        figure.scale = positiveNumberFrom("--scale", *options.scale);
    }
    if (options.dpi) {
        figure.dpi = positiveNumberFrom("--dpi", *options.dpi);
    }
    figure.dark = options.theme == "dark";
    figure.transparent = options.transparent;
    try {
        checkFigureOptions(figure);
    } catch (const ExportError& error) {
        throw CommandLineError(error.what());
    }
    return figure;
}

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
    CLI::App commandLine("Writes the figure as PNG, SVG or PDF, with the experiment inside a PNG.",
                         "sluice render");
    ComputingOptions options;
    RenderOptions render;
    addComputingOptions(commandLine, options);
    addRenderOptions(commandLine, render);
    if (parse(commandLine, arguments)) {
        checkEnding(render.path);
        const auto figure = figureOptionsFrom(render);
        writeFigure(render.path, figure, prepare(options), options);
    }
    return 0;
}

} // namespace sluice
