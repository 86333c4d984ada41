// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/target_bias.h"
#include "core/experiment/experiment.h"
#include "core/language/program.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace sluice {

/// What a heat map shows of the gradient.
enum class HeatMapQuantity
{
    gradient,  ///< its mean
    deviation, ///< its standard deviation
    bias       ///< its mean less its target
};

/// One of the two names that vary, at the middles of cells of equal width.
struct HeatMapAxis
{
    std::string name;
    double from = 0.0;
    double to = 1.0;
    std::size_t cells = 49;

    [[nodiscard]] double at(std::size_t cell) const
    {
        return from + (static_cast<double>(cell) + 0.5) * (to - from) / static_cast<double>(cells);
    }
    bool operator==(const HeatMapAxis&) const = default;
};

struct HeatMapRequest
{
    HeatMapAxis across;
    HeatMapAxis up;
    HeatMapQuantity quantity = HeatMapQuantity::gradient;
    /// Of a bias.
    GradientTarget target = GradientTarget::noiseFree;
    std::size_t variant = 0;
    /// Where the swept name is held, if it is none of the two; without, in the middle of its range.
    std::optional<double> sweptAt = {};
    /// A cell; never more than the experiment has.
    std::size_t samples = 256;

    bool operator==(const HeatMapRequest&) const = default;
};

/// A number of one cell with its confidence interval of 95 %. NaN where no sample is finite.
struct HeatMapCell
{
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;

    /// Whether the samples tell it from 0, or there is nothing to tell: it is exact.
    [[nodiscard]] bool isTold() const { return low > 0.0 || high < 0.0 || low == high; }
};

/// A gradient over two of the names it depends on.
struct HeatMap
{
    HeatMapRequest request;
    /// What is differentiated by what.
    std::string output;
    std::string input;
    bool isDisconnected = false;
    std::size_t samples = 0;
    /// Row by row, the lowest first.
    std::vector<HeatMapCell> cells;

    [[nodiscard]] const HeatMapCell& cell(std::size_t across, std::size_t up) const
    {
        return cells[up * request.across.cells + across];
    }
};

/// The range over which a name varies where nothing else is said: that of the sweep, that in the text, or
/// around a parameter's number. @throws ExperimentError where the program has no such name
[[nodiscard]] HeatMapAxis usualAxis(const std::shared_ptr<const Program>& program,
                                    const Experiment& experiment, const std::string& name);

/// Every cell with draws of its own, or all with the same where the experiment shares them along the sweep.
/// A bias against the gradient without gates, or that of the mean value, is taken sample by sample. Nothing
/// where it was stopped.
/// @throws ExperimentError, GraphTooLarge
[[nodiscard]] std::optional<HeatMap> heatMapOf(const Program& program, const Experiment& experiment,
                                               const HeatMapRequest& request,
                                               const std::function<void(double)>& progress = {},
                                               const std::stop_token& stop = {});

} // namespace sluice
