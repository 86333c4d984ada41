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

QString titleOf(const Program& program, const Experiment& experiment, const Curves& curves)
{
    const QString output = toText(curves.output);
    const QString function = QStringLiteral("%1(%2)").arg(output, toText(curves.input));
    const Place* place = program.findPlace(curves.output);
    const QString expression = place ? oneLine(experiment.text, place->span) : QString();
    return expression.isEmpty() || expression == output ? function
                                                        : function + QStringLiteral(" = ") + expression;
}

/// `uniform(0.9, 1.1)` where the arguments have values or names, else the call as it stands in the text.
QString distributionOf(const Program& program, const Experiment& experiment, const NoiseSource& source)
{
    QStringList arguments;
    for (const NoiseSource::Argument& argument : source.arguments) {
        if (argument.literal) {
            arguments += captionNumber(argument.literal->value);
        } else if (argument.implied) {
            arguments += captionNumber(*argument.implied);
        } else if (const std::string_view name = program.placeName(argument.node); !name.empty()) {
            arguments += toText(name);
        } else {
            return oneLine(experiment.text, source.call);
        }
    }
    const Operation* operation = program.graph[source.node].operation;
    return QStringLiteral("%1(%2)").arg(toText(operation->name), arguments.join(QStringLiteral(", ")));
}

QString captionOf(const Program& program, const Experiment& experiment, const Curves& curves)
{
    const auto valueOf = [&](const std::string& name, double inText) {
        const auto setting = experiment.settings.find(name);
        return setting == experiment.settings.end() ? inText : setting->second;
    };
    const QString equation = QStringLiteral("%1 = %2");
    QStringList parts;
    for (const NoiseSource& source : program.sources) {
        parts +=
            QStringLiteral("%1 ~ %2").arg(toText(source.name), distributionOf(program, experiment, source));
    }
    for (const Parameter& parameter : program.parameters) {
        if (parameter.name != curves.input) {
            const double value = valueOf(parameter.name, parameter.literal.value);
            parts += equation.arg(toText(parameter.name), captionNumber(value));
        }
    }
    for (const Input& input : program.inputs) {
        if (input.name != curves.input) {
            parts += equation.arg(toText(input.name), captionNumber(valueOf(input.name, input.held)));
        }
    }
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

FigureContent figureContentOf(const Program& program, const Experiment& experiment,
                              std::shared_ptr<const Curves> curves)
{
    FigureContent content;
    content.title = titleOf(program, experiment, *curves);
    content.caption = captionOf(program, experiment, *curves);
    if (program.pointsOfInterest.input == curves->input) {
        content.pointsOfInterest = program.pointsOfInterest.values;
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
