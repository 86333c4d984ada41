// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/dialect.h"

namespace sluice {

namespace {

constexpr Dialect inTensorflow{.column = FrameworkColumn::tensorflow,
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

constexpr Dialect inKeras{.column = FrameworkColumn::keras,
                          .constant = "ops.convert_to_tensor($0, $x.dtype)",
                          .filled = "ops.full_like($x, $0)",
                          .spread = "ops.broadcast_to($0, ops.shape($x))",
                          .number = "ops.cast($0, $x.dtype)",
                          .condition = "ops.not_equal($0, 0)",
                          .parameter = "ops.convert_to_tensor($0, $x.dtype)",
                          .stopGradient = "ops.stop_gradient($T0)",
                          .exactSurrogate = "surrogate($F0, $F1)",
                          .stopGradientSurrogate = "ops.stop_gradient($T0) + ($1 - ops.stop_gradient($T1))"};

constexpr Dialect inPytorch{.column = FrameworkColumn::pytorch,
                            .constant = "torch.full_like($x, $0)",
                            .filled = "torch.full_like($x, $0)",
                            .spread = "$A0.expand_as($x)",
                            .number = "$A0.to($x.dtype)",
                            .condition = "$A0 != 0",
                            .parameter = "torch.as_tensor($0, dtype=$x.dtype, device=$x.device)",
                            .stopGradient = "$A0.detach()",
                            .exactSurrogate = "surrogate($F0, $F1)",
                            .stopGradientSurrogate = "$F0.detach() + ($F1 - $F1.detach())"};

constexpr Dialect inJax{.column = FrameworkColumn::jax,
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

} // namespace sluice
