// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment_file.h"

#include "core/experiment/json.h"
#include "core/experiment/setting_names.h"
#include "core/language/diagnostic.h"

#include <algorithm>
#include <cmath>
#include <concepts>
#include <limits>
#include <utility>

namespace sluice {
namespace {

constexpr int currentVersion = 1;
constexpr std::size_t maximumBytes = 16 * 1024 * 1024;
/// The deepest value that a file of this version has is a gate: file, variants, variant, gates, gate.
constexpr int maximumDepth = 8;

[[noreturn]] void fail(Phrase message)
{
    throw ExperimentFileError(std::move(message));
}

std::string inQuotes(std::string_view text)
{
    return '"' + std::string(text) + '"';
}

/// One line of the text is one line of the file, so that versions of a file can be compared.
Json linesOf(std::string_view text)
{
    Json lines = Json::array();
    std::size_t begin = 0;
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', begin)) {
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    lines.push_back(text.substr(begin));
    return lines;
}

/// A short name of what stands where something else was expected.
Phrase described(const Json& value)
{
    if (value.is_object() || value.is_array())
        return value.is_object() ? Phrase::of("an object") : Phrase::of("a list");
    const auto text = value.dump(-1, ' ', true, Json::error_handler_t::replace);
    constexpr std::size_t longest = 40;
    return Phrase::verbatim(text.size() <= longest ? text : text.substr(0, longest) + "...");
}

[[noreturn]] void failExpecting(std::string_view key, const Phrase& expected, const Json& found)
{
    fail(Phrase::of("%1 must be %2, not %3", {inQuotes(key), expected, described(found)}));
}

std::string stringFrom(std::string_view key, const Json& value)
{
    if (!value.is_string())
        failExpecting(key, Phrase::of("a string"), value);
    return value.get<std::string>();
}

double numberFrom(std::string_view key, const Json& value)
{
    if (value.is_number())
        return value.get<double>();
    if (value == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    if (value == "inf" || value == "-inf") {
        return value == "inf" ? std::numeric_limits<double>::infinity()
                              : -std::numeric_limits<double>::infinity();
    }
    failExpecting(key, Phrase::of("a number"), value);
}

double finiteNumberFrom(std::string_view key, const Json& value)
{
    const double number = numberFrom(key, value);
    if (!std::isfinite(number))
        failExpecting(key, Phrase::of("a finite number"), value);
    return number;
}

template <std::unsigned_integral Whole>
Whole wholeNumberFrom(std::string_view key, const Json& value, Whole least)
{
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > std::numeric_limits<Whole>::max() ||
        value.get<std::uint64_t>() < least)
        failExpecting(key, Phrase::of("a whole number from %1", {std::to_string(least)}), value);
    return value.get<Whole>();
}

template <class Value, std::size_t count>
Value choiceFrom(std::string_view key, const Json& value, const SettingNames<Value, count>& names)
{
    const auto choice = value.is_string() ? valueNamed(names, value.get<std::string>()) : std::nullopt;
    if (!choice) {
        Phrase expected;
        for (const auto& [name, named] : names)
            expected = expected.isEmpty() ? Phrase::verbatim(inQuotes(name))
                                          : Phrase::of("%1 or %2", {expected, inQuotes(name)});
        failExpecting(key, expected, value);
    }
    return *choice;
}

Framework frameworkFrom(std::string_view key, const Json& value)
{
    const auto framework = value.is_string() ? frameworkNamed(value.get<std::string>()) : std::nullopt;
    if (!framework)
        failExpecting(key, alternatives({"\"tensorflow\"", "\"pytorch\"", "\"jax\""}), value);
    return *framework;
}

std::string textFrom(std::string_view key, const Json& lines)
{
    if (!lines.is_array())
        return stringFrom(key, lines);
    std::string text;
    bool first = true;
    for (const auto& line : lines) {
        text += std::exchange(first, false) ? "" : "\n";
        text += stringFrom(key, line);
    }
    return text;
}

std::vector<std::string> gatesFrom(std::string_view key, const Json& gates)
{
    if (!gates.is_array())
        failExpecting(key, Phrase::of("a list of gates"), gates);
    std::vector<std::string> result;
    for (const auto& gate : gates)
        result.push_back(stringFrom(key, gate));
    return result;
}

bool flagFrom(std::string_view key, const Json& value)
{
    if (!value.is_boolean())
        failExpecting(key, Phrase::of("true or false"), value);
    return value.get<bool>();
}

/// Colours are counted from 1, as the variants are that have them where nothing is said.
std::size_t colorFrom(std::string_view key, const Json& value)
{
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() < 1 ||
        value.get<std::uint64_t>() > Variant::colorCount)
        failExpecting(key, Phrase::of("a whole number from 1 to %1", {std::to_string(Variant::colorCount)}),
                      value);
    return value.get<std::size_t>() - 1;
}

/// A variant with what the view says of it.
struct ViewedVariant
{
    Variant variant;
    bool isSelected = false;
    bool isHidden = false;
};

ViewedVariant viewedVariantFrom(const Json& json)
{
    if (!json.is_object())
        failExpecting("variants", Phrase::of("a list of objects with \"name\" and \"gates\""), json);
    ViewedVariant viewed;
    for (const auto& [key, value] : json.items())
        if (key == "name")
            viewed.variant.name = stringFrom(key, value);
        else if (key == "gates")
            viewed.variant.gates = gatesFrom(key, value);
        else if (key == "text")
            viewed.variant.text = textFrom(key, value);
        else if (key == "color")
            viewed.variant.color = colorFrom(key, value);
        else if (key == "selected")
            viewed.isSelected = flagFrom(key, value);
        else if (key == "hidden")
            viewed.isHidden = flagFrom(key, value);
        else
            fail(Phrase::of("a variant has an unknown key %1", {inQuotes(key)}));
    return viewed;
}

void readVariants(ExperimentFile& file, std::string_view key, const Json& json)
{
    if (!json.is_array())
        failExpecting(key, Phrase::of("a list"), json);
    file.experiment.variants.clear();
    bool hasSelected = false;
    for (const auto& each : json) {
        const std::size_t position = file.experiment.variants.size();
        auto [variant, isSelected, isHidden] = viewedVariantFrom(each);
        if (isSelected && std::exchange(hasSelected, true))
            fail(Phrase::of("two variants are \"selected\"; at most one can be"));
        if (isSelected)
            file.view.selected = position;
        if (isHidden)
            file.view.hidden.insert(position);
        file.experiment.variants.push_back(std::move(variant));
    }
}

/// A layer by the name that files have for it.
struct LayerName
{
    std::string_view name;
    bool PlotChoices::*isDrawn;
};
constexpr std::array<LayerName, 5> layerNames{{{"bands", &PlotChoices::bands},
                                               {"sample paths", &PlotChoices::paths},
                                               {"mean", &PlotChoices::mean},
                                               {"noise-free", &PlotChoices::noiseFree},
                                               {"by differences", &PlotChoices::difference}}};

void readLayers(PlotChoices& plots, std::string_view key, const Json& layers)
{
    if (!layers.is_array())
        failExpecting(key, Phrase::of("a list of layers"), layers);
    for (const LayerName& layer : layerNames)
        plots.*layer.isDrawn = false;
    for (const auto& each : layers) {
        const std::string name = stringFrom(key, each);
        const auto* const layer = std::ranges::find(layerNames, name, &LayerName::name);
        if (layer == layerNames.end())
            fail(Phrase::of("the plots have no layer %1", {inQuotes(name)}));
        plots.*layer->isDrawn = true;
    }
}

PlotChoices plotsFrom(std::string_view key, const Json& json)
{
    if (!json.is_object())
        failExpecting(key, Phrase::of("an object with \"layers\", \"lower\" and \"target\""), json);
    PlotChoices plots;
    for (const auto& [name, value] : json.items())
        if (name == "layers")
            readLayers(plots, name, value);
        else if (name == "lower")
            plots.reading = choiceFrom(name, value, gradientReadingNames);
        else if (name == "target")
            plots.target = choiceFrom(name, value, gradientTargetNames);
        else
            fail(Phrase::of("the plots have an unknown key %1", {inQuotes(name)}));
    return plots;
}

Json jsonOf(const PlotChoices& plots)
{
    Json layers = Json::array();
    for (const LayerName& layer : layerNames)
        if (plots.*layer.isDrawn)
            layers.push_back(layer.name);
    return {{"layers", layers},
            {"lower", nameIn(gradientReadingNames, plots.reading)},
            {"target", nameIn(gradientTargetNames, plots.target)}};
}

Json jsonOf(const std::vector<Variant>& variants, const ExperimentView& view)
{
    Json list = Json::array();
    for (std::size_t i = 0; i < variants.size(); ++i) {
        Json variant{{"name", variants[i].name}, {"gates", variants[i].gates}};
        if (variants[i].text)
            variant["text"] = linesOf(*variants[i].text);
        if (const auto& color = variants[i].color)
            variant["color"] = *color + 1;
        // The first is selected where nothing is said.
        if (i > 0 && i == view.selected)
            variant["selected"] = true;
        if (view.hidden.contains(i))
            variant["hidden"] = true;
        list.push_back(std::move(variant));
    }
    return list;
}

std::map<std::string, double> settingsFrom(std::string_view key, const Json& json)
{
    if (!json.is_object())
        failExpecting(key, Phrase::of("an object of numbers by name"), json);
    std::map<std::string, double> settings;
    for (const auto& [name, value] : json.items())
        settings[name] = numberFrom(name, value);
    return settings;
}

double differenceStepFrom(std::string_view key, const Json& json)
{
    const double step = finiteNumberFrom(key, json);
    if (step <= 0)
        failExpecting(key, Phrase::of("a number greater than 0"), json);
    return step;
}

void readKey(ExperimentFile& file, std::string_view key, const Json& value)
{
    Experiment& experiment = file.experiment;
    if (key == "text")
        experiment.text = textFrom(key, value);
    else if (key == "variants")
        readVariants(file, key, value);
    else if (key == "from")
        experiment.from = finiteNumberFrom(key, value);
    else if (key == "to")
        experiment.to = finiteNumberFrom(key, value);
    else if (key == "points")
        experiment.points = wholeNumberFrom<std::size_t>(key, value, 1);
    else if (key == "samples")
        experiment.samples = wholeNumberFrom<std::size_t>(key, value, 1);
    else if (key == "seed")
        experiment.seed = wholeNumberFrom<std::uint64_t>(key, value, 0);
    else if (key == "noise")
        experiment.noise = choiceFrom(key, value, noiseNames);
    else if (key == "semantics")
        experiment.semantics = frameworkFrom(key, value);
    else if (key == "precision")
        experiment.precision = choiceFrom(key, value, precisionNames);
    else if (key == "output")
        experiment.output = stringFrom(key, value);
    else if (key == "with respect to")
        experiment.withRespectTo = stringFrom(key, value);
    else if (key == "settings")
        experiment.settings = settingsFrom(key, value);
    else if (key == "difference step")
        experiment.differenceStep = differenceStepFrom(key, value);
    else if (key == "plots")
        file.view.plots = plotsFrom(key, value);
    else
        fail(Phrase::of("unknown key %1; was the file written by a newer Sluice?", {inQuotes(key)}));
}

/// Whether a parsed value is to be kept: always, but nothing deeper than any file of ours gets that far.
bool checkDepth(int depth, Json::parse_event_t /*event*/, Json& /*parsed*/)
{
    if (depth > maximumDepth)
        fail(Phrase::of("brackets are nested deeper than in any experiment file"));
    return true;
}

Json parsed(std::string_view json)
{
    if (json.size() > maximumBytes)
        fail(Phrase::of("an experiment file has at most 16 MiB"));
    try {
        return Json::parse(json, checkDepth);
    } catch (const Json::parse_error& error) {
        const auto offset = std::min(error.byte > 0 ? error.byte - 1 : 0, json.size());
        const auto where = lineColumnAt(json, offset);
        const std::string_view pattern =
            offset >= json.size()
                ? Phrase::marked("line %1, column %2: the file ends too early, it is no complete JSON")
                : Phrase::marked("line %1, column %2: here the file stops being valid JSON");
        fail(Phrase::of(pattern, {std::to_string(where.line), std::to_string(where.column)}));
    } catch (const Json::exception&) {
        fail(Phrase::of("a number is out of range"));
    }
}

void checkVersion(const Json& file)
{
    const auto version = file.find("sluice");
    if (version == file.end())
        fail(Phrase::of(
            "this is no experiment of Sluice: it has no key \"sluice\" with the version of the format"));
    if (*version != currentVersion) {
        fail(Phrase::of("the version of the file format is %1, this Sluice reads version %2",
                        {described(*version), std::to_string(currentVersion)}));
    }
}

} // namespace

std::string toJson(const Experiment& experiment, const ExperimentView& view)
{
    Json file;
    file["sluice"] = currentVersion;
    file["text"] = linesOf(experiment.text);
    file["variants"] = jsonOf(experiment.variants, view);
    if (experiment.from)
        file["from"] = toJson(*experiment.from);
    if (experiment.to)
        file["to"] = toJson(*experiment.to);
    file["points"] = experiment.points;
    file["samples"] = experiment.samples;
    file["seed"] = experiment.seed;
    file["noise"] = nameIn(noiseNames, experiment.noise);
    file["semantics"] = nameOf(experiment.semantics);
    file["precision"] = nameIn(precisionNames, experiment.precision);
    if (experiment.output)
        file["output"] = *experiment.output;
    if (experiment.withRespectTo)
        file["with respect to"] = *experiment.withRespectTo;
    if (!experiment.settings.empty()) {
        auto& settings = file["settings"] = Json::object();
        for (const auto& [name, value] : experiment.settings)
            settings[name] = toJson(value);
    }
    if (experiment.differenceStep)
        file["difference step"] = toJson(*experiment.differenceStep);
    if (view.plots != PlotChoices{})
        file["plots"] = jsonOf(view.plots);
    return file.dump(2, ' ', true, Json::error_handler_t::replace) + '\n';
}

bool looksLikeExperiment(std::string_view contents)
{
    const std::size_t first = contents.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && contents[first] == '{';
}

ExperimentFile experimentFileFromJson(std::string_view json)
{
    const auto object = parsed(json);
    if (!object.is_object())
        fail(Phrase::of("this is no experiment of Sluice: it must be a JSON object, not %1",
                        {described(object)}));
    checkVersion(object);
    if (!object.contains("text"))
        fail(Phrase::of("the key \"text\" with the expression is missing"));
    ExperimentFile file;
    for (const auto& [key, value] : object.items())
        if (key != "sluice")
            readKey(file, key, value);
    return file;
}

Experiment experimentFromJson(std::string_view json)
{
    return experimentFileFromJson(json).experiment;
}

} // namespace sluice
