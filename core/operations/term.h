// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/graph.h"

#include <initializer_list>
#include <string_view>

namespace sluice {

/// A node together with its graph, so that derivative rules read like the formulas they are.
struct Term
{
    Graph* graph = nullptr;
    NodeId node{};
};

/// Appends the operation that the table knows by `name`.
[[nodiscard]] Term apply(std::string_view name, std::initializer_list<Term> operands);
[[nodiscard]] Term constantBeside(Term sibling, double value);

[[nodiscard]] Term operator+(Term a, Term b);
[[nodiscard]] Term operator-(Term a, Term b);
[[nodiscard]] Term operator*(Term a, Term b);
[[nodiscard]] Term operator/(Term a, Term b);
[[nodiscard]] Term operator-(Term a);
[[nodiscard]] Term operator+(Term a, double b);
[[nodiscard]] Term operator-(Term a, double b);
[[nodiscard]] Term operator-(double a, Term b);
[[nodiscard]] Term operator*(double a, Term b);
[[nodiscard]] Term operator/(double a, Term b);
[[nodiscard]] Term operator/(Term a, double b);

[[nodiscard]] Term where(Term condition, Term a, Term b);
/// 0, as a node of the same graph.
[[nodiscard]] Term zeroBeside(Term sibling);
[[nodiscard]] Term isGreater(Term a, Term b);
[[nodiscard]] Term isGreater(Term a, double b);
[[nodiscard]] Term isLess(Term a, Term b);
[[nodiscard]] Term isLess(Term a, double b);
[[nodiscard]] Term isEqual(Term a, Term b);

} // namespace sluice
