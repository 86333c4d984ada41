// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/keras_training.h"

namespace sluice {

namespace {

constexpr std::string_view training = R"python(class NoiseSeed(keras.random.SeedGenerator):
    """Neighbouring seeds and data-parallel replicas, which start from copies of one seed, get noise of their own."""

    def next(self, ordered=True):
        seed, count = ops.unstack(super().next(ordered))
        # PyTorch's backend adds the two.
        return ops.stack([seed + ops.cast(replica_number() * 7_368_787, seed.dtype), count * 1_000_003])


def replica_number():
    if keras.backend.backend() == "tensorflow":
        import tensorflow as tf

        context = tf.distribute.get_replica_context()
        return context.replica_id_in_sync_group if context else 0
    if keras.backend.backend() == "torch":
        from torch import distributed

        return distributed.get_rank() if distributed.is_available() and distributed.is_initialized() else 0
    return 0  # A program in JAX draws for all its devices.


# Whether the noise is off, in this thread: one switch for the layers of all such files. It is read when layers are
# called or traced, each pass by itself, so that a compiled step keeps its two passes apart.
_switch = keras.saving.get_custom_objects().setdefault("sluice>switch", threading.local())


@contextlib.contextmanager
def noise_free():
    """Within it, the layers give their noise-free value, whatever `training` says."""
    before, _switch.is_noise_free = is_noise_free(), True
    try:
        yield
    finally:
        _switch.is_noise_free = before


def is_noise_free():
    return getattr(_switch, "is_noise_free", False)


@keras.saving.register_keras_serializable(package="sluice")
class NoiseFreeGradient(keras.Model):
    """Trains `model` with the noisy loss and the exact gradient of the noise-free one.

    A layer can't do that. What follows it is differentiated at its noisy output, so all gradients are noisy from there
    back to the first weight, and a loss that isn't linear is enough. Here a noise-free pass through the whole model is
    carried to the loss: stop_gradient(noisy - clean) + clean, written so that the noisy value isn't rounded.

        trainer = NoiseFreeGradient(model)
        trainer.compile("adam", "mse")
        trainer.fit(x, y)
        model.save("model.keras")  # or the trainer itself

    - Every training step passes through the model twice: about twice the time and memory of the forward pass.
    - Both passes start from the same state, so that dropout has the same mask in both. Only the noisy pass changes it
      (seeds, the moving averages of batch normalization).
    - Losses that layers add, regularizers and sample weights are in both losses; metrics see the noisy predictions.
    - Dropout and other layers' noise stay on: only layers that ask is_noise_free() become noise-free.
    - A training step of your own calls trainer(x, training=True), then trainer.compute_loss(x, y, y_pred).
    - Don't rematerialize a part of the model that has such layers: it would be recomputed outside of its pass.
    - A loss that is infinite in the noise-free pass makes the loss NaN.
    """

    def __init__(self, model, **kwargs):
        super().__init__(**kwargs)
        self.model = model

    def call(self, inputs, training=False):
        if not training:
            return self.model(inputs, training=False)
        state = [(v, ops.copy(v)) for v in self.model.non_trainable_variables]
        predictions = self.model(inputs, training=True)
        # For compute_loss: the same thread calls it next, in the same trace. Replicas have a thread each.
        _switch.last_pass = predictions, state
        return predictions

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        noisy = super().compute_loss(x, y, y_pred, sample_weight, training)
        if not training:
            return noisy
        # A stateless scope reads the given values and keeps what layers, losses and metrics assign to itself.
        with keras.StatelessScope(self._state_before(y_pred), collect_losses=True), noise_free():
            predictions = self.model(x, training=True)
            clean = super().compute_loss(x, y, predictions, sample_weight, training)
        return ops.stop_gradient(noisy) + (clean - ops.stop_gradient(clean))

    @property
    def losses(self):
        """Those that layers added in the current pass, and the regularizers'."""
        return self.model.losses if is_noise_free() else super().losses

    def _state_before(self, y_pred):
        """All variables as they were before the pass that gave `y_pred`."""
        state = {id(v): (v, v.value) for v in self.variables + self.metrics_variables}
        predictions, before = vars(_switch).pop("last_pass", (None, []))
        if predictions is y_pred:
            state |= {id(v): (v, value) for v, value in before}
        return list(state.values())

    def get_config(self):
        return {**super().get_config(), "model": keras.saving.serialize_keras_object(self.model)}

    @classmethod
    def from_config(cls, config):
        return cls(keras.saving.deserialize_keras_object(config.pop("model")), **config)
)python";

} // namespace

std::string_view kerasTraining()
{
    return training;
}

} // namespace sluice
