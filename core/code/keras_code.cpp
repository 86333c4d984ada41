// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/dialect.h"
#include "core/code/keras_training.h"
#include "core/code/python_file.h"
#include "core/operations/operation.h"
#include "core/operations/table.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iomanip>
#include <span>
#include <sstream>
#include <utility>

namespace sluice {

namespace {

constexpr std::string_view kerasFile = R"python("""@HEAD@

`NoisyLayer` is the same as a layer of a model, and `NoiseFreeGradient` trains a whole model that contains such layers:
read its description before you trust a gradient behind a noisy layer.
"""
import contextlib
import threading

import keras
from keras import ops

@PRECISION@
@SETTINGS@
def draw(shape, dtype=DTYPE, seed=1):
    """Standard draws of every source of noise, as named tensors; `seed` is a number or a seed generator."""
@SEED@
    return {
@DRAWS@
    }


@VALUE@


def noise_free_value(@INPUT@, parameters):
    """@OUTPUT@ with every source of noise at its nominal value."""
@NOISE_FREE_BODY@


def value_and_gradient(points, parameters, noise):
    """@OUTPUT@ and d@OUTPUT@/d@BY@ at each point, from the same draws, on whichever backend Keras runs."""
    if keras.backend.backend() == "tensorflow":
        import tensorflow as tf

        with tf.GradientTape() as tape:
            tape.watch(points)
            values = value(points, parameters, noise)
        return values, tape.gradient(values, points, unconnected_gradients="zero")
    if keras.backend.backend() == "jax":
        import jax

        values, pull_back = jax.vjp(lambda points: value(points, parameters, noise), points)
        return values, pull_back(ops.ones_like(values))[0]
    import torch

    points = points.detach().requires_grad_()
    values = value(points, parameters, noise)
    if not values.requires_grad:  # Nothing connects them.
        return values, ops.zeros_like(values)
    (gradients,) = torch.autograd.grad(values.sum(), points, materialize_grads=True)
    return values.detach(), gradients


def compute(points, noise=None, parameters=PARAMETERS):
    """Values and gradients as NumPy arrays; the noise is drawn where none is given."""
    points = ops.convert_to_tensor(points, DTYPE)
    noise = draw(ops.shape(points)) if noise is None else noise
    noise = {name: ops.convert_to_tensor(draws, DTYPE) for name, draws in noise.items()}
    values, gradients = value_and_gradient(points, parameters, noise)
    return ops.convert_to_numpy(values), ops.convert_to_numpy(gradients)


@keras.saving.register_keras_serializable(package="@PACKAGE@")
class NoisyLayer(keras.layers.Layer):
    """value() while training, with new noise for every element of the input; noise_free_value() otherwise.

    The gradient is that of value(). What follows the layer is still differentiated at its noisy output: see
    NoiseFreeGradient. The package's number tells this layer from others by Sluice in the same model.

    Args:
        parameters: Those to hold at other values than PARAMETERS does.
        seed: A whole number makes the noise reproducible.
    """

    def __init__(self, parameters=None, seed=None, **kwargs):
        super().__init__(**kwargs)
        parameters = parameters or {}
        if unknown := [name for name in parameters if name not in PARAMETERS]:
            raise ValueError(f"Unknown parameters: {unknown}. Those of this layer: {list(PARAMETERS)}.")
        self.held = PARAMETERS | parameters
        self.seed = seed
        self.noise_seed = NoiseSeed(seed)
        self.supports_masking = True

    def call(self, inputs, training=False):
        if not training or is_noise_free():
            return noise_free_value(inputs, self.held)
        return value(inputs, self.held, self.draw(inputs))

    def draw(self, inputs):
        # In half precision the tails of most distributions would be missing.
        dtype = keras.backend.result_type(inputs.dtype, "float32")
        noise = draw(ops.shape(inputs), dtype, self.noise_seed)
        return {name: ops.cast(draws, inputs.dtype) for name, draws in noise.items()}

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "parameters": dict(self.held), "seed": self.seed}


@TRAINING@


@TABLE@
)python";

// No draw is infinite: below 1, and above 0 where the logarithm is taken.
constexpr DrawCalls kerasDraws{
    .uniform = "keras.random.uniform(shape, 0.0, 1.0, dtype, seed)",
    .normal = "keras.random.normal(shape, 0.0, 1.0, dtype, seed)",
    .laplace = "ops.log1p(-keras.random.uniform(shape, 0.0, 1.0, dtype, seed))\n"
               "        - ops.log1p(-keras.random.uniform(shape, 0.0, 1.0, dtype, seed))",
    .logistic = "ops.log(-ops.log(keras.random.uniform(shape, 6e-8, 1.0, dtype, seed)))\n"
                "        - ops.log(-ops.log(keras.random.uniform(shape, 6e-8, 1.0, dtype, seed)))",
    .gumbel = "-ops.log(-ops.log(keras.random.uniform(shape, 6e-8, 1.0, dtype, seed)))",
    .exponential = "-ops.log1p(-keras.random.uniform(shape, 0.0, 1.0, dtype, seed))"};

constexpr std::string_view seedLine =
    "    seed = keras.random.SeedGenerator(seed) if isinstance(seed, int) else seed\n";

constexpr std::string_view doublePrecision =
    "# In double precision on TensorFlow alone: on JAX and PyTorch many of Keras' operations round to "
    "single.\n"
    "DTYPE = \"float64\" if keras.backend.backend() == \"tensorflow\" else \"float32\"\n";

NodeId outputOf(const CodeContents& contents)
{
    const auto& named = contents.experiment.output;
    return named ? contents.program.findPlace(*named)->node : contents.program.output;
}

bool isGate(const CodeGraph& code, NodeId node, Role role)
{
    return code.graph[node].operation->role == role && !code.names[index(node)].gate.empty();
}

/// The output with every source at its nominal value; gates before it stay where they are. A gate `clean` on
/// the output has it as its backward side.
CodeGraph noiseFreeGraph(const CodeContents& contents)
{
    Variant cleaned = contents.variant;
    cleaned.gates.push_back(std::string(contents.program.placeName(outputOf(contents))) + "=clean");
    CodeGraph code = codeGraph(contents.program, contents.experiment, cleaned);
    NodeId output = code.output;
    if (isGate(code, output, Role::surrogate))
        output = code.graph[output].operands()[1];
    if (isGate(contents.graph, contents.graph.output, Role::stopGradient)) {
        output = code.graph.append(operationNamed("stop_gradient"), std::array{output});
        code.names.resize(code.graph.size());
    }
    return withOutput(std::move(code), output);
}

/// What the nominal values need, too.
CodeGraph withParametersOf(const CodeGraph& noiseFree, CodeGraph graph)
{
    for (const CodeGraph::Held& held : noiseFree.parameters)
        if (std::ranges::find(graph.parameters, held.name, &CodeGraph::Held::name) == graph.parameters.end())
            graph.parameters.push_back(held);
    return graph;
}

PythonStatements withHelpersOf(const PythonStatements& noiseFree, PythonStatements statements)
{
    for (const std::string& helper : noiseFree.helpers)
        if (std::ranges::find(statements.helpers, helper) == statements.helpers.end())
            statements.helpers.push_back(helper);
    return statements;
}

std::string indented(std::span<const std::string> lines)
{
    std::string text;
    for (const std::string& line : lines)
        text += "    " + line + '\n';
    return text;
}

/// A name for the package that only files of the same content share: Keras looks layers up by it when it
/// loads a model, and all layers are called alike. (The hash is FNV-1a.)
std::string packageOf(std::string_view content)
{
    std::uint32_t hash = 2166136261;
    for (const char c : content)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619;
    std::ostringstream text;
    text << "sluice_" << std::hex << std::setw(8) << std::setfill('0') << hash;
    return text.str();
}

} // namespace

std::string kerasCode(const CodeContents& contents)
{
    const CodeGraph noiseFree = noiseFreeGraph(contents);
    const PythonStatements noiseFreeStatements =
        pythonStatements(noiseFree, kerasDialect(), contents.request.form);
    const CodeGraph graph = withParametersOf(noiseFree, contents.graph);
    const PythonStatements statements = withHelpersOf(noiseFreeStatements, contents.statements);
    const CodeContents all{.program = contents.program,
                           .experiment = contents.experiment,
                           .variant = contents.variant,
                           .request = contents.request,
                           .graph = graph,
                           .statements = statements,
                           .points = contents.points};
    const bool isSingle = contents.experiment.precision == Precision::float32;
    const std::string noiseFreeBody = indented(noiseFreeStatements.lines);
    const std::array own{Replacement{"PRECISION", isSingle ? "DTYPE = \"float32\"\n" : doublePrecision},
                         Replacement{"SEED", graph.sources.empty() ? "" : seedLine},
                         Replacement{"DRAWS", drawEntries(all, kerasDraws)},
                         Replacement{"NOISE_FREE_BODY", noiseFreeBody},
                         Replacement{"PACKAGE", packageOf(indented(statements.lines) + noiseFreeBody)},
                         Replacement{"TRAINING", std::string(kerasTraining())}};
    return pythonFile(kerasFile, all, own);
}

} // namespace sluice
