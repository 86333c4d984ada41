// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/language/rows.h"

using namespace sluice;
using namespace sluice::test;

/// How expressions and calls are read, in the spellings of all frameworks.
class ExpressionsTest : public QObject
{
    Q_OBJECT

private slots:
    void precedence_data();
    void precedence();
    void calls_data();
    void calls();
    void activations_data();
    void activations();
};

void ExpressionsTest::precedence_data()
{
    const auto row = textRows("written", "expression");
    row("x + y*x", "add(x, mul(y, x))");
    row("x - y - x", "sub(sub(x, y), x)");
    row("x/y/x*y", "mul(div(div(x, y), x), y)");
    row("(x + y)*x", "mul(add(x, y), x)");
    row("-x**2", "neg(pow(x, 2))");
    row("(-x)**2", "pow(neg(x), 2)");
    row("2**-1*x", "mul(pow(2, -1), x)");
    row("2**-x", "pow(2, neg(x))");
    row("x**y**2", "pow(x, pow(y, 2))");
    row("(x**y)**2", "pow(pow(x, y), 2)");
    row("-x*y", "mul(neg(x), y)");
    row("x*-y", "mul(x, neg(y))");
    row("--x", "neg(neg(x))");
    row("+x", "identity(x)");
    row("x - -1", "sub(x, -1)");
    row("x + y < x*y", "less(add(x, y), mul(x, y))");
    row("x <= y", "less_equal(x, y)");
    row("x > y", "greater(x, y)");
    row("x >= y", "greater_equal(x, y)");
    row("x == y", "equal(x, y)");
    row("x != y", "not_equal(x, y)");
    row("x.sqrt()**2", "pow(sqrt(x), 2)");
    row("-x.abs()", "neg(abs(x))");
    row("-1**2*x", "mul(neg(pow(1, 2)), x)");
    row("True + x", "add(1, x)");
    row("0x10*x + 1_0.5e-1", "add(mul(16, x), 1.05)");
}

void ExpressionsTest::precedence()
{
    QFETCH(QByteArray, written);
    QTEST(expressionOf("x = input(-1, 1)\ny = input(0, 1)\nz = " + written.toStdString(), "z"), "expression");
}

void ExpressionsTest::calls_data()
{
    const auto row = textRows("written", "expression");
    row("sqrt(x)", "sqrt(x)");
    row("tf.sqrt(x)", "sqrt(x)");
    row("tf.compat.v1.math.sqrt(x, name='root')", "sqrt(x)");
    row("tensorflow.math.rsqrt(x)", "rsqrt(x)");
    row("keras.ops.square(x)", "square(x)");
    row("K.exp(x)", "exp(x)");
    row("ops.log1p(x)", "log1p(x)");
    row("torch.nn.functional.tanh(input=x)", "tanh(x)");
    row("F.tanh(x)", "tanh(x)");
    row("jnp.arcsin(x)", "asin(x)");
    row("lax.clamp(0., x, 1.)", "lax clamp(x, 0, 1)");
    row("lax.clamp(min=0., x=x, max=1.)", "lax clamp(x, 0, 1)");
    row("np.power(x, y)", "pow(x, y)");
    row("np.arctan2(y, x)", "atan2(y, x)");
    row("math.sinh(x)", "sinh(x)");
    row("scipy.special.expm1(x)", "expm1(x)");
    row("x.sqrt()", "sqrt(x)");
    row("x.clamp(0, 1)", "clip(x, 0, 1)");
    row("x.clamp(max=1)", "clip(x, -inf, 1)");
    row("x.add(y).mul(2)", "mul(add(x, y), 2)");
    row("(x + y).detach()", "stop_gradient(add(x, y))");
    row("tf.stop_gradient(x)", "stop_gradient(x)");
    row("jax.lax.stop_gradient(x)", "stop_gradient(x)");
    row("surrogate(sign(x), x)", "surrogate(sign(x), x)");
    row("surrogate(backward=x, forward=round(x))", "surrogate(round(x), x)");
    row("clip(x, 0, 1)", "clip(x, 0, 1)");
    row("clip(x, None, 1)", "clip(x, -inf, 1)");
    row("np.clip(a=x, a_min=0, a_max=None)", "clip(x, 0, inf)");
    row("tf.clip_by_value(x, clip_value_min=-1, clip_value_max=1)", "clip(x, -1, 1)");
    row("max(x, 0)", "maximum(x, 0)");
    row("torch.max(x, y)", "maximum(x, y)");
    row("tf.maximum(x, y=0.)", "maximum(x, 0)");
    row("torch.minimum(x, other=y)", "minimum(x, y)");
    row("where(x > 0, x, 0)", "where(greater(x, 0), x, 0)");
    row("tf.where(x > 0, x=x, y=y)", "where(greater(x, 0), x, y)");
    row("torch.where(x > 0, input=x, other=y)", "where(greater(x, 0), x, y)");
    row("abs(x)", "abs(x)");
    row("np.fabs(x)", "abs(x)");
    row("floor(x) + ceil(x) + trunc(x)", "add(add(floor(x), ceil(x)), trunc(x))");
    row("torch.sign(x)", "sign(x)");
    row("np.pi*x", "mul(3.141592653589793, x)");
    row("e**x", "pow(2.718281828459045, x)");
    row("x*jnp.inf", "mul(x, inf)");
    row("tf.cast(x, tf.float32)*2", "mul(x, 2)");
    row("x.float()*2", "mul(x, 2)");
    row("tf.ones_like(x)*x", "mul(1, x)");
    row("tf.identity(x) + 1", "add(identity(x), 1)");
    row("tf.constant(2.)*x", "mul(2, x)");
    row("(lambda t, s=3: t*s)(x)", "mul(x, 3)");
}

void ExpressionsTest::calls()
{
    QFETCH(QByteArray, written);
    QTEST(expressionOf("x = input(-1, 1)\ny = input(0, 1)\nz = " + written.toStdString(), "z"), "expression");
}

/// Where frameworks differ in their defaults, each keeps its own.
void ExpressionsTest::activations_data()
{
    const auto row = textRows("written", "expression");
    row("leaky_relu(x)", "leaky_relu(x, 0.2)");
    row("tf.nn.leaky_relu(x)", "leaky_relu(x, 0.2)");
    row("tf.nn.leaky_relu(x, alpha=0.1)", "leaky_relu(x, 0.1)");
    row("keras.ops.leaky_relu(x)", "leaky_relu(x, 0.2)");
    row("keras.activations.leaky_relu(x, negative_slope=0.3)", "leaky_relu(x, 0.3)");
    row("F.leaky_relu(x)", "leaky_relu(x, 0.01)");
    row("torch.nn.functional.leaky_relu(x, 0.3, inplace=True)", "leaky_relu(x, 0.3)");
    row("jax.nn.leaky_relu(x)", "leaky_relu(x, 0.01)");
    row("gelu(x)", "gelu(x)");
    row("gelu(x, approximate=True)", "gelu tanh(x)");
    row("gelu(x, True)", "gelu tanh(x)");
    row("tf.nn.gelu(x)", "gelu(x)");
    row("tf.nn.gelu(features=x, approximate=True, name='a')", "gelu tanh(x)");
    row("keras.activations.gelu(x)", "gelu(x)");
    row("keras.ops.gelu(x)", "gelu tanh(x)");
    row("keras.ops.gelu(x, approximate=False)", "gelu(x)");
    row("ops.gelu(x)", "gelu tanh(x)");
    row("F.gelu(x)", "gelu(x)");
    row("F.gelu(x, approximate='tanh')", "gelu tanh(x)");
    row("F.gelu(x, approximate=\"none\")", "gelu(x)");
    row("jax.nn.gelu(x)", "gelu tanh(x)");
    row("jax.nn.gelu(x, approximate=False)", "gelu(x)");
    row("elu(x)", "elu(x, 1)");
    row("F.elu(x, alpha=0.5)", "elu(x, 0.5)");
    row("jax.nn.silu(x) + tf.nn.swish(x)", "add(silu(x), silu(x))");
    row("scipy.special.expit(x)", "sigmoid(x)");
    row("torch.sigmoid(x) + x.sigmoid()", "add(sigmoid(x), sigmoid(x))");
    row("F.logsigmoid(x)", "log_sigmoid(x)");
    row("F.hardtanh(x)", "hard_tanh(x)");
    row("tf.nn.relu6(x) + F.selu(x) + jax.nn.softplus(x) + F.softsign(x)",
        "add(add(add(relu6(x), selu(x)), softplus(x)), softsign(x))");
    row("jax.scipy.special.erf(x) + math.erfc(x)", "add(erf(x), erfc(x))");
    row("heaviside(x) + np.heaviside(x, 1)", "add(heaviside(x, 0.5), heaviside(x, 1))");
    row("tf.reshape(x, [-1])*x.view(-1)*x.squeeze()", "mul(mul(x, x), x)");
}

void ExpressionsTest::activations()
{
    QFETCH(QByteArray, written);
    QTEST(expressionOf("x = input(-1, 1)\nz = " + written.toStdString(), "z"), "expression");
}

QTEST_APPLESS_MAIN(ExpressionsTest)
#include "tst_expressions.moc"
