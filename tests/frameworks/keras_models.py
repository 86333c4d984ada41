# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains, saves and distributes models that contain generated Keras layers, in the process of a framework, and answers
with numbers for keras_training.py to judge.

The same model is built three times with the same first weights: with noise-free activations, with the generated layers,
and with these in NoiseFreeGradient. A step of gradient descent with the learning rate 1 changes each weight by exactly
its gradient.
"""

from __future__ import annotations

import contextlib
import importlib
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import keras
import numpy as np
from keras import ops

BATCH = 8
WIDTH = 5


def run(training: list[str]) -> dict:
    """What the files of the first and the second example are good for; both of their variant `z=clean`."""
    before = keras.config.floatx()
    keras.config.set_floatx("float32")
    try:
        return Models(*(_executed(code, number) for number, code in enumerate(training))).answer()
    finally:
        keras.config.set_floatx(before)


def _executed(code: str, number: int) -> ModuleType:
    module = ModuleType(f"generated_{number}")
    exec(compile(code, f"{module.__name__}.py", "exec"), module.__dict__)
    return module


@keras.saving.register_keras_serializable(package="tests")
class NoiseFree(keras.layers.Layer):
    """What the generated layers compute where their noise is at its nominal value, written by hand."""

    def __init__(self, kind: str, **options):
        super().__init__(**options)
        self.kind = kind

    def call(self, inputs):
        return ops.abs(inputs) if self.kind == "origin" else ops.tanh(1.5 * inputs + 0.3)


class Models:
    def __init__(self, origin: ModuleType, noisy_layer: ModuleType):
        self.layers = {"origin": origin.NoisyLayer, "noisy-layer": noisy_layer.NoisyLayer}
        # The file of one layer trains the layers of the other, too.
        self.trainer = noisy_layer.NoiseFreeGradient
        numbers = np.random.default_rng(1)
        self.x = numbers.normal(size=(BATCH, WIDTH)).astype("float32")
        self.y = numbers.normal(size=(BATCH, 1)).astype("float32")
        self.sample_weight = np.linspace(0.5, 1.5, BATCH).astype("float32")

    def answer(self) -> dict:
        found = self._steps("") | {
            "saved": self._saved(),
            "half precision": self._half_precision(),
            "neighbouring seeds": self._neighbours(),
            "parameters": self._parameters(),
        }
        if keras.backend.backend() == "torch":
            return found
        with _two_devices() as strategy:
            found |= self._steps(", on two devices")
            return found | {"replicas": self._replicas(strategy)}

    def model(self, noise: Callable[[str, int], keras.layers.Layer]) -> keras.Model:
        """30 layers behind the input, three of them noisy, with state of every kind: moving averages and masks."""
        kinds = iter(("noisy-layer", "origin", "noisy-layer"))
        v = inputs = keras.Input((WIDTH,))
        for number in range(1, 30):
            if number % 10 == 8:
                v = noise(next(kinds), number)(v)
            elif number % 10 == 5:
                v = keras.layers.BatchNormalization()(v)
            elif number % 10 == 6:
                v = keras.layers.Dropout(0.2, seed=number)(v)
            else:
                v = keras.layers.Dense(
                    WIDTH,
                    "tanh" if number % 2 else None,
                    kernel_initializer=keras.initializers.Orthogonal(seed=number),
                    kernel_regularizer="l2" if number == 1 else None,
                    activity_regularizer="l2" if number == 19 else None,
                )(v)
        outputs = keras.layers.Dense(1, kernel_initializer=keras.initializers.Orthogonal(seed=30))(v)
        return keras.Model(inputs, outputs)

    def noisy_model(self) -> keras.Model:
        return self.model(lambda kind, number: self.layers[kind](seed=number))

    def step(self, model: keras.Model) -> dict:
        """A step's loss, by how much it changed the weights, and the state behind it: moving averages, seeds."""
        before = [ops.convert_to_numpy(v).copy() for v in model.trainable_variables]
        model.compile(keras.optimizers.SGD(1.0), "mse")
        history = model.fit(
            self.x, self.y, BATCH, verbose=0, shuffle=False, sample_weight=self.sample_weight
        )
        after = [ops.convert_to_numpy(v) for v in model.trainable_variables]
        return {
            "loss": history.history["loss"][0],
            "gradient": _flat(old - new for old, new in zip(before, after, strict=True)),
            "state": _flat(ops.convert_to_numpy(v) for v in model.non_trainable_variables),
        }

    def _steps(self, where: str) -> dict:
        models = {
            "noise-free": self.model(lambda kind, number: NoiseFree(kind)),
            "noisy": self.noisy_model(),
            "wrapped": self.trainer(self.noisy_model()),
        }
        return {name + where: self.step(model) for name, model in models.items()}

    def small_model(self) -> keras.Model:
        noisy = [self.layers[kind](seed=number) for number, kind in enumerate(self.layers)]
        return keras.Sequential([keras.Input((WIDTH,)), noisy[0], keras.layers.Dense(1), noisy[1]])

    def _saved(self) -> dict:
        """By how much what was loaded differs from what was saved: in its predictions, and in a step's gradient."""
        found = {}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "saved.keras")
            for name, saved in {
                "the model": self.small_model(),
                "the trainer": self.trainer(self.small_model()),
            }.items():
                saved.save(path)
                loaded = keras.saving.load_model(path)
                pair = [model.predict(self.x, verbose=0) for model in (saved, loaded)]
                found[f"{name}, predictions"] = _difference(*pair)
                pair = [self.step(model)["gradient"] for model in (saved, loaded)]
                found[f"{name}, gradient"] = _difference(*pair)
        return found

    def _half_precision(self) -> dict:
        keras.config.set_dtype_policy("mixed_bfloat16")
        try:
            dtype = self.layers["origin"]()(self.x, training=True).dtype
            step = self.step(self.trainer(self.small_model()))
            return {"dtype": str(dtype), "gradient": step["gradient"]}
        finally:
            keras.config.set_dtype_policy("float32")

    def _neighbours(self) -> list[list[float]]:
        """The second noise of one layer and the first of the next, whose seed is one more."""
        layers = [self.layers["noisy-layer"](seed=seed) for seed in (1, 2)]
        first, second, other = (layers[k](self.x, training=True) for k in (0, 0, 1))
        return [_flat([ops.convert_to_numpy(values)]) for values in (first, second, other)]

    def _parameters(self) -> dict:
        """What the layer holds where one is given, and what it says of a name that it doesn't know."""
        layer = self.layers["noisy-layer"]
        (known, *_) = held = layer().held
        try:
            layer(parameters={known + "_": 0.0})
            message = None
        except ValueError as refused:
            message = str(refused)
        return {
            "known": list(held),
            "held": layer(parameters={known: 0.25}).get_config()["parameters"][known],
            "message": message,
        }

    def _replicas(self, strategy) -> list[list[float]]:
        """What the layer makes of the same input on each device."""
        layer = self.layers["noisy-layer"](seed=1)
        if keras.backend.backend() == "tensorflow":
            tf = importlib.import_module("tensorflow")
            run = tf.function(lambda: strategy.run(lambda: layer(tf.ones((2, 3)), training=True)))
            return [_flat([part]) for part in strategy.experimental_local_results(run())]
        jax = importlib.import_module("jax")
        sharding = importlib.import_module("jax.sharding")

        def compute(inputs, state):
            with keras.StatelessScope([(layer.noise_seed.state, state)]):
                return layer(inputs, training=True)

        mesh = sharding.Mesh(np.array(jax.devices()), "batch")
        halves = sharding.NamedSharding(mesh, sharding.PartitionSpec("batch"))
        inputs = jax.device_put(np.ones((4, 3), "float32"), halves)
        parts = jax.jit(compute)(inputs, layer.noise_seed.state.value).addressable_shards
        return [_flat([part.data]) for part in parts]


@contextlib.contextmanager
def _two_devices():
    """Within it, models are trained data-parallel; it gives TensorFlow's strategy."""
    if keras.backend.backend() == "tensorflow":
        tf = importlib.import_module("tensorflow")
        strategy = tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])
        with strategy.scope():
            yield strategy
        return
    devices = keras.distribution.list_devices()
    assert len(devices) == 2
    keras.distribution.set_distribution(keras.distribution.DataParallel(devices=devices))
    try:
        yield None
    finally:
        keras.distribution.set_distribution(None)


def _flat(arrays) -> list[float]:
    return np.concatenate([np.ravel(array).astype(float) for array in arrays]).tolist()


def _difference(a, b) -> float:
    return float(np.max(np.abs(np.array(a) - np.array(b))))
