// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mathematics/instruction_set.h"

#include <vector>

namespace sluice::test {

/// Those that this machine can run, the baseline first.
inline std::vector<InstructionSet> supportedInstructionSets()
{
    std::vector<InstructionSet> sets;
    for (const InstructionSet set : allInstructionSets)
        if (isSupported(set))
            sets.push_back(set);
    return sets;
}

} // namespace sluice::test
