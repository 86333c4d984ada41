// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace sluice {

/// Numbers in boxes, tables, readouts and on axes are those of the window's language: `0,5` in a Russian one.
/// Whatever may be read by a program never depends on it: the expression's text, files, CSV, code, what is
/// copied from tables, and exported figures have points.

/// A number as files have it (`-0.5`, `1e-07`) as the window shows it.
[[nodiscard]] QString localNumber(QString plain);

/// A number to be read, rounded to so many significant digits: with a true minus sign, without an exponent
/// where the digits are few (`120`, `0,00004`), else with a power of ten (`−2·10⁻⁷`); `NaN`, `∞`.
[[nodiscard]] QString readableNumber(double value, int digits);

/// The finite number that somebody has typed, with the decimal sign of the window's language or with a point;
/// a true minus sign is one too. Nothing where it is no number, or has signs between thousands.
[[nodiscard]] std::optional<double> typedNumber(const QString& typed);

} // namespace sluice
