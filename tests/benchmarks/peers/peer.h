// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/workload_constants.h"

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

// The child's side of a conversation in lines of text with a benchmark (see peer_process.h). A peer is a
// program of its own, so that what it needs (a library, its threads, its interpreter) is nobody else's
// concern.
namespace sluice::peers {

using benchmarks::points;
using benchmarks::samples;
inline constexpr std::size_t layers = benchmarks::deepLayers;

/// What a peer computes with: the points of the sweep, and each source's noise, point by point.
struct Data
{
    std::vector<double> x;
    std::vector<std::vector<double>> noise;

    /// A source's samples at a point.
    [[nodiscard]] const double* noiseAt(std::size_t source, std::size_t point) const
    {
        return noise[source].data() + point * samples;
    }
};

/// The constants of the workload deep.
struct Layers
{
    std::array<double, layers> weight{};
    std::array<double, layers> bias{};

    Layers()
    {
        for (std::size_t l = 0; l < layers; ++l) {
            weight[l] = benchmarks::deepWeight(l);
            bias[l] = benchmarks::deepBias(l);
        }
    }
};

/// Computes values and gradients of all samples at one point.
using ComputePoint =
    std::function<void(const Data& data, std::size_t point, double* values, double* gradients)>;

/// A way to compute one workload. Slow ones are measured at a part of the points: the first, and each
/// `stride` further.
struct Offer
{
    std::string workload;
    std::string name;
    std::size_t stride = 1;
    ComputePoint compute;
};

/// Says what is on offer, then runs and checks it as asked until the input ends.
int serve(int argumentCount, char** arguments, const std::vector<Offer>& offers);

} // namespace sluice::peers
