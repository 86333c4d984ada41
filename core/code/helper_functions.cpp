// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/helper_functions.h"

#include <algorithm>
#include <array>

namespace sluice {

namespace {

/// A function that a framework lacks, written with what it has; by column.
struct Helper
{
    std::string_view name;
    std::array<std::string_view, frameworkColumns> definitions;
};

constexpr std::array helperRows{
    Helper{"log2",
           {R"(def log2(v):
    return tf.math.log(v) / 0.6931471805599453
)",
            R"(def log2(v):
    return ops.log(v) / 0.6931471805599453
)",
            "", ""}},
    Helper{"log10",
           {R"(def log10(v):
    return tf.math.log(v) / 2.302585092994046
)",
            R"(def log10(v):
    return ops.log(v) / 2.302585092994046
)",
            "", ""}},
    Helper{"tanh_slope",
           {R"(def tanh_slope(v):
    """The derivative of tanh, without the cancellation of 1 - tanh(v)**2."""
    return 4.0 * tf.sigmoid(2.0 * v) * tf.sigmoid(-2.0 * v)
)",
            R"(def tanh_slope(v):
    """The derivative of tanh, without the cancellation of 1 - tanh(v)**2."""
    return 4.0 * ops.sigmoid(2.0 * v) * ops.sigmoid(-2.0 * v)
)",
            R"(def tanh_slope(v):
    """The derivative of tanh, without the cancellation of 1 - tanh(v)**2."""
    return 4.0 * torch.sigmoid(2.0 * v) * torch.sigmoid(-2.0 * v)
)",
            R"(def tanh_slope(v):
    """The derivative of tanh, without the cancellation of 1 - tanh(v)**2."""
    return 4.0 * jax.nn.sigmoid(2.0 * v) * jax.nn.sigmoid(-2.0 * v)
)"}},
    Helper{"sigmoid_slope",
           {R"(def sigmoid_slope(v):
    """The derivative of the sigmoid."""
    return tf.sigmoid(v) * tf.sigmoid(-v)
)",
            R"(def sigmoid_slope(v):
    """The derivative of the sigmoid."""
    return ops.sigmoid(v) * ops.sigmoid(-v)
)",
            R"(def sigmoid_slope(v):
    """The derivative of the sigmoid."""
    return torch.sigmoid(v) * torch.sigmoid(-v)
)",
            R"(def sigmoid_slope(v):
    """The derivative of the sigmoid."""
    return jax.nn.sigmoid(v) * jax.nn.sigmoid(-v)
)"}},
    Helper{"erfc",
           {"",
            R"(def erfc(v):
    """1 - erf(v); Keras has no erfc of its own, so the difference cancels where v is large."""
    return 1.0 - ops.erf(v)
)",
            "", ""}},
    Helper{"bell_curve",
           {R"(def bell_curve(v, rate):
    return tf.exp(-rate * v * v)
)",
            R"(def bell_curve(v, rate):
    return ops.exp(-rate * v * v)
)",
            R"(def bell_curve(v, rate):
    return torch.exp(-rate * v * v)
)",
            R"(def bell_curve(v, rate):
    return jnp.exp(-rate * v * v)
)"}},
    Helper{"normal_cdf",
           {R"(def normal_cdf(v):
    """The probability that a standard normal variate is below v."""
    return 0.5 * tf.math.erfc(-0.7071067811865476 * v)
)",
            R"(def normal_cdf(v):
    """The probability that a standard normal variate is below v."""
    return 0.5 * (1.0 + ops.erf(0.7071067811865476 * v))
)",
            R"(def normal_cdf(v):
    """The probability that a standard normal variate is below v."""
    return 0.5 * torch.erfc(-0.7071067811865476 * v)
)",
            R"(def normal_cdf(v):
    """The probability that a standard normal variate is below v."""
    return 0.5 * jax.scipy.special.erfc(-0.7071067811865476 * v)
)"}},
    Helper{"softplus",
           {"",
            R"(def softplus(v):
    """log(1 + exp(v)); some backends' own is linear above 20."""
    return ops.logaddexp(v, ops.zeros_like(v))
)",
            R"(def softplus(v):
    """log(1 + exp(v)); PyTorch's own is linear above 20."""
    return torch.logaddexp(v, torch.zeros_like(v))
)",
            ""}},
    Helper{"gelu",
           {R"(def gelu(v):
    """v times the normal cdf; TensorFlow's own keeps its constants in single precision."""
    return 0.5 * v * tf.math.erfc(-0.7071067811865476 * v)
)",
            R"(def gelu(v):
    """v times the normal cdf; some backends' own keeps its constants in single precision."""
    return 0.5 * v * (1.0 + ops.erf(0.7071067811865476 * v))
)",
            "", ""}},
    Helper{"gelu_tanh",
           {R"(def gelu_tanh(v):
    """gelu by its approximation with tanh, 0.5 * (1 + tanh(t)) being sigmoid(2 * t)."""
    return v * tf.sigmoid(1.5957691216057308 * (v + 0.044715 * v**3))
)",
            R"(def gelu_tanh(v):
    """gelu by its approximation with tanh, 0.5 * (1 + tanh(t)) being sigmoid(2 * t)."""
    return v * ops.sigmoid(1.5957691216057308 * (v + 0.044715 * v**3))
)",
            "", ""}},
    Helper{"leaky_relu",
           {R"(def leaky_relu(v, alpha):
    """TensorFlow's own keeps alpha in single precision."""
    return tf.where(v > 0, v, alpha * v)
)",
            R"(def leaky_relu(v, alpha):
    """Some backends' own keeps alpha in single precision."""
    return ops.where(v > 0, v, alpha * v)
)",
            R"(def leaky_relu(v, alpha):
    """PyTorch's own takes only a number as alpha."""
    return torch.where(v > 0, v, alpha * v)
)",
            ""}},
    Helper{"elu",
           {R"(def elu(v, alpha):
    """The inner choice keeps the exponential, which is not taken above 0, from overflowing."""
    return tf.where(v > 0, v, alpha * tf.math.expm1(tf.where(v > 0, tf.zeros_like(v), v)))
)",
            R"(def elu(v, alpha):
    """The inner choice keeps the exponential, which is not taken above 0, from overflowing."""
    return ops.where(v > 0, v, alpha * ops.expm1(ops.where(v > 0, ops.zeros_like(v), v)))
)",
            R"(def elu(v, alpha):
    """PyTorch's own takes only a number as alpha."""
    return torch.where(v > 0, v, alpha * torch.expm1(torch.where(v > 0, torch.zeros_like(v), v)))
)",
            ""}},
    Helper{"trunc",
           {R"(def trunc(v):
    return tf.where(v < 0, tf.math.ceil(v), tf.floor(v))
)",
            "", "", ""}},
    Helper{"heaviside",
           {R"(def heaviside(v, at_zero):
    """0 below 0, 1 above, at_zero at 0; not-a-number stays what it is."""
    step = tf.where(tf.math.is_nan(v), v, tf.cast(v > 0, v.dtype))
    return tf.where(tf.equal(v, 0), at_zero, tf.stop_gradient(step))
)",
            R"(def heaviside(v, at_zero):
    """0 below 0, 1 above, at_zero at 0; not-a-number stays what it is.

    As of the backend's own, nothing flows back to v on TensorFlow, and 0 on JAX and PyTorch: it differs where a rule
    stands behind, whose answer to 0 may not be 0.
    """
    backend = keras.backend.backend()
    value_at_zero = ops.stop_gradient(at_zero) if backend == "torch" else at_zero
    step = ops.stop_gradient(ops.where(ops.isnan(v), v, ops.cast(v > 0, v.dtype)))
    step = ops.where(ops.equal(v, 0), value_at_zero, step)
    if backend == "tensorflow":
        return step
    # The other choice is never taken; its gradient is 0.
    return ops.where(ops.ones_like(step, dtype="bool"), step, v + at_zero)
)",
            R"(def heaviside(v, at_zero):
    """PyTorch's own refuses to be differentiated; here what flows back is 0."""
    step = torch.heaviside(v.detach(), at_zero.detach())
    return torch.where(torch.ones_like(step, dtype=torch.bool), step, v + at_zero)
)",
            ""}},
    Helper{"surrogate",
           {R"(@tf.custom_gradient
def surrogate(forward, backward):
    """The value of `forward`, bit for bit; the whole gradient flows to `backward`."""
    return tf.identity(forward), lambda upstream: (None, upstream)
)",
            R"(def surrogate(forward, backward):
    """The value of `forward`; the whole gradient flows to `backward`.

    It is the same on every backend, and exact where `backward` is finite: what is added is 0.
    """
    return ops.stop_gradient(forward) + (backward - ops.stop_gradient(backward))
)",
            R"(class Surrogate(torch.autograd.Function):
    """The value of `forward`, bit for bit; the whole gradient flows to `backward`."""

    generate_vmap_rule = True

    @staticmethod
    def forward(forward, backward):
        # Mapped wherever either is: what is the same for all would be given the sum of all their gradients.
        return torch.where(torch.ones_like(backward, dtype=torch.bool), forward, backward)

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.set_materialize_grads(False)  # Where no gradient comes, none goes on: a rule's answer to 0 may not be 0.

    @staticmethod
    def backward(ctx, upstream):
        return None, upstream


surrogate = Surrogate.apply
)",
            R"(@jax.custom_jvp
def surrogate(forward, backward):
    """The value of `forward`, bit for bit; the whole gradient flows to `backward`."""
    # Mapped wherever either is: where forward alone is the same for all, JAX can't differentiate what `vmap` made.
    return jnp.where(jnp.ones_like(backward, dtype=bool), forward, backward)


@surrogate.defjvp
def surrogate_jvp(primals, tangents):
    return surrogate(*primals), tangents[1]
)"}},
    Helper{"replaced_gradient",
           {R"(def replaced_gradient(v, rule, *reads):
    """The value of v; what flows back to v is rule(upstream, *reads) in place of the upstream gradient."""

    @tf.custom_gradient
    def replaced(v):
        return tf.identity(v), lambda upstream: rule(upstream, *reads)

    return replaced(v)
)",
            R"(def replaced_gradient(v, rule, *reads):
    """The value of v; what flows back to v is rule(upstream, *reads) in place of the upstream gradient.

    What the rule reads is held: a gradient of 0 that went back to it would call the rules behind it, whose answer
    to 0 may not be 0. A second derivative doesn't see, therefore, that the rule depends on what it reads.
    """
    reads = [ops.stop_gradient(read) for read in reads]

    @ops.custom_gradient
    def replaced(v, *reads):
        def backward(*arguments, upstream=None):  # PyTorch's backend gives the function's arguments first.
            upstream = arguments[0] if upstream is None else upstream
            return rule(upstream, *reads), *(ops.zeros_like(read) for read in reads)

        return ops.copy(v), backward

    return replaced(v, *reads)
)",
            R"(class ReplacedGradient(torch.autograd.Function):
    """The value of v; what flows back to v is rule(upstream, *reads) in place of the upstream gradient."""

    generate_vmap_rule = True

    @staticmethod
    def forward(v, rule, *reads):
        return v.clone()

    @staticmethod
    def setup_context(ctx, inputs, output):
        _, ctx.rule, *reads = inputs
        ctx.save_for_backward(*reads)
        ctx.set_materialize_grads(False)

    @staticmethod
    def backward(ctx, upstream):
        reads = ctx.saved_tensors
        # Where no gradient comes, none goes on: the rule's answer to 0 may not be 0.
        gradient = None if upstream is None else ctx.rule(upstream, *reads)
        return gradient, None, *(None for _ in reads)


replaced_gradient = ReplacedGradient.apply
)",
            R"(@functools.partial(jax.custom_vjp, nondiff_argnums=(1,))
def replaced_gradient(v, rule, *reads):
    """The value of v; what flows back to v is rule(upstream, *reads) in place of the upstream gradient."""
    return v


def replaced_gradient_forward(v, rule, *reads):
    reads = tuple(read.value for read in reads)
    # Not v itself: derivatives of the derivative pass here by the rule, too.
    return replaced_gradient(v.value, rule, *reads), reads


def replaced_gradient_backward(rule, reads, upstream):
    # Where no gradient comes, none goes on: the rule's answer to 0 may not be 0.
    is_connected = not isinstance(upstream, jax.custom_derivatives.SymbolicZero)
    gradient = rule(upstream, *reads) if is_connected else None
    return gradient, *(None for _ in reads)


replaced_gradient.defvjp(
    replaced_gradient_forward, replaced_gradient_backward, symbolic_zeros=True
)
)"}},
};

} // namespace

std::string_view helperNamed(std::string_view name, const Dialect& dialect)
{
    const auto* found = std::ranges::find(helperRows, name, &Helper::name);
    return found == helperRows.end() ? std::string_view()
                                     : found->definitions.at(static_cast<std::size_t>(dialect.column));
}

bool isHelperName(std::string_view name)
{
    return std::ranges::find(helperRows, name, &Helper::name) != helperRows.end();
}

} // namespace sluice
