// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/draw_cache.h"
#include "core/evaluation/kernel.h"
#include "core/evaluation/memory_ahead.h"

#include <array>
#include <cstddef>
#include <span>
#include <tbb/cache_aligned_allocator.h>
#include <vector>

namespace sluice {

/// Samples `first`, `first` + 1, …
struct SampleRange
{
    std::size_t first = 0;
    std::size_t count = 0;
};

/// Runs a kernel in one precision; each thread has its own.
template <class Real>
class Evaluator
{
public:
    /// For up to this many samples a point: few need less memory than whole tiles.
    explicit Evaluator(const Kernel& kernel, std::size_t samples = ~std::size_t{0});

    /// Computes all roots at one point for a range of samples, whose first is a multiple of the kernel's tile
    /// width. `variables` are in the kernel's order; `results` has a row for each root, with room for every
    /// sample of the range, or for one number where the root is a scalar. Draws that are not cached are
    /// drawn.
    void run(std::span<const double> variables, const Draws& draws, const CachedDraws<Real>& cached,
             std::size_t point, SampleRange samples, std::span<const std::span<double>> results);

    /// The same for samples 0, 1, …, without a cache.
    void run(std::span<const double> variables, const Draws& draws, std::size_t point, std::size_t samples,
             std::span<const std::span<double>> results)
    {
        run(variables, draws, {}, point, {.first = 0, .count = samples}, results);
    }

private:
    /// No vector of a tile crosses a cache line.
    using Tiles = std::vector<Real, tbb::cache_aligned_allocator<Real>>;

    /// An operand that lies elsewhere for every tile.
    struct Moving
    {
        std::size_t instruction = 0;
        std::size_t operand = 0;
        Kernel::Slot slot = 0;
    };

    void setTile(Kernel::Slot slot, Real* tile);
    void setTileOperands();
    void compute(std::span<const Kernel::Instruction> instructions, std::size_t count);
    void computeTile(std::size_t count);
    void setVariables(std::span<const double> variables, std::size_t count,
                      std::span<const std::span<double>> results);
    /// `tiles` are cached draws, or null.
    void placeDraws(const Draws& draws, const Real* tiles, std::size_t point, SampleRange samples);
    void placeRoots(std::size_t offset, std::span<const std::span<double>> results);
    void lookAhead(const Real* cachedTile, SampleRange rest, std::span<const std::span<double>> results);
    void copyRoots(std::size_t offset, std::size_t count, std::span<const std::span<double>> results);

    const Kernel& m_kernel;
    std::size_t m_width;
    std::vector<Real> m_scalars;
    Tiles m_tiles;
    Tiles m_drawTiles;
    /// For results that are not wanted in this precision.
    Tiles m_rootTiles;
    /// Of the next tile, asked for while this one is computed: a share before each instruction.
    MemoryAhead m_ahead;
    /// By slot: where its values are read, and where they are written (draws are only read).
    std::vector<const Real*> m_operands;
    std::vector<Real*> m_results;
    /// The operands of what is computed for every sample, as it reads them.
    std::vector<std::array<const Real*, Kernel::maximumOperands>> m_tileOperands;
    std::vector<Moving> m_moving;
};

extern template class Evaluator<double>;
extern template class Evaluator<float>;

} // namespace sluice
