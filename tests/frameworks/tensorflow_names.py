# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""TensorFlow, and Keras for what TensorFlow itself lacks: the language's bare names, and how a text's value and
gradient are computed. In float64, eagerly, on one persistent tape, so that gradients can be differentiated again.
"""

import math
import warnings
from collections.abc import Sequence

import keras
import numpy as np
import tensorflow as tf

from bare_names import CONSTANTS, noise_names, with_aliases

keras.config.set_floatx("float64")
tf.get_logger().setLevel("ERROR")
# Two devices, for what is trained data-parallel.
tf.config.set_logical_device_configuration(
    tf.config.list_physical_devices("CPU")[0], [tf.config.LogicalDeviceConfiguration()] * 2
)


def tensor_like(like):
    """Makes tensors of numbers, in the shape of another."""

    def tensor(v):
        if tf.is_tensor(v):
            return v
        return tf.fill(like.shape, tf.constant(v, tf.bool if isinstance(v, bool) else tf.float64))

    return tensor


class TensorFlow:
    """Executes texts in TensorFlow."""

    def run(
        self, text: str, inputs: list, draws: list, by: int, output: str, is_compiled: bool = False
    ) -> dict:
        def compute(*points):
            with tf.GradientTape(persistent=True) as tape:
                for point in points:
                    tape.watch(point)
                constants = iter([tf.constant(values, tf.float64) for values in draws])
                names = self._names(points, constants, tape)
                exec(text, names)
                value = names[output] + tf.zeros_like(points[by])
                return value, tape.gradient(value, points[by])

        # An array, since TensorFlow remembers 0.0 for the number -0.0.
        points = [tf.constant(np.array(values)) for values in inputs]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if is_compiled:
                compute = tf.function(compute, jit_compile=True, autograph=False)
            value, gradient = compute(*points)
        return {
            "value": value.numpy().tolist(),
            "gradient": None if gradient is None else gradient.numpy().tolist(),
        }

    def _names(self, points: Sequence, draws, tape) -> dict:
        remaining = iter(points)
        like = points[0]
        tensor = tensor_like(like)

        def lifted(function):
            return lambda *operands, **options: function(*map(tensor, operands), **options)

        def clip(v, low=-float("inf"), high=float("inf")):
            return tf.clip_by_value(tensor(v), low, high)

        def leaky_relu(v, alpha=0.2):
            # TensorFlow's own keeps alpha in single precision.
            if alpha == float(np.float32(alpha)):
                return tf.nn.leaky_relu(tensor(v), alpha)
            return tf.where(tensor(v) > 0, tensor(v), alpha * tensor(v))

        def gelu(v, approximate=False):
            # TensorFlow's own keeps its constants in single precision.
            v = tensor(v)
            if approximate:
                return 0.5 * v * (1 + tf.tanh(math.sqrt(2 / math.pi) * (v + 0.044715 * v**3)))
            return 0.5 * v * (1 + tf.math.erf(v / math.sqrt(2)))

        def grad(z, x):
            found = tape.gradient(z, x) if tf.is_tensor(z) else None
            return tf.zeros_like(like) if found is None else tf.convert_to_tensor(found)

        def surrogate(forward, backward):
            return tf.stop_gradient(forward) + (backward - tf.stop_gradient(backward))

        def custom_gradient(v, rule):
            @tf.custom_gradient
            def replaced(v):
                return tf.identity(v), lambda upstream: upstream * 0 + rule(upstream)

            return replaced(tensor(v))

        of_math = (
            "square sqrt rsqrt reciprocal exp expm1 log log1p sin cos tan asin acos atan atan2 sinh cosh tanh asinh "
            "acosh atanh sigmoid log_sigmoid softplus softsign erf erfc sign floor ceil round abs minimum maximum"
        ).split()
        of_nn = "relu relu6 selu silu".split()
        of_keras = "log2 log10 trunc hard_tanh".split()
        names = {name: lifted(getattr(tf.math, name)) for name in of_math}
        names |= {name: lifted(getattr(tf.nn, name)) for name in of_nn}
        names |= {name: lifted(getattr(keras.ops, name)) for name in of_keras}
        names |= {
            "where": lifted(tf.where),
            "surrogate": lifted(surrogate),
            "stop_gradient": lifted(tf.stop_gradient),
            "pow": lambda v, p: tf.pow(tensor(v), p),
            "clip": clip,
            "heaviside": lambda v, h0=0.5: keras.ops.heaviside(tensor(v), tensor(h0)),
            "gelu": gelu,
            "leaky_relu": leaky_relu,
            "elu": lambda v, alpha=1.0: keras.activations.elu(tensor(v), alpha),
            "custom_gradient": custom_gradient,
            "grad": grad,
            "input": lambda low=None, high=None: next(remaining),
            "output": lambda z: None,
        }
        return CONSTANTS | with_aliases(names) | noise_names(draws, names["where"])
