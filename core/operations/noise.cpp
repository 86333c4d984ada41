// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/family.h"
#include "core/operations/normal_quantile.h"

#include <array>

namespace sluice {

namespace {

using L = const LocalGradient&;
using Flow = std::optional<Term>;

// The upper bits of a word, so that the variate stays below 1: 53 of them fill a double, 24 a float.
void uniform64(const std::uint64_t* words, double* variates, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        variates[i] = static_cast<double>(words[i] >> 11) * 0x1p-53;
}

void uniform32(const std::uint64_t* words, float* variates, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        variates[i] = static_cast<float>(words[i] >> 40) * 0x1p-24F;
}

template <class Real>
void normal(const std::uint64_t* words, Real* variates, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        variates[i] = static_cast<Real>(normalVariate(words[i]));
}

constexpr std::array rows{
    Operation{.name = "uniform draw",
              .description = "ε, uniform on [0, 1)",
              .role = Role::draw,
              .variates = {uniform64, uniform32},
              .support = {0.0, 1.0}},
    Operation{.name = "normal draw",
              .description = "ε, standard normal",
              .role = Role::draw,
              .variates = {normal<double>, normal<float>}},
    Operation{.name = "uniform",
              .description = "noise, uniform between low and high",
              .role = Role::noise,
              .arity = 3,
              .arguments = {{{""}, {"low", "minval a from", 0.0}, {"high", "maxval b to", 1.0}}},
              .kernels =
                  elementwise<3>([](auto draw, auto low, auto high) { return low + (high - low) * draw; }),
              .gradients = {nullptr, [](L l) -> Flow { return l.upstream * (1.0 - l.operands[0]); },
                            [](L l) -> Flow { return l.upstream * l.operands[0]; }},
              .draw = "uniform draw",
              .nominal = [](std::span<const Term> operands) { return (operands[1] + operands[2]) / 2.0; }},
    Operation{.name = "normal",
              .description = "Gaussian noise",
              .role = Role::noise,
              .arity = 3,
              .arguments = {{{""}, {"mean", "loc mu", 0.0}, {"stddev", "scale std sigma", 1.0}}},
              .kernels =
                  elementwise<3>([](auto draw, auto mean, auto stddev) { return mean + stddev * draw; }),
              .gradients = {nullptr, [](L l) -> Flow { return l.upstream; },
                            [](L l) -> Flow { return l.upstream * l.operands[0]; }},
              .draw = "normal draw",
              .nominal = [](std::span<const Term> operands) { return operands[1]; }},
};

} // namespace

Family noiseOperations()
{
    return rows;
}

} // namespace sluice
