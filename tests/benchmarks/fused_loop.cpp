// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/fused_loop.h"

#include "core/mathematics/exponential.h"
#include "core/mathematics/hyperbolic.h"
#include "core/mathematics/instruction_set.h"
#include "core/mathematics/logarithm.h"
#include "core/mathematics/trigonometric.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sluice::benchmarks {

namespace {

/// So many samples pass through all layers of deep at once: few enough for the first cache, and a divisor of
/// their number.
constexpr std::size_t deepStrip = 40;
static_assert(samples % deepStrip == 0);

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
        std::array<Real, deepStrip> v{};
        std::array<Real, deepStrip> slope{};
        for (std::size_t begin = 0; begin < samples; begin += deepStrip) {
            for (std::size_t i = 0; i < deepStrip; ++i) {
                v[i] = first * noise[i];
                slope[i] = firstSlope * weight[0] * noise[i];
            }
            noise += deepStrip;
            for (std::size_t l = 1; l < deepLayers; ++l, noise += deepStrip) {
                const Real w = weight[l];
                const Real b = bias[l];
                for (std::size_t i = 0; i < deepStrip; ++i) {
                    const auto [t, s] = hyperbolicTangentAndSlope<kind>(w * v[i] + b);
                    v[i] = t * noise[i];
                    slope[i] *= s * w * noise[i];
                }
            }
            for (std::size_t i = 0; i < deepStrip; ++i) {
                z[begin + i] = v[i];
                g[begin + i] = slope[i];
            }
        }
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
        for (std::size_t i = 0; i < samples; ++i) {
            const Real decay = exponential<kind>(square * u[i]);
            const auto [sine, cosine] = sineAndCosine<kind>(Real(3) * x + n[i]);
            const Real growth = exponential<kind>(x * u[i]);
            z[i] = decay * sine + naturalLogarithm<kind>(Real(1) + growth);
            g[i] =
                decay * (Real(3) * cosine - Real(2) * x * u[i] * sine) + u[i] * growth / (Real(1) + growth);
        }
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
    const std::size_t strip = workload.name == "deep" ? deepStrip : samples;
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
