// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/computing_options.h"
#include "app/load.h"
#include "core/analysis/advisor.h"
#include "core/analysis/attribution.h"
#include "core/experiment/computation.h"

#include <cstddef>
#include <optional>
#include <span>

namespace sluice {

/// A file made ready to compute.
struct Prepared
{
    Source source;
    Program program;
    Experiment experiment;
    Computation computation;
};

/// Loads, reads and compiles, and says on standard error what is to be noted about the gates.
/// @throws CommandLineError, InputError
[[nodiscard]] Prepared prepare(const ComputingOptions& options);

/// The computation of a file's own experiment. @throws InputError
[[nodiscard]] Computation computationOf(const Source& source, const Program& program);

/// The curves of all variants. @throws CommandLineError, InputError
[[nodiscard]] Curves sweepOf(const Prepared& prepared, const ComputingOptions& options);

/// Values and gradients at these points. @throws CommandLineError, InputError
[[nodiscard]] PointValues valuesOf(const Prepared& prepared, const ComputingOptions& options,
                                   std::span<const double> at, const Computation::GivenDraws& draws = {});

/// Every placement of a gate, ranked. @throws CommandLineError, InputError
[[nodiscard]] Advice adviceOf(const Prepared& prepared, const ComputingOptions& options,
                              const AdviceOptions& wanted);

/// What each noise source adds to the gradient's variance, in a variant's text if one is named.
/// @throws CommandLineError, InputError
[[nodiscard]] Attribution attributionOf(const Prepared& prepared, const ComputingOptions& options,
                                        const AttributionOptions& wanted,
                                        std::optional<std::size_t> variant = {});

} // namespace sluice
