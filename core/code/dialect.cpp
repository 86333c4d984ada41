// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/dialect.h"

#include <algorithm>
#include <array>

namespace sluice {

namespace {

constexpr std::size_t columns = 4;
constexpr std::size_t tensorflowColumn = 0;
constexpr std::size_t kerasColumn = 1;
constexpr std::size_t pytorchColumn = 2;
constexpr std::size_t jaxColumn = 3;

/// A row of the table of operations in every framework: TensorFlow, Keras, PyTorch, JAX.
struct Spelling
{
    std::string_view row;
    std::array<std::string_view, columns> texts;
};

constexpr Spelling everywhere(std::string_view row, std::string_view text)
{
    return {row, {text, text, text, text}};
}

constexpr std::array spellingRows{
    everywhere("identity", "$0"),

    everywhere("add", "$0 + $1"),
    everywhere("sub", "$0 - $1"),
    everywhere("mul", "$0 * $1"),
    everywhere("div", "$0 / $1"),
    everywhere("neg", "-$0"),
    everywhere("pow", "$0 ** $1"),
    everywhere("less", "$0 < $1"),
    everywhere("less_equal", "$0 <= $1"),
    everywhere("greater", "$0 > $1"),
    everywhere("greater_equal", "$0 >= $1"),
    // In graph mode TensorFlow's == compares tensors as objects.
    Spelling{"equal", {"tf.equal($T0, $1)", "ops.equal($T0, $1)", "$0 == $1", "$0 == $1"}},
    Spelling{"not_equal", {"tf.not_equal($T0, $1)", "ops.not_equal($T0, $1)", "$0 != $1", "$0 != $1"}},

    Spelling{"square", {"tf.square($0)", "ops.square($0)", "torch.square($0)", "jnp.square($0)"}},
    Spelling{"sqrt", {"tf.sqrt($0)", "ops.sqrt($0)", "torch.sqrt($0)", "jnp.sqrt($0)"}},
    Spelling{"rsqrt", {"tf.math.rsqrt($0)", "ops.rsqrt($0)", "torch.rsqrt($0)", "jax.lax.rsqrt($0)"}},
    Spelling{"reciprocal",
             {"tf.math.reciprocal($0)", "ops.reciprocal($0)", "torch.reciprocal($0)", "jnp.reciprocal($0)"}},
    Spelling{"exp", {"tf.exp($0)", "ops.exp($0)", "torch.exp($0)", "jnp.exp($0)"}},
    Spelling{"expm1", {"tf.math.expm1($0)", "ops.expm1($0)", "torch.expm1($0)", "jnp.expm1($0)"}},
    Spelling{"log", {"tf.math.log($0)", "ops.log($0)", "torch.log($0)", "jnp.log($0)"}},
    Spelling{"log1p", {"tf.math.log1p($0)", "ops.log1p($0)", "torch.log1p($0)", "jnp.log1p($0)"}},
    Spelling{"log2", {"log2($0)", "log2($0)", "torch.log2($0)", "jnp.log2($0)"}},
    Spelling{"log10", {"log10($0)", "log10($0)", "torch.log10($0)", "jnp.log10($0)"}},

    Spelling{"sin", {"tf.sin($0)", "ops.sin($0)", "torch.sin($0)", "jnp.sin($0)"}},
    Spelling{"cos", {"tf.cos($0)", "ops.cos($0)", "torch.cos($0)", "jnp.cos($0)"}},
    Spelling{"tan", {"tf.tan($0)", "ops.tan($0)", "torch.tan($0)", "jnp.tan($0)"}},
    Spelling{"asin", {"tf.asin($0)", "ops.arcsin($0)", "torch.asin($0)", "jnp.arcsin($0)"}},
    Spelling{"acos", {"tf.acos($0)", "ops.arccos($0)", "torch.acos($0)", "jnp.arccos($0)"}},
    Spelling{"atan", {"tf.atan($0)", "ops.arctan($0)", "torch.atan($0)", "jnp.arctan($0)"}},
    Spelling{"atan2",
             {"tf.atan2($T0, $1)", "ops.arctan2($T0, $T1)", "torch.atan2($T0, $T1)", "jnp.arctan2($0, $1)"}},
    Spelling{"sinh", {"tf.sinh($0)", "ops.sinh($0)", "torch.sinh($0)", "jnp.sinh($0)"}},
    Spelling{"cosh", {"tf.cosh($0)", "ops.cosh($0)", "torch.cosh($0)", "jnp.cosh($0)"}},
    Spelling{"tanh", {"tf.tanh($0)", "ops.tanh($0)", "torch.tanh($0)", "jnp.tanh($0)"}},
    everywhere("tanh slope", "tanh_slope($0)"),
    Spelling{"asinh", {"tf.asinh($0)", "ops.arcsinh($0)", "torch.asinh($0)", "jnp.arcsinh($0)"}},
    Spelling{"acosh", {"tf.acosh($0)", "ops.arccosh($0)", "torch.acosh($0)", "jnp.arccosh($0)"}},
    Spelling{"atanh", {"tf.atanh($0)", "ops.arctanh($0)", "torch.atanh($0)", "jnp.arctanh($0)"}},

    Spelling{"erf", {"tf.math.erf($0)", "ops.erf($0)", "torch.erf($0)", "jax.scipy.special.erf($0)"}},
    Spelling{"erfc", {"tf.math.erfc($0)", "erfc($0)", "torch.erfc($0)", "jax.scipy.special.erfc($0)"}},
    everywhere("bell curve", "bell_curve($0, $1)"),
    everywhere("normal cdf", "normal_cdf($0)"),

    Spelling{"sigmoid", {"tf.sigmoid($0)", "ops.sigmoid($0)", "torch.sigmoid($0)", "jax.nn.sigmoid($0)"}},
    everywhere("sigmoid slope", "sigmoid_slope($0)"),
    Spelling{
        "log_sigmoid",
        {"tf.math.log_sigmoid($0)", "ops.log_sigmoid($0)", "F.logsigmoid($0)", "jax.nn.log_sigmoid($0)"}},
    Spelling{"softplus", {"tf.math.softplus($0)", "softplus($0)", "softplus($0)", "jax.nn.softplus($0)"}},
    Spelling{"softsign",
             {"tf.nn.softsign($0)", "ops.softsign($0)", "F.softsign($0)", "jax.nn.soft_sign($0)"}},
    Spelling{"silu", {"tf.nn.silu($0)", "ops.silu($0)", "F.silu($0)", "jax.nn.silu($0)"}},
    Spelling{"gelu", {"gelu($0)", "gelu($0)", "F.gelu($0)", "jax.nn.gelu($0, approximate=False)"}},
    Spelling{"gelu tanh",
             {"gelu_tanh($0)", "gelu_tanh($0)", "F.gelu($0, approximate=\"tanh\")", "jax.nn.gelu($0)"}},

    Spelling{"relu", {"tf.nn.relu($0)", "ops.relu($0)", "F.relu($0)", "jax.nn.relu($0)"}},
    Spelling{"relu6", {"tf.nn.relu6($0)", "ops.relu6($0)", "F.relu6($0)", "jax.nn.relu6($0)"}},
    Spelling{"leaky_relu",
             {"leaky_relu($T0, $1)", "leaky_relu($T0, $1)", "F.leaky_relu($0, $1)|leaky_relu($T0, $1)",
              "jax.nn.leaky_relu($0, $1)"}},
    Spelling{"elu", {"elu($T0, $1)", "elu($T0, $1)", "F.elu($0, $1)|elu($T0, $1)", "jax.nn.elu($0, $1)"}},
    Spelling{"selu", {"tf.nn.selu($0)", "ops.selu($0)", "F.selu($0)", "jax.nn.selu($0)"}},
    Spelling{
        "hard_tanh",
        {"tf.clip_by_value($0, -1.0, 1.0)", "ops.hard_tanh($0)", "F.hardtanh($0)", "jax.nn.hard_tanh($0)"}},

    Spelling{"sign", {"tf.sign($0)", "ops.sign($0)", "torch.sign($0)", "jnp.sign($0)"}},
    Spelling{"floor", {"tf.floor($0)", "ops.floor($0)", "torch.floor($0)", "jnp.floor($0)"}},
    Spelling{"ceil", {"tf.math.ceil($0)", "ops.ceil($0)", "torch.ceil($0)", "jnp.ceil($0)"}},
    Spelling{"round", {"tf.round($0)", "ops.round($0)", "torch.round($0)", "jnp.round($0)"}},
    Spelling{"trunc", {"trunc($0)", "ops.trunc($0)", "torch.trunc($0)", "jnp.trunc($0)"}},
    Spelling{"heaviside",
             {"heaviside($T0, $T1)", "heaviside($T0, $T1)", "heaviside($T0, $T1)", "jnp.heaviside($0, $1)"}},

    Spelling{"abs", {"tf.abs($0)", "ops.abs($0)", "torch.abs($0)", "jnp.abs($0)"}},
    Spelling{
        "minimum",
        {"tf.minimum($T0, $1)", "ops.minimum($T0, $T1)", "torch.minimum($T0, $T1)", "jnp.minimum($0, $1)"}},
    Spelling{
        "maximum",
        {"tf.maximum($T0, $1)", "ops.maximum($T0, $T1)", "torch.maximum($T0, $T1)", "jnp.maximum($0, $1)"}},
    Spelling{"clip",
             {"tf.clip_by_value($F0, $1, $2)", "ops.clip($F0, $1, $2)",
              "torch.clamp($0, $1, $2)|torch.clamp($T0, $T1, $T2)", "jnp.clip($T0, $1, $2)"}},
    Spelling{"lax clamp",
             {"tf.clip_by_value($F0, $1, $2)", "ops.clip($F0, $1, $2)",
              "torch.clamp($0, $1, $2)|torch.clamp($T0, $T1, $T2)", "jax.lax.clamp($F1, $F0, $F2)"}},
    Spelling{"where",
             {"tf.where($B0, $T1, $2)", "ops.where($B0, $T1, $T2)", "torch.where($B0, $T1, $2)",
              "jnp.where($B0, $T1, $2)"}},
};

/// A function that a framework lacks, written with what it has; by column.
struct Helper
{
    std::string_view name;
    std::array<std::string_view, columns> definitions;
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
    """0 below 0, 1 above, at_zero at 0; not-a-number stays what it is."""
    step = ops.where(ops.isnan(v), v, ops.cast(v > 0, v.dtype))
    return ops.where(ops.equal(v, 0), at_zero, ops.stop_gradient(step))
)",
            R"(def heaviside(v, at_zero):
    """PyTorch's own refuses to be differentiated; here nothing flows back."""
    return torch.heaviside(v.detach(), at_zero.detach())
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
        return forward.clone()

    @staticmethod
    def setup_context(ctx, inputs, output):
        pass

    @staticmethod
    def backward(ctx, upstream):
        return None, upstream


surrogate = Surrogate.apply
)",
            R"(@jax.custom_jvp
def surrogate(forward, backward):
    """The value of `forward`, bit for bit; the whole gradient flows to `backward`."""
    return forward


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
    """The value of v; what flows back to v is rule(upstream, *reads) in place of the upstream gradient."""

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

    @staticmethod
    def backward(ctx, upstream):
        reads = ctx.saved_tensors
        return ctx.rule(upstream, *reads), None, *(None for _ in reads)


replaced_gradient = ReplacedGradient.apply
)",
            R"(@functools.partial(jax.custom_vjp, nondiff_argnums=(1,))
def replaced_gradient(v, rule, *reads):
    """The value of v; what flows back to v is rule(upstream, *reads) in place of the upstream gradient."""
    return v


def replaced_gradient_forward(v, rule, *reads):
    # Not v itself: derivatives of the derivative pass here by the rule, too.
    return replaced_gradient(v, rule, *reads), reads


def replaced_gradient_backward(rule, reads, upstream):
    return rule(upstream, *reads), *(jnp.zeros_like(read) for read in reads)


replaced_gradient.defvjp(replaced_gradient_forward, replaced_gradient_backward)
)"}},
};

constexpr Dialect inTensorflow{.column = tensorflowColumn,
                               .constant = "tf.constant($0, $x.dtype)",
                               .filled = "tf.broadcast_to(tf.constant($0, $x.dtype), tf.shape($x))",
                               .spread = "tf.broadcast_to($0, tf.shape($x))",
                               .number = "tf.cast($0, $x.dtype)",
                               .condition = "tf.not_equal($0, 0)",
                               .parameter = "tf.convert_to_tensor($0, $x.dtype)",
                               .stopGradient = "tf.stop_gradient($T0)",
                               .exactSurrogate = "surrogate($F0, $F1)",
                               .stopGradientSurrogate =
                                   "tf.stop_gradient($T0) + ($1 - tf.stop_gradient($T1))"};

/// In the form of its time, which rounds.
constexpr Dialect inTensorflow1 = [] {
    Dialect dialect = inTensorflow;
    dialect.stopGradientSurrogate = "tf.stop_gradient($F0 - $1) + $1";
    return dialect;
}();

constexpr Dialect inKeras{.column = kerasColumn,
                          .constant = "ops.convert_to_tensor($0, $x.dtype)",
                          .filled = "ops.full_like($x, $0)",
                          .spread = "ops.broadcast_to($0, ops.shape($x))",
                          .number = "ops.cast($0, $x.dtype)",
                          .condition = "ops.not_equal($0, 0)",
                          .parameter = "ops.convert_to_tensor($0, $x.dtype)",
                          .stopGradient = "ops.stop_gradient($T0)",
                          .exactSurrogate = "surrogate($F0, $F1)",
                          .stopGradientSurrogate = "ops.stop_gradient($T0) + ($1 - ops.stop_gradient($T1))"};

constexpr Dialect inPytorch{.column = pytorchColumn,
                            .constant = "torch.full_like($x, $0)",
                            .filled = "torch.full_like($x, $0)",
                            .spread = "$A0.expand_as($x)",
                            .number = "$A0.to($x.dtype)",
                            .condition = "$A0 != 0",
                            .parameter = "torch.as_tensor($0, dtype=$x.dtype, device=$x.device)",
                            .stopGradient = "$A0.detach()",
                            .exactSurrogate = "surrogate($F0, $F1)",
                            .stopGradientSurrogate = "$F0.detach() + ($F1 - $F1.detach())"};

constexpr Dialect inJax{.column = jaxColumn,
                        .constant = "jnp.asarray($0, $x.dtype)",
                        .filled = "jnp.full_like($x, $0)",
                        .spread = "jnp.broadcast_to($0, jnp.shape($x))",
                        .number = "$A0.astype($x.dtype)",
                        .condition = "$A0 != 0",
                        .parameter = "jnp.asarray($0, $x.dtype)",
                        .stopGradient = "jax.lax.stop_gradient($0)",
                        .exactSurrogate = "surrogate($F0, $F1)",
                        .stopGradientSurrogate =
                            "jax.lax.stop_gradient($T0) + ($1 - jax.lax.stop_gradient($T1))"};

} // namespace

const Dialect& tensorflow1Dialect()
{
    return inTensorflow1;
}
const Dialect& tensorflowDialect()
{
    return inTensorflow;
}
const Dialect& kerasDialect()
{
    return inKeras;
}
const Dialect& pytorchDialect()
{
    return inPytorch;
}
const Dialect& jaxDialect()
{
    return inJax;
}

std::string_view spellingOf(const Operation& operation, const Dialect& dialect)
{
    const auto* found = std::ranges::find(spellingRows, operation.name, &Spelling::row);
    return found == spellingRows.end() ? std::string_view() : found->texts[dialect.column];
}

std::string_view helperNamed(std::string_view name, const Dialect& dialect)
{
    const auto* found = std::ranges::find(helperRows, name, &Helper::name);
    return found == helperRows.end() ? std::string_view() : found->definitions[dialect.column];
}

bool isHelperName(std::string_view name)
{
    return std::ranges::find(helperRows, name, &Helper::name) != helperRows.end();
}

} // namespace sluice
