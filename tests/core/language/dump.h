// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/program.h"

#include <string>

namespace sluice {

/// A node as an expression down to its leaves: `sqrt(mul(pow(x, 2), uniform(draw u, 0.9, 1.1)))`.
[[nodiscard]] std::string dump(const Graph& graph, NodeId node);
/// The expression of a place; "no such place" where there is none.
[[nodiscard]] std::string dump(const Program& program, std::string_view place);
/// The names of all places, in their order, with spaces between.
[[nodiscard]] std::string placeNames(const Program& program);
/// Everything said of a text, a line each: `2:5 error: …`.
[[nodiscard]] std::string sayings(const Reading& reading);

} // namespace sluice
