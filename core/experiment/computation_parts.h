// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/kernel.h"
#include "core/evaluation/shared_graph.h"
#include "core/experiment/experiment.h"
#include "core/experiment/prepared_variant.h"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace sluice {

/// The roots of several graphs laid into one kernel, each computed once however many want it.
class RootCollection
{
public:
    /// The number of the row in which this root's values are found.
    std::size_t add(const Graph& graph, NodeId root);

    [[nodiscard]] Kernel compile() const { return {m_shared.graph(), m_roots}; }

private:
    SharedGraph m_shared;
    std::vector<NodeId> m_roots;
};

/// Where a variant's numbers are found among a kernel's rows.
struct VariantRows
{
    std::size_t value = 0;
    std::size_t gradient = 0;
};

/// Everything a computation holds once it is made ready.
struct Computation::Parts
{
    Program program;
    Experiment experiment;
    NodeId output{};
    std::string outputName;
    std::string input;
    double from = 0.0;
    double to = 0.0;
    double differenceStep = 0.0;
    std::vector<PreparedVariant> variants;
    std::vector<std::vector<GateEffect>> effects;
    ValueAndGradient noiseFree;

    /// The sweep's kernel: rows of the variants, and of the noise-free counterpart.
    RootCollection roots;
    std::vector<VariantRows> rows;
    VariantRows noiseFreeRows;
    /// The forward values alone, for differences.
    RootCollection valueRoots;
    std::vector<std::size_t> valueRows;

    Parts(Program program, Experiment experiment);

    /// The values of a kernel's variables while the swept one is at `swept`.
    [[nodiscard]] std::vector<double> variableValues(const Kernel& kernel, double swept) const;
    [[nodiscard]] Draws draws() const;

private:
    void checkSampling() const;
    void chooseOutput();
    void chooseInput();
    void chooseRange();
    void resolveSettings();
    void collectRoots();
};

} // namespace sluice
