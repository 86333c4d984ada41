// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/advisor.h"
#include "tests/core/graph_values.h"

#include <QTest>

#include <algorithm>
#include <string>

namespace sluice::test {

inline const std::string origin =
    "x = input(-2, 2)\ny = x**2\nu = uniform(0.9, 1.1)\nyu = y*u\nz = sqrt(yu)\n";

inline Experiment experimentOf(const std::string& text)
{
    Experiment experiment;
    experiment.text = text;
    experiment.points = 40;
    experiment.samples = 500;
    return experiment;
}

inline Advice adviceFor(const std::string& text, const AdviceOptions& options = {})
{
    return advise(programOf(text), experimentOf(text), options).value();
}

inline const Placement& find(const Advice& advice, const Gates& gates)
{
    for (const Placement& placement : advice.placements)
        if (placement.gates == gates || std::ranges::count(placement.equivalents, gates) != 0)
            return placement;
    QTest::qFail("no such placement", __FILE__, __LINE__);
    return advice.placements.front();
}

} // namespace sluice::test
