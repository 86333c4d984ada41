// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace sluice::test {

/// An operation as its textbook formula in extended precision, and boxes of operands in which it is smooth.
struct ReferenceFunction
{
    using Operands = std::span<const long double>;
    using Box = std::vector<std::pair<double, double>>;

    std::string_view operation;
    long double (*function)(Operands);
    std::vector<Box> boxes;
};

/// One for each operation that a gradient flows through.
[[nodiscard]] const std::vector<ReferenceFunction>& referenceFunctions();

} // namespace sluice::test

Q_DECLARE_METATYPE(sluice::test::ReferenceFunction)
