// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/readout.h"

#include "ui/local_number.h"

#include <algorithm>
#include <cmath>

namespace sluice {

namespace {

/// More are not read.
constexpr int readableDigits = 6;

/// As the window shows it, with a true minus sign.
QString shownNumber(double value, char format, int digits)
{
    if (format == 'g') {
        return readableNumber(value, digits);
    }
    QString text = localNumber(QString::number(value, format, digits));
    if (text.startsWith(QLatin1Char('-'))) {
        text[0] = QChar(0x2212);
    }
    return text;
}

} // namespace

QString significantText(double value, double standardError)
{
    if (std::isnan(value)) {
        return QStringLiteral("NaN");
    }
    if (std::isinf(value)) {
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    }
    const double magnitude = std::abs(value);
    if (!(standardError > 0.0) || !std::isfinite(standardError)) {
        return shownNumber(value, 'g', readableDigits);
    }
    const int decimals = static_cast<int>(std::ceil(-std::log10(standardError)));
    if (magnitude < 1e6 && decimals <= 9) {
        // An error of tens leaves no digit of the ones.
        const double unit = decimals < 0 ? std::pow(10.0, -decimals) : 0.0;
        const double rounded = unit > 0.0 ? std::round(value / unit) * unit : value;
        return shownNumber(rounded, 'f', std::max(decimals, 0));
    }
    const int leading = magnitude > 0.0 ? static_cast<int>(std::floor(std::log10(magnitude))) : 0;
    return shownNumber(value, 'g', std::clamp(decimals + leading + 1, 1, 15));
}

QString positionText(double value, double spacing)
{
    int digits = readableDigits;
    if (value != 0.0 && spacing > 0.0 && std::isfinite(value)) {
        const double needed = std::floor(std::log10(std::abs(value))) - std::floor(std::log10(spacing)) + 2.0;
        digits = static_cast<int>(std::clamp(needed, static_cast<double>(readableDigits), 17.0));
    }
    return shownNumber(value, 'g', digits);
}

} // namespace sluice
