# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a generated file in its framework: as it is, and under what the framework makes of functions."""

from __future__ import annotations

import runpy
import warnings
from collections.abc import Callable
from types import FunctionType, ModuleType

import numpy as np


def run(
    code: str,
    target: str,
    points: list[float],
    noise: dict[str, list[float]],
    derivatives: int = 1,
    all_ways: bool = True,
) -> dict:
    """Values and gradients by the way in which they were computed: `as it is`, `compiled`, `one by one`. With two
    derivatives, instead of values and gradients, first and second derivatives by nested differentiation."""
    module = _loaded(code)
    draws = {name: np.array(values) for name, values in noise.items()}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if derivatives == 2:
            return {"twice": _listed(_TWICE[target](module, np.array(points), draws))}
        ways = {"as it is": module.compute(np.array(points), draws)}
        if all_ways:
            ways |= _WAYS[target](module, np.array(points), draws)
    is_single = str(module.DTYPE).endswith("float32") or "float32" in str(module.DTYPE)
    for values, gradients in ways.values():
        for array in (values, gradients):
            assert np.asarray(array).dtype == (np.float32 if is_single else np.float64), array.dtype
    return {name: _listed(pair) for name, pair in ways.items()}


def run_draws(code: str, target: str, count: int) -> dict:
    """Mean and variance of every source's standard draws; the smallest and the largest of them."""
    draws = _DRAWS[target](_loaded(code), count)
    arrays = {name: np.asarray(values, float) for name, values in draws.items()}
    return {
        name: [array.mean(), array.var(), array.min(), array.max()] for name, array in arrays.items()
    }


def run_check(folder: str) -> dict:
    """The exit status of the script that compares, in a folder with code, draws and expected numbers."""
    return {"status": runpy.run_path(f"{folder}/check.py", run_name="check")["main"]()}


def _loaded(code: str) -> ModuleType:
    module = ModuleType("generated")
    exec(compile(code, "generated.py", "exec"), module.__dict__)
    return module


def _listed(pair) -> list[list[float]]:
    return [np.asarray(array, float).tolist() for array in pair]


def _tensorflow1(module: ModuleType, points: np.ndarray, draws: dict) -> dict:
    return {}


def _tensorflow(module: ModuleType, points: np.ndarray, draws: dict) -> dict:
    import tensorflow as tf

    def tensor(values):
        return tf.constant(values, module.DTYPE)

    compiled = tf.function(module.value_and_gradient, autograph=False)
    noise = {name: tensor(values) for name, values in draws.items()}
    values, gradients = compiled(tensor(points), module.PARAMETERS, noise)
    return {"compiled": (values.numpy(), gradients.numpy())}


def _pytorch(module: ModuleType, points: np.ndarray, draws: dict) -> dict:
    import torch

    def tensor(values):
        return torch.tensor(values, dtype=module.DTYPE)

    def value(point, noise):
        return module.value(point, module.PARAMETERS, noise)

    noise = {name: tensor(values) for name, values in draws.items()}
    one_by_one = torch.func.vmap(torch.func.grad_and_value(value))
    mapped = torch.func.vmap(value)
    through_the_map = torch.func.grad_and_value(lambda x: mapped(x, noise).sum())
    gradients, values = one_by_one(tensor(points), noise)
    whole, _ = through_the_map(tensor(points))
    return {
        "one by one": (values.detach().numpy(), gradients.detach().numpy()),
        "through the map": (values.detach().numpy(), whole.detach().numpy()),
    }


def _jax(module: ModuleType, points: np.ndarray, draws: dict) -> dict:
    import jax
    import jax.numpy as jnp

    x = jnp.asarray(points, module.DTYPE)
    noise = {name: jnp.asarray(values, module.DTYPE) for name, values in draws.items()}
    one_by_one = jax.vmap(jax.value_and_grad(module.value), (0, None, 0))
    mapped = jax.jit(jax.vmap(module.value, (0, None, 0)))

    def through_the_map(x):
        return mapped(x, module.PARAMETERS, noise).sum()

    return {
        "through the map": (mapped(x, module.PARAMETERS, noise), jax.grad(through_the_map)(x)),
        "compiled": jax.jit(module.value_and_gradient)(x, module.PARAMETERS, noise),
        "one by one": one_by_one(x, module.PARAMETERS, noise),
    }


def _keras(module: ModuleType, points: np.ndarray, draws: dict) -> dict:
    """The layer while it trains, with the given draws in place of its own, and in a noise-free pass."""
    from keras import ops

    x = ops.convert_to_tensor(points, module.DTYPE)
    noise = {name: ops.convert_to_tensor(values, module.DTYPE) for name, values in draws.items()}
    layer = module.NoisyLayer(dtype=module.DTYPE)
    layer.draw = lambda inputs: noise

    def value(points, parameters, noise):
        return layer(points, training=True)

    def noise_free_value(points, parameters, noise):
        with module.noise_free():
            return layer(points, training=True)

    return {
        "as a layer": _keras_gradient(module, value, x, noise),
        "noise-free": _keras_gradient(module, noise_free_value, x, noise),
    }


def _keras_gradient(module: ModuleType, value: Callable, x, noise: dict) -> tuple:
    """What the file's own function computes of another function of the same arguments."""
    from keras import ops

    differentiate = FunctionType(
        module.value_and_gradient.__code__, vars(module) | {"value": value}
    )
    values, gradients = differentiate(x, module.PARAMETERS, noise)
    return ops.convert_to_numpy(values), ops.convert_to_numpy(gradients)


def _tensorflow1_twice(module: ModuleType, points: np.ndarray, draws: dict) -> tuple:
    from tensorflow.compat import v1

    with v1.Graph().as_default(), v1.Session() as session:
        x = v1.constant(points, module.DTYPE)
        noise = {name: v1.constant(values, module.DTYPE) for name, values in draws.items()}
        _, first = module.value_and_gradient(x, module.PARAMETERS, noise)
        (second,) = v1.gradients(first, x, unconnected_gradients=v1.UnconnectedGradients.ZERO)
        return tuple(session.run([first, second]))


def _tensorflow_twice(module: ModuleType, points: np.ndarray, draws: dict) -> tuple:
    import tensorflow as tf

    x = tf.constant(points, module.DTYPE)
    noise = {name: tf.constant(values, module.DTYPE) for name, values in draws.items()}
    with tf.GradientTape() as tape:
        tape.watch(x)
        _, first = module.value_and_gradient(x, module.PARAMETERS, noise)
    second = tape.gradient(first, x, unconnected_gradients="zero")
    return first.numpy(), second.numpy()


def _pytorch_twice(module: ModuleType, points: np.ndarray, draws: dict) -> tuple:
    import torch

    noise = {name: torch.tensor(values, dtype=module.DTYPE) for name, values in draws.items()}

    def total(x):
        return module.value(x, module.PARAMETERS, noise).sum()

    x = torch.tensor(points, dtype=module.DTYPE)
    first = torch.func.grad(total)
    second = torch.func.grad(lambda x: first(x).sum())
    return first(x).detach().numpy(), second(x).detach().numpy()


def _jax_twice(module: ModuleType, points: np.ndarray, draws: dict) -> tuple:
    import jax
    import jax.numpy as jnp

    noise = {name: jnp.asarray(values, module.DTYPE) for name, values in draws.items()}
    first = jax.grad(lambda x: module.value(x, module.PARAMETERS, noise).sum())
    second = jax.grad(lambda x: first(x).sum())
    x = jnp.asarray(points, module.DTYPE)
    return first(x), second(x)


def _tensorflow1_draws(module: ModuleType, count: int) -> dict:
    from tensorflow.compat import v1

    with v1.Graph().as_default(), v1.Session() as session:
        return session.run(module.draw([count]))


def _jax_draws(module: ModuleType, count: int) -> dict:
    import jax

    return module.draw(jax.random.key(1), (count,))


def _keras_draws(module: ModuleType, count: int) -> dict:
    from keras import ops

    return {name: ops.convert_to_numpy(draws) for name, draws in module.draw((count,)).items()}


_DRAWS: dict[str, Callable] = {
    "tensorflow1": _tensorflow1_draws,
    "tensorflow": lambda module, count: module.draw([count]),
    "pytorch": lambda module, count: module.draw((count,)),
    "jax": _jax_draws,
    "keras": _keras_draws,
}
_WAYS: dict[str, Callable] = {
    "tensorflow1": _tensorflow1,
    "tensorflow": _tensorflow,
    "pytorch": _pytorch,
    "jax": _jax,
    "keras": _keras,
}
_TWICE: dict[str, Callable] = {
    "tensorflow1": _tensorflow1_twice,
    "tensorflow": _tensorflow_twice,
    "pytorch": _pytorch_twice,
    "jax": _jax_twice,
}
