// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/draw_cache.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <new>
#include <utility>
#include <vector>

namespace sluice {

namespace detail {

/// A cache line, so that no tile shares one with another where its size is a multiple of it.
constexpr std::align_val_t alignment{64};

struct Release
{
    template <class Real>
    void operator()(Real* memory) const noexcept
    {
        operator delete(memory, alignment);
    }
};

template <class Real>
using Memory = std::unique_ptr<Real, Release>;

namespace {

constexpr std::size_t tilesOf(const DrawLayout& layout)
{
    return (layout.samples + layout.width - 1) / layout.width;
}

/// Memory that nothing is written to: until then it costs address space alone. Null where there is none.
template <class Real>
Memory<Real> reserve(std::size_t count)
{
    return Memory<Real>(static_cast<Real*>(operator new(count * sizeof(Real), alignment, std::nothrow)));
}

} // namespace

template <class Real>
class DrawBlock
{
public:
    DrawBlock(const Draws& draws, std::span<const DrawLeaf> leaves, const DrawLayout& layout,
              std::size_t bytes)
        : m_draws(draws),
          m_leaves(leaves.begin(), leaves.end()),
          m_layout(layout),
          m_tiles(tilesOf(layout)),
          m_size(leaves.size() * layout.width),
          m_points(std::min(draws.areSharedAlongSweep() ? 1 : layout.points,
                            bytes / (m_tiles * m_size * sizeof(Real)))),
          m_variates(reserve<Real>(m_points * m_tiles * m_size)),
          m_drawn(m_variates ? m_points * m_tiles : 0)
    {
    }

    [[nodiscard]] bool serves(const Draws& draws, std::span<const DrawLeaf> leaves,
                              const DrawLayout& layout) const
    {
        return m_layout == layout && std::ranges::equal(m_leaves, leaves) && m_draws == draws;
    }

    [[nodiscard]] const Real* tile(std::size_t point, std::size_t tile)
    {
        assert(point < m_layout.points && tile < m_tiles);
        const std::size_t index = (m_draws.areSharedAlongSweep() ? 0 : point) * m_tiles + tile;
        if (index >= m_drawn.size())
            return nullptr;
        Real* const variates = m_variates.get() + index * m_size;
        Drawn& drawn = m_drawn[index];
        if (!drawn.isDone.load(std::memory_order_acquire))
            std::call_once(drawn.once, [&] {
                fill(variates, point, tile * m_layout.width);
                drawn.isDone.store(true, std::memory_order_release);
            });
        return variates;
    }

private:
    /// Asking the flag alone costs as much as some samples.
    struct Drawn
    {
        std::once_flag once;
        std::atomic<bool> isDone = false;
    };

    void fill(Real* variates, std::size_t point, std::size_t first) const
    {
        const std::size_t count = std::min(m_layout.width, m_layout.samples - first);
        for (const DrawLeaf& leaf : m_leaves) {
            m_draws.fill(leaf, point, first, std::span(variates, count));
            variates += m_layout.width;
        }
    }

    Draws m_draws;
    std::vector<DrawLeaf> m_leaves;
    DrawLayout m_layout;
    std::size_t m_tiles;
    /// Of a tile, with all leaves.
    std::size_t m_size;
    /// As many as there is room for.
    std::size_t m_points;
    Memory<Real> m_variates;
    std::vector<Drawn> m_drawn;
};

} // namespace detail

template <class Real>
CachedDraws<Real>::CachedDraws(std::shared_ptr<detail::DrawBlock<Real>> block) : m_block(std::move(block))
{
}

template <class Real>
const Real* CachedDraws<Real>::tile(std::size_t point, std::size_t tile) const
{
    return m_block ? m_block->tile(point, tile) : nullptr;
}

template <class Real>
CachedDraws<Real> DrawCache::draws(const Draws& draws, std::span<const DrawLeaf> leaves,
                                   const DrawLayout& layout)
{
    using Block = detail::DrawBlock<Real>;
    assert(layout.width > 0 && layout.width % 2 == 0);
    if (leaves.empty() || layout.samples == 0)
        return {};
    const std::scoped_lock lock(m_mutex);
    const auto* last = std::get_if<std::shared_ptr<Block>>(&m_last);
    if (last == nullptr || !(*last)->serves(draws, leaves, layout)) {
        // What is kept goes before anything new is reserved.
        m_last = {};
        m_last = std::make_shared<Block>(draws, leaves, layout, m_bytes);
    }
    return CachedDraws<Real>(std::get<std::shared_ptr<Block>>(m_last));
}

template class CachedDraws<double>;
template class CachedDraws<float>;
template CachedDraws<double> DrawCache::draws(const Draws&, std::span<const DrawLeaf>, const DrawLayout&);
template CachedDraws<float> DrawCache::draws(const Draws&, std::span<const DrawLeaf>, const DrawLayout&);

} // namespace sluice
