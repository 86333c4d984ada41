// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/local_number.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sluice {

namespace {

/// From here on up and down a power of ten is shorter than the zeros.
constexpr int longestExponent = 6;
constexpr int shortestExponent = -5;

QString raised(int exponent)
{
    static const QString figures = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = exponent < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar figure : QString::number(std::abs(exponent))) {
        text += figures[figure.digitValue()];
    }
    return text;
}

/// Of `1.50` the last zero, of `2.0` the point as well.
QString withoutLastZeros(QString plain)
{
    while (plain.contains(QLatin1Char('.')) &&
           (plain.endsWith(QLatin1Char('0')) || plain.endsWith(QLatin1Char('.')))) {
        plain.chop(1);
    }
    return plain;
}

} // namespace

QString localNumber(QString plain)
{
    return plain.replace(QLatin1Char('.'), QLocale().decimalPoint());
}

QString readableNumber(double value, int digits)
{
    if (std::isnan(value)) {
        return QStringLiteral("NaN");
    }
    const QString sign = value < 0.0 ? QStringLiteral("−") : QString();
    if (std::isinf(value)) {
        return sign + QStringLiteral("∞");
    }
    // Rounded first: 999.7 has the exponent of 1000 where three digits are shown.
    const QString rounded = QString::number(std::abs(value), 'e', digits - 1);
    const QString mantissa = withoutLastZeros(rounded.section(QLatin1Char('e'), 0, 0));
    const int exponent = rounded.section(QLatin1Char('e'), 1).toInt();
    if (exponent >= shortestExponent && exponent < std::max(digits, longestExponent)) {
        const int decimals = std::max(0, digits - 1 - exponent);
        return sign + localNumber(withoutLastZeros(QString::number(rounded.toDouble(), 'f', decimals)));
    }
    const QString power = QStringLiteral("10") + raised(exponent);
    return sign +
           (mantissa == QLatin1String("1") ? power : localNumber(mantissa) + QStringLiteral("·") + power);
}

std::optional<double> typedNumber(const QString& typed)
{
    QString plain = typed.trimmed();
    plain.replace(QLocale().decimalPoint(), QStringLiteral("."));
    plain.replace(QChar(0x2212), QLatin1Char('-'));
    bool isNumber = false;
    const double value = plain.toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace sluice
