// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ADOL-C in its two modes that suit one input: tapeless forward, and a trace recorded once whose noise is
// parameters, replayed in reverse for many samples at once. The best of them is compared with.
#include "tests/benchmarks/peers/peer.h"

#include <adolc/adolc.h>
#include <adolc/adtl.h>

namespace {

using namespace sluice::peers;

constexpr std::size_t samplesATrace = 50;

/// The workloads, over any type of number, and any that stands for noise.
struct Origin
{
    static constexpr short tag = 1;
    static constexpr std::size_t sources = 1;

    template <class Number, class Noise>
    Number operator()(const Number& x, const std::array<Noise, sources>& noise) const
    {
        return sqrt(x * x * noise[0]);
    }
};

struct Deep
{
    static constexpr short tag = 2;
    static constexpr std::size_t sources = layers;

    template <class Number, class Noise>
    Number operator()(const Number& x, const std::array<Noise, sources>& noise) const
    {
        Number v = x;
        for (std::size_t l = 0; l < layers; ++l)
            v = tanh(constants.weight[l] * v + constants.bias[l]) * noise[l];
        return v;
    }

    Layers constants;
};

struct Trans
{
    static constexpr short tag = 3;
    static constexpr std::size_t sources = 2;

    template <class Number, class Noise>
    Number operator()(const Number& x, const std::array<Noise, sources>& noise) const
    {
        return exp(-(x * x) * noise[0]) * sin(3.0 * x + noise[1]) + log(1.0 + exp(x * noise[0]));
    }
};

template <class Workload>
std::array<double, Workload::sources> noiseOf(const Data& data, std::size_t point, std::size_t sample)
{
    std::array<double, Workload::sources> noise{};
    for (std::size_t s = 0; s < Workload::sources; ++s)
        noise[s] = data.noiseAt(s, point)[sample];
    return noise;
}

/// A directional derivative carried along with every number.
template <class Workload>
struct Tapeless
{
    void operator()(const Data& data, std::size_t point, double* values, double* gradients) const
    {
        adtl::adouble x = data.x[point];
        x.setADValue(0, 1.0);
        for (std::size_t i = 0; i < samples; ++i) {
            const adtl::adouble z = workload(x, noiseOf<Workload>(data, point, i));
            values[i] = z.getValue();
            gradients[i] = *z.getADValue();
        }
    }

    Workload workload;
};

/// A trace of `samplesATrace` independent samples.
template <class Workload>
class Traced
{
public:
    Traced()
    {
        std::vector<adouble> inputs(samplesATrace);
        std::vector<adouble> outputs(samplesATrace);
        double value = 0.0;
        trace_on(Workload::tag);
        for (adouble& input : inputs)
            input <<= 0.5;
        for (std::size_t i = 0; i < samplesATrace; ++i) {
            std::array<adouble, Workload::sources> noise;
            for (adouble& n : noise)
                n = mkparam(1.0);
            outputs[i] = Workload()(inputs[i], noise);
        }
        for (adouble& output : outputs)
            output >>= value;
        trace_off();
    }

    void operator()(const Data& data, std::size_t point, double* values, double* gradients) const
    {
        constexpr auto width = static_cast<int>(samplesATrace);
        const std::vector<double> x(samplesATrace, data.x[point]);
        std::vector<double> weights(samplesATrace, 1.0);
        std::vector<double> parameters(samplesATrace * Workload::sources);
        for (std::size_t begin = 0; begin < samples; begin += samplesATrace) {
            for (std::size_t i = 0; i < samplesATrace; ++i)
                for (std::size_t s = 0; s < Workload::sources; ++s)
                    parameters[i * Workload::sources + s] = data.noiseAt(s, point)[begin + i];
            set_param_vec(Workload::tag, parameters.size(), parameters.data());
            zos_forward(Workload::tag, width, width, 1, x.data(), values + begin);
            fos_reverse(Workload::tag, width, width, weights.data(), gradients + begin);
        }
    }
};

} // namespace

int main(int argumentCount, char** arguments)
{
    const std::vector<Offer> offers{
        {.workload = "origin", .name = "ADOL-C, tapeless", .stride = 10, .compute = Tapeless<Origin>()},
        {.workload = "origin", .name = "ADOL-C, trace", .stride = 20, .compute = Traced<Origin>()},
        {.workload = "deep", .name = "ADOL-C, tapeless", .stride = 50, .compute = Tapeless<Deep>()},
        {.workload = "deep", .name = "ADOL-C, trace", .stride = 50, .compute = Traced<Deep>()},
        {.workload = "trans", .name = "ADOL-C, tapeless", .stride = 20, .compute = Tapeless<Trans>()},
        {.workload = "trans", .name = "ADOL-C, trace", .stride = 20, .compute = Traced<Trans>()},
    };
    return serve(argumentCount, arguments, offers);
}
