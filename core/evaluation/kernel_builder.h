// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/kernel.h"
#include "core/evaluation/kernel_plan.h"

#include <limits>

namespace sluice {

/// Writes a kernel's instructions in the order of the plan, and gives slots to values and takes them back.
class KernelBuilder
{
public:
    KernelBuilder(Kernel& kernel, const Graph& graph, std::span<const NodeId> roots,
                  InstructionSet instructionSet);

    void build();

private:
    static constexpr Kernel::Slot none = std::numeric_limits<Kernel::Slot>::max();

    void placeScalar(std::size_t i);
    void placeDraw(std::size_t i);
    void placeSample(std::size_t i);
    void compute(std::size_t i);
    void computeNoise(NodeId source);
    void addRoots();
    void chooseTileWidth();

    /// An instruction whose operands are these nodes, numbers as numbers and a noise source as its draw where
    /// there is a form for them. `tiles(instruction, form)` sets the instruction's code for a form; false
    /// where there is none.
    [[nodiscard]] Kernel::Instruction instructionOver(std::span<const NodeId> operands, const auto& tiles);
    [[nodiscard]] bool isDrawNow(NodeId node) const;
    void orderFirstOperands(Arithmetic arithmetic, std::span<NodeId> operands) const;
    [[nodiscard]] OperandForm preferredForm(std::span<const NodeId> operands) const;
    void addNoiseParameters(Kernel::Instruction& instruction, NodeId source);
    [[nodiscard]] Kernel::Instruction plainInstruction(const Node& node);
    [[nodiscard]] Kernel::Instruction fusedInstruction(std::size_t i, std::size_t absorbed);
    [[nodiscard]] Kernel::Instruction productInstruction(std::size_t third, std::size_t second,
                                                         std::size_t first);
    [[nodiscard]] Kernel::Instruction pairInstruction(const NodePair& pair);

    [[nodiscard]] Kernel::Slot tileOf(NodeId node);
    [[nodiscard]] Kernel::Slot resultSlot(std::size_t node);
    [[nodiscard]] Kernel::Slot newOwnTile();
    void releaseOperandsAt(std::size_t position, std::size_t node);

    Kernel& m_kernel;
    const Graph& m_graph;
    std::span<const NodeId> m_roots;
    InstructionSet m_instructionSet;
    KernelPlan m_plan;
    /// By node: where its number or its tile is; a number may have both.
    std::vector<Kernel::Slot> m_scalar;
    std::vector<Kernel::Slot> m_tile;
    /// Where a 0 is.
    Kernel::Slot m_zero = 0;
    /// By node, its number among the roots.
    std::vector<std::uint32_t> m_rootNumber;
    std::vector<Kernel::Slot> m_free;
    /// By slot.
    std::vector<bool> m_isOwn;
};

} // namespace sluice
