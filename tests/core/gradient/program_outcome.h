// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/computation.h"
#include "core/gradient/gate.h"
#include "tests/core/graph_values.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::test {

/// Value and gradient of a text's output at a few regular points, with the draws that its names bring.
struct ProgramOutcome
{
    bool disconnected = false;
    std::vector<double> value;
    std::vector<double> gradient;
};

inline constexpr std::array irregularPoints{-0.83, -0.31, 0.12, 0.57, 0.94};

inline ProgramOutcome outcomeOf(std::string_view text, const std::vector<std::string>& gates = {},
                                std::span<const double> at = irregularPoints)
{
    Experiment experiment;
    experiment.text = text;
    experiment.variants = {Variant{"one", gates}};
    const Computation computation(programOf(text), experiment);
    for (const GateEffect& effect : computation.effects().front())
        if (effect.notFound)
            QTest::qFail(("no place for " + effect.gate).c_str(), __FILE__, __LINE__);
    const PointValues values = computation.evaluate(at);
    const VariantValues& variant = values.variants.front();
    return {variant.disconnected, variant.value, variant.gradient};
}

/// Bit for bit; NaN equals NaN.
inline bool isSame(const std::vector<double>& a, const std::vector<double>& b)
{
    return std::ranges::equal(a, b, [](double p, double q) { return isSame(p, q); });
}

inline bool isSame(const ProgramOutcome& a, const ProgramOutcome& b)
{
    return a.disconnected == b.disconnected && isSame(a.value, b.value) && isSame(a.gradient, b.gradient);
}

/// To a tolerance that is relative for large numbers and absolute for small ones.
inline bool isClose(const std::vector<double>& a, const std::vector<double>& b, double tolerance)
{
    return std::ranges::equal(a, b, [=](double p, double q) {
        return isSame(p, q) || std::abs(p - q) <= tolerance * std::max(1.0, std::abs(q));
    });
}

inline bool isClose(const ProgramOutcome& a, const ProgramOutcome& b, double tolerance)
{
    return a.disconnected == b.disconnected && isClose(a.value, b.value, tolerance) &&
           isClose(a.gradient, b.gradient, tolerance);
}

} // namespace sluice::test
