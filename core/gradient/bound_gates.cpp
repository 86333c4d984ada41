// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gradient/bound_gates.h"

#include "core/gradient/gate.h"

#include <algorithm>
#include <iterator>

namespace sluice {

std::vector<BoundGate> boundGates(std::span<const std::string> gates, const Program& program)
{
    std::vector<BoundGate> bound;
    for (const std::string& text : gates)
        if (const auto gate = parseGate(text))
            std::ranges::copy(bind(*gate, program), std::back_inserter(bound));
    return bound;
}

} // namespace sluice
