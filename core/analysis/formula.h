// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/graph.h"

#include <string>
#include <vector>

namespace sluice {

/// An expression as people read it: a graph whose variables bear the names of places (`yu`, `z.mul#2`).
struct Formula
{
    Graph graph;
    NodeId root{};
};

/// The formula in the expression language, with as few brackets as Python needs: `1/(2*sqrt(yu))`.
[[nodiscard]] std::string toText(const Formula& formula);

/// The names that the formula reads, in the order in which it was made.
[[nodiscard]] std::vector<std::string> variablesOf(const Formula& formula);

/// Rewritten for reading: numbers are computed, ones and zeros left out, powers gathered, fractions laid on
/// one bar. Algebra of real numbers, not of IEEE arithmetic: never to be evaluated.
[[nodiscard]] Formula simplified(const Formula& formula);

} // namespace sluice
