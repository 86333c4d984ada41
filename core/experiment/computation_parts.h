// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/kernel.h"
#include "core/evaluation/shared_graph.h"
#include "core/experiment/experiment.h"
#include "core/experiment/prepared_text.h"
#include "core/experiment/prepared_variant.h"
#include "core/experiment/variant_texts.h"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sluice {

/// The roots of several graphs laid into one kernel, each computed once however many want it.
class RootCollection
{
public:
    /// The numbers of the rows in which these roots' values are found. Takes time by the size of the graph,
    /// not by the number of roots.
    std::vector<std::size_t> add(const Graph& graph, std::span<const NodeId> roots);

    [[nodiscard]] Kernel compile() const { return {m_shared.graph(), m_roots}; }

private:
    SharedGraph m_shared;
    std::vector<NodeId> m_roots;
    std::unordered_map<NodeId, std::size_t> m_rows;
};

/// The values of a kernel's variables, in its order: one is swept, the others are held.
class VariableValues
{
public:
    VariableValues(std::vector<double> held, std::optional<std::size_t> swept)
        : m_values(std::move(held)), m_swept(swept)
    {
    }

    [[nodiscard]] std::span<const double> at(double swept)
    {
        if (m_swept)
            m_values[*m_swept] = swept;
        return m_values;
    }

private:
    std::vector<double> m_values;
    /// None where the kernel doesn't depend on the swept variable.
    std::optional<std::size_t> m_swept;
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
    std::shared_ptr<const Program> ownProgram;
    /// Of the experiment's own text.
    const Program& program;
    /// Its settings are by the names of its own text.
    Experiment experiment;
    /// The experiment's own, then those that variants have beside it, each once.
    std::vector<PreparedText> texts;
    /// Which of them is a variant's.
    std::vector<std::size_t> textOfVariant;
    // Of the experiment's own text:
    NodeId output{};
    std::string outputName;
    std::string input;
    double from = 0.0;
    double to = 0.0;
    double differenceStep = 0.0;
    std::vector<PreparedVariant> variants;
    std::vector<std::vector<GateEffect>> effects;
    ValueAndGradient noiseFree;
    /// The values of the variables that are not swept, by their names in the kernels.
    std::map<std::string, double> held;

    /// The sweep's kernel: rows of the variants, and of the noise-free counterparts.
    RootCollection roots;
    std::vector<VariantRows> rows;
    VariantRows noiseFreeRows;
    std::vector<VariantRows> noiseFreeRowsOfTexts;
    /// The forward values alone, for differences.
    RootCollection valueRoots;
    std::vector<std::size_t> valueRows;

    Parts(Program program, Experiment experiment);
    Parts(const ExperimentPrograms& programs, Experiment experiment);

    /// What a variant's gradient is compared with: the noise-free counterpart of its own text.
    [[nodiscard]] const VariantRows& targetOf(std::size_t variant) const
    {
        return noiseFreeRowsOfTexts[textOfVariant[variant]];
    }
    /// The values of a kernel's variables, ready to be swept.
    [[nodiscard]] VariableValues variableValues(const Kernel& kernel) const;
    [[nodiscard]] Draws draws() const;
    /// Points along the sweep, both ends among them.
    [[nodiscard]] std::vector<double> equallySpaced(std::size_t count) const;
    [[nodiscard]] std::vector<double> sweepPoints() const { return equallySpaced(experiment.points); }

private:
    void checkSampling() const;
    void prepareTexts(const ExperimentPrograms& programs);
    void checkSettings() const;
    void chooseRange();
    void nameVariables();
    void collectRoots(const Semantics& semantics);
};

} // namespace sluice
