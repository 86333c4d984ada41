// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/operations/reference_functions.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sluice::test {

namespace {

using V = ReferenceFunction::Operands;
using Real = long double;

constexpr Real pi = std::numbers::pi_v<Real>;

Real logistic(Real v)
{
    return 1.0L / (1.0L + std::exp(-v));
}

std::vector<ReferenceFunction> arithmetic()
{
    return {
        {"add", [](V v) { return v[0] + v[1]; }, {{{0.1, 2}, {0.1, 2}}}},
        {"sub", [](V v) { return v[0] - v[1]; }, {{{1, 2}, {-2, -1}}}},
        {"mul", [](V v) { return v[0] * v[1]; }, {{{-2, 2}, {-2, 2}}}},
        {"div", [](V v) { return v[0] / v[1]; }, {{{-2, 2}, {0.5, 2}}, {{-2, 2}, {-2, -0.5}}}},
        {"neg", [](V v) { return -v[0]; }, {{{-2, 2}}}},
        {"identity", [](V v) { return v[0]; }, {{{-2, 2}}}},
        {"square", [](V v) { return v[0] * v[0]; }, {{{-2, 2}}}},
        {"sqrt", [](V v) { return std::sqrt(v[0]); }, {{{0.3, 9}}}},
        {"rsqrt", [](V v) { return 1 / std::sqrt(v[0]); }, {{{0.3, 9}}}},
        {"reciprocal", [](V v) { return 1 / v[0]; }, {{{0.5, 2}}, {{-2, -0.5}}}},
        {"pow", [](V v) { return std::pow(v[0], v[1]); }, {{{0.5, 3}, {-2, 2}}}},
    };
}

std::vector<ReferenceFunction> exponentials()
{
    return {
        {"exp", [](V v) { return std::exp(v[0]); }, {{{-3, 3}}}},
        {"expm1", [](V v) { return std::expm1(v[0]); }, {{{-3, 3}}, {{-20, -19}}}},
        {"log", [](V v) { return std::log(v[0]); }, {{{0.3, 9}}}},
        {"log1p", [](V v) { return std::log1p(v[0]); }, {{{-0.6, 9}}}},
        {"log2", [](V v) { return std::log2(v[0]); }, {{{0.3, 9}}}},
        {"log10", [](V v) { return std::log10(v[0]); }, {{{0.3, 9}}}},
        {"erf", [](V v) { return std::erf(v[0]); }, {{{-2, 2}}}},
        {"erfc", [](V v) { return std::erfc(v[0]); }, {{{-2, 2}}, {{4, 5}}}},
        {"bell curve", [](V v) { return std::exp(-v[1] * v[0] * v[0]); }, {{{-2, 2}, {0.5, 1}}}},
        {"normal cdf",
         [](V v) { return std::erfc(-v[0] / std::numbers::sqrt2_v<Real>) / 2; },
         {{{-3, 3}}, {{-8, -6}}}},
    };
}

std::vector<ReferenceFunction> trigonometry()
{
    return {
        {"sin", [](V v) { return std::sin(v[0]); }, {{{-4, 4}}}},
        {"cos", [](V v) { return std::cos(v[0]); }, {{{-4, 4}}}},
        {"tan", [](V v) { return std::tan(v[0]); }, {{{-1.2, 1.2}}}},
        {"asin", [](V v) { return std::asin(v[0]); }, {{{-0.8, 0.8}}}},
        {"acos", [](V v) { return std::acos(v[0]); }, {{{-0.8, 0.8}}}},
        {"atan", [](V v) { return std::atan(v[0]); }, {{{-4, 4}}}},
        {"atan2", [](V v) { return std::atan2(v[0], v[1]); }, {{{0.5, 2}, {-2, 2}}, {{-2, 2}, {0.5, 2}}}},
        {"sinh", [](V v) { return std::sinh(v[0]); }, {{{-3, 3}}}},
        {"cosh", [](V v) { return std::cosh(v[0]); }, {{{-3, 3}}}},
        {"tanh", [](V v) { return std::tanh(v[0]); }, {{{-3, 3}}}},
        {"tanh slope", [](V v) { return 1 / std::pow(std::cosh(v[0]), 2); }, {{{-3, 3}}}},
        {"asinh", [](V v) { return std::asinh(v[0]); }, {{{-4, 4}}}},
        {"acosh", [](V v) { return std::acosh(v[0]); }, {{{1.3, 9}}}},
        {"atanh", [](V v) { return std::atanh(v[0]); }, {{{-0.8, 0.8}}}},
    };
}

std::vector<ReferenceFunction> activations()
{
    constexpr auto selu = [](V v) {
        const Real scale = 1.0507009873554804934193349852946L;
        const Real alpha = 1.6732632423543772848170429916717L;
        return scale * (v[0] > 0 ? v[0] : alpha * std::expm1(v[0]));
    };
    constexpr auto geluTanh = [](V v) {
        return 0.5L * v[0] * (1 + std::tanh(std::sqrt(2 / pi) * (v[0] + 0.044715L * v[0] * v[0] * v[0])));
    };
    return {
        {"sigmoid", [](V v) { return logistic(v[0]); }, {{{-9, 9}}}},
        {"sigmoid slope", [](V v) { return logistic(v[0]) * logistic(-v[0]); }, {{{-9, 9}}}},
        {"log_sigmoid", [](V v) { return std::log(logistic(v[0])); }, {{{-9, 3}}}},
        {"softplus", [](V v) { return std::log1p(std::exp(v[0])); }, {{{-9, 9}}}},
        {"softsign", [](V v) { return v[0] / (1 + std::abs(v[0])); }, {{{-4, -0.1}}, {{0.1, 4}}}},
        {"silu", [](V v) { return v[0] * logistic(v[0]); }, {{{-9, 9}}}},
        {"gelu",
         [](V v) { return v[0] * std::erfc(-v[0] / std::numbers::sqrt2_v<Real>) / 2; },
         {{{-3, 3}}, {{-8, -6}}}},
        {"gelu tanh", geluTanh, {{{-2, 3}}}},
        {"relu", [](V v) { return v[0] > 0 ? v[0] : 0; }, {{{-2, -0.1}}, {{0.1, 2}}}},
        {"relu6",
         [](V v) { return v[0] < 0   ? 0
                          : v[0] > 6 ? 6
                                     : v[0]; },
         {{{-2, -0.1}}, {{0.1, 5.9}}, {{6.1, 9}}}},
        {"leaky_relu",
         [](V v) { return v[0] > 0 ? v[0] : v[1] * v[0]; },
         {{{-2, -0.1}, {0.1, 0.5}}, {{0.1, 2}, {0.1, 0.5}}}},
        {"elu",
         [](V v) { return v[0] > 0 ? v[0] : v[1] * std::expm1(v[0]); },
         {{{-3, -0.1}, {0.5, 2}}, {{0.1, 3}, {0.5, 2}}}},
        {"selu", selu, {{{-3, -0.1}}, {{0.1, 3}}}},
        {"hard_tanh",
         [](V v) { return v[0] < -1  ? -1
                          : v[0] > 1 ? 1
                                     : v[0]; },
         {{{-3, -1.1}}, {{-0.9, 0.9}}, {{1.1, 3}}}},
    };
}

std::vector<ReferenceFunction> kinks()
{
    constexpr auto clip = [](V v) { return std::min(std::max(v[0], v[1]), v[2]); };
    const std::vector<ReferenceFunction::Box> insideAndOutside{
        {{-0.9, 0.9}, {-2, -1}, {1, 2}}, {{-4, -2.1}, {-2, -1}, {1, 2}}, {{2.1, 4}, {-2, -1}, {1, 2}}};
    return {
        {"sign", [](V v) { return std::copysign(1.0L, v[0]); }, {{{-2, -0.1}}, {{0.1, 2}}}},
        {"floor", [](V v) { return std::floor(v[0]); }, {{{1.1, 1.9}}}},
        {"ceil", [](V v) { return std::ceil(v[0]); }, {{{1.1, 1.9}}}},
        {"round", [](V v) { return std::nearbyint(v[0]); }, {{{0.6, 1.4}}}},
        {"trunc", [](V v) { return std::trunc(v[0]); }, {{{-1.9, -1.1}}}},
        {"heaviside", [](V v) { return v[0] > 0 ? 1.0L : 0.0L; }, {{{-2, -0.1}, {0, 1}}, {{0.1, 2}, {0, 1}}}},
        {"abs", [](V v) { return std::abs(v[0]); }, {{{-2, -0.1}}, {{0.1, 2}}}},
        {"minimum",
         [](V v) { return std::min(v[0], v[1]); },
         {{{-2, -0.1}, {0.1, 2}}, {{0.1, 2}, {-2, -0.1}}}},
        {"maximum",
         [](V v) { return std::max(v[0], v[1]); },
         {{{-2, -0.1}, {0.1, 2}}, {{0.1, 2}, {-2, -0.1}}}},
        {"clip", clip, insideAndOutside},
        {"lax clamp", clip, insideAndOutside},
        {"where",
         [](V v) { return v[0] != 0 ? v[1] : v[2]; },
         {{{0.5, 1}, {-2, 2}, {-2, 2}}, {{0, 0}, {-2, 2}, {-2, 2}}}},
    };
}

std::vector<ReferenceFunction> noise()
{
    constexpr auto shiftedAndScaled = [](V v) { return v[1] + v[2] * v[0]; };
    const std::vector<ReferenceFunction::Box> box{{{0.1, 3}, {0.1, 2}, {0.5, 2}}};
    return {
        {"uniform", [](V v) { return v[1] + (v[2] - v[1]) * v[0]; }, {{{0.1, 0.9}, {0.1, 1}, {1, 2}}}},
        {"normal", shiftedAndScaled, box},
        {"laplace", shiftedAndScaled, box},
        {"logistic", shiftedAndScaled, box},
        {"gumbel", shiftedAndScaled, box},
        {"exponential", [](V v) { return v[0] / v[1]; }, {{{0.1, 3}, {0.5, 2}}}},
    };
}

} // namespace

const std::vector<ReferenceFunction>& referenceFunctions()
{
    static const std::vector<ReferenceFunction> all = [] {
        std::vector<ReferenceFunction> functions;
        for (const auto& group :
             {arithmetic(), exponentials(), trigonometry(), activations(), kinks(), noise()})
            functions.insert(functions.end(), group.begin(), group.end());
        return functions;
    }();
    return all;
}

} // namespace sluice::test
