// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluator.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <type_traits>

namespace sluice {

namespace {

/// Fewer instructions pass over a tile as a plain loop does, whose memory the processor itself asks for: both
/// draws and results.
constexpr std::size_t leastInstructionsToLookAhead = 4;

/// Results of single precision to the callers' double.
struct Widening
{
    template <MultiplyAdd>
    [[gnu::always_inline]] static void run(const float* __restrict values, double* __restrict wanted,
                                           std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i)
            wanted[i] = values[i];
    }
};

void copyResults(const float* values, std::size_t count, double* wanted, InstructionSet instructionSet)
{
    static constexpr auto versions = versionsOf<Widening, const float*, double*, std::size_t>();
    versions[instructionSet](values, wanted, count);
}

void copyResults(const double* values, std::size_t count, double* wanted, InstructionSet)
{
    std::copy_n(values, count, wanted);
}

} // namespace

template <class Real>
Evaluator<Real>::Evaluator(const Kernel& kernel, std::size_t samples)
    : m_kernel(kernel),
      m_width(std::min(samples, kernel.tileWidth())),
      m_scalars(kernel.m_scalarCount),
      m_tiles(kernel.m_ownTiles.size() * m_width),
      m_operands(kernel.m_slotCount),
      m_results(kernel.m_slotCount)
{
    for (Kernel::Slot slot = 0; slot < kernel.m_scalarCount; ++slot)
        setTile(slot, &m_scalars[slot]);
    for (std::size_t tile = 0; tile < kernel.m_ownTiles.size(); ++tile)
        setTile(kernel.m_ownTiles[tile], m_tiles.data() + tile * m_width);
    if constexpr (!std::is_same_v<Real, double>) {
        m_rootTiles.resize(kernel.m_roots.size() * m_width);
        for (const auto& [root, slot] : kernel.m_rootTiles)
            setTile(slot, m_rootTiles.data() + root * m_width);
    }
    for (const auto& [slot, value] : kernel.m_constants)
        m_scalars[slot] = static_cast<Real>(value);
    compute(kernel.m_once, 1);
    setTileOperands();
}

template <class Real>
void Evaluator<Real>::setTile(Kernel::Slot slot, Real* tile)
{
    m_operands[slot] = m_results[slot] = tile;
}

template <class Real>
void Evaluator<Real>::setTileOperands()
{
    const std::span instructions(m_kernel.m_perSample);
    if (instructions.empty())
        return;
    std::vector<bool> isMoving(m_kernel.m_slotCount, false);
    for (const Kernel::Slot slot : m_kernel.m_drawTiles)
        isMoving[slot] = true;
    for (const auto& [root, slot] : m_kernel.m_rootTiles)
        isMoving[slot] = true;
    m_tileOperands.resize(instructions.size());
    for (std::size_t i = 0; i < instructions.size(); ++i)
        for (std::size_t k = 0; k < instructions[i].arity; ++k) {
            const Kernel::Slot slot = instructions[i].operands[k];
            m_tileOperands[i][k] = m_operands[slot];
            if (isMoving[slot])
                m_moving.push_back({.instruction = i, .operand = k, .slot = slot});
        }
}

template <class Real>
void Evaluator<Real>::compute(std::span<const Kernel::Instruction> instructions, std::size_t count)
{
    for (const Kernel::Instruction& instruction : instructions) {
        std::array<const Real*, Kernel::maximumOperands> operands{};
        for (std::size_t k = 0; k < instruction.arity; ++k)
            operands[k] = m_operands[instruction.operands[k]];
        detail::chosen<Real>(instruction.float64, instruction.float32)(operands.data(),
                                                                       m_results[instruction.result], count);
    }
}

template <class Real>
void Evaluator<Real>::computeTile(std::size_t count)
{
    for (const auto& [i, k, slot] : m_moving)
        m_tileOperands[i][k] = m_operands[slot];
    for (std::size_t i = 0; i < m_tileOperands.size(); ++i) {
        m_ahead.askForShare();
        const Kernel::Instruction& instruction = m_kernel.m_perSample[i];
        const Real* const* const operands = m_tileOperands[i].data();
        Real* const result = m_results[instruction.result];
        if (const auto pair = detail::chosen<Real>(instruction.pair64, instruction.pair32))
            pair(operands[0], result, m_results[instruction.secondResult], count);
        else
            detail::chosen<Real>(instruction.float64, instruction.float32)(operands, result, count);
    }
}

template <class Real>
void Evaluator<Real>::setVariables(std::span<const double> variables, std::size_t count,
                                   std::span<const std::span<double>> results)
{
    for (std::size_t v = 0; v < variables.size(); ++v)
        m_scalars[m_kernel.m_variableSlots[v]] = static_cast<Real>(variables[v]);
    compute(m_kernel.m_perPoint, 1);
    for (std::size_t r = 0; r < results.size(); ++r)
        if (m_kernel.m_roots[r].isScalar)
            results[r][0] = static_cast<double>(m_scalars[m_kernel.m_roots[r].slot]);
    for (const auto& [scalar, tile] : m_kernel.m_broadcasts)
        std::fill_n(m_results[tile], std::min(count, m_width), m_scalars[scalar]);
}

template <class Real>
void Evaluator<Real>::run(std::span<const double> variables, const Draws& draws,
                          const CachedDraws<Real>& cached, std::size_t point, SampleRange samples,
                          std::span<const std::span<double>> results)
{
    assert(samples.first % m_kernel.tileWidth() == 0);
    assert(samples.count <= m_width || m_width == m_kernel.tileWidth());
    setVariables(variables, samples.count, results);
    if (std::ranges::all_of(m_kernel.m_roots, &Kernel::Place::isScalar))
        return;
    for (std::size_t offset = 0; offset < samples.count; offset += m_width) {
        const SampleRange tile{.first = samples.first + offset,
                               .count = std::min(m_width, samples.count - offset)};
        const Real* const cachedTile = cached.tile(point, tile.first / m_kernel.tileWidth());
        placeDraws(draws, cachedTile, point, tile);
        placeRoots(offset, results);
        lookAhead(cachedTile, {.first = offset + tile.count, .count = samples.count - offset - tile.count},
                  results);
        computeTile(tile.count);
        copyRoots(offset, tile.count, results);
    }
}

template <class Real>
void Evaluator<Real>::placeDraws(const Draws& draws, const Real* tiles, std::size_t point,
                                 SampleRange samples)
{
    const std::span leaves = m_kernel.draws();
    const std::size_t stride = tiles != nullptr ? m_kernel.tileWidth() : m_width;
    if (tiles == nullptr) {
        m_drawTiles.resize(leaves.size() * m_width);
        for (std::size_t d = 0; d < leaves.size(); ++d)
            draws.fill(leaves[d], point, samples.first,
                       std::span(m_drawTiles.data() + d * stride, samples.count));
        tiles = m_drawTiles.data();
    }
    for (std::size_t d = 0; d < leaves.size(); ++d)
        m_operands[m_kernel.m_drawTiles[d]] = tiles + d * stride;
}

template <class Real>
void Evaluator<Real>::placeRoots(std::size_t offset, std::span<const std::span<double>> results)
{
    if constexpr (std::is_same_v<Real, double>)
        for (const auto& [root, slot] : m_kernel.m_rootTiles)
            setTile(slot, results[root].data() + offset);
}

/// The next tile's draws follow this one's, whether it is of this point or of the next.
template <class Real>
void Evaluator<Real>::lookAhead(const Real* cachedTile, SampleRange rest,
                                std::span<const std::span<double>> results)
{
    m_ahead.clear();
    const std::size_t instructions = m_kernel.m_perSample.size();
    if (instructions < leastInstructionsToLookAhead)
        return;
    const std::size_t variates = m_kernel.draws().size() * m_kernel.tileWidth();
    if (cachedTile != nullptr)
        m_ahead.add(cachedTile + variates, variates * sizeof(Real));
    for (std::size_t r = 0; r < results.size(); ++r)
        if (!m_kernel.m_roots[r].isScalar)
            m_ahead.add(results[r].data() + rest.first, std::min(m_width, rest.count) * sizeof(double));
    m_ahead.divideInto(instructions);
}

template <class Real>
void Evaluator<Real>::copyRoots(std::size_t offset, std::size_t count,
                                std::span<const std::span<double>> results)
{
    for (std::size_t r = 0; r < results.size(); ++r) {
        const Kernel::Place& root = m_kernel.m_roots[r];
        double* const wanted = results[r].data() + offset;
        // Most were computed where they are wanted.
        if (!root.isScalar && static_cast<const void*>(m_operands[root.slot]) != wanted)
            copyResults(m_operands[root.slot], count, wanted, m_kernel.m_instructionSet);
    }
}

template class Evaluator<double>;
template class Evaluator<float>;

} // namespace sluice
