// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/language/rows.h"

using namespace sluice;
using namespace sluice::test;

/// Noise sources: their spellings, arguments, names and nominal values.
class NoiseSourcesTest : public QObject
{
    Q_OBJECT

private slots:
    void noise_data();
    void noise();
    void noiseArguments();
    void noiseNames_data();
    void noiseNames();
    void nominal();
};

void NoiseSourcesTest::noise_data()
{
    const auto row = textRows("written", "expression");
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
    row("random.gauss(mu=1, sigma=0.1)", normal);
    const char* laplace = "laplace(draw u, 1, 0.1)";
    const char* exponential = "exponential(draw u, 2)";
    row("laplace(1, 0.1)", laplace);
    row("np.random.laplace(1, 0.1, size=3)", laplace);
    row("generator.laplace(loc=1, scale=0.1)", laplace);
    row("jax.random.laplace(key, x.shape)", "laplace(draw u, 0, 1)");
    row("logistic(loc=1, scale=0.1)", "logistic(draw u, 1, 0.1)");
    row("np.random.logistic(1, 0.1)", "logistic(draw u, 1, 0.1)");
    row("jax.random.logistic(key, (3,))", "logistic(draw u, 0, 1)");
    row("gumbel(1, 0.1)", "gumbel(draw u, 1, 0.1)");
    row("np.random.gumbel(1, 0.1, 5)", "gumbel(draw u, 1, 0.1)");
    row("jax.random.gumbel(key)", "gumbel(draw u, 0, 1)");
    row("exponential(2)", exponential);
    row("exponential(rate=2)", exponential);
    row("random.expovariate(2)", exponential);
    row("torch.empty_like(x).exponential_(2)", exponential);
    row("torch.empty_like(x).exponential_(lambd=2)", exponential);
    row("np.random.exponential(2)", "exponential(draw u, div(1, 2))");
    row("np.random.exponential(scale=x, size=3)", "exponential(draw u, div(1, x))");
    row("np.random.exponential(size=3)", "exponential(draw u, 1)");
    row("generator.standard_exponential(3)", "exponential(draw u, 1)");
    row("jax.random.exponential(key, x.shape)", "exponential(draw u, 1)");
    const char* bernoulli = "bernoulli(draw u, 0.3)";
    row("bernoulli(0.3)", bernoulli);
    row("bernoulli(p=0.3)", bernoulli);
    row("torch.bernoulli(torch.sigmoid(x))", "bernoulli(draw u, sigmoid(x))");
    row("torch.sigmoid(x).bernoulli()", "bernoulli(draw u, sigmoid(x))");
    row("torch.empty_like(x).bernoulli_(0.3)", bernoulli);
    row("jax.random.bernoulli(key, 0.3, (3,))", bernoulli);
    row("jax.random.bernoulli(key, p=0.3, shape=(3,))", bernoulli);
    row("jax.random.bernoulli(key)", "bernoulli(draw u, 0.5)");
    row("np.random.binomial(1, 0.3, size=3)", bernoulli);
    row("generator.binomial(n=1, p=0.3)", bernoulli);
    row("keras.random.binomial((3,), counts=1, probabilities=0.3)", bernoulli);
    row("K.random_bernoulli(K.shape(x), p=0.3)", bernoulli);
    row("rademacher()", "rademacher(draw u)");
    row("jax.random.rademacher(key, x.shape)", "rademacher(draw u)");
    row("jr.normal(key, (3,))", standard);
    row("draw(key, (3,), minval=0.9, maxval=1.1)", uniform);
    row("tf.cast(tf.random.uniform([3], 0.9, 1.1), tf.float64)", uniform);
    row("uniform(low=-w, high=w)", "uniform(draw u, neg(w), w)");
}

void NoiseSourcesTest::noise()
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
    const std::size_t drawn = reading.program->graph[source.node].arity - 1;
    QCOMPARE(source.arguments.size(), drawn);
}

void NoiseSourcesTest::noiseArguments()
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

void NoiseSourcesTest::noiseNames_data()
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

void NoiseSourcesTest::noiseNames()
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

void NoiseSourcesTest::nominal()
{
    const Reading reading =
        read("x = input(-1, 1)\nu = tf.random.uniform(tf.shape(x), 0.9, 1.1, nominal=1 + 0*x)\nz = x*u");
    QVERIFY2(reading.program.has_value(), sayings(reading).c_str());
    const NoiseSource& source = reading.program->sources.front();
    QVERIFY(source.nominal.has_value());
    QCOMPARE(dump(reading.program->graph, *source.nominal), std::string("add(1, mul(0, x))"));
}

QTEST_APPLESS_MAIN(NoiseSourcesTest)
#include "tst_noise_sources.moc"
