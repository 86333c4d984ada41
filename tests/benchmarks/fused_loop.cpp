// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/fused_loop.h"

#include "core/mathematics/exponential.h"
#include "core/mathematics/hyperbolic.h"
#include "core/mathematics/instruction_set.h"
#include "core/mathematics/interleaved.h"
#include "core/mathematics/logarithm.h"
#include "core/mathematics/trigonometric.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sluice::benchmarks {

namespace {

/// So many samples pass through all layers of deep at once: of the divisors of their number the fastest.
template <class Real>
constexpr std::size_t deepStrip = sizeof(Real) == sizeof(double) ? 40 : 200;
static_assert(samples % deepStrip<double> == 0 && samples % deepStrip<float> == 0);

template <class Real>
struct OriginLoop
{
    template <MultiplyAdd>
    [[gnu::always_inline]] static void run(Real x, const Real* __restrict u, Real* __restrict z,
                                           Real* __restrict g)
    {
        const Real square = x * x;
        for (std::size_t i = 0; i < samples; ++i) {
            z[i] = std::sqrt(square * u[i]);
            g[i] = Real(0.5) / z[i] * u[i] * (Real(2) * x);
        }
    }
};

template <class Real>
struct DeepLoop
{
    struct Layers
    {
        std::array<Real, deepLayers> weight{};
        std::array<Real, deepLayers> bias{};
    };

    static Layers constants()
    {
        Layers layers;
        for (std::size_t l = 0; l < deepLayers; ++l) {
            layers.weight[l] = static_cast<Real>(deepWeight(l));
            layers.bias[l] = static_cast<Real>(deepBias(l));
        }
        return layers;
    }

    template <MultiplyAdd kind>
    [[gnu::always_inline]] static void run(Real x, const Real* __restrict noise, Real* __restrict z,
                                           Real* __restrict g)
    {
        const auto [weight, bias] = layers;
        const auto [first, firstSlope] = hyperbolicTangentAndSlope<kind>(weight[0] * x + bias[0]);
        constexpr std::size_t strip = deepStrip<Real>;
        std::array<Real, strip> v{};
        std::array<Real, strip> slope{};
        for (std::size_t begin = 0; begin < samples; begin += strip) {
            for (std::size_t i = 0; i < strip; ++i) {
                v[i] = first * noise[i];
                slope[i] = firstSlope * weight[0] * noise[i];
            }
            noise += strip;
            for (std::size_t l = 1; l < deepLayers; ++l, noise += strip)
                layer<kind>(weight[l], bias[l], noise, v.data(), slope.data());
            for (std::size_t i = 0; i < strip; ++i) {
                z[begin + i] = v[i];
                g[begin + i] = slope[i];
            }
        }
    }

private:
    template <MultiplyAdd kind>
    [[gnu::always_inline]] static void layer(Real weight, Real bias, const Real* __restrict noise,
                                             Real* __restrict v, Real* __restrict slope)
    {
        interleaved<Real>(
            deepStrip<Real>, [=](auto place) __attribute__((always_inline)) {
                const auto [t, s] = hyperbolicTangentAndSlope<kind>(weight * place.of(v) + bias);
                const auto n = place.of(noise);
                place.put(v, t * n);
                place.put(slope, place.of(slope) * (s * weight * n));
            });
    }

    inline static const Layers layers = constants();
};

template <class Real>
struct TransLoop
{
    template <MultiplyAdd kind>
    [[gnu::always_inline]] static void run(Real x, const Real* __restrict noise, Real* __restrict z,
                                           Real* __restrict g)
    {
        const Real* __restrict u = noise;
        const Real* __restrict n = noise + samples;
        const Real square = -(x * x);
        interleaved<Real>(
            samples, [=](auto place) __attribute__((always_inline)) {
                const auto v = place.of(u);
                const auto decay = exponential<kind>(square * v);
                const auto [sine, cosine] = sineAndCosine<kind>(Real(3) * x + place.of(n));
                const auto growth = exponential<kind>(x * v);
                place.put(z, decay * sine + naturalLogarithm<kind>(Real(1) + growth));
                place.put(g, decay * (Real(3) * cosine - Real(2) * x * v * sine) +
                                 v * growth / (Real(1) + growth));
            });
    }
};

template <class Real, template <class> class Loop>
auto best()
{
    static constexpr auto versions = versionsOf<Loop<Real>, Real, const Real*, Real*, Real*>();
    return versions[bestInstructionSet()];
}

template <class Real>
auto loopOf(const std::string& workload)
{
    if (workload == "origin")
        return best<Real, OriginLoop>();
    return workload == "deep" ? best<Real, DeepLoop>() : best<Real, TransLoop>();
}

} // namespace

template <class Real>
FusedLoop<Real>::FusedLoop(const Workload& workload, std::span<const double> noise)
    : m_body(loopOf<Real>(workload.name)),
      m_sources(workload.sources),
      m_sweep(sweepPoints()),
      m_noise(noise.size())
{
    const std::size_t strip = workload.name == "deep" ? deepStrip<Real> : samples;
    auto next = m_noise.begin();
    for (std::size_t begin = 0; begin < points * samples; begin += strip)
        for (std::size_t source = 0; source < m_sources; ++source)
            next = std::ranges::transform(noise.subspan(source * points * samples + begin, strip), next,
                                          [](double n) { return static_cast<Real>(n); })
                       .out;
}

template <class Real>
void FusedLoop<Real>::computePoint(std::size_t point, Real* values, Real* gradients) const
{
    m_body(static_cast<Real>(m_sweep[point]), m_noise.data() + point * samples * m_sources, values,
           gradients);
}

template class FusedLoop<double>;
template class FusedLoop<float>;

} // namespace sluice::benchmarks
