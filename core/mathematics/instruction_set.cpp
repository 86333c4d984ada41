// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mathematics/instruction_set.h"

#include <algorithm>
#include <ranges>

namespace sluice {

std::string_view nameOf(InstructionSet set)
{
    switch (set) {
    case InstructionSet::baseline:
        return "baseline";
    case InstructionSet::v3:
        return "x86-64-v3";
    case InstructionSet::v4:
        return "x86-64-v4";
    }
    return {};
}

bool isSupported(InstructionSet set)
{
    if (set == InstructionSet::baseline)
        return true;
#if defined(__x86_64__)
    const bool hasV3 = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0 &&
                       __builtin_cpu_supports("bmi") != 0 && __builtin_cpu_supports("bmi2") != 0;
    if (set == InstructionSet::v3)
        return hasV3;
    return hasV3 && __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
           __builtin_cpu_supports("avx512cd") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
           __builtin_cpu_supports("avx512vl") != 0;
#else
    return false;
#endif
}

InstructionSet bestInstructionSet()
{
    static const InstructionSet best =
        *std::ranges::find_if(allInstructionSets | std::views::reverse, isSupported);
    return best;
}

} // namespace sluice
