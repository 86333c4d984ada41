// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/language/dump.h"

#include <QTest>

using namespace sluice;

class PlacesTest : public QObject
{
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void expressions_data();
    void expressions();
    void assigned();
    void spans();
};

void PlacesTest::names_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("places");
    const auto row = [](const char* text, const char* places) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(places);
    };
    row("z = x", "z");
    row("z = sqrt(x)", "z");
    row("z = sqrt(x*w)", "z.mul z");
    row("z = sqrt(x*w) + x*w", "z.sqrt z.mul z.mul#2 z");
    row("z = x*w + w*x*x", "z.mul z.mul#2 z.mul#3 z");
    row("z = -x**2 - 1", "z.neg z.pow z");
    row("z = sqrt(sqrt(sqrt(x)))", "z.sqrt z.sqrt#2 z");
    row("z = x.sqrt().sqrt().exp()", "z.sqrt z.sqrt#2 z");
    row("z = np.power(x, 2) + 1", "z.pow z");
    row("z = x*uniform(0, 1)", "z.uniform z");
    row("v = x\nv = v + 1\nv = 2*v + 1", "v#1 v#2 v#3.mul v#3");
    row("v = 1 + x\nv += w*w", "v#1 v#2.mul v#2");
    row("a = b = x", "a b");
    row("a = b = x + w", "a.add a b");
    row("a, b = x*w + 1, w*x", "a.mul a b");
    row("def f(a):\n    return a*w, a + w\np, q = f(x)", "p q");
    row("def f(a):\n    return a*w, a + w\np, p = f(x)", "p#1 p#2");
    row("def f(a):\n    s = a*w\n    return s, 1 + 2*s\np, q = f(x)", "f.s f.mul p q");
    row("def f(a):\n    s = a*w\n    return 2*s, s\np, q = f(x)", "f.s p q");
    row("def f(a):\n    s = a*w\n    return s, 2*s\np, q = f(x)", "f.s p q");
    row("z = x*w\ng1, g2 = tf.gradients(z, [x, w])", "z g1 g2");
    row("z = x*w\ng1, g2, g1 = tf.gradients(z, [x, w, x])", "z g1#1 g2 g1#2");
    row("f = lambda a: a*w\nv, g = jax.value_and_grad(f)(x)", "v g");
    row("def f(a, b=2*w + 1): return a*b + 1\nz = f(x)", "def.mul def.add f.mul z");
    row("with torch.no_grad():\n    v = x*w\nz = v", "v.mul v z");
    row("g = tf.gradients(tf.sqrt(x*w), x)[0]", "g.sqrt g.mul g");
    row("z = x*w\nh = 2*grad(z, x)", "z h.grad h");
    row("output(sqrt(x*w))", "output.mul output");
    row("z = x*w\noutput(z)", "z");
    row("(x*w).sum().backward()\ng = x.grad", "output g");
    row("def layer(a):\n    h = a*w + 1\n    return h\ny = layer(x)", "layer.h.mul layer.h y");
    row("def layer(a):\n    h = a*w\n    return sqrt(h) + 1\ny = layer(x)\nz = layer(y)",
        "layer#1.h layer#1.sqrt y layer#2.h layer#2.sqrt z");
    row("def layer(a):\n    return sqrt(a) + 1\nz = layer(x)*2", "layer.sqrt layer.add z");
    row("def f(a):\n    a = a + 1\n    a = a*2\n    return a\nz = f(x)", "f.a#1 f.a#2 z");
    row("f = lambda a: a*w + 1\nz = f(x)", "f.mul z");
    row("y = x\nfor i in range(2):\n    y = y*w", "y#1 y#2 y#3");
    row("n = 3\ny = x\nfor i in range(n - 2):\n    y = y*n", "n y#1 y#2");
}

void PlacesTest::names()
{
    QFETCH(QByteArray, text);
    const Reading reading = read("x = input(-1, 1)\nw = input(0, 1)\n" + text.toStdString());
    QVERIFY2(reading.program.has_value(), sayings(reading).c_str());
    QFETCH(QByteArray, places);
    QCOMPARE(QByteArray::fromStdString(placeNames(*reading.program)), "x w " + places);
    for (const Place& place : reading.program->places) {
        QCOMPARE(reading.program->findPlace(place.name), &place);
        QCOMPARE(reading.program->placeName(place.node), std::string_view(place.name));
    }
}

void PlacesTest::expressions_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("expression");
    const auto row = [](const char* text, const char* place, const char* expression) {
        QTest::newRow(QByteArray(text) + " | " + place)
            << QByteArray(text) << QByteArray(place) << QByteArray(expression);
    };
    row("z = x*2 + 3*x", "z.mul", "mul(x, 2)");
    row("z = x*2 + 3*x", "z.mul#2", "mul(3, x)");
    row("z = x*2*3", "z.mul", "mul(x, 2)");
    row("z = sqrt(x)**sqrt(w)", "z.sqrt#2", "sqrt(w)");
    row("v = x + 1\nv = v*2", "v#1", "add(x, 1)");
    row("v = x + 1\nv = v*2", "v#2", "mul(add(x, 1), 2)");
    row("v = x + 1\nv = v*2", "v", "mul(add(x, 1), 2)");
    row("v = x\nv = v*2 + 1", "v.mul", "mul(identity(x), 2)");
    row("z = np.power(x, 2) + 1", "z.power", "pow(x, 2)");
    row("z = x.detach() + 1", "z.detach", "stop_gradient(x)");
    row("z = x + torch.rand_like(x)", "z.rand_like", "uniform(draw noise#1, 0, 1)");
    row("z = x + torch.rand_like(x)", "noise#1", "uniform(draw noise#1, 0, 1)");
    row("z = x + torch.rand_like(x)", "z.sqrt", "no such place");
}

void PlacesTest::expressions()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, place);
    const Reading reading = read("x = input(-1, 1)\nw = input(0, 1)\n" + text.toStdString());
    QVERIFY2(reading.program.has_value(), sayings(reading).c_str());
    QTEST(QByteArray::fromStdString(dump(*reading.program, place.toStdString())), "expression");
}

void PlacesTest::assigned()
{
    const Reading reading =
        read("x = input(-1, 1)\na = 0.5\ndef f(t):\n    h = t*a\n    return h\nz = f(x) + 1\ng = grad(z, x)");
    QVERIFY2(reading.program.has_value(), sayings(reading).c_str());
    QByteArrayList names;
    for (const Place& place : reading.program->places)
        if (place.isAssigned)
            names << QByteArray::fromStdString(place.name);
    QCOMPARE(names.join(' '), QByteArray("x a z g"));
}

void PlacesTest::spans()
{
    const std::string text = "x = input(-1, 1)\nz = sqrt(x*2) + 1  # end";
    const Reading reading = read(text);
    QVERIFY(reading.program.has_value());
    const auto written = [&](std::string_view name) {
        const TextSpan span = reading.program->findPlace(name)->span;
        return text.substr(span.begin, span.end - span.begin);
    };
    QCOMPARE(written("x"), std::string("input(-1, 1)"));
    QCOMPARE(written("z"), std::string("sqrt(x*2) + 1"));
    QCOMPARE(written("z.sqrt"), std::string("sqrt(x*2)"));
    QCOMPARE(written("z.mul"), std::string("x*2"));
}

QTEST_APPLESS_MAIN(PlacesTest)
#include "tst_places.moc"
