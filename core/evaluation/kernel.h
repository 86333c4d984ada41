// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/draws.h"
#include "core/graph/graph.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace sluice {

/// A graph made ready to be computed: its nodes sorted by how often they must be (once, once a point, for
/// every sample), and the samples' values laid into as few tiles as can be, reused as soon as nobody needs
/// them. Immutable; any number of evaluators may share it.
class Kernel
{
public:
    static constexpr std::size_t tileSize = 256;

    struct Instruction
    {
        const Operation* operation = nullptr;
        std::array<std::uint32_t, Node::maximumArity> operands{};
        std::uint32_t result = 0;
    };

    /// Where a root's values are found: in a scalar (the same for all samples), or in a tile.
    struct Place
    {
        std::uint32_t slot = 0;
        bool isScalar = true;
    };

    /// A scalar that instructions on tiles read.
    struct Broadcast
    {
        std::uint32_t scalar = 0;
        std::uint32_t tile = 0;
    };

    /// The graph must have no symbolic gradients.
    Kernel(const Graph& graph, std::span<const NodeId> roots);

    /// The leaves whose values an evaluator is given, in the order in which it is given them.
    [[nodiscard]] std::span<const std::string> variables() const noexcept { return m_variables; }
    [[nodiscard]] std::span<const DrawLeaf> draws() const noexcept { return m_draws; }
    [[nodiscard]] std::span<const Place> roots() const noexcept { return m_roots; }

private:
    friend class KernelBuilder;
    template <class Real>
    friend class Evaluator;

    std::vector<std::string> m_variables;
    std::vector<DrawLeaf> m_draws;
    std::vector<Place> m_roots;

    struct Constant
    {
        std::uint32_t scalar = 0;
        double value = 0.0;
    };
    std::vector<Constant> m_constants;
    std::vector<std::uint32_t> m_variableScalars;
    std::vector<Instruction> m_once;
    std::vector<Instruction> m_perPoint;
    std::vector<Broadcast> m_broadcasts;
    std::vector<std::uint32_t> m_drawTiles;
    std::vector<Instruction> m_perSample;
    std::uint32_t m_scalarCount = 0;
    std::uint32_t m_tileCount = 0;
};

/// Runs a kernel in one precision; each thread has its own.
template <class Real>
class Evaluator
{
public:
    /// For up to this many samples a point: few need less memory than whole tiles.
    explicit Evaluator(const Kernel& kernel, std::size_t samples = Kernel::tileSize);

    /// Computes all roots at one point for samples 0, 1, …. `variables` are in the kernel's order; `results`
    /// has a row for each root, with room for every sample, or for one number where the root is a scalar.
    void run(std::span<const double> variables, const Draws& draws, std::size_t point, std::size_t samples,
             std::span<const std::span<double>> results);

private:
    [[nodiscard]] Real* tile(std::uint32_t slot) noexcept { return m_tiles.data() + slot * m_width; }
    void runScalars(std::span<const Kernel::Instruction> instructions);
    void runTile(const Draws& draws, std::size_t point, std::size_t first, std::size_t count,
                 std::span<const std::span<double>> results);

    const Kernel& m_kernel;
    std::size_t m_width;
    std::vector<Real> m_scalars;
    std::vector<Real> m_tiles;
};

extern template class Evaluator<double>;
extern template class Evaluator<float>;

} // namespace sluice
