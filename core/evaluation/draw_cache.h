// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/draws.h"

#include <cstddef>
#include <memory>
#include <mutex>
#include <span>
#include <variant>

namespace sluice {

/// How many draws a sweep needs of each source, and how they are cut into tiles: tile t of a point holds the
/// samples t·width, t·width + 1, …, fewer in the last.
struct DrawLayout
{
    std::size_t points = 0;
    std::size_t samples = 0;
    /// Even.
    std::size_t width = 0;

    [[nodiscard]] friend bool operator==(const DrawLayout&, const DrawLayout&) = default;
};

namespace detail {

template <class Real>
class DrawBlock;

} // namespace detail

/// The draws of one sweep as far as a cache had room for them. A handle: it is cheap to copy, stays good
/// whatever becomes of the cache, and may be used by several threads at once. Without a cache there is
/// nothing in it.
template <class Real>
class CachedDraws
{
public:
    CachedDraws() = default;

    /// The variates of one tile of a point: those of the first source, `width` further on those of the next,
    /// and so on. They are drawn when they are first asked for. Null where there was no room.
    [[nodiscard]] const Real* tile(std::size_t point, std::size_t tile) const;

private:
    friend class DrawCache;
    explicit CachedDraws(std::shared_ptr<detail::DrawBlock<Real>> block);

    std::shared_ptr<detail::DrawBlock<Real>> m_block;
};

extern template class CachedDraws<double>;
extern template class CachedDraws<float>;

/// Keeps the draws of a sweep for the next one, which mostly needs the same: moving a slider leaves the noise
/// alone. They lie as they are read, all sources of a tile one after the other, so that many sources are one
/// stream of memory and not many that fight for the same cache lines. What exceeds the cache's size is left
/// to be drawn anew by who needs it, beginning with the last points.
class DrawCache
{
public:
    static constexpr std::size_t defaultBytes = std::size_t{512} << 20;

    explicit DrawCache(std::size_t bytes = defaultBytes) noexcept : m_bytes(bytes) {}

    /// The draws that these leaves have in a sweep: the ones that are kept, if everything is as the last
    /// time, otherwise new ones, which take their place. Fewer samples of the same sweep (a first, coarse
    /// answer) are read from the tiles of them all. May be called by several threads.
    template <class Real>
    [[nodiscard]] CachedDraws<Real> draws(const Draws& draws, std::span<const DrawLeaf> leaves,
                                          const DrawLayout& layout);

private:
    std::size_t m_bytes;
    std::mutex m_mutex;
    std::variant<std::monostate, std::shared_ptr<detail::DrawBlock<double>>,
                 std::shared_ptr<detail::DrawBlock<float>>>
        m_last;
};

} // namespace sluice
