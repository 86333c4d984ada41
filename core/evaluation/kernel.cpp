// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/kernel.h"

#include "core/evaluation/kernel_builder.h"
#include "core/operations/fused_arithmetic.h"
#include "core/operations/operation.h"
#include "core/operations/table.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <utility>

namespace sluice {

namespace {

NodeId nodeId(std::size_t node)
{
    return NodeId(static_cast<std::uint32_t>(node));
}

} // namespace

Kernel::Kernel(const Graph& graph, std::span<const NodeId> roots, InstructionSet instructionSet)
    : m_instructionSet(instructionSet)
{
    KernelBuilder(*this, graph, roots, instructionSet).build();
}

KernelBuilder::KernelBuilder(Kernel& kernel, const Graph& graph, std::span<const NodeId> roots,
                             InstructionSet instructionSet)
    : m_kernel(kernel),
      m_graph(graph),
      m_roots(roots),
      m_instructionSet(instructionSet),
      m_plan(graph, roots),
      m_scalar(graph.size(), none),
      m_tile(graph.size(), none),
      m_rootNumber(graph.size(), none)
{
}

void KernelBuilder::build()
{
    for (std::size_t r = m_roots.size(); r-- > 0;)
        m_rootNumber[index(m_roots[r])] = static_cast<std::uint32_t>(r);
    // Numbers first: tiles' slots come after theirs.
    for (std::size_t i = 0; i < m_graph.size(); ++i)
        if (!m_plan.isSample(nodeId(i)))
            placeScalar(i);
    m_zero = m_kernel.m_scalarCount++;
    m_kernel.m_constants.push_back({.slot = m_zero, .value = 0.0});
    m_kernel.m_slotCount = m_kernel.m_scalarCount;
    for (std::size_t i = 0; i < m_graph.size(); ++i)
        if (m_plan.isSample(nodeId(i)))
            m_graph.nodes()[i].operation->role == Role::draw ? placeDraw(i) : placeSample(i);
    addRoots();
    chooseTileWidth();
}

void KernelBuilder::placeScalar(std::size_t i)
{
    const Node& node = m_graph.nodes()[i];
    m_scalar[i] = m_kernel.m_scalarCount++;
    if (node.operation->role == Role::constant) {
        m_kernel.m_constants.push_back({.slot = m_scalar[i], .value = node.constant});
        return;
    }
    if (node.operation->role == Role::variable) {
        m_kernel.m_variables.push_back(m_graph.symbol(nodeId(i)));
        m_kernel.m_variableSlots.push_back(m_scalar[i]);
        return;
    }
    // The same code as for tiles, over one sample.
    const Kernels& kernels = node.operation->kernels;
    Kernel::Instruction instruction{.float64 = kernels.tile<double>(0, m_instructionSet),
                                    .float32 = kernels.tile<float>(0, m_instructionSet)};
    instruction.arity = node.arity;
    instruction.result = m_scalar[i];
    for (std::size_t k = 0; k < node.arity; ++k)
        instruction.operands[k] = m_scalar[index(node.operandIds[k])];
    (m_plan.level(nodeId(i)) == Level::once ? m_kernel.m_once : m_kernel.m_perPoint).push_back(instruction);
}

void KernelBuilder::placeDraw(std::size_t i)
{
    m_tile[i] = m_kernel.m_slotCount++;
    m_kernel.m_drawTiles.push_back(m_tile[i]);
    m_kernel.m_draws.push_back(drawLeaf(*m_graph.nodes()[i].operation, m_graph.symbol(nodeId(i))));
}

void KernelBuilder::placeSample(std::size_t i)
{
    if (m_plan.position(i) == i && !m_plan.isReadAsDraw(nodeId(i)))
        compute(i);
}

/// A source that is read as its draw, but not by everyone.
void KernelBuilder::computeNoise(NodeId source)
{
    Kernel::Instruction instruction = plainInstruction(m_graph[source]);
    instruction.result = m_tile[index(source)] = resultSlot(index(source));
    m_kernel.m_perSample.push_back(instruction);
}

void KernelBuilder::compute(std::size_t i)
{
    if (const NodePair* pair = m_plan.pairAt(i)) {
        m_kernel.m_perSample.push_back(pairInstruction(*pair));
        releaseOperandsAt(i, i);
        return;
    }
    const auto absorbed = m_plan.absorbed(i);
    Kernel::Instruction instruction =
        absorbed ? fusedInstruction(i, *absorbed) : plainInstruction(m_graph.nodes()[i]);
    instruction.result = m_tile[i] = resultSlot(i);
    m_kernel.m_perSample.push_back(instruction);
    releaseOperandsAt(i, i);
    for (auto inside = absorbed; inside; inside = m_plan.absorbed(*inside))
        releaseOperandsAt(i, *inside);
}

/// Until somebody needs it as a tile.
bool KernelBuilder::isDrawNow(NodeId node) const
{
    return m_plan.isReadAsDraw(node) && m_tile[index(node)] == none;
}

OperandForm KernelBuilder::preferredForm(std::span<const NodeId> operands) const
{
    OperandForm form;
    for (std::size_t k = 0; k < operands.size(); ++k) {
        if (!m_plan.isSample(operands[k]))
            form.scalars = static_cast<ScalarOperands>(form.scalars | 1U << k);
        if (form.noise == OperandForm::noNoise && isDrawNow(operands[k]))
            form.noise = static_cast<std::uint8_t>(k);
    }
    return form;
}

Kernel::Instruction KernelBuilder::instructionOver(std::span<const NodeId> operands, const auto& tiles)
{
    Kernel::Instruction instruction;
    instruction.arity = static_cast<std::uint32_t>(operands.size());
    OperandForm form = preferredForm(operands);
    if (!tiles(instruction, form)) {
        form.scalars = 0;
        tiles(instruction, form);
    }
    for (std::size_t k = 0; k < operands.size(); ++k)
        if (k == form.noise)
            instruction.operands[k] = m_tile[index(m_graph[operands[k]].operandIds[0])];
        else
            instruction.operands[k] =
                ((form.scalars >> k) & 1U) != 0 ? m_scalar[index(operands[k])] : tileOf(operands[k]);
    if (form.noise != OperandForm::noNoise)
        addNoiseParameters(instruction, operands[form.noise]);
    return instruction;
}

void KernelBuilder::addNoiseParameters(Kernel::Instruction& instruction, NodeId source)
{
    const auto [draw, first, second] = m_graph[source].operandIds;
    const Kernel::Slot shift = m_scalar[index(first)];
    const bool isBetween = m_graph[source].operation->scaling == Scaling::between;
    const std::array parameters{shift, m_scalar[index(second)], isBetween ? shift : m_zero};
    std::ranges::copy(parameters, instruction.operands.begin() + OperandForm::noiseParameters);
    instruction.arity = Kernel::maximumOperands;
}

/// Numbers, then what is read as its draw, then tiles, where the order of the first two makes no difference.
void KernelBuilder::orderFirstOperands(Arithmetic arithmetic, std::span<NodeId> operands) const
{
    const auto rank = [this](NodeId operand) {
        return m_plan.isSample(operand) ? (isDrawNow(operand) ? 1 : 2) : 0;
    };
    if (isCommutative(arithmetic) && rank(operands[1]) < rank(operands[0]))
        std::swap(operands[0], operands[1]);
}

Kernel::Instruction KernelBuilder::plainInstruction(const Node& node)
{
    const Operation& operation = *node.operation;
    std::array<NodeId, Node::maximumArity> ordered = node.operandIds;
    const std::span operands = std::span(ordered).first(node.arity);
    orderFirstOperands(operation.arithmetic, operands);
    return instructionOver(operands, [&](Kernel::Instruction& instruction, OperandForm form) {
        if (form.noise == OperandForm::noNoise) {
            instruction.float64 = operation.kernels.tile<double>(form.scalars, m_instructionSet);
            instruction.float32 = operation.kernels.tile<float>(form.scalars, m_instructionSet);
        } else {
            instruction.float64 = noisyTile<double>(operation.arithmetic, form, m_instructionSet);
            instruction.float32 = noisyTile<float>(operation.arithmetic, form, m_instructionSet);
        }
        return instruction.float64 != nullptr;
    });
}

Kernel::Instruction KernelBuilder::fusedInstruction(std::size_t i, std::size_t absorbed)
{
    if (const auto first = m_plan.absorbed(absorbed))
        return productInstruction(i, absorbed, *first);
    const Node& second = m_graph.nodes()[i];
    const Node& first = m_graph.nodes()[absorbed];
    const std::size_t position = index(second.operandIds[0]) == absorbed ? 0 : 1;
    const FusedArithmetic fused{.first = first.operation->arithmetic,
                                .second = second.operation->arithmetic,
                                .position = isCommutative(second.operation->arithmetic) ? 0 : position};
    std::array operands{first.operandIds[0], first.operandIds[1], second.operandIds[1 - position]};
    orderFirstOperands(fused.first, operands);
    return instructionOver(std::span(operands).first(1 + second.arity),
                           [&](Kernel::Instruction& instruction, OperandForm form) {
                               instruction.float64 = fusedTile<double>(fused, form, m_instructionSet);
                               instruction.float32 = fusedTile<float>(fused, form, m_instructionSet);
                               return instruction.float64 != nullptr;
                           });
}

Kernel::Instruction KernelBuilder::productInstruction(std::size_t third, std::size_t second,
                                                      std::size_t first)
{
    const auto factorBeside = [&](std::size_t node, std::size_t other) {
        const Node& product = m_graph.nodes()[node];
        return product.operandIds[index(product.operandIds[0]) == other ? 1 : 0];
    };
    const Node& inner = m_graph.nodes()[first];
    std::array operands{inner.operandIds[0], inner.operandIds[1], factorBeside(second, first),
                        factorBeside(third, second)};
    orderFirstOperands(inner.operation->arithmetic, operands);
    return instructionOver(operands, [&](Kernel::Instruction& instruction, OperandForm form) {
        const Arithmetic arithmetic = inner.operation->arithmetic;
        instruction.float64 = productTile<double>(arithmetic, form, m_instructionSet);
        instruction.float32 = productTile<float>(arithmetic, form, m_instructionSet);
        return instruction.float64 != nullptr;
    });
}

Kernel::Instruction KernelBuilder::pairInstruction(const NodePair& pair)
{
    const Node& second = m_graph.nodes()[pair.second];
    const PairKernels& kernels = second.operation->together;
    Kernel::Instruction instruction{.pair64 = kernels.tile<double>(m_instructionSet),
                                    .pair32 = kernels.tile<float>(m_instructionSet)};
    instruction.arity = 1;
    instruction.operands[0] = tileOf(second.operandIds[0]);
    instruction.result = m_tile[pair.first] = resultSlot(pair.first);
    instruction.secondResult = m_tile[pair.second] = resultSlot(pair.second);
    return instruction;
}

Kernel::Slot KernelBuilder::newOwnTile()
{
    m_kernel.m_ownTiles.push_back(m_kernel.m_slotCount++);
    m_isOwn.resize(m_kernel.m_slotCount, false);
    m_isOwn.back() = true;
    return m_kernel.m_ownTiles.back();
}

Kernel::Slot KernelBuilder::tileOf(NodeId node)
{
    Kernel::Slot& tile = m_tile[index(node)];
    if (tile == none && m_plan.isReadAsDraw(node)) {
        computeNoise(node);
    } else if (tile == none) {
        // A number's tile is filled once a point, so it is never given back.
        tile = newOwnTile();
        m_kernel.m_broadcasts.push_back({.scalar = m_scalar[index(node)], .tile = tile});
    }
    return tile;
}

Kernel::Slot KernelBuilder::resultSlot(std::size_t node)
{
    if (m_rootNumber[node] != none) {
        m_kernel.m_rootTiles.push_back({.root = m_rootNumber[node], .slot = m_kernel.m_slotCount});
        return m_kernel.m_slotCount++;
    }
    if (m_free.empty())
        return newOwnTile();
    const Kernel::Slot slot = m_free.back();
    m_free.pop_back();
    return slot;
}

/// Gives back the tiles of a node's operands that nobody reads after this turn.
void KernelBuilder::releaseOperandsAt(std::size_t position, std::size_t node)
{
    for (const NodeId operand : m_graph.nodes()[node].operands()) {
        const Kernel::Slot slot = m_tile[index(operand)];
        if (!m_plan.isSample(operand) || m_plan.lastUse(operand) != position || slot == none ||
            slot >= m_isOwn.size() || !m_isOwn[slot])
            continue;
        // The same operand may come twice.
        m_tile[index(operand)] = none;
        m_free.push_back(slot);
    }
}

void KernelBuilder::addRoots()
{
    for (const NodeId root : m_roots) {
        const bool isScalar = !m_plan.isSample(root);
        m_kernel.m_roots.push_back(
            {.slot = isScalar ? m_scalar[index(root)] : m_tile[index(root)], .isScalar = isScalar});
    }
}

/// As wide as the nearest cache holds all tiles, but so wide that starting an instruction costs little
/// against running it. A power of two, as the blocks of a stream are: each begins with a tile.
void KernelBuilder::chooseTileWidth()
{
    constexpr std::size_t nearestCache = std::size_t{24} << 10;
    constexpr std::size_t narrowest = 128;
    constexpr std::size_t widest = 256;
    const std::size_t tiles = std::max<std::size_t>(1, m_kernel.m_ownTiles.size() + m_kernel.m_draws.size() +
                                                           m_kernel.m_roots.size());
    const std::size_t fitting = nearestCache / (tiles * sizeof(double));
    m_kernel.m_tileWidth = std::clamp(std::bit_floor(fitting), narrowest, widest);
}

} // namespace sluice
