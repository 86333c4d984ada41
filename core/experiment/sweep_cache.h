// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/draw_cache.h"

#include <cstddef>

namespace sluice {

/// What one sweep leaves for the next: draws, which stay the same while a slider moves. Whoever computes
/// frames owns one.
class SweepCache
{
public:
    explicit SweepCache(std::size_t bytes = DrawCache::defaultBytes)
        : m_draws(bytes / 2), m_valueDraws(bytes / 2)
    {
    }

    /// For the kernel of values and gradients, and for that of values alone.
    [[nodiscard]] DrawCache& draws() noexcept { return m_draws; }
    [[nodiscard]] DrawCache& valueDraws() noexcept { return m_valueDraws; }

private:
    DrawCache m_draws;
    DrawCache m_valueDraws;
};

} // namespace sluice
