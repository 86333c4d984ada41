// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/language/rows.h"

using namespace sluice;
using namespace sluice::test;

/// Statements: what they define, what is dropped, and what is noted.
class StatementsTest : public QObject
{
    Q_OBJECT

private slots:
    void statements_data();
    void statements();
    void notes_data();
    void notes();
    void repeatedExpressionsStayApart();
};

void StatementsTest::statements_data()
{
    const auto row = namedTextRows("text", "expression");
    row("augmented", "z = x\nz += 1\nz *= x\nz -= 2\nz /= 3\nz **= 2",
        "pow(div(sub(mul(add(identity(x), 1), x), 2), 3), 2)");
    row("tuple, right sides first", "a = x + 1\nb = x + 2\na, b = b, a\nz = a - b",
        "sub(identity(add(x, 2)), identity(add(x, 1)))");
    row("brackets around a tuple", "(a, b) = (x + 1, x + 2)\nz = a*b", "mul(add(x, 1), add(x, 2))");
    row("chained", "a = b = x\nz = a*b", "mul(identity(x), identity(x))");
    row("chained input", "a = b = input(0, 1)\nz = a*b", "mul(a, identity(a))");
    row("chained parameter", "a = b = 0.5\nz = a*b*x", "mul(mul(a, identity(a)), x)");
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
    row("names in another encoding", "\ufb01 = x + 1\nz = fi*2", "mul(add(x, 1), 2)");
    row("the micro sign is a mu", "\u00b5 = x + 1\nz = \u03bc*2", "mul(add(x, 1), 2)");
    row("letters with marks", "o\u0308 = x + 1\nz = \u00f6*2", "mul(add(x, 1), 2)");
    row("styled functions", "z = \U0001d42c\U0001d422\U0001d427(x)", "sin(x)");
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

void StatementsTest::statements()
{
    QFETCH(QByteArray, text);
    QTEST(expressionOf("x = input(-1, 1)\n" + text.toStdString(), "z"), "expression");
}

void StatementsTest::notes_data()
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

void StatementsTest::notes()
{
    QFETCH(QByteArray, text);
    const Reading reading = read("x = input(-1, 1)\n" + text.toStdString());
    QVERIFY2(reading.program.has_value(), sayings(reading).c_str());
    QTEST(QByteArray::fromStdString(sayings(reading)), "said");
}

void StatementsTest::repeatedExpressionsStayApart()
{
    const Reading reading = read("x = input(-1, 1)\na = x**2\nb = x**2\nz = a + b");
    QVERIFY(reading.program.has_value());
    QVERIFY(reading.program->findPlace("a")->node != reading.program->findPlace("b")->node);
}

QTEST_APPLESS_MAIN(StatementsTest)
#include "tst_statements.moc"
