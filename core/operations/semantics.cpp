// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/semantics.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sluice {

namespace {

constexpr std::array<std::pair<Framework, std::string_view>, 3> frameworkNames{{
    {Framework::tensorflow, "tensorflow"},
    {Framework::pytorch, "pytorch"},
    {Framework::jax, "jax"},
}};

constexpr Semantics tensorflow{};

constexpr Semantics pytorch{
    .tie = Semantics::Tie::half,
    .clip = Semantics::Clip::oneBetweenEdges,
    .hardTanh = Semantics::HardTanh::zeroAtEdges,
    .seluIsCurvedAtZero = true,
    .zeroExponent = Semantics::PowerOfZero::zero,
    .exponentGradientZeroAtNegativeBase = false,
    .exponentGradientInfiniteAtZeroBase = true,
    .atan2IsFlatAtOrigin = true,
    .acoshGradientEndsWithDomain = false,
    .roundingIsConnected = true,
    .heavisideIsConnected = true,
    .heavisideValueGetsGradient = false,
};

constexpr Semantics jax{
    .absAtZero = Semantics::AbsAtZero::one,
    .tie = Semantics::Tie::half,
    .extremumMask = Semantics::Mask::factor,
    .clip = Semantics::Clip::halfAtEdges,
    .laxClamp = Semantics::LaxClamp::zeroAtEdges,
    .hardTanh = Semantics::HardTanh::zeroBeyondEdges,
    .leakyReluIsSlopedAtZero = false,
    .seluIsCurvedAtZero = true,
    .zeroExponent = Semantics::PowerOfZero::zeroForWholeExponents,
    .exponentGradientZeroAtNegativeBase = false,
    .acoshGradientEndsWithDomain = false,
    .signIsConnected = false,
    .heavisideIsConnected = true,
};

} // namespace

std::string_view nameOf(Framework framework)
{
    return std::ranges::find(frameworkNames, framework, &std::pair<Framework, std::string_view>::first)
        ->second;
}

std::optional<Framework> frameworkNamed(std::string_view name)
{
    const auto* found =
        std::ranges::find(frameworkNames, name, &std::pair<Framework, std::string_view>::second);
    return found == frameworkNames.end() ? std::nullopt : std::optional(found->first);
}

const Semantics& semanticsOf(Framework framework)
{
    switch (framework) {
    case Framework::pytorch:
        return pytorch;
    case Framework::jax:
        return jax;
    case Framework::tensorflow:
        break;
    }
    return tensorflow;
}

} // namespace sluice
