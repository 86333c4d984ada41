// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/language/dump.h"

#include <QTest>

using namespace sluice;

namespace {

constexpr auto originBegin = R"(import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32)
y = x**2
u = tf.random_uniform(tf.shape(x), minval=0.9, maxval=1.1)
yu = y * u
)";

constexpr auto originEnd = R"(
with tf.Session() as sess:
    yv, yuv, zv, gv = sess.run([y,yu,%1,g], {x: [-2, -1, 1]})

print(yv)
print(yuv)
print(zv)
print(gv)
)";

QByteArray originText(const char* cure, const char* fetched)
{
    return (QString(originBegin) + cure + QString(originEnd).arg(fetched)).toUtf8();
}

} // namespace

class ReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void origin_data();
    void origin();
    void precedence_data();
    void precedence();
    void calls_data();
    void calls();
    void noise_data();
    void noise();
    void noiseArguments();
    void noiseNames_data();
    void noiseNames();
    void nominal();
    void inputs_data();
    void inputs();
    void parameters_data();
    void parameters();
    void feeds_data();
    void feeds();
    void outputs_data();
    void outputs();
    void statements_data();
    void statements();
    void notes_data();
    void notes();
    void repeatedExpressionsStayApart();
};

void ReaderTest::origin_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("expression");

    const QByteArray y = "pow(x, 2)";
    const QByteArray yu = "mul(" + y + ", uniform(draw u, 0.9, 1.1))";
    QTest::newRow("the question") << originText("z = tf.sqrt(yu)\ng = tf.gradients(z, x)[0]\n", "z")
                                  << QByteArray("z") << "sqrt(" + yu + ")";
    QTest::newRow("the first cure") << originText("yu_fixed = tf.stop_gradient(yu - y) + y\n"
                                                  "z = tf.sqrt(yu_fixed)\ng = tf.gradients(z, x)[0]\n",
                                                  "z")
                                    << QByteArray("z")
                                    << "sqrt(add(stop_gradient(sub(" + yu + ", " + y + ")), " + y + "))";
    QTest::newRow("the second cure") << originText("z = tf.sqrt(yu)\n"
                                                   "z_fixed = tf.stop_gradient(z - tf.sqrt(y)) + tf.sqrt(y)\n"
                                                   "g = tf.gradients(z_fixed, x)[0]\n",
                                                   "z_fixed")
                                     << QByteArray("z_fixed")
                                     << "add(stop_gradient(sub(sqrt(" + yu + "), sqrt(" + y + "))), sqrt(" +
                                            y + "))";
}

void ReaderTest::origin()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, expression);
    const Reading reading = read(text.toStdString());
    QCOMPARE(QByteArray::fromStdString(sayings(reading)), QByteArray());
    QVERIFY(reading.program.has_value());
    const Program& program = *reading.program;
    QCOMPARE(QByteArray::fromStdString(program.outputName), output);
    QCOMPARE(QByteArray::fromStdString(dump(program.graph, program.output)), expression);
    QCOMPARE(QByteArray::fromStdString(dump(program, "g")), "grad(" + expression + ", x)");
    QCOMPARE(program.withRespectTo, std::string("x"));
    QCOMPARE(program.inputs.size(), std::size_t(1));
    QCOMPARE(program.inputs.front().low, -2.0);
    QCOMPARE(program.inputs.front().high, 2.0);
    QCOMPARE(program.pointsOfInterest.input, std::string("x"));
    QCOMPARE(program.pointsOfInterest.values, (std::vector<double>{-2, -1, 1}));
    QCOMPARE(program.sources.size(), std::size_t(1));
}

void ReaderTest::precedence_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("expression");
    const auto row = [](const char* written, const char* expression) {
        QTest::newRow(written) << QByteArray(written) << QByteArray(expression);
    };
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

void ReaderTest::precedence()
{
    QFETCH(QByteArray, written);
    const Reading reading = read("x = input(-1, 1)\ny = input(0, 1)\nz = " + written.toStdString());
    QVERIFY2(reading.program.has_value(), sayings(reading).c_str());
    QTEST(QByteArray::fromStdString(dump(*reading.program, "z")), "expression");
}

void ReaderTest::calls_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("expression");
    const auto row = [](const char* written, const char* expression) {
        QTest::newRow(written) << QByteArray(written) << QByteArray(expression);
    };
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
    row("lax.clamp(0., x, 1.)", "clip(x, 0, 1)");
    row("lax.clamp(min=0., x=x, max=1.)", "clip(x, 0, 1)");
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

void ReaderTest::calls()
{
    QFETCH(QByteArray, written);
    const Reading reading = read("x = input(-1, 1)\ny = input(0, 1)\nz = " + written.toStdString());
    QVERIFY2(reading.program.has_value(), sayings(reading).c_str());
    QTEST(QByteArray::fromStdString(dump(*reading.program, "z")), "expression");
}

void ReaderTest::noise_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("expression");
    const auto row = [](const char* written, const char* expression) {
        QTest::newRow(written) << QByteArray(written) << QByteArray(expression);
    };
    const char* unit = "uniform(draw u, 0, 1)";
    const char* standard = "normal(draw u, 0, 1)";
    const char* uniform = "uniform(draw u, 0.9, 1.1)";
    const char* normal = "normal(draw u, 1, 0.1)";
    row("uniform(0.9, 1.1)", uniform);
    row("uniform(low=0.9, high=1.1)", uniform);
    row("uniform(high=1.1, low=0.9)", uniform);
    row("normal(1, 0.1)", normal);
    row("normal(mean=1, stddev=0.1)", normal);
    row("tf.random_uniform(tf.shape(x), 0.9, 1.1)", uniform);
    row("tf.random_uniform(tf.shape(x), minval=0.9, maxval=1.1, dtype=tf.float32, seed=1, name='u')",
        uniform);
    row("tf.random_uniform(shape=tf.shape(x), minval=0.9, maxval=1.1)", uniform);
    row("tf.random.uniform([3], minval=0.9, maxval=1.1)", uniform);
    row("tf.random.uniform((3,))", unit);
    row("tf.random.uniform(x.shape, maxval=None)", unit);
    row("tf.random.stateless_uniform([3], seed=[1, 2], minval=0.9, maxval=1.1)", uniform);
    row("tf.random_normal(tf.shape(x), mean=1, stddev=0.1)", normal);
    row("tf.random.normal(tf.shape(x), 1, 0.1)", normal);
    row("tf.random.normal(shape=[])", standard);
    row("tf.compat.v1.random_normal([2], 1, 0.1, tf.float32, 7)", normal);
    row("keras.random.uniform(keras.ops.shape(x), minval=0.9, maxval=1.1, seed=1)", uniform);
    row("keras.random.normal((2, 3), mean=1, stddev=0.1)", normal);
    row("tf.keras.backend.random_normal((2,), 1, 0.1)", normal);
    row("K.random_uniform(K.shape(x), 0.9, 1.1)", uniform);
    row("torch.rand_like(x)", unit);
    row("torch.randn_like(x, dtype=torch.float64)", standard);
    row("torch.rand(2, 3)", unit);
    row("torch.rand(())", unit);
    row("torch.randn(x.shape)", standard);
    row("torch.randn(size=(2,), device=device)", standard);
    row("torch.normal(1., 0.1, size=(3,))", normal);
    row("torch.normal(mean=1., std=0.1, size=(3,))", normal);
    row("torch.empty_like(x).uniform_(0.9, 1.1)", uniform);
    row("torch.empty(3).uniform_()", unit);
    row("torch.zeros_like(x).normal_(1, 0.1)", normal);
    row("torch.empty_like(x).normal_(mean=1, std=0.1)", normal);
    row("torch.FloatTensor(3).uniform_(0.9, 1.1)", uniform);
    row("jax.random.uniform(jax.random.PRNGKey(0), (3,), minval=0.9, maxval=1.1)", uniform);
    row("jax.random.uniform(key, x.shape, jnp.float32, 0.9, 1.1)", uniform);
    row("jax.random.uniform(key)", unit);
    row("jax.random.normal(key, shape=(3,))", standard);
    row("np.random.uniform(0.9, 1.1, size=3)", uniform);
    row("np.random.uniform(0.9, 1.1, (2, 3))", uniform);
    row("np.random.uniform(low=0.9, high=1.1)", uniform);
    row("np.random.uniform(size=3)", unit);
    row("np.random.normal(1, 0.1, 5)", normal);
    row("np.random.normal(loc=1, scale=0.1)", normal);
    row("np.random.rand(3, 4)", unit);
    row("np.random.randn()", standard);
    row("np.random.random(4)", unit);
    row("np.random.standard_normal(4)", standard);
    row("np.random.default_rng().uniform(0.9, 1.1)", uniform);
    row("np.random.default_rng(seed=3).normal(1, 0.1, size=3)", normal);
    row("generator.uniform(0.9, 1.1)", uniform);
    row("random.uniform(0.9, 1.1)", uniform);
    row("random.random()", unit);
    row("random.gauss(1, 0.1)", normal);
    row("jr.normal(key, (3,))", standard);
    row("draw(key, (3,), minval=0.9, maxval=1.1)", uniform);
    row("tf.cast(tf.random.uniform([3], 0.9, 1.1), tf.float64)", uniform);
    row("uniform(low=-w, high=w)", "uniform(draw u, neg(w), w)");
}

void ReaderTest::noise()
{
    QFETCH(QByteArray, written);
    const Reading reading =
        read("from jax.random import uniform as draw\nimport jax.random as jr\nimport random\n"
             "x = input(-1, 1)\nw = 0.5\ndevice = torch.device('cpu')\nkey = jax.random.key(0)\n"
             "generator = np.random.default_rng(7)\nu = " +
             written.toStdString() + "\nz = x*u");
    QVERIFY2(reading.program.has_value(), sayings(reading).c_str());
    QTEST(QByteArray::fromStdString(dump(*reading.program, "u")), "expression");
    QCOMPARE(reading.program->sources.size(), std::size_t(1));
    const NoiseSource& source = reading.program->sources.front();
    QCOMPARE(source.name, std::string("u"));
    QCOMPARE(source.arguments.size(), std::size_t(2));
}

void ReaderTest::noiseArguments()
{
    const std::string text = "x = input(-1, 1)\nw = 0.5\nu = uniform(-0.5, w)\nn = torch.randn_like(x)\n"
                             "m = np.random.normal(scale=+2e-1)\nz = x*u*n*m";
    const Reading reading = read(text);
    QVERIFY2(reading.program.has_value(), sayings(reading).c_str());
    const auto textOf = [&](TextSpan span) { return text.substr(span.begin, span.end - span.begin); };

    const NoiseSource& u = *reading.program->findSource("u");
    QCOMPARE(textOf(u.call), std::string("uniform(-0.5, w)"));
    QCOMPARE(std::string(u.arguments[0].name), std::string("low"));
    QCOMPARE(u.arguments[0].literal->value, -0.5);
    QCOMPARE(textOf(u.arguments[0].literal->span), std::string("-0.5"));
    QCOMPARE(std::string(u.arguments[1].name), std::string("high"));
    QVERIFY(!u.arguments[1].literal && !u.arguments[1].implied);
    QCOMPARE(dump(reading.program->graph, u.arguments[1].node), std::string("w"));

    const NoiseSource& n = *reading.program->findSource("n");
    QVERIFY(!n.arguments[0].literal && !n.arguments[1].literal);
    QCOMPARE(*n.arguments[0].implied, 0.0);
    QCOMPARE(*n.arguments[1].implied, 1.0);

    const NoiseSource& m = *reading.program->findSource("m");
    QCOMPARE(*m.arguments[0].implied, 0.0);
    QCOMPARE(textOf(m.arguments[1].literal->span), std::string("+2e-1"));
    QVERIFY(!m.arguments[1].implied);
}

void ReaderTest::noiseNames_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("assigned") << QByteArray("u = uniform(0, 1)\nz = x*u") << QByteArray("u");
    QTest::newRow("reassigned") << QByteArray("u = uniform(0, 1)\ny = x*u\nu = normal(0, 1)\nz = y*u")
                                << QByteArray("u#1 u#2");
    QTest::newRow("reassigned with something else")
        << QByteArray("u = uniform(0, 1)\nu = 2*u\nz = x*u") << QByteArray("u#1");
    QTest::newRow("inside an expression")
        << QByteArray("z = x*uniform(0, 1) + normal(0, 1)") << QByteArray("noise#1 noise#2");
    QTest::newRow("in a tuple") << QByteArray("u, v = uniform(0, 1), normal(0, 1)\nz = x*u*v")
                                << QByteArray("u v");
    QTest::newRow("in a loop") << QByteArray("z = x\nfor i in range(2):\n    u = uniform(0, 1)\n    z = z*u")
                               << QByteArray("u#1 u#2");
    QTest::newRow("in a function")
        << QByteArray("def f(a):\n    u = uniform(0, 1)\n    return a*u*normal(0, 1)\nz = f(f(x))")
        << QByteArray("f#1.u noise#1 f#2.u noise#2");
    QTest::newRow("a number that is taken")
        << QByteArray("noise = uniform(0, 1)\nnoise = noise*uniform(0, 1)\nz = x*noise")
        << QByteArray("noise#1 noise#3");
    QTest::newRow("stopped") << QByteArray("with torch.no_grad():\n    u = uniform(0, 1)\nz = x*u")
                             << QByteArray("u");
    QTest::newRow("filled in place") << QByteArray("u = torch.empty_like(x)\nu.uniform_(0.9, 1.1)\nz = x*u")
                                     << QByteArray("u");
}

void ReaderTest::noiseNames()
{
    QFETCH(QByteArray, text);
    const Reading reading = read("x = input(-1, 1)\n" + text.toStdString());
    QVERIFY2(reading.program.has_value(), sayings(reading).c_str());
    QByteArrayList names;
    for (const NoiseSource& source : reading.program->sources) {
        names << QByteArray::fromStdString(source.name);
        const NodeId draw = reading.program->graph[source.node].operandIds[0];
        QCOMPARE(reading.program->graph.symbol(draw), source.name);
    }
    QTEST(names.join(' '), "names");
}

void ReaderTest::nominal()
{
    const Reading reading =
        read("x = input(-1, 1)\nu = tf.random.uniform(tf.shape(x), 0.9, 1.1, nominal=1 + 0*x)\nz = x*u");
    QVERIFY2(reading.program.has_value(), sayings(reading).c_str());
    const NoiseSource& source = reading.program->sources.front();
    QVERIFY(source.nominal.has_value());
    QCOMPARE(dump(reading.program->graph, *source.nominal), std::string("add(1, mul(0, x))"));
}

void ReaderTest::inputs_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("held");
    QTest::addColumn<QVector<double>>("points");
    const auto row = [](const char* written, double low, double high, double held,
                        QVector<double> points = {}) {
        QTest::newRow(written) << QByteArray(written) << low << high << held << points;
    };
    row("input(-1, 3)", -1, 3, 1);
    row("input(low=-1, high=np.pi)", -1, 3.141592653589793, 1.0707963267948966);
    row("tf.placeholder(tf.float32)", -2, 2, 0);
    row("tf.compat.v1.placeholder(tf.float32, shape=[None], name='x')", -2, 2, 0);
    row("keras.Input(shape=(1,))", -2, 2, 0);
    row("tf.keras.layers.Input(shape=(1,))", -2, 2, 0);
    row("tf.linspace(-3., 3., 101)", -3, 3, 0);
    row("torch.linspace(-3, 1, steps=101, requires_grad=True)", -3, 1, -1);
    row("torch.linspace(start=-3, end=1, steps=101).requires_grad_()", -3, 1, -1);
    row("jnp.linspace(0, 4, 9)", 0, 4, 2);
    row("np.linspace(start=0, stop=4, num=9)", 0, 4, 2);
    row("np.arange(-1, 1, 0.1)", -1, 1, 0);
    row("torch.tensor([-2., -1., 1.], requires_grad=True)", -2, 2, 0, {-2, -1, 1});
    row("tf.constant([-3, 5])", -3, 5, 1, {-3, 5});
    row("tf.constant(value=[0.5], dtype=tf.float32)", -2, 2, 0, {0.5});
    row("jnp.array([1.0, 2.0])", -2, 2, 0, {1, 2});
    row("np.array([-2, -1, 1])", -2, 2, 0, {-2, -1, 1});
    row("tf.constant(np.array([-2, -1, 1]))", -2, 2, 0, {-2, -1, 1});
    row("tf.Variable(1.5)", -2, 2, 1.5);
    row("tf.Variable(-5)", -5, 2, -5);
    row("tf.Variable(initial_value=3.0, name='x')", -2, 3, 3);
    row("torch.tensor(0.5, requires_grad=True)", -2, 2, 0.5);
    row("torch.nn.Parameter(torch.tensor(0.5))", -2, 2, 0.5);
    row("tf.Variable([1., 4.])", -2, 4, 1, {1, 4});
    row("torch.ones(3, requires_grad=True)", -2, 2, 1);
}

void ReaderTest::inputs()
{
    QFETCH(QByteArray, written);
    QFETCH(QVector<double>, points);
    const Reading reading = read("x = " + written.toStdString() + "\nz = x**2");
    QVERIFY2(reading.program.has_value(), sayings(reading).c_str());
    QCOMPARE(reading.program->inputs.size(), std::size_t(1));
    const Input& input = reading.program->inputs.front();
    QCOMPARE(input.name, std::string("x"));
    QTEST(input.low, "low");
    QTEST(input.high, "high");
    QTEST(input.held, "held");
    QCOMPARE(reading.program->pointsOfInterest.values, std::vector<double>(points.begin(), points.end()));
    QCOMPARE(dump(*reading.program, "z"), std::string("pow(x, 2)"));
    QVERIFY(reading.program->findPlace("x")->isAssigned);
}

void ReaderTest::parameters_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("literal");
    const auto row = [](const char* written, double value, const char* literal) {
        QTest::newRow(written) << QByteArray(written) << value << QByteArray(literal);
    };
    row("a = 0.5", 0.5, "0.5");
    row("a = -1_0.5e-1", -1.05, "-1_0.5e-1");
    row("a: float = 2", 2, "2");
    row("a = tf.constant(0.5)", 0.5, "0.5");
    row("a = tf.constant(-0.5, dtype=tf.float32)", -0.5, "-0.5");
    row("a = jnp.array(0.5)", 0.5, "0.5");
    row("a = np.float64(0.5)", 0.5, "0.5");
    row("a = torch.tensor(0.5)", 0.5, "0.5");
    row("with tf.device('/cpu:0'):\n    a = 3", 3, "3");
}

void ReaderTest::parameters()
{
    QFETCH(QByteArray, written);
    const std::string text = written.toStdString() + "\nx = input(0, 1)\nz = a*x";
    const Reading reading = read(text);
    QVERIFY2(reading.program.has_value(), sayings(reading).c_str());
    QCOMPARE(reading.program->parameters.size(), std::size_t(1));
    const Parameter& parameter = reading.program->parameters.front();
    QCOMPARE(parameter.name, std::string("a"));
    QTEST(parameter.literal.value, "value");
    const TextSpan span = parameter.literal.span;
    QTEST(QByteArray::fromStdString(text.substr(span.begin, span.end - span.begin)), "literal");
    QCOMPARE(dump(*reading.program, "z"), std::string("mul(a, x)"));
    QVERIFY(reading.program->findPlace("a")->isAssigned);
    QCOMPARE(reading.program->withRespectTo, std::string("x"));
}

void ReaderTest::feeds_data()
{
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<QVector<double>>("points");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    const auto row = [](const char* statement, QVector<double> points, double low = -2, double high = 2) {
        QTest::newRow(statement) << QByteArray(statement) << points << low << high;
    };
    row("with tf.Session() as sess:\n    zv = sess.run(z, {x: [-2, -1, 1]})", {-2, -1, 1});
    row("sess = tf.Session()\nsess.run([z], feed_dict={x: [-2, -1, 1]})", {-2, -1, 1});
    row("sess = tf.compat.v1.Session()\nprint(sess.run(z, feed_dict={x: [0.5, 3]}))", {0.5, 3}, -2, 3);
    row("sess = tf.Session()\nzv = sess.run(z, feed_dict={x: np.array([-7, 1])})", {-7, 1}, -7);
    row("xs = [1, 2]\nsess = tf.Session()\nzv, = sess.run([z], {x: xs})", {1, 2});
    row("sess = tf.InteractiveSession()\nzv = z.eval(feed_dict={x: [1]})", {1});
    row("sess = tf.Session()\na = sess.run(z, {x: [1, 2]})\nb = sess.run(z, {x: [2, 1]})", {1, 2});
    row("sess = tf.Session()\na = sess.run(z, {x: 1.5})", {1.5});
    row("sess = tf.Session()\na = sess.run(z, {x: np.linspace(-4, 4, 9)})", {}, -4, 4);
}

void ReaderTest::feeds()
{
    QFETCH(QByteArray, statement);
    QFETCH(QVector<double>, points);
    const Reading reading = read("x = tf.placeholder(tf.float32)\nz = x**2\n" + statement.toStdString());
    QVERIFY2(reading.program.has_value(), sayings(reading).c_str());
    QCOMPARE(reading.program->pointsOfInterest.values, std::vector<double>(points.begin(), points.end()));
    QTEST(reading.program->inputs.front().low, "low");
    QTEST(reading.program->inputs.front().high, "high");
    QCOMPARE(reading.program->outputName, std::string("z"));
}

void ReaderTest::outputs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("by");
    const auto row = [](const char* name, const char* text, const char* output, const char* by = "x") {
        QTest::newRow(name) << QByteArray(text) << QByteArray(output) << QByteArray(by);
    };
    row("last assigned", "z = x*w\nq = z + 1", "q");
    row("last assigned that nothing uses", "z = x*w\nq = z + 1\nr = 2*z\nq2 = q + r\nz3 = x\ns = q2*z3", "s");
    row("used ones are none", "q = x*w\nz = q + 1\nq3 = q", "q3");
    row("named", "z = x*w\nq = z + 1\noutput(z)", "z");
    row("named last", "z = x*w\nq = z + 1\noutput(z)\noutput(q)", "q");
    row("named expression", "z = x*w\noutput(sqrt(z))", "output");
    row("grad", "z = x*w\nq = z + 1\ng = grad(z, w)", "z", "w");
    row("tf.gradients", "z = x*w\nq = z + 1\ng = tf.gradients(z, w)[0]", "z", "w");
    row("tf.gradients by a list", "z = x*w\nq = z + 1\ng = tf.gradients(z, [w])[0]", "z", "w");
    row("tf.gradients by keywords", "z = x*w\nq = z + 1\ng = tf.gradients(ys=z, xs=w)[0]", "z", "w");
    row("tf.gradients, list kept", "z = x*w\nq = z + 1\ng = tf.gradients(z, w)\nprint(g[0])", "z", "w");
    row("tf.gradients, unpacked", "z = x*w\nq = z + 1\ng, = tf.gradients(z, w)", "z", "w");
    row("tf.gradients by two", "z = x*w\nq = z + 1\ngw, gx = tf.gradients(z, [w, x])", "z", "w");
    row("tf.gradients of a sum", "z = x*w\nq = z + 1\ng = tf.gradients(tf.reduce_sum(z), w)[0]", "z", "w");
    row("tape",
        "with tf.GradientTape() as tape:\n    tape.watch(x)\n    z = x*w\nq = z + 1\ng = tape.gradient(z, w)",
        "z", "w");
    row("tape by keywords",
        "with tf.GradientTape() as t:\n    z = x*w\nq = z\ng = t.gradient(target=z, sources=[w])[0]", "z",
        "w");
    row("torch.autograd.grad", "z = x*w\nq = z + 1\ng = torch.autograd.grad(z, w)[0]", "z", "w");
    row("torch.autograd.grad with ones",
        "z = x*w\nq = z + 1\ng, = torch.autograd.grad(z, w, torch.ones_like(z))", "z", "w");
    row("torch.autograd.grad of a sum",
        "z = x*w\nq = z + 1\ng = torch.autograd.grad(z.sum(), w, create_graph=True)[0]", "z", "w");
    row("backward alone", "z = x*w\nq = z + 1\nz.backward()", "z");
    row("backward and .grad", "z = x*w\nq = z + 1\nz.backward()\ng = w.grad", "z", "w");
    row("backward of a sum", "z = x*w\nq = z + 1\nz.sum().backward()\ng = x.grad", "z");
    row("backward of torch.sum", "z = x*w\nq = z + 1\ntorch.sum(z).backward()", "z");
    row("backward with ones", "z = x*w\nq = z + 1\nz.backward(torch.ones_like(z))", "z");
    row("imported grad", "from torch.autograd import grad\nz = x*w\nq = z + 1\ng = grad(z, w)[0]", "z", "w");
    row("last request counts", "z = x*w\nq = z + 1\ng = grad(z, w)\nh = grad(q, x)", "q");
    row("a used request says nothing", "z = x*w\ng = grad(z, w)\nh = g*2", "h");
    row("of two, the used one says nothing", "z = x*w\nq = x + w\nh = grad(q, w)\ng = grad(z, x)\nk = g*2",
        "q", "w");
    row("second derivative", "z = x*w\ng = grad(z, x)\nh = grad(g, x)", "g");
    row("of an unnamed expression", "g = tf.gradients(tf.sqrt(x), x)[0]", "g.sqrt");
    row("by another name of the input", "x2 = tf.constant(x)\nz = x2*w\ng = tf.gradients(z, x2)[0]", "z");
    row("fetched values are no nodes",
        "z = x*w\nzv = sess.run(z)\nz2 = z.numpy()\ns = x.shape\nz3 = z.detach().cpu().numpy()", "z");
    row("jax.grad", "def f(a):\n    return a*w\ng = jax.grad(f)(x)", "f.mul");
    row("jax.vmap of jax.grad", "f = lambda a: a*w\ng = jax.vmap(jax.grad(f))(x)", "f.mul");
    row("jax.grad of a sum", "f = lambda a: jnp.sum(a*w)\ng = jax.grad(f)(x)", "f.mul");
    row("jax.value_and_grad", "f = lambda a, b: a*b\nv, g = jax.value_and_grad(f, argnums=1)(x, w)", "v",
        "w");
    row("imported jax.grad", "from jax import grad\nf = lambda a: a*w\ng = grad(f)(x)", "f.mul");
}

void ReaderTest::outputs()
{
    QFETCH(QByteArray, text);
    const Reading reading =
        read("sess = tf.Session()\nx = input(-1, 1)\nw = input(0, 1)\n" + text.toStdString());
    QVERIFY2(reading.program.has_value(), sayings(reading).c_str());
    QTEST(QByteArray::fromStdString(reading.program->outputName), "output");
    QTEST(QByteArray::fromStdString(reading.program->withRespectTo), "by");
    QCOMPARE(reading.program->placeName(reading.program->output),
             std::string_view(reading.program->outputName));
}

void ReaderTest::statements_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expression");
    const auto row = [](const char* name, const char* text, const char* expression) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expression);
    };
    row("augmented", "z = x\nz += 1\nz *= x\nz -= 2\nz /= 3\nz **= 2",
        "pow(div(sub(mul(add(identity(x), 1), x), 2), 3), 2)");
    row("tuple, right sides first", "a = x + 1\nb = x + 2\na, b = b, a\nz = a - b",
        "sub(identity(add(x, 2)), identity(add(x, 1)))");
    row("brackets around a tuple", "(a, b) = (x + 1, x + 2)\nz = a*b", "mul(add(x, 1), add(x, 2))");
    row("chained", "a = b = x\nz = a*b", "mul(identity(x), identity(x))");
    row("annotated", "a: float\nz: 'tensor' = x + 1", "add(x, 1)");
    row("semicolons", "a = x + 1; b = 2*a; z = a*b", "mul(add(x, 1), mul(2, add(x, 1)))");
    row("continued", "z = x + \\\n  1", "add(x, 1)");
    row("docstrings and comments", "\"\"\"About\nthis.\"\"\"\nz = x + 1  # more\n'end'", "add(x, 1)");
    row("nested with",
        "with tf.Graph().as_default():\n    with tf.device('a'), tf.name_scope('b') as s:\n        z = x + 1",
        "add(x, 1)");
    row("with on one line", "with tf.device('a'): z = x + 1", "add(x, 1)");
    row("no_grad", "with torch.no_grad():\n    a = x*2\nz = a + 1", "add(stop_gradient(mul(x, 2)), 1)");
    row("no_grad ends", "with torch.no_grad():\n    a = 1\nz = x*2", "mul(x, 2)");
    row("imported name", "from tf import sqrt as s\nz = s(x)", "sqrt(x)");
    row("imported names in brackets", "from numpy import (sin,\n    cos as c,)\nz = sin(x) + c(x)",
        "add(sin(x), cos(x))");
    row("imported namespace", "import tensorflow.compat.v1 as t\nimport numpy as xyz\nz = t.sqrt(x)*xyz.pi",
        "mul(sqrt(x), 3.141592653589793)");
    row("function under another name", "act = tf.nn.tanh\nz = act(x)", "tanh(x)");
    row("own name hides a namespace", "np = x + 1\nz = np.sqrt()", "sqrt(add(x, 1))");
    row("own name hides a constant", "pi = x + 1\nz = pi*2", "mul(add(x, 1), 2)");
    row("own name hides a function", "def sqrt(a): return a + 7\nz = sqrt(x)", "add(x, 7)");
    row("set-up without effect",
        "import os\nos.environ['A'] = '1'\ntf.set_random_seed(1)\nnp.random.seed(0)\n"
        "torch.manual_seed(0)\ntf.compat.v1.disable_eager_execution()\n"
        "key = jax.random.PRNGKey(0)\nkey, sub = jax.random.split(key)\nz = x + 1",
        "add(x, 1)");
    row("plotting",
        "import matplotlib.pyplot as plt\nz = x + 1\nfig, ax = plt.subplots(1, 2)\nax[0].plot(x, [i for i in "
        "z])\nplt.show()",
        "add(x, 1)");
    row("print takes anything", "z = x + 1\nprint(f'{z}', z[1:2], z % 2, *z, end='')", "add(x, 1)");
    row("the same tensor again", "x = tf.constant(x)\nx = x.to('cpu')\nz = x + 1", "add(x, 1)");
    row("requires_grad_", "x.requires_grad_()\nx.requires_grad = True\nz = x + 1", "add(x, 1)");
    row("decorated function", "@tf.function\ndef f(a):\n    return a*2\nz = f(x)", "mul(x, 2)");
    row("function", "def f(a, s=3):\n    '''doc'''\n    h = a*s\n    return h + 1\nz = f(s=4, a=x)",
        "add(mul(x, 4), 1)");
    row("function on one line", "def f(a): return a*3\nz = f(x)", "mul(x, 3)");
    row("function of functions", "def twice(f, a):\n    return f(f(a))\nz = twice(lambda t: t*2, x)",
        "mul(mul(x, 2), 2)");
    row("function reads a later name", "def f(a): return a*b\nb = x + 1\nz = f(x)", "mul(x, add(x, 1))");
    row("function in a function",
        "def f(a):\n    def g(b):\n        return a*b\n    return g(a + 1)\nz = f(x)", "mul(x, add(x, 1))");
    row("lambda", "f = lambda a, b=2: a**b\nz = f(x)", "pow(x, 2)");
    row("loop", "z = x\nfor i in range(3):\n    z = z*i", "mul(mul(mul(identity(x), 0), 1), 2)");
    row("loop with bounds", "z = x\nfor i in range(5, 1, -2): z = z*i", "mul(mul(identity(x), 5), 3)");
    row("loop with a named bound", "n = 2\nz = x\nfor i in range(1, n + 1):\n    z = z + n",
        "add(add(identity(x), 2), 2)");
    row("nested loops", "z = x\nfor i in range(2):\n    for j in range(i):\n        z = z + i + j",
        "add(add(identity(x), 1), 0)");
    row("loop in a function",
        "def f(a, n):\n    for i in range(n):\n        a = a*2\n    return a\nz = f(x, 2)",
        "identity(mul(mul(x, 2), 2))");
    row("a constant inside a function", "def f(a):\n    h = 1.5\n    return a*h\nz = f(x)", "mul(x, 1.5)");
    row("imported constant", "from math import pi\nz = x*pi", "mul(x, 3.141592653589793)");
    row("imported constants", "from numpy import pi as PI, e, sqrt\nz = sqrt(x*PI)*e",
        "mul(sqrt(mul(x, 3.141592653589793)), 2.718281828459045)");
    row("imported infinity", "from math import inf\nz = clip(x, 0, inf)", "clip(x, 0, inf)");
    row("imported constant in a bound", "from math import pi\ny = input(-pi, pi)\nz = y*x", "mul(y, x)");
    row("default of a function is taken where it is defined",
        "k = x + 2\ndef f(a, b=k): return a*b\nk = x + 3\nz = f(x)", "mul(x, add(x, 2))");
    row("default of a lambda is taken where it is defined",
        "k = x + 2\nf = lambda a, b=k: a*b\nk = x + 3\nz = f(x)", "mul(x, add(x, 2))");
    row("default with a number", "def f(a, b=-3): return a*b\nz = f(x) + f(x, 2)",
        "add(mul(x, -3), mul(x, 2))");
    row("noise in a default is one source", "def f(a, u=uniform(0, 1)): return a*u\nz = f(x) + f(x)",
        "add(mul(x, uniform(draw noise#1, 0, 1)), mul(x, uniform(draw noise#1, 0, 1)))");
    row("a function as default", "def f(a, act=tf.nn.tanh): return act(a)\nz = f(x)", "tanh(x)");
    row("attributes without effect", "x.name = 'x'\nz = x + 1\nx.grad = None\nopt.lr = 3", "add(x, 1)");
    row("calls in place without effect", "opt = torch.optim.SGD([x])\nz = x + 1\nx.grad.zero_()\nopt.zero_()",
        "add(x, 1)");
}

void ReaderTest::statements()
{
    QFETCH(QByteArray, text);
    const Reading reading = read("x = input(-1, 1)\n" + text.toStdString());
    QVERIFY2(reading.program.has_value(), sayings(reading).c_str());
    QTEST(QByteArray::fromStdString(dump(*reading.program, "z")), "expression");
}

void ReaderTest::notes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("unknown call") << QByteArray("z = x + 1\nmystery(z)")
                                  << QByteArray(
                                         "3:1 note: the call of `mystery` is not known here and is left out");
    QTest::newRow("unknown method")
        << QByteArray("z = x + 1\nwriter.add_scalar(z)")
        << QByteArray("3:1 note: the call of `add_scalar` is not known here and is left out");
    QTest::newRow("no effect") << QByteArray("z = x + 1\nz*2")
                               << QByteArray("3:1 note: this line has no effect and is left out");
    QTest::newRow("mean") << QByteArray("z = x + 1\nz.mean().backward()")
                          << QByteArray("3:1 note: the mean is left out: the gradient is the one of each "
                                        "value, not divided by their number");
    QTest::newRow("feed of no input") << QByteArray("z = x + 1\nsess = tf.Session()\nsess.run(z, {z: [1]})")
                                      << QByteArray("4:14 note: only inputs can be fed: this is left out");
    QTest::newRow("known ones are silent")
        << QByteArray("z = x + 1\nprint(z)\nnp.random.seed(1)\nz") << QByteArray();
}

void ReaderTest::notes()
{
    QFETCH(QByteArray, text);
    const Reading reading = read("x = input(-1, 1)\n" + text.toStdString());
    QVERIFY2(reading.program.has_value(), sayings(reading).c_str());
    QTEST(QByteArray::fromStdString(sayings(reading)), "said");
}

void ReaderTest::repeatedExpressionsStayApart()
{
    const Reading reading = read("x = input(-1, 1)\na = x**2\nb = x**2\nz = a + b");
    QVERIFY(reading.program.has_value());
    QVERIFY(reading.program->findPlace("a")->node != reading.program->findPlace("b")->node);
}

QTEST_APPLESS_MAIN(ReaderTest)
#include "tst_reader.moc"
