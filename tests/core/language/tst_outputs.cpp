// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/language/rows.h"

using namespace sluice;
using namespace sluice::test;

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

/// Which node a text means as its output, and by what it is differentiated.
class OutputsTest : public QObject
{
    Q_OBJECT

private slots:
    void origin_data();
    void origin();
    void outputs_data();
    void outputs();
    void inputsInsideOfCalls_data();
    void inputsInsideOfCalls();
};

void OutputsTest::origin_data()
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

void OutputsTest::origin()
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

void OutputsTest::outputs_data()
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
    row("jax.grad of jax.grad", "f = lambda a: a*w\ng = jax.grad(jax.grad(f))(x)", "g.grad");
    row("jax.grad of a gradient", "f = lambda a: a*w\nd = jax.grad(f)\ng = jax.vmap(jax.grad(d))(x)",
        "g.grad");
    row("torch.func.grad", "g = torch.func.grad(lambda a: a*w)(x)", "lambda.mul");
    row("printed", "z = x*w\nq = z + 1\nprint(tf.gradients(z, w)[0])", "z", "w");
    row("printed with jax", "f = lambda a: a*w\nprint('g', jax.vmap(jax.grad(f))(x))", "f.mul");
    row("imported jax.grad", "from jax import grad\nf = lambda a: a*w\ng = grad(f)(x)", "f.mul");
}

void OutputsTest::outputs()
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

void OutputsTest::inputsInsideOfCalls_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QVector<double>>("points");
    QTest::addColumn<double>("held");
    const auto row = [](const char* text, const char* input, QVector<double> points, double held) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(input) << points << held;
    };
    row("g = jax.vmap(jax.grad(f))(jnp.array([-2., -1., 1.]))", "t", {-2, -1, 1}, 0);
    row("g = jax.vmap(jax.grad(f))(jnp.linspace(0, 4, 9))", "t", {}, 2);
    row("v, g = jax.value_and_grad(f)(tf.constant([3.]))", "t", {3}, 0.5);
    row("g = jax.grad(f)(1.5)", "t", {}, 1.5);
    row("g = jax.grad(lambda s, r: s*r, argnums=1)(2.0, 0.5)", "r", {}, 0.5);
    row("z = f(np.linspace(0, 4, 9))", "t", {}, 2);
}

void OutputsTest::inputsInsideOfCalls()
{
    QFETCH(QByteArray, text);
    QFETCH(QVector<double>, points);
    const Reading reading = read("f = lambda t: t**3\n" + text.toStdString());
    QVERIFY2(reading.program.has_value(), sayings(reading).c_str());
    QCOMPARE(reading.program->inputs.size(), std::size_t(1));
    QTEST(QByteArray::fromStdString(reading.program->withRespectTo), "input");
    QTEST(reading.program->inputs.front().held, "held");
    QCOMPARE(reading.program->pointsOfInterest.values, std::vector<double>(points.begin(), points.end()));
}

QTEST_APPLESS_MAIN(OutputsTest)
#include "tst_outputs.moc"
