// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/figure_content.h"

#include "core/operations/operation.h"
#include "core/operations/semantics.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <string_view>

namespace sluice {

namespace {

struct FigureCaption
{
    Q_DECLARE_TR_FUNCTIONS(sluice::FigureCaption)
};

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString captionNumber(double value)
{
    return QLocale::c().toString(value, 'g', QLocale::FloatingPointShortest);
}

QString properName(Framework framework)
{
    switch (framework) {
    case Framework::tensorflow:
        return QStringLiteral("TensorFlow");
    case Framework::pytorch:
        return QStringLiteral("PyTorch");
    case Framework::jax:
        return QStringLiteral("JAX");
    }
    return {};
}

/// Without characters that can't be shown; in an SVG they would not even be allowed.
QString printable(QString text)
{
    text.removeIf([](QChar c) { return !c.isPrint() && !c.isSurrogate(); });
    return text;
}

/// A stretch of the text on one line.
QString oneLine(std::string_view text, TextSpan span)
{
    const std::size_t begin = std::min(span.begin, text.size());
    const std::size_t end = std::clamp(span.end, begin, text.size());
    return printable(toText(text.substr(begin, end - begin)).simplified());
}

/// A text of the experiment with what it means.
struct Text
{
    const Program& program;
    const std::string& text;
};

std::vector<Text> textsOf(const ExperimentPrograms& programs, const Experiment& experiment)
{
    std::vector<Text> texts;
    for (const Program* program : differentPrograms(programs)) {
        const auto variant =
            std::ranges::find(programs.variants, program, &std::shared_ptr<const Program>::get);
        const bool isOwn = program == programs.own.get() || variant == programs.variants.end();
        texts.push_back({*program, isOwn ? experiment.text
                                         : textOf(experiment, static_cast<std::size_t>(
                                                                  variant - programs.variants.begin()))});
    }
    return texts;
}

QString outputExpression(const Text& text, const Experiment& experiment)
{
    const std::string output = experiment.output.value_or(text.program.outputName);
    const Place* place = text.program.findPlace(output);
    const QString expression = place ? oneLine(text.text, place->span) : QString();
    return expression == toText(output) ? QString() : expression;
}

/// The function with its expression, where all texts have the same.
QString titleOf(std::span<const Text> texts, const Experiment& experiment, const Curves& curves)
{
    const QString function = QStringLiteral("%1(%2)").arg(toText(curves.output), toText(curves.input));
    const QString expression = outputExpression(texts.front(), experiment);
    const bool isCommon = std::ranges::all_of(
        texts, [&](const Text& each) { return outputExpression(each, experiment) == expression; });
    return expression.isEmpty() || !isCommon ? function : function + QStringLiteral(" = ") + expression;
}

/// `uniform(0.9, 1.1)` where the arguments have values or names, else the call as it stands in the text.
QString distributionOf(const Text& text, const NoiseSource& source)
{
    QStringList arguments;
    for (const NoiseSource::Argument& argument : source.arguments) {
        if (argument.literal) {
            arguments += captionNumber(argument.literal->value);
        } else if (argument.implied) {
            arguments += captionNumber(*argument.implied);
        } else if (const Place* place = text.program.placeOf(argument.node); place && place->isAssigned) {
            arguments += toText(place->name);
        } else {
            return oneLine(text.text, source.call);
        }
    }
    const Operation* operation = text.program.graph[source.node].operation;
    return QStringLiteral("%1(%2)").arg(toText(operation->name), arguments.join(QStringLiteral(", ")));
}

QStringList distributionsOf(const Text& text)
{
    QStringList parts;
    for (const NoiseSource& source : text.program.sources) {
        parts += QStringLiteral("%1 ~ %2").arg(toText(source.name), distributionOf(text, source));
    }
    return parts;
}

/// What the variables have that are not swept.
QStringList heldValues(const Program& program, const Experiment& experiment, const Curves& curves)
{
    const auto equation = [&](const std::string& name, double inText) {
        const auto setting = experiment.settings.find(name);
        const double value = setting == experiment.settings.end() ? inText : setting->second;
        return QStringLiteral("%1 = %2").arg(toText(name), captionNumber(value));
    };
    QStringList parts;
    for (const Parameter& parameter : program.parameters) {
        if (parameter.name != curves.input) {
            parts += equation(parameter.name, parameter.literal.value);
        }
    }
    for (const Input& input : program.inputs) {
        if (input.name != curves.input) {
            parts += equation(input.name, input.held);
        }
    }
    return parts;
}

/// What several texts have in common is said once.
QString captionOf(std::span<const Text> texts, const Experiment& experiment, const Curves& curves)
{
    QStringList parts;
    for (const Text& text : texts) {
        parts += distributionsOf(text);
    }
    for (const Text& text : texts) {
        parts += heldValues(text.program, experiment, curves);
    }
    parts.removeDuplicates();
    parts += FigureCaption::tr("%1 samples").arg(curves.samples);
    parts += FigureCaption::tr("seed %1").arg(experiment.seed);
    parts += FigureCaption::tr("semantics %1").arg(properName(experiment.semantics));
    return parts.join(QStringLiteral(" · "));
}

std::optional<std::size_t> ungatedOf(const Experiment& experiment, std::size_t variant)
{
    const std::vector<Variant>& variants = experiment.variants;
    if (variant >= variants.size()) {
        return std::nullopt;
    }
    const auto found = std::ranges::find_if(variants, [&](const Variant& each) {
        return each.gates.empty() && each.text == variants[variant].text;
    });
    return found == variants.end() ? std::nullopt
                                   : std::optional(static_cast<std::size_t>(found - variants.begin()));
}

} // namespace

int colorOf(std::span<const Variant> variants, std::size_t variant)
{
    const auto chosen = variant < variants.size() ? variants[variant].color : std::nullopt;
    return static_cast<int>(chosen.value_or(variant));
}

FigureContent figureContentOf(const ExperimentPrograms& programs, const Experiment& experiment,
                              std::shared_ptr<const Curves> curves)
{
    const std::vector<Text> texts = textsOf(programs, experiment);
    FigureContent content;
    content.title = titleOf(texts, experiment, *curves);
    content.caption = captionOf(texts, experiment, *curves);
    if (const PointsOfInterest& points = programs.own->pointsOfInterest; points.input == curves->input) {
        content.pointsOfInterest = points.values;
    }
    for (const VariantCurves& variant : curves->variants) {
        const int position = static_cast<int>(content.variants.size());
        content.variants.push_back({.name = printable(toText(variant.name)),
                                    .position = position,
                                    .color = colorOf(experiment.variants, content.variants.size()),
                                    .ungated = ungatedOf(experiment, content.variants.size())});
    }
    const auto own =
        std::ranges::find_if(experiment.variants, [](const Variant& each) { return !each.text; });
    if (own != experiment.variants.end()) {
        content.reference = static_cast<std::size_t>(own - experiment.variants.begin());
    }
    content.hasSharedDraws = experiment.noise == NoiseAlongSweep::shared;
    content.curves = std::move(curves);
    return content;
}

} // namespace sluice
