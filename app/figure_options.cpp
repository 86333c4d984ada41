// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figure_options.h"

#include "app/failure.h"
#include "app/numbers.h"
#include "app/unknown_name.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

namespace sluice {
namespace {

constexpr std::array<std::pair<std::string_view, FigurePart>, 8> partNames{{
    {"title", FigurePart::title},
    {"legend", FigurePart::legend},
    {"graph", FigurePart::graph},
    {"forward", FigurePart::forward},
    {"gradient", FigurePart::gradient},
    {"histogram", FigurePart::histogram},
    {"derivation", FigurePart::derivation},
    {"caption", FigurePart::caption},
}};

/// In logical pixels.
constexpr std::array<std::pair<std::string_view, double>, 4> unitLengths{{
    {"px", 1.0},
    {"mm", logicalDpi / 25.4},
    {"cm", logicalDpi / 2.54},
    {"in", logicalDpi},
}};

struct Length
{
    double pixels = 0.0;
    /// It was given in a unit of paper, not in pixels.
    bool isPhysical = false;
};

Length lengthFrom(const std::string& option, const std::string& text)
{
    constexpr double longest = 1e6;
    std::string_view digits = text;
    Length length;
    double unit = 1.0;
    for (const auto& [name, pixels] : unitLengths) {
        if (digits.ends_with(name)) {
            digits.remove_suffix(name.size());
            unit = pixels;
            length.isPhysical = name != "px";
            break;
        }
    }
    const auto number = parseNumber(digits);
    if (!number || !(*number > 0) || !(*number <= longest)) {
        throw CommandLineError(option + " takes a length: pixels, or 85mm, 8.5cm, 3.4in; not \"" + text +
                               "\"");
    }
    length.pixels = *number * unit;
    return length;
}

double positiveNumberFrom(const std::string& option, const std::string& text)
{
    const auto number = parseNumber(text);
    if (!number || !std::isfinite(*number) || *number <= 0) {
        throw CommandLineError(option + " takes a number greater than 0, not \"" + text + "\"");
    }
    return *number;
}

FigurePart partNamed(const std::string& name)
{
    const auto* const found =
        std::ranges::find(partNames, std::string_view(name), &decltype(partNames)::value_type::first);
    if (found == partNames.end()) {
        std::vector<std::string> names;
        names.reserve(partNames.size());
        for (const auto& [each, part] : partNames) {
            names.emplace_back(each);
        }
        throw CommandLineError("--show: " + unknownName("part of a figure", name, names));
    }
    return found->second;
}

FigureParts partsFrom(std::string_view list)
{
    FigureParts parts;
    for (;;) {
        const auto comma = list.find(',');
        parts |= partNamed(std::string(list.substr(0, comma)));
        if (comma == std::string_view::npos) {
            return parts;
        }
        list.remove_prefix(comma + 1);
    }
}

std::optional<double> histogramPointFrom(const FigureArguments& arguments)
{
    if (!arguments.histogramAt) {
        return std::nullopt;
    }
    const auto number = parseNumber(*arguments.histogramAt);
    if (!number || !std::isfinite(*number)) {
        throw CommandLineError("--histogram-at takes a number, not \"" + *arguments.histogramAt + "\"");
    }
    return number;
}

} // namespace

void addFigureOptions(CLI::App& commandLine, FigureArguments& arguments)
{
    const auto add = [&](const char* name, std::optional<std::string>& value, const char* type,
                         const char* description) {
        commandLine.add_option(name, value, description)->type_name(type);
    };
    add("--width", arguments.width, "W",
        "Logical pixels, 96 an inch, or a length as 85mm, 8.5cm, 3.4in; without, 1200");
    add("--height", arguments.height, "H", "The same; without, 800");
    add("--scale", arguments.scale, "S",
        "Pixels of a PNG for each logical pixel; without, 1, or what --dpi asks for where a length is given");
    add("--dpi", arguments.dpi, "D", "Pixels per inch that the picture declares");
    commandLine.add_option("--theme", arguments.theme, "Light or dark")
        ->type_name("THEME")
        ->check(CLI::IsMember({"light", "dark"}))
        ->capture_default_str();
    commandLine.add_flag("--transparent", arguments.transparent, "Without a background");
    add("--show", arguments.show, "PART,PART,...",
        "What is on the figure, of title, legend, graph, forward, gradient, histogram, derivation, caption; "
        "without, title,legend,forward,gradient,caption");
    add("--histogram-at", arguments.histogramAt, "X",
        "The point whose samples the histograms show; without, the last point of interest");
}

FigureOptions figureOptionsFrom(const FigureArguments& arguments)
{
    FigureOptions figure;
    bool isPhysical = false;
    const auto take = [&](const char* option, const std::optional<std::string>& text, double& pixels) {
        if (text) {
            const auto length = lengthFrom(option, *text);
            pixels = length.pixels;
            isPhysical = isPhysical || length.isPhysical;
        }
    };
    take("--width", arguments.width, figure.width);
    take("--height", arguments.height, figure.height);
    if (arguments.dpi) {
        figure.dpi = positiveNumberFrom("--dpi", *arguments.dpi);
    }
    if (arguments.scale) {
        figure.scale = positiveNumberFrom("--scale", *arguments.scale);
    } else if (isPhysical && figure.dpi) {
        figure.scale = *figure.dpi / logicalDpi;
    }
    if (arguments.show) {
        figure.parts = partsFrom(*arguments.show);
    }
    figure.dark = arguments.theme == "dark";
    figure.transparent = arguments.transparent;
    figure.histogramAt = histogramPointFrom(arguments);
    try {
        checkFigureOptions(figure);
    } catch (const FileError& error) {
        throw CommandLineError(error.what());
    }
    return figure;
}

} // namespace sluice
