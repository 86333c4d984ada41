// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mathematics/instruction_set.h"
#include "core/mathematics/twin.h"

namespace sluice {

/// a·b + c.
template <MultiplyAdd kind>
[[nodiscard, gnu::always_inline]] inline double multiplyAdd(double a, double b, double c)
{
    if constexpr (kind == MultiplyAdd::fused)
        return __builtin_fma(a, b, c);
    else
        return a * b + c;
}

template <MultiplyAdd kind>
[[nodiscard, gnu::always_inline]] inline float multiplyAdd(float a, float b, float c)
{
    if constexpr (kind == MultiplyAdd::fused)
        return __builtin_fmaf(a, b, c);
    else
        return a * b + c;
}

template <MultiplyAdd kind, class A, class B, class C>
requires detail::SomeTwin<A, B, C>
[[nodiscard, gnu::always_inline]] inline auto multiplyAdd(A a, B b, C c)
{
    return detail::forBoth([](auto... operands) { return multiplyAdd<kind>(operands...); }, a, b, c);
}

} // namespace sluice
