// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/python_file.h"

#include <array>

namespace sluice {

namespace {

constexpr std::string_view tensorflowFile = R"("""@HEAD@
"""

import tensorflow as tf

DTYPE = tf.@TYPE@
@SETTINGS@
def draw(shape, seed=1):
    """Standard draws of every source of noise, as named arrays."""
@DRAWS@


@VALUE@


def value_and_gradient(points, parameters, noise):
    """@OUTPUT@ and d@OUTPUT@/d@BY@ at each point, from the same draws."""
    with tf.GradientTape() as tape:
        tape.watch(points)
        values = value(points, parameters, noise)
    return values, tape.gradient(values, points, unconnected_gradients="zero")


def compute(points, noise=None, parameters=PARAMETERS):
    """Values and gradients as NumPy arrays; the noise is drawn where none is given."""
    points = tf.constant(points, DTYPE)
    noise = draw(tf.shape(points)) if noise is None else noise
    noise = {name: tf.convert_to_tensor(draws, DTYPE) for name, draws in noise.items()}
    values, gradients = value_and_gradient(points, parameters, noise)
    return values.numpy(), gradients.numpy()


@TABLE@
)";

constexpr DrawCalls tensorflowDraws{
    .uniform = "generator.uniform(shape, dtype=DTYPE)",
    .normal = "generator.normal(shape, dtype=DTYPE)",
    .laplace = "tf.math.log1p(-generator.uniform(shape, dtype=DTYPE))\n"
               "        - tf.math.log1p(-generator.uniform(shape, dtype=DTYPE))",
    .logistic = "-tf.math.log(1 / generator.uniform(shape, 1e-37, 1.0, DTYPE) - 1)",
    .gumbel = "-tf.math.log(-tf.math.log(generator.uniform(shape, 1e-37, 1.0, DTYPE)))",
    .exponential = "-tf.math.log1p(-generator.uniform(shape, dtype=DTYPE))"};

} // namespace

std::string tensorflowCode(const CodeContents& contents)
{
    const std::array own{Replacement{
        "DRAWS", drawBody(contents, "generator = tf.random.Generator.from_seed(seed)", tensorflowDraws)}};
    return pythonFile(tensorflowFile, contents, own);
}

} // namespace sluice
