// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mathematics/instruction_set.h"

#include <algorithm>

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
    const bool hasV3 = static_cast<bool>(__builtin_cpu_supports("avx2")) &&
                       static_cast<bool>(__builtin_cpu_supports("fma")) &&
                       static_cast<bool>(__builtin_cpu_supports("bmi")) &&
                       static_cast<bool>(__builtin_cpu_supports("bmi2"));
    if (set == InstructionSet::v3)
        return hasV3;
    return hasV3 && static_cast<bool>(__builtin_cpu_supports("avx512f")) &&
           static_cast<bool>(__builtin_cpu_supports("avx512bw")) &&
           static_cast<bool>(__builtin_cpu_supports("avx512cd")) &&
           static_cast<bool>(__builtin_cpu_supports("avx512dq")) &&
           static_cast<bool>(__builtin_cpu_supports("avx512vl"));
#else
    return false;
#endif
}

InstructionSet bestInstructionSet()
{
    static const InstructionSet best =
        *std::find_if(allInstructionSets.rbegin(), allInstructionSets.rend(), isSupported);
    return best;
}

} // namespace sluice
