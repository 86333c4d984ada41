// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/local_number.h"

#include <QLocale>

#include <cmath>

namespace sluice {

QString localNumber(QString plain)
{
    return plain.replace(QLatin1Char('.'), QLocale().decimalPoint());
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
