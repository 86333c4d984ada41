// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/language/rows.h"

using namespace sluice;
using namespace sluice::test;

/// What becomes an input or a parameter, and what a session feeds.
class InputsTest : public QObject
{
    Q_OBJECT

private slots:
    void inputs_data();
    void inputs();
    void parameters_data();
    void parameters();
    void feeds_data();
    void feeds();
};

void InputsTest::inputs_data()
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
    row("torch.randn(10, requires_grad=True)", -2, 2, 0);
    row("torch.randn(10).requires_grad_()", -2, 2, 0);
    row("torch.tensor(3.5).requires_grad_(True)", -2, 3.5, 3.5);
    row("torch.tensor([1., 2.]).requires_grad_(False)", -2, 2, 0, {1, 2});
}

void InputsTest::inputs()
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

void InputsTest::parameters_data()
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

void InputsTest::parameters()
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

void InputsTest::feeds_data()
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

void InputsTest::feeds()
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

QTEST_APPLESS_MAIN(InputsTest)
#include "tst_inputs.moc"
