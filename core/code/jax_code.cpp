// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/python_file.h"

#include <algorithm>
#include <array>

namespace sluice {

namespace {

constexpr std::string_view jaxFile = R"("""@HEAD@
"""

@FUNCTOOLS@
import jax
import jax.numpy as jnp
import numpy as np

@DOUBLE@
DTYPE = jnp.@TYPE@
@SETTINGS@
def draw(key, shape):
    """Standard draws of every source of noise, as named arrays. Never use a key twice."""
@DRAWS@


@VALUE@


def value_and_gradient(points, parameters, noise):
    """@OUTPUT@ and d@OUTPUT@/d@BY@ at each point, from the same draws."""

    def total(points):
        values = value(points, parameters, noise)
        return jnp.sum(values), values

    gradients, values = jax.grad(total, has_aux=True)(points)
    return values, gradients


def compute(points, noise=None, parameters=PARAMETERS):
    """Values and gradients as NumPy arrays; the noise is drawn where none is given."""
    points = jnp.asarray(points, DTYPE)
    noise = draw(jax.random.key(1), points.shape) if noise is None else noise
    noise = {name: jnp.asarray(draws, DTYPE) for name, draws in noise.items()}
    values, gradients = value_and_gradient(points, parameters, noise)
    return np.asarray(values), np.asarray(gradients)


@TABLE@
)";

constexpr DrawCalls jaxDraws{.uniform = "jax.random.uniform(next(keys), shape, DTYPE)",
                             .normal = "jax.random.normal(next(keys), shape, DTYPE)",
                             .laplace = "jax.random.laplace(next(keys), shape, DTYPE)",
                             .logistic = "jax.random.logistic(next(keys), shape, DTYPE)",
                             .gumbel = "jax.random.gumbel(next(keys), shape, DTYPE)",
                             .exponential = "jax.random.exponential(next(keys), shape, DTYPE)"};

bool hasRule(const PythonStatements& statements)
{
    return std::ranges::any_of(statements.helpers, [](const std::string& helper) {
        return helper.find("functools.") != std::string::npos;
    });
}

} // namespace

std::string jaxCode(const CodeContents& contents)
{
    const bool isSingle = contents.experiment.precision == Precision::float32;
    const std::string keys =
        "keys = iter(jax.random.split(key, " + std::to_string(contents.graph.sources.size()) + "))";
    const std::array own{
        Replacement{"DOUBLE", isSingle
                                  ? ""
                                  : "# JAX computes in single precision unless it is told otherwise at the "
                                    "start.\njax.config.update(\"jax_enable_x64\", True)\n"},
        Replacement{"FUNCTOOLS", hasRule(contents.statements) ? "import functools\n\n" : ""},
        Replacement{"DRAWS", drawBody(contents, keys, jaxDraws)}};
    return pythonFile(jaxFile, contents, own);
}

} // namespace sluice
