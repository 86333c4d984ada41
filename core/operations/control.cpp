// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/substitute.h"
#include "core/operations/family.h"

#include <array>
#include <limits>

namespace sluice {

namespace {

using L = const LocalGradient&;
using Flow = std::optional<Term>;

constexpr auto firstOperand = [](auto first, auto...) { return first; };
constexpr auto passOn = [](L l) -> Flow { return l.upstream; };
constexpr auto applyRule = [](L l) -> Flow {
    Graph& graph = *l.upstream.graph;
    return Term{&graph, substituted(graph, l.operands[1].node, l.operands[2].node, l.upstream.node)};
};

constexpr std::array rows{
    Operation{.name = "constant", .description = "a number", .role = Role::constant},
    Operation{.name = "variable", .description = "an input or a parameter", .role = Role::variable},
    Operation{.name = "identity",
              .description = Phrase::marked("the same value under another name"),
              .arity = 1,
              .arguments = {{{"v"}}},
              .kernels = elementwise<1>(firstOperand),
              .isMonotonic = true,
              .gradients = {passOn}},
    Operation{.name = "stop_gradient",
              .aliases = "detach",
              .description = Phrase::marked("forward v; nothing flows back to v"),
              .role = Role::stopGradient,
              .arity = 1,
              .arguments = {{{"v", "input x variables"}}},
              .kernels = elementwise<1>(firstOperand)},
    Operation{.name = "surrogate",
              .description =
                  Phrase::marked("forward the first argument, backward the gradient of the second"),
              .role = Role::surrogate,
              .arity = 2,
              .arguments = {{{"forward"}, {"backward"}}},
              .kernels = elementwise<2>(firstOperand),
              .gradients = {nullptr, passOn}},
    Operation{.name = "upstream gradient",
              .description = "the upstream gradient, in the rule of a custom gradient",
              .role = Role::upstream,
              .kernels = elementwise<0>([] { return std::numeric_limits<double>::quiet_NaN(); })},
    Operation{.name = "custom_gradient",
              .description =
                  Phrase::marked("forward v; backward the rule's expression of the upstream gradient"),
              .role = Role::customGradient,
              .arity = 3,
              .arguments = {{{"v", "x"}, {"rule", "grad gradient backward"}, {""}}},
              .kernels = elementwise<3>(firstOperand),
              .gradients = {applyRule}},
    Operation{.name = "grad",
              .description = Phrase::marked("the gradient of the first argument by the second"),
              .role = Role::gradient,
              .arity = 2,
              .arguments = {{{"z", "ys outputs target"}, {"x", "xs inputs sources"}}}},
};

} // namespace

Family controlOperations()
{
    return rows;
}

} // namespace sluice
