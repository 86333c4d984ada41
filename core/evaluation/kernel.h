// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/draws.h"
#include "core/graph/graph.h"
#include "core/mathematics/instruction_set.h"
#include "core/operations/kernels.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace sluice {

/// A graph made ready to be computed: its nodes sorted by how often they must be (once, once a point, for
/// every sample), what can be computed in one go put together, and the samples' values laid into as few tiles
/// as can be, reused as soon as nobody needs them. Every result is that of its node alone, to the bit.
/// Immutable; any number of evaluators may share it.
class Kernel
{
public:
    /// Where values are while a tile is computed: numbers for all samples first, then tiles.
    using Slot = std::uint32_t;

    /// With the parameters of a noise source that is one of them.
    static constexpr std::size_t maximumOperands = OperandForm::noiseParameters + 3;

    struct Instruction
    {
        Tile<double> float64 = nullptr;
        Tile<float> float32 = nullptr;
        /// Instead of these, where it has two results.
        PairTile<double> pair64 = nullptr;
        PairTile<float> pair32 = nullptr;
        std::array<Slot, maximumOperands> operands{};
        std::uint32_t arity = 0;
        Slot result = 0;
        Slot secondResult = 0;
    };

    /// Where a root's values are found.
    struct Place
    {
        Slot slot = 0;
        /// One number for all samples of a point.
        bool isScalar = true;
    };

    /// The graph must have no symbolic gradients.
    Kernel(const Graph& graph, std::span<const NodeId> roots,
           InstructionSet instructionSet = bestInstructionSet());

    /// The leaves whose values an evaluator is given, in the order in which it is given them.
    [[nodiscard]] std::span<const std::string> variables() const noexcept { return m_variables; }
    [[nodiscard]] std::span<const DrawLeaf> draws() const noexcept { return m_draws; }
    [[nodiscard]] std::span<const Place> roots() const noexcept { return m_roots; }
    /// How many samples are computed at once, for the caches' sake: a multiple of 64.
    [[nodiscard]] std::size_t tileWidth() const noexcept { return m_tileWidth; }
    /// How many instructions a tile takes.
    [[nodiscard]] std::size_t instructionsPerTile() const noexcept { return m_perSample.size(); }

private:
    friend class KernelBuilder;
    template <class Real>
    friend class Evaluator;

    /// The place where a root's values are wanted, as a slot.
    struct RootSlot
    {
        std::uint32_t root = 0;
        Slot slot = 0;
    };
    struct Constant
    {
        Slot slot = 0;
        double value = 0.0;
    };
    /// A number that instructions read as a tile, since they have no form for a number.
    struct Broadcast
    {
        Slot scalar = 0;
        Slot tile = 0;
    };

    InstructionSet m_instructionSet;
    std::vector<std::string> m_variables;
    std::vector<DrawLeaf> m_draws;
    std::vector<Place> m_roots;
    std::vector<Constant> m_constants;
    std::vector<Slot> m_variableSlots;
    std::vector<Instruction> m_once;
    std::vector<Instruction> m_perPoint;
    std::vector<Broadcast> m_broadcasts;
    std::vector<Instruction> m_perSample;
    std::uint32_t m_scalarCount = 0;
    std::uint32_t m_slotCount = 0;
    /// Slots of tiles that belong to values which live one after the other; those of draws, in their order;
    /// and those of roots that are computed where they are wanted.
    std::vector<Slot> m_ownTiles;
    std::vector<Slot> m_drawTiles;
    std::vector<RootSlot> m_rootTiles;
    std::size_t m_tileWidth = 0;
};

} // namespace sluice
