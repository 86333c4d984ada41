// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/semantics.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sluice {

/// A set of gates with a name, on the experiment's text or on one of its own; an experiment compares several
/// on the same draws: a noise source that keeps its name has the same in every text.
struct Variant
{
    std::string name;
    /// Gates as text, `PLACE=KIND`: they outlive edits that remove their place.
    std::vector<std::string> gates;
    /// Without, the experiment's text.
    std::optional<std::string> text = {};
    /// The place in the palette of the colour and dash it is drawn with; without, that of its place among the
    /// variants. Nothing that is computed depends on it.
    std::optional<std::size_t> color = {};

    /// How many colours there are to choose from.
    static constexpr std::size_t colorCount = 6;

    bool operator==(const Variant&) const = default;
};

/// What a variant is called that nobody named: after its gates.
[[nodiscard]] std::string nameOfGates(const std::vector<std::string>& gates);

enum class NoiseAlongSweep
{
    independent,
    shared
};
enum class Precision
{
    float64,
    float32
};

/// Everything that determines what is computed. A value: comparable, copyable, and written to files.
/// The same experiment gives the same bits on every run and with every number of threads.
struct Experiment
{
    std::string text;
    std::vector<Variant> variants = {Variant{nameOfGates({}), {}}};

    /// The sweep; without bounds, the range that the swept variable has in the text.
    std::optional<double> from;
    std::optional<double> to;
    std::size_t points = 401;

    std::size_t samples = 1000;
    std::uint64_t seed = 1;
    NoiseAlongSweep noise = NoiseAlongSweep::independent;

    Framework semantics = Framework::tensorflow;
    Precision precision = Precision::float64;

    /// The node to take as output and the variable to differentiate by; without, what the text says.
    std::optional<std::string> output;
    std::optional<std::string> withRespectTo;
    /// Values of parameters and held inputs that differ from the text's.
    std::map<std::string, double> settings;
    /// The step h of the central difference for d/dx E[z]; without, 1 % of the sweep's width.
    std::optional<double> differenceStep;

    bool operator==(const Experiment&) const = default;
};

/// Whether the same is computed for both: they differ at most in colours.
[[nodiscard]] bool areComputedAlike(const Experiment& one, const Experiment& other);

} // namespace sluice
