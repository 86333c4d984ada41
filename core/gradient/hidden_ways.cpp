// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gradient/hidden_ways.h"

#include "core/operations/operation.h"

#include <algorithm>

namespace sluice {

bool hasHiddenWays(const Program& program)
{
    return std::ranges::any_of(program.graph.nodes(),
                               [](const Node& node) { return node.operation->role == Role::gradient; }) ||
           std::ranges::any_of(program.sources,
                               [](const NoiseSource& source) { return source.nominal.has_value(); });
}

} // namespace sluice
