// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/algebra_forms.h"

#include <algorithm>
#include <array>

namespace sluice {

namespace {

// Functions with other singularities than zeros of an operand (log1p, atanh, tan) are left out: what is
// excepted from a proof must be named.
constexpr std::array forms{
    AlgebraForm{"add", "$0+$1"},
    AlgebraForm{"sub", "$0-$1"},
    AlgebraForm{"mul", "$0*$1"},
    AlgebraForm{"div", "$0/$1", 1},
    AlgebraForm{"neg", "-$0"},
    AlgebraForm{"square", "$0^2"},
    AlgebraForm{"sqrt", "sqrt($0)"},
    AlgebraForm{"rsqrt", "1/sqrt($0)", 0},
    AlgebraForm{"reciprocal", "1/$0", 0},
    AlgebraForm{"pow", "$0^$1", 0},
    AlgebraForm{"exp", "exp($0)"},
    AlgebraForm{"expm1", "exp($0)-1"},
    AlgebraForm{"log", "log($0)", 0},
    AlgebraForm{"sin", "sin($0)"},
    AlgebraForm{"cos", "cos($0)"},
    AlgebraForm{"sinh", "sinh($0)"},
    AlgebraForm{"cosh", "cosh($0)"},
    AlgebraForm{"tanh", "tanh($0)"},
    AlgebraForm{"sigmoid", "1/(1+exp(-$0))"},
    AlgebraForm{"abs", "abs($0)"},
    AlgebraForm{"uniform", "$1+($2-$1)*$0"},
    AlgebraForm{"normal", "$1+$2*$0"},
    AlgebraForm{"laplace", "$1+$2*$0"},
    AlgebraForm{"logistic", "$1+$2*$0"},
    AlgebraForm{"gumbel", "$1+$2*$0"},
    AlgebraForm{"exponential", "$0/$1", 1},
};

} // namespace

std::span<const AlgebraForm> algebraForms()
{
    return forms;
}

const AlgebraForm* algebraFormOf(const Operation& operation)
{
    const auto* found = std::ranges::find(forms, operation.name, &AlgebraForm::operation);
    return found == forms.end() ? nullptr : found;
}

} // namespace sluice
