// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mathematics/instruction_set.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace sluice {

/// A sequence of blocks of Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011): those whose counters differ in
/// their first word alone.
struct PhiloxSequence
{
    std::array<std::uint32_t, 2> key{};
    /// The counter's words 1 to 3.
    std::array<std::uint32_t, 3> counter{};
};

/// Fills in the blocks whose counters begin with `block`, `block` + 1, … (modulo 2³²): the words 0 and 1 of
/// each joined in `first`, the words 2 and 3 in `second`, the lower numbered being the lower half. There must
/// be room for a multiple of `philoxStride` blocks.
using PhiloxFunction = void (*)(const PhiloxSequence& sequence, std::uint32_t block, std::uint64_t* first,
                                std::uint64_t* second, std::size_t blocks);

inline constexpr std::size_t philoxStride = 32;

/// The same words whatever the instruction set.
extern const Versions<PhiloxFunction> philox;

} // namespace sluice
