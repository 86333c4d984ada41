// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/spellings.h"

#include <algorithm>
#include <array>

namespace sluice {

namespace {

/// A row of the table of operations in every framework: TensorFlow, Keras, PyTorch, JAX.
struct Spelling
{
    std::string_view row;
    std::array<std::string_view, frameworkColumns> texts;
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

} // namespace

std::string_view spellingOf(const Operation& operation, const Dialect& dialect)
{
    const auto* found = std::ranges::find(spellingRows, operation.name, &Spelling::row);
    return found == spellingRows.end() ? std::string_view()
                                       : found->texts.at(static_cast<std::size_t>(dialect.column));
}

} // namespace sluice
