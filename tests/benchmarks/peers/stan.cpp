// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Stan Math in reverse mode. As its documentation advises, many evaluations share a nested tape, whose memory
// is kept; each sample has an input of its own on it, and one backward pass serves them all.
#include "tests/benchmarks/peers/peer.h"

#include <stan/math/rev/arr/fun/sum.hpp>
#include <stan/math/rev/core.hpp>
#include <stan/math/rev/scal/fun/exp.hpp>
#include <stan/math/rev/scal/fun/log.hpp>
#include <stan/math/rev/scal/fun/sin.hpp>
#include <stan/math/rev/scal/fun/sqrt.hpp>
#include <stan/math/rev/scal/fun/square.hpp>
#include <stan/math/rev/scal/fun/tanh.hpp>

namespace {

using namespace sluice::peers;
using stan::math::var;

constexpr std::size_t samplesATape = 50;

/// Computes all samples at a point, given how one is computed.
auto tapeByTape(auto sampleOutcome)
{
    return [sampleOutcome](const Data& data, std::size_t point, double* values, double* gradients) {
        std::array<var, samplesATape> inputs;
        std::vector<var> outputs(samplesATape);
        for (std::size_t begin = 0; begin < samples; begin += samplesATape) {
            stan::math::start_nested();
            for (std::size_t i = 0; i < samplesATape; ++i) {
                inputs[i] = data.x[point];
                outputs[i] = sampleOutcome(data, point, begin + i, inputs[i]);
            }
            var total = stan::math::sum(outputs);
            stan::math::grad(total.vi_);
            for (std::size_t i = 0; i < samplesATape; ++i) {
                values[begin + i] = outputs[i].val();
                gradients[begin + i] = inputs[i].adj();
            }
            stan::math::recover_memory_nested();
        }
    };
}

var origin(const Data& data, std::size_t point, std::size_t sample, const var& x)
{
    return sqrt(square(x) * data.noiseAt(0, point)[sample]);
}

var deep(const Data& data, std::size_t point, std::size_t sample, const var& x)
{
    static const Layers constants;
    var v = x;
    for (std::size_t l = 0; l < layers; ++l)
        v = tanh(constants.weight[l] * v + constants.bias[l]) * data.noiseAt(l, point)[sample];
    return v;
}

var trans(const Data& data, std::size_t point, std::size_t sample, const var& x)
{
    const double u = data.noiseAt(0, point)[sample];
    const double n = data.noiseAt(1, point)[sample];
    return exp(-square(x) * u) * sin(3.0 * x + n) + log(1.0 + exp(x * u));
}

} // namespace

int main(int argumentCount, char** arguments)
{
    const std::vector<Offer> offers{
        {.workload = "origin", .name = "Stan Math", .stride = 10, .compute = tapeByTape(origin)},
        {.workload = "deep", .name = "Stan Math", .stride = 50, .compute = tapeByTape(deep)},
        {.workload = "trans", .name = "Stan Math", .stride = 20, .compute = tapeByTape(trans)},
    };
    return serve(argumentCount, arguments, offers);
}
