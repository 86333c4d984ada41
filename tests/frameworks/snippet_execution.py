# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Executes a snippet as it stands, in the process of its framework. Its random functions return given draws."""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Iterator
from unittest import mock

import numpy as np


def run(snippet: str, framework: str, draws: list[list[float]]) -> dict:
    """The snippet's numbers by name: those of its global names, and of the gradients that PyTorch leaves in them."""
    standard_draws = iter([np.array(values) for values in draws])
    names: dict = {}
    with _CONTEXTS[framework](standard_draws):
        exec(compile(snippet, "snippet", "exec"), names)
    found = {}
    for name, value in names.items():
        _collect(name, value, found)
    return {"numbers": found}


def _collect(name: str, value, found: dict) -> None:
    if name.startswith("__") or callable(value):
        return
    if getattr(value, "grad", None) is not None:
        _collect(f"{name}.grad", value.grad, found)
    with contextlib.suppress(Exception):  # Symbolic tensors, modules and keys have no numbers.
        array = np.asarray(value.detach() if hasattr(value, "detach") else value)
        if array.dtype.kind in "fi" and array.ndim <= 1:
            is_single = array.dtype == np.float32
            found[name] = {"values": array.ravel().tolist(), "is_single": is_single}


def _uniform(draw, low, high):
    return low + (high - low) * draw


def _scaled(draw, location, scale):
    return location + scale * draw


@contextlib.contextmanager
def _tensorflow(draws: Iterator[np.ndarray]):
    import keras
    import tensorflow as tf

    def uniform(shape, minval=0.0, maxval=1.0, dtype=tf.float32, **_):
        return tf.cast(_uniform(next(draws), minval, maxval), dtype)

    def normal(shape, mean=0.0, stddev=1.0, dtype=tf.float32, **_):
        return tf.cast(_scaled(next(draws), mean, stddev), dtype)

    with contextlib.ExitStack() as patches:
        for module in (tf.random, keras.random):
            patches.enter_context(mock.patch.object(module, "uniform", uniform))
            patches.enter_context(mock.patch.object(module, "normal", normal))
        yield


@contextlib.contextmanager
def _tensorflow1(draws: Iterator[np.ndarray]):
    """Graph mode, as TensorFlow's own guide to migration runs code of its first version."""
    from tensorflow.compat import v1

    def random_uniform(shape, minval=0.0, maxval=1.0, dtype=v1.float32, **_):
        return v1.constant(_uniform(next(draws), minval, maxval), dtype)

    with (
        v1.Graph().as_default(),
        mock.patch.object(v1, "random_uniform", random_uniform),
        mock.patch.dict(sys.modules, tensorflow=v1),
    ):
        yield


@contextlib.contextmanager
def _pytorch(draws: Iterator[np.ndarray]):
    import torch

    def draw():
        return torch.tensor(next(draws))

    replacements = {
        torch: {
            "rand_like": lambda v: draw(),
            "randn_like": lambda v: draw(),
            "bernoulli": lambda p: (draw() < p).to(p.dtype),
        },
        torch.Tensor: {
            "uniform_": lambda v, low=0.0, high=1.0: v.copy_(_uniform(draw(), low, high)),
            "normal_": lambda v, mean=0.0, std=1.0: v.copy_(_scaled(draw(), mean, std)),
        },
    }
    with _replaced(replacements):
        yield


@contextlib.contextmanager
def _jax(draws: Iterator[np.ndarray]):
    jax = importlib.import_module("jax")

    def uniform(key, shape=(), dtype=float, minval=0.0, maxval=1.0):
        return jax.numpy.asarray(_uniform(next(draws), minval, maxval))

    def normal(key, shape=(), dtype=float):
        return jax.numpy.asarray(next(draws))

    with _replaced({jax.random: {"uniform": uniform, "normal": normal}}):
        yield


@contextlib.contextmanager
def _numpy(draws: Iterator[np.ndarray]):
    class Generator:
        @staticmethod
        def uniform(low=0.0, high=1.0, size=None):
            return _uniform(next(draws), low, high)

        @staticmethod
        def laplace(loc=0.0, scale=1.0, size=None):
            return _scaled(next(draws), loc, scale)

    replacements = {"uniform": Generator.uniform, "default_rng": lambda seed=None: Generator()}
    with _replaced({np.random: replacements}):
        yield


@contextlib.contextmanager
def _replaced(replacements: dict):
    with contextlib.ExitStack() as patches:
        for owner, functions in replacements.items():
            for name, function in functions.items():
                patches.enter_context(mock.patch.object(owner, name, function))
        yield


_CONTEXTS = {
    "tensorflow1": _tensorflow1,
    "tensorflow": _tensorflow,
    "keras": _tensorflow,
    "pytorch": _pytorch,
    "jax": _jax,
    "numpy": _numpy,
}
