// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

// What a function may use of its instruction set, whatever the program as a whole is compiled for. All that
// it calls is inlined, so that it is compiled for the same. Sanitizers look at every step, which such
// functions would repeat a hundredfold; with them, the code is the same, but for any processor and out of
// line.
#if defined(__SANITIZE_ADDRESS__)
#define SLUICE_IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SLUICE_IS_SANITIZED 1
#endif
#endif
#if defined(SLUICE_IS_SANITIZED) || !defined(__x86_64__)
#define SLUICE_BASELINE
#define SLUICE_X86_64_V3
#define SLUICE_X86_64_V4
#else
#define SLUICE_BASELINE [[gnu::flatten]]
#define SLUICE_X86_64_V3 [[gnu::flatten, gnu::target("avx2,fma,bmi,bmi2,lzcnt")]]
#define SLUICE_X86_64_V4                                                                                     \
    [[gnu::flatten, gnu::target("avx2,fma,bmi,bmi2,lzcnt,avx512f,avx512bw,avx512cd,avx512dq,avx512vl")]]
#endif

namespace sluice {

/// The instruction sets that a hot loop is compiled for, each a superset of those before it.
enum class InstructionSet : std::uint8_t
{
    baseline,
    v3, ///< AVX2 and fused multiply-add
    v4, ///< AVX-512
};

inline constexpr std::array allInstructionSets{InstructionSet::baseline, InstructionSet::v3,
                                               InstructionSet::v4};

[[nodiscard]] std::string_view nameOf(InstructionSet set);
[[nodiscard]] bool isSupported(InstructionSet set);
/// The largest that this machine supports.
[[nodiscard]] InstructionSet bestInstructionSet();

/// How a sum of a product is computed.
enum class MultiplyAdd : std::uint8_t
{
    rounded, ///< a product, then a sum: the same bits on every instruction set
    fused,   ///< one rounding; only where the instruction set has it
};

/// One function for each instruction set.
template <class Function>
struct Versions
{
    std::array<Function, allInstructionSets.size()> all{};

    [[nodiscard]] constexpr Function operator[](InstructionSet set) const noexcept
    {
        return all[static_cast<std::size_t>(set)];
    }
};

namespace detail {

template <class Body, class... Arguments>
SLUICE_BASELINE void baselineVersion(Arguments... arguments)
{
    Body::template run<MultiplyAdd::rounded>(arguments...);
}

template <class Body, class... Arguments>
SLUICE_X86_64_V3 void v3Version(Arguments... arguments)
{
#if defined(__x86_64__)
    Body::template run<MultiplyAdd::fused>(arguments...);
#else
    Body::template run<MultiplyAdd::rounded>(arguments...);
#endif
}

template <class Body, class... Arguments>
SLUICE_X86_64_V4 void v4Version(Arguments... arguments)
{
#if defined(__x86_64__)
    Body::template run<MultiplyAdd::fused>(arguments...);
#else
    Body::template run<MultiplyAdd::rounded>(arguments...);
#endif
}

} // namespace detail

/// `Body::run<MultiplyAdd>(arguments...)`, compiled for every instruction set. The body is a loop that the
/// compiler turns into vectors; it and all that it calls must be inline.
template <class Body, class... Arguments>
[[nodiscard]] constexpr Versions<void (*)(Arguments...)> versionsOf()
{
    return {{&detail::baselineVersion<Body, Arguments...>, &detail::v3Version<Body, Arguments...>,
             &detail::v4Version<Body, Arguments...>}};
}

} // namespace sluice
