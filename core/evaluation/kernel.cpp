// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/kernel.h"

#include "core/operations/operation.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace sluice {

namespace {

enum class Level : std::uint8_t
{
    once,
    point,
    sample
};

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

Level ownLevel(const Operation& operation)
{
    switch (operation.role) {
    case Role::variable:
        return Level::point;
    case Role::draw:
        return Level::sample;
    default:
        return Level::once;
    }
}

template <class Real>
auto tileFunction(const Operation& operation)
{
    if constexpr (std::is_same_v<Real, double>)
        return operation.kernels.float64;
    else
        return operation.kernels.float32;
}

} // namespace

/// Assigns levels and slots, and writes a kernel's instructions in the order of the graph.
class KernelBuilder
{
public:
    KernelBuilder(Kernel& kernel, const Graph& graph, std::span<const NodeId> roots)
        : m_kernel(kernel),
          m_graph(graph),
          m_roots(roots),
          m_levels(graph.size()),
          m_lastUse(graph.size(), 0),
          m_scalar(graph.size(), none),
          m_tile(graph.size(), none)
    {
    }

    void build()
    {
        findLevelsAndLastUses();
        for (std::size_t i = 0; i < m_graph.size(); ++i)
            place(i);
        for (const NodeId root : m_roots) {
            const bool isScalar = m_levels[index(root)] != Level::sample;
            m_kernel.m_roots.push_back(
                {.slot = isScalar ? m_scalar[index(root)] : m_tile[index(root)], .isScalar = isScalar});
        }
    }

private:
    void findLevelsAndLastUses()
    {
        for (std::size_t i = 0; i < m_graph.size(); ++i) {
            const Node& node = m_graph.nodes()[i];
            m_levels[i] = ownLevel(*node.operation);
            for (const NodeId operand : node.operands()) {
                m_levels[i] = std::max(m_levels[i], m_levels[index(operand)]);
                m_lastUse[index(operand)] = i;
            }
        }
        // Roots are read after the last instruction.
        for (const NodeId root : m_roots)
            m_lastUse[index(root)] = m_graph.size();
    }

    void place(std::size_t i)
    {
        const Node& node = m_graph.nodes()[i];
        if (m_levels[i] != Level::sample) {
            placeScalar(i, node);
            return;
        }
        if (node.operation->role == Role::draw) {
            // Draws are filled before the first instruction, so their tiles are nobody else's.
            m_tile[i] = m_kernel.m_tileCount++;
            m_kernel.m_draws.push_back(
                drawLeaf(*node.operation, m_graph.symbol(NodeId(static_cast<std::uint32_t>(i)))));
            m_kernel.m_drawTiles.push_back(m_tile[i]);
            return;
        }
        Kernel::Instruction instruction{.operation = node.operation, .operands = {}, .result = 0};
        for (std::size_t k = 0; k < node.arity; ++k)
            instruction.operands[k] = tileOf(node.operandIds[k]);
        m_tile[i] = takeTile();
        instruction.result = m_tile[i];
        m_kernel.m_perSample.push_back(instruction);
        for (const NodeId operand : node.operands())
            releaseAfter(i, operand);
    }

    void placeScalar(std::size_t i, const Node& node)
    {
        m_scalar[i] = m_kernel.m_scalarCount++;
        if (node.operation->role == Role::constant) {
            m_kernel.m_constants.push_back({.scalar = m_scalar[i], .value = node.constant});
            return;
        }
        if (node.operation->role == Role::variable) {
            m_kernel.m_variables.push_back(m_graph.symbol(NodeId(static_cast<std::uint32_t>(i))));
            m_kernel.m_variableScalars.push_back(m_scalar[i]);
            return;
        }
        Kernel::Instruction instruction{.operation = node.operation, .operands = {}, .result = m_scalar[i]};
        for (std::size_t k = 0; k < node.arity; ++k)
            instruction.operands[k] = m_scalar[index(node.operandIds[k])];
        (m_levels[i] == Level::once ? m_kernel.m_once : m_kernel.m_perPoint).push_back(instruction);
    }

    std::uint32_t tileOf(NodeId node)
    {
        std::uint32_t& tile = m_tile[index(node)];
        if (m_levels[index(node)] != Level::sample && tile == none) {
            // Filled once a point, so its tile is never given back.
            tile = m_kernel.m_tileCount++;
            m_kernel.m_broadcasts.push_back({.scalar = m_scalar[index(node)], .tile = tile});
        }
        return tile;
    }

    std::uint32_t takeTile()
    {
        if (m_free.empty())
            return m_kernel.m_tileCount++;
        const std::uint32_t tile = m_free.back();
        m_free.pop_back();
        return tile;
    }

    void releaseAfter(std::size_t user, NodeId operand)
    {
        const bool isDraw = m_graph[operand].operation->role == Role::draw;
        if (m_levels[index(operand)] != Level::sample || m_lastUse[index(operand)] != user || isDraw)
            return;
        // The same operand may come twice.
        m_lastUse[index(operand)] = none;
        m_free.push_back(m_tile[index(operand)]);
    }

    Kernel& m_kernel;
    const Graph& m_graph;
    std::span<const NodeId> m_roots;
    std::vector<Level> m_levels;
    std::vector<std::size_t> m_lastUse;
    std::vector<std::uint32_t> m_scalar;
    std::vector<std::uint32_t> m_tile;
    std::vector<std::uint32_t> m_free;
};

Kernel::Kernel(const Graph& graph, std::span<const NodeId> roots)
{
    KernelBuilder(*this, graph, roots).build();
}

template <class Real>
Evaluator<Real>::Evaluator(const Kernel& kernel, std::size_t samples)
    : m_kernel(kernel),
      m_width(std::min(samples, Kernel::tileSize)),
      m_scalars(kernel.m_scalarCount),
      m_tiles(kernel.m_tileCount * m_width)
{
    for (const auto& [scalar, value] : kernel.m_constants)
        m_scalars[scalar] = static_cast<Real>(value);
    runScalars(kernel.m_once);
}

template <class Real>
void Evaluator<Real>::runScalars(std::span<const Kernel::Instruction> instructions)
{
    for (const Kernel::Instruction& instruction : instructions) {
        std::array<const Real*, Node::maximumArity> operands{};
        for (std::size_t k = 0; k < instruction.operation->arity; ++k)
            operands[k] = &m_scalars[instruction.operands[k]];
        tileFunction<Real> (*instruction.operation)(operands.data(), &m_scalars[instruction.result], 1);
    }
}

template <class Real>
void Evaluator<Real>::run(std::span<const double> variables, const Draws& draws, std::size_t point,
                          std::size_t samples, std::span<const std::span<double>> results)
{
    for (std::size_t v = 0; v < variables.size(); ++v)
        m_scalars[m_kernel.m_variableScalars[v]] = static_cast<Real>(variables[v]);
    runScalars(m_kernel.m_perPoint);
    for (std::size_t r = 0; r < results.size(); ++r)
        if (m_kernel.m_roots[r].isScalar)
            results[r][0] = static_cast<double>(m_scalars[m_kernel.m_roots[r].slot]);
    for (const auto& [scalar, slot] : m_kernel.m_broadcasts)
        std::fill_n(tile(slot), std::min(samples, m_width), m_scalars[scalar]);
    assert(samples <= m_width || m_width == Kernel::tileSize);
    for (std::size_t first = 0; first < samples; first += m_width)
        runTile(draws, point, first, std::min(m_width, samples - first), results);
}

template <class Real>
void Evaluator<Real>::runTile(const Draws& draws, std::size_t point, std::size_t first, std::size_t count,
                              std::span<const std::span<double>> results)
{
    for (std::size_t d = 0; d < m_kernel.m_draws.size(); ++d)
        draws.fill(m_kernel.m_draws[d], point, first, std::span(tile(m_kernel.m_drawTiles[d]), count));
    for (const Kernel::Instruction& instruction : m_kernel.m_perSample) {
        std::array<const Real*, Node::maximumArity> operands{};
        for (std::size_t k = 0; k < instruction.operation->arity; ++k)
            operands[k] = tile(instruction.operands[k]);
        tileFunction<Real> (*instruction.operation)(operands.data(), tile(instruction.result), count);
    }
    for (std::size_t r = 0; r < results.size(); ++r)
        if (!m_kernel.m_roots[r].isScalar)
            std::copy_n(tile(m_kernel.m_roots[r].slot), count,
                        results[r].begin() + static_cast<std::ptrdiff_t>(first));
}

template class Evaluator<double>;
template class Evaluator<float>;

} // namespace sluice
