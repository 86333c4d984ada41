// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/noise_rows.h"

#include "core/operations/operation.h"
#include "ui/local_number.h"
#include "ui/panels/number_box.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace sluice {

namespace {

struct NoiseRowText
{
    Q_DECLARE_TR_FUNCTIONS(sluice::NoiseRowText)
};

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string_view distributionOf(const Program& program, const NoiseSource& source)
{
    return program.graph[source.node].operation->name;
}

/// How many sources each call in the text stands for, by where it begins.
using CallCounts = std::map<std::size_t, int>;

QString nameOfCall(const NoiseSource& source, int count)
{
    const QString name = toQString(source.name);
    return count == 1 ? name : NoiseRowText::tr("%1 ×%2").arg(name).arg(count);
}

NoiseRow rowOfPair(const NoiseSource& source, std::size_t low, std::size_t high)
{
    NoiseRow row;
    row.kind = NoiseRow::Kind::pair;
    row.values = {{{source.name, low}, source.arguments[low].literal->value},
                  {{source.name, high}, source.arguments[high].literal->value}};
    return row;
}

NoiseRow rowOfArgument(const NoiseSource& source, std::size_t index)
{
    const auto& argument = source.arguments[index];
    NoiseRow row;
    row.kind = NoiseRow::Kind::single;
    row.argument = toQString(argument.name);
    row.values = {{{source.name, index}, argument.literal->value}};
    constexpr std::array spreads{"stddev", "scale", "rate"};
    if (std::ranges::find(spreads, argument.name) != spreads.end()) {
        row.minimum = 0.0;
    }
    if (argument.name == "p") {
        row.minimum = 0.0;
        row.maximum = 1.0;
    }
    return row;
}

/// What holds for the arguments that are not numbers in the text.
QString descriptionOf(const NoiseSource& source, std::string_view text)
{
    const auto isImplied = [](const auto& each) { return each.implied && !each.literal; };
    if (source.arguments.size() == 2 && source.arguments[0].name == "low" &&
        std::ranges::all_of(source.arguments, isImplied)) {
        return QStringLiteral("%1 … %2").arg(localNumber(numberText(*source.arguments[0].implied)),
                                             localNumber(numberText(*source.arguments[1].implied)));
    }
    QStringList parts;
    bool hasExpression = false;
    for (const auto& argument : source.arguments) {
        if (isImplied(argument)) {
            parts << QStringLiteral("%1 %2").arg(toQString(argument.name),
                                                 localNumber(numberText(*argument.implied)));
        }
        hasExpression = hasExpression || (!argument.literal && !argument.implied);
    }
    const auto [begin, end] = source.call;
    const bool isBare = source.arguments.empty();
    if ((hasExpression || isBare) && begin <= end && end <= text.size()) {
        return toQString(text.substr(begin, end - begin)).simplified();
    }
    return parts.join(QStringLiteral(", "));
}

void appendRowsOf(const NoiseSource& source, const Program& program, std::string_view text, int count,
                  std::vector<NoiseRow>& rows)
{
    const auto isLiteral = [&](std::size_t index) { return source.arguments[index].literal.has_value(); };
    const auto positionOf = [&](std::string_view name) {
        return static_cast<std::size_t>(
            std::ranges::find(source.arguments, name, &NoiseSource::Argument::name) -
            source.arguments.begin());
    };
    const std::size_t size = source.arguments.size();
    const std::size_t first = rows.size();
    const std::size_t low = positionOf("low");
    const std::size_t high = positionOf("high");
    const bool isPair = low < size && high < size && isLiteral(low) && isLiteral(high);
    if (isPair) {
        rows.push_back(rowOfPair(source, low, high));
    }
    bool hasMore = size == 0;
    for (std::size_t index = 0; index < size; ++index) {
        if (isPair && (index == low || index == high)) {
            continue;
        }
        if (isLiteral(index)) {
            rows.push_back(rowOfArgument(source, index));
        } else {
            hasMore = true;
        }
    }
    if (hasMore) {
        NoiseRow row;
        row.kind = NoiseRow::Kind::written;
        row.description = descriptionOf(source, text);
        if (const auto call = writtenOut(program, source)) {
            row.writeOut = Replacement{source.call, *call};
        }
        rows.push_back(std::move(row));
    }
    for (std::size_t i = first; i < rows.size(); ++i) {
        rows[i].isNoise = true;
        rows[i].name = nameOfCall(source, count);
        const QString distribution = toQString(distributionOf(program, source));
        rows[i].toolTip = count == 1
                              ? NoiseRowText::tr("%1: noise, %2").arg(rows[i].name, distribution)
                              : NoiseRowText::tr("%1 and the further ones of this call, %2 in all: noise, %3")
                                    .arg(toQString(source.name))
                                    .arg(count)
                                    .arg(distribution);
    }
}

/// The nearest number not below, of 1, 2 and 5 times a power of ten.
double roundUp(double value)
{
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double digit : {1.0, 2.0, 5.0}) {
        if (value <= digit * power * (1.0 + 1e-9)) {
            return digit * power;
        }
    }
    return 10.0 * power;
}

} // namespace

std::vector<NoiseRow> noiseRowsOf(const Program& program, const Experiment& experiment)
{
    CallCounts counts;
    for (const NoiseSource& source : program.sources) {
        ++counts[source.call.begin];
    }
    std::vector<NoiseRow> rows;
    for (const NoiseSource& source : program.sources) {
        // The first of them speaks for all.
        if (const int count = std::exchange(counts[source.call.begin], 0); count > 0) {
            appendRowsOf(source, program, experiment.text, count, rows);
        }
    }
    for (const Parameter& parameter : program.parameters) {
        const auto setting = experiment.settings.find(parameter.name);
        NoiseRow row;
        row.kind = NoiseRow::Kind::single;
        row.name = toQString(parameter.name);
        row.toolTip = NoiseRowText::tr("%1: parameter").arg(row.name);
        row.values = {{{parameter.name, std::nullopt},
                       setting != experiment.settings.end() ? setting->second : parameter.literal.value}};
        rows.push_back(std::move(row));
    }
    return rows;
}

bool haveSameControls(const std::vector<NoiseRow>& one, const std::vector<NoiseRow>& other)
{
    return std::ranges::equal(one, other, [](const NoiseRow& a, const NoiseRow& b) {
        const auto referenceOf = [](const LiteralValue& value) { return value.literal; };
        return a.kind == b.kind && a.name == b.name && a.argument == b.argument && a.isNoise == b.isNoise &&
               a.toolTip == b.toolTip && a.writeOut.has_value() == b.writeOut.has_value() &&
               std::ranges::equal(a.values, b.values, {}, referenceOf, referenceOf);
    });
}

SliderLimits limitsAround(const NoiseRow& row)
{
    const double low = row.values.front().value;
    const double high = row.values.back().value;
    const double middle = (low + high) / 2.0;
    const double reach = std::max(std::abs(middle), 2.0 * std::abs(high - low));
    constexpr double tiny = 1e-100;
    const bool isPair = row.kind == NoiseRow::Kind::pair && reach > tiny;
    const double half = roundUp(isPair ? reach : std::max(1.0, std::abs(middle)));
    const double step = stepForRange(0.0, half);
    SliderLimits limits{roundedToStep(middle - half, step * 10.0), roundedToStep(middle + half, step * 10.0)};
    limits.low = std::min(row.minimum.value_or(limits.low), low);
    limits.high = std::max(row.maximum.value_or(limits.high), high);
    if (row.minimum && !row.maximum) {
        // A spread of 0.1 wants a slider to 0.5, not to 1.1.
        limits.high = std::max(high, roundUp(std::max(4.0 * std::abs(high), 1e-300)));
        limits.high = high == 0.0 ? 1.0 : limits.high;
    }
    return limits;
}

} // namespace sluice
