// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/language/dump.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <ctime>
#include <random>

using namespace sluice;

namespace {

std::string repeated(std::string_view piece, std::size_t count)
{
    std::string text;
    text.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i)
        text += piece;
    return text;
}

bool isProgramOrError(const Reading& reading)
{
    const bool hasError = std::ranges::any_of(
        reading.diagnostics, [](const Diagnostic& d) { return d.severity == Severity::error; });
    return reading.program.has_value() != hasError;
}

} // namespace

class BadInputTest : public QObject
{
    Q_OBJECT

private slots:
    void oneError_data();
    void oneError();
    void allErrors_data();
    void allErrors();
    void limits_data();
    void limits();
    void survivesAnything_data();
    void survivesAnything();
};

void BadInputTest::oneError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QByteArray>("fragment");
    const auto row = [](const QByteArray& text, int line, int column, const char* fragment) {
        QTest::newRow(text.left(60)) << text << line << column << QByteArray(fragment);
    };
    const auto withInput = [&](const char* text, int column, const char* fragment) {
        row(QByteArray("x = input(-1, 1)\n") + text, 2, column, fragment);
    };

    row("", 1, 1, "there is no expression here");
    row("\n# nothing\n", 1, 1, "there is no expression here");
    row(QByteArray("a\0b", 3), 1, 2, "this is no text");
    row("x = 1\n\xFF\xFE", 2, 1, "this is no text");
    row("x = 1 \xC3", 1, 7, "this is no text");
    row("x = tf.placeholder(tf.float32)", 1, 1, "nothing is computed here");
    row("z = 2*3", 1, 1, "there is nothing to sweep");
    row("z = 012", 1, 5, "zeros in front");
    row("x = input(-1, 1)\nz = x" + QByteArray("+x").repeated(120'000), 2, 1, "more than 100000 operations");
    row("x = input(-1, 1)\nfor i in range(9):\n  for j in range(99999):\n    x = x*2", 4, 5,
        "more than 100000 operations");

    withInput("z = sqr(x)", 5, "did you mean `sqrt` or `square`?");
    withInput("z = tf.sqr(x)", 8, "did you mean `sqrt` or `square`?");
    withInput("z = x.sqr()", 7, "did you mean `sqrt` or `square`?");
    withInput("yy = x\nz = yz", 0, "");
    withInput("z = q", 5, "there is no name `q` here");
    withInput("z = sqrt(x", 9, "never closed");
    withInput("z = [x", 5, "never closed");
    withInput("z = (x]", 7, "a `)` is expected here");
    withInput("z = x)", 6, "closes no bracket");
    withInput("z = 'x", 5, "never closed");
    withInput("z = x ? 1", 7, "no place in an expression");
    withInput("z = x − 1", 7, "write `-`");
    withInput("z = x²", 6, "write `**2`");
    withInput("z = 2x", 5, "`2*x`");
    withInput("z = 2j*x", 5, "complex");
    withInput("z = x +", 8, "expected an expression, found the end of the line");
    withInput("z = x x", 7, "expected an operator");
    withInput("z == = x", 6, "expected an expression");
    withInput("2 = x", 1, "nothing can be assigned to this");
    withInput("sqrt(x) = x", 1, "nothing can be assigned to this");
    withInput("None = x", 1, "nothing can be assigned to this");
    withInput("z = x!", 6, "1 - condition");
    withInput("print x", 1, "write `print(…)`");
    withInput("    z = x", 5, "indented");
    withInput("return x", 1, "outside of a function");

    withInput("class A:\n    y = sqr(\n    def f(self): return ?", 1, "`class` is not in the language");
    withInput("while x > 0:\n    x = x - 1", 1, "`while` is not in the language");
    withInput("if x > 0:\n    z = 1\nelif x < 0:\n    z = 2\nelse:\n    z = 3\ny = z + 1", 1,
              "`where(condition, a, b)`");
    withInput("try:\n    z = x\nexcept E:\n    pass\nfinally:\n    pass", 1, "`try` is not in the language");
    withInput("z = x % 2", 7, "`a - b*floor(a/b)`");
    withInput("z = x // 2", 7, "`floor(a/b)`");
    withInput("z = x\nz //= 2", 0, "");
    withInput("z = x > 0 and x < 1", 11, "multiply two conditions");
    withInput("z = x > 0 or x < 1", 11, "maximum(a, b)");
    withInput("z = not x", 5, "1 - condition");
    withInput("z = 0 < x < 1", 11, "comparisons in a chain");
    withInput("z = x if x > 0 else 0", 7, "`where(condition, a, b)`");
    withInput("z = x[1:2]", 6, "slices");
    withInput("z = x[0]", 5, "indexing");
    withInput("z = [i for i in x]", 8, "comprehensions");
    withInput("z = x + 'a'", 9, "a string");
    withInput("z = 'a'\ny = z*x", 0, "");
    withInput("z = x @ x", 7, "matrices");
    withInput("z = tf.matmul(x, x)", 8, "matrices");
    withInput("z = tf.constant([[1, 2], [3, 4]])", 17, "matrices");
    withInput("z = x.sum()", 7, "makes one number of many");
    withInput("z = np.max(x)", 8, "makes one number of many");
    withInput("z = x ^ 2", 7, "a power is written");
    withInput("z = x & 1", 7, "multiply conditions");
    withInput("z = (y := x)", 8, "line of its own");
    withInput("assert x", 1, "not in the language");
    withInput("del x", 1, "not in the language");
    withInput("z = sqrt(*x)", 11, "unpacking");

    withInput("z = sqrt()", 5, "`v` is missing");
    withInput("z = pow(x)", 5, "`p` is missing");
    withInput("z = sqrt(x, x)", 13, "takes 1 argument");
    withInput("z = clip(x, lo=0)", 13, "did you mean `low`?");
    withInput("z = pow(x, v=2)", 12, "given twice");
    withInput("z = uniform(0, 1, 2)", 19, "fewer arguments");
    withInput("z = round(x, 2)", 14, "takes 1 argument");
    withInput("z = x(2)", 5, "a product is written with `*`");
    withInput("z = x.sqrt_()", 7, "in place");
    withInput("z = sqrt + 1", 5, "call it");
    withInput("@tf.custom_gradient\ndef f(v): return v, lambda g: g", 2,
              "`custom_gradient(v, lambda g: 2*g)`");
    withInput("z = jax.custom_vjp(x)", 9, "is written otherwise here");
    withInput("x[0] = 3", 1, "elements can't be assigned to");
    withInput("x[0, 1] = 3", 2, "slices");
    withInput("z = F.softplus(x, beta=2)", 19, "takes no argument `beta`");
    withInput("z = F.hardtanh(x, -2, 2)", 19, "takes 1 argument");
    withInput("z = gelu(x, approximate='erf')", 25, "`approximate` is `True`");
    withInput("z = F.dropout(x, 0.5)", 7, "bernoulli");
    withInput("z = nn.Dropout(0.5)(x)", 8, "bernoulli");
    withInput("z = nn.ReLU()(x)", 8, "call the function itself");
    withInput("z = tf.keras.layers.Dense(3)(x)", 21, "is a layer");
    withInput("z = jax.nn.softmax(x)", 12, "sigmoid(a - b)");
    withInput("z = tf.random.truncated_normal([3])*x", 15, "not among the noise sources");
    withInput("z = x*np.random.default_rng().gamma(2)", 31, "not among the noise sources");
    withInput("z = x*np.random.lognormal(0, 1)", 17, "exp(normal(mean, stddev))");
    withInput("z = x*np.random.binomial(3, 0.5)", 26, "only a single trial");
    withInput("z = tf.concat([x, x], 0)", 8, "arranges tensors");
    withInput("z = tf.gradients(x, x, stop_gradients=[x])[0]", 39, "write `stop_gradient(v)`");
    withInput("z = ~x", 5, "1 - condition");
    withInput("z = x in x", 7, "compare numbers");
    withInput("z = x*tf.shape(x)", 7, "a shape");
    withInput("z = x*input(0, 1)", 7, "a name of its own");
    withInput("z = x*tf.gradients(x, x)", 7, "write `[0]`");
    withInput("z = grad(x, 3)", 13, "not by a number");
    withInput("z = x.grad", 7, "after `z.backward()`");
    withInput("a, b = x", 8, "2 names left of `=`");
    withInput("a, b = x, x, x", 8, "2 names left of `=`");
    withInput("z = input(1, 0)", 5, "from a smaller to a larger");
    withInput("z = input('low')", 5, "two numbers");
    withInput("def f(a):\n    z = input(0, 1)\n    return z\ny = f(x)", 0, "");
    withInput("z = x\nfor i in x: z = i", 0, "");
    withInput("for i in range(x): z = i", 16, "whole numbers");
    withInput("for i in range(0, 9, 0): z = i", 10, "can't be 0");
    withInput("def f(a): return f(a)\nz = f(x)", 18, "calls itself");
    withInput("def f(a): return a\nz = f()", 0, "");
    withInput("def f(a, a): return a", 10, "two parameters");
    withInput("def f(a, *, t=1): return a", 10, "plain names");
    withInput("def f(a=1, b): return a", 12, "without default");
    withInput("z = x\nw = f.g.h(x)", 0, "");

    withInput("x.data = 3", 3, "write `x = 3`");
    withInput("x.data = 3*x", 3, "write `x = 3*x`");
    withInput("y = x*2\ny.mul_(3)\nz = y", 0, "");
    withInput("x.mul_(3)", 3, "write `x = x.mul(3)`");
    withInput("x.data.clamp_(0, 1)", 8, "write `x = x.clamp(0, 1)`");
    withInput("x.copy_(3)", 3, "write `x = …`");
    withInput("y = 'abc'", 5, "a string");
    withInput("z = [x]", 5, "a list");
    withInput("z = (x,)", 5, "a list");
    withInput("z = {1: 2}", 5, "a dictionary");
    withInput("def f(a, b=q): return a*b\nz = f(x) + f(x)", 12, "there is no name `q`");
}

void BadInputTest::oneError()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QByteArray, fragment);
    const Reading reading = read(text.toStdString());
    const std::string said = sayings(reading);
    QVERIFY2(!reading.program.has_value(), said.c_str());
    QVERIFY2(reading.diagnostics.size() == 1, said.c_str());
    if (column == 0)
        return;
    const Diagnostic& diagnostic = reading.diagnostics.front();
    QCOMPARE(diagnostic.severity, Severity::error);
    QVERIFY2(QByteArray::fromStdString(inEnglish(diagnostic.message)).contains(fragment), said.c_str());
    QVERIFY2(static_cast<int>(diagnostic.line) == line && static_cast<int>(diagnostic.column) == column,
             said.c_str());
}

void BadInputTest::allErrors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* text, const char* expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("two names", "x = input(-1, 1)\ny = a + x\nz = b + x", "2:5 3:5");
    row("two in one line", "x = input(-1, 1)\nz = a + sqr(x)", "2:5 2:9");
    row("no follow-ups", "x = input(-1, 1)\ny = sqr(x)\nz = y*2\nw = z + y", "2:5");
    row("no follow-ups of a broken line", "x = input(-1, 1)\ny, w = sqrt(x\nz = y*2 + w", "2:12");
    row("no follow-ups of a class",
        "class A:\n    def f(self):\n        return x\nx = input(-1, 1)\nz = A().f()\ny = b", "1:1 6:5");
    row("syntax and names", "x = input(-1, 1)\ny = (x\nz = q\nv = x +\nw = x % 2", "2:5 3:5 4:8 5:7");
    row("inside and after a block", "x = input(-1, 1)\nwith tf.Session() as s:\n    y = a\n    z = b\nw = c",
        "3:9 4:9 5:5");
    row("in a loop each once", "x = input(-1, 1)\nfor i in range(100):\n    y = a\nz = b", "3:9 4:5");
    row("in a function each once", "x = input(-1, 1)\ndef f(t): return t*a\ny = f(x) + f(x)\nz = b",
        "2:20 4:5");
    row("function and argument", "z = sqr(x)", "1:5 1:9");
    row("function, argument and operand", "z = sqr(foo)+bar", "1:5 1:9 1:14");
    row("framework function and argument", "z = tf.sqr(foo, name=1)", "1:8 1:12");
    row("method, its object and arguments", "z = foo.sqr(bar)\nx = input(0, 1)\ny = x.sqr(foo, k=bar)",
        "1:5 1:13 3:7 3:11 3:18");
    row("operands of unknown operators", "z = q % r\ny = q // 2 + r", "1:5 1:7 1:9 2:5 2:7 2:14");
    row("operands of conditions", "z = a if b else c\ny = not a\nv = a and b or c\nw = 0 < a < 1",
        "1:5 1:7 1:10 1:17 2:5 2:9 3:5 3:7 3:11 3:13 3:16 4:9 4:11");
    row("a slice of something", "z = a[b:2]", "1:5 1:6 1:7");
    row("too many arguments", "z = sqrt(a, b)", "1:10 1:13 1:13");
    row("inside a comprehension", "x = input(0, 1)\nz = [sqr(i)*j for i in q if i > r]",
        "2:6 2:13 2:15 2:24 2:33");
    row("broken inside a comprehension", "x = input(0, 1)\nz = [i + for i in x]\ny = q", "2:10 3:5");
    row("comprehensions in braces", "x = input(0, 1)\nz = {i: p for i in q}\ny = {i for i in x}",
        "2:9 2:11 2:20 3:8");
    row("operands of `~` and `in`", "z = ~q\ny = q in r\nv = q is not r",
        "1:5 1:6 2:5 2:7 2:10 3:5 3:7 3:14");
    row("a statement that is none", "x = input(0, 1)\nq % r", "2:1 2:3 2:5");
    row("refused functions", "x = input(0, 1)\nz = tf.reduce_sum(a)\ny = b.sum()", "2:8 2:19 3:5 3:7");
    row("elements of a list", "x = input(0, 1)\nz, y = tf.gradients(x, [a, b])", "2:25 2:28");
    row("no follow-ups of arguments", "z = sqr(q)\ny = sqr(z)", "1:5 1:9 2:5");
    row("a poisoned function", "f = q\nz = f(r)", "1:5 2:7");
}

void BadInputTest::allErrors()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const Reading reading = read(text.toStdString());
    QByteArrayList places;
    for (const Diagnostic& diagnostic : reading.diagnostics)
        places << QByteArray::number(int(diagnostic.line)) + ':' + QByteArray::number(int(diagnostic.column));
    QVERIFY(!reading.program.has_value());
    QVERIFY2(places.join(' ') == expected, sayings(reading).c_str());
}

void BadInputTest::limits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("fragment");
    const auto row = [](const char* name, const std::string& text, const char* fragment) {
        QTest::newRow(name) << QByteArray::fromStdString("x = input(-1, 1)\n" + text) << QByteArray(fragment);
    };
    row("200 brackets", "z = " + repeated("(", 200) + "x" + repeated(")", 200), "");
    row("201 brackets", "z = " + repeated("(", 201) + "x" + repeated(")", 201), "deeper than 200 levels");
    row("10,000 brackets", "z = " + repeated("(", 10'000) + "x" + repeated(")", 10'000),
        "deeper than 200 levels");
    row("10,000 open brackets", "z = " + repeated("(", 10'000), "never closed");
    row("10,000 lists", "z = " + repeated("[", 10'000) + repeated("]", 10'000), "deeper than 200 levels");
    row("200 calls", "z = " + repeated("sin(", 200) + "x" + repeated(")", 200), "");
    row("nested gradients of an unknown name", "z = " + repeated("grad(", 190) + "q" + repeated(")", 190),
        "there is no name");
    row("150 methods that make an input", "z = x" + repeated(".requires_grad_()", 150), "");
    row("500 methods", "z = x" + repeated(".sin()", 500), "deeper than 200 levels");
    row("200 signs", "z = " + repeated("-", 200) + "x", "");
    row("201 signs", "z = " + repeated("-", 201) + "x", "deeper than 200 levels");
    row("201 powers", "z = " + repeated("x**", 201) + "x", "deeper than 200 levels");
    row("300 negations", "z = " + repeated("not ", 300) + "x", "deeper than 200 levels");
    row("300 conditions", "z = " + repeated("x if x else ", 300) + "x", "deeper than 200 levels");
    row("300 lambdas", "z = " + repeated("lambda: ", 300) + "x", "deeper than 200 levels");
    row("a long sum is no nesting", "z = x" + repeated(" + x", 50'000), "");
    row("a long product is no nesting", "z = x" + repeated("*x", 50'000), "");
    row("too many operations", "z = x" + repeated("+x", 120'000), "more than 100000 operations");
    row("too many rounds", "z = x\nfor i in range(2000):\n    for j in range(2000):\n        pass",
        "1,000,000");
    row("too many operations in a loop", "z = x\nfor i in range(1000000): z = z + 1",
        "more than 100000 operations");
    row(
        "doubling functions",
        "def f0(a): return a\n" +
            [] {
                std::string text;
                for (int i = 1; i < 60; ++i)
                    text += "def f" + std::to_string(i) + "(a): return f" + std::to_string(i - 1) + "(f" +
                            std::to_string(i - 1) + "(a))\n";
                return text;
            }() +
            "z = f59(x)",
        "1,000,000");
    row(
        "a chain of functions",
        "def f0(a): return a\n" +
            [] {
                std::string text;
                for (int i = 1; i < 5000; ++i)
                    text += "def f" + std::to_string(i) + "(a): return -f" + std::to_string(i - 1) + "(a)\n";
                return text;
            }() +
            "z = f4999(x)",
        "deeper than 200 levels");
    row(
        "deep blocks",
        [] {
            std::string text;
            for (std::size_t i = 0; i < 300; ++i)
                text += std::string(i, ' ') + "with x:\n";
            return text + std::string(300, ' ') + "z = x";
        }(),
        "deeper than 200 levels");
    row("1 MiB and more", repeated("# comment\n", 120'000), "longer than 1 MiB");
    row("100,000 broken lines", repeated("(\n", 100'000), "never closed");
    row("100,000 unknown names", repeated("a=b\n", 100'000), "there is no name");
}

void BadInputTest::limits()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, fragment);
    // Of the processor: beside other work the clock says little.
    const std::clock_t start = std::clock();
    const Reading reading = read(text.toStdString());
    const std::clock_t seconds = (std::clock() - start) / CLOCKS_PER_SEC;
    QVERIFY2(seconds < 20, "reading must not take long, whatever the text");
    QVERIFY(isProgramOrError(reading));
    const QByteArray said = QByteArray::fromStdString(sayings(reading));
    QCOMPARE(reading.program.has_value(), fragment.isEmpty());
    QVERIFY2(said.contains(fragment), said.left(2000));
}

void BadInputTest::survivesAnything_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 0; seed < 20; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

/// Random bytes, and valid texts cut short, shuffled and altered: there is always a program or an error.
void BadInputTest::survivesAnything()
{
    QFETCH(int, seed);
    static const std::array<std::string, 3> valid{
        "import numpy as np\nimport tensorflow as tf\n\nx = tf.placeholder(tf.float32)\ny = x**2\n"
        "u = tf.random_uniform(tf.shape(x), minval=0.9, maxval=1.1)\nyu = y * u\nz = tf.sqrt(yu)\n"
        "g = tf.gradients(z, x)[0]\n\nwith tf.Session() as sess:\n"
        "    yv, yuv, zv, gv = sess.run([y,yu,z,g], {x: [-2, -1, 1]})\n\nprint(yv)\n",
        "import torch\nx = torch.linspace(-2, 2, 9, requires_grad=True)\na: float = -.5e1\n"
        "def layer(v, s=0.1):\n    \"\"\"doc\"\"\"\n    h = v*torch.randn_like(v)\n    h += s\n    return h\n"
        "f = lambda t, k=2: t**k if False else t\ny = x; z = a = b = layer(x)\nfor i in range(1, 3):\n    z "
        "= z*i - f(y)\n"
        "z.sum().backward()\ng = x.grad # end\n",
        "from jax import numpy as jnp, grad\nkey, k = jax.random.split(jax.random.PRNGKey(0))\nx = "
        "jnp.array([1., 2.])\n"
        "y, w = x > 0, [i for i in x]\nclass A(B):\n\tdef f(self): pass\nif x:\n    z = 1\nelse:\n    z = "
        "{1: 2, **x}\n"
        "v = x[1:2, ...] @ x // 3 % 2 and not x or x\nz = where(0 < x < 1, -x, 'a' \"b\")\\\n  + 1\n"};
    static constexpr std::string_view spice = "()[]{}\"'\\\n\t =+-*/%:;,.@#!&|<>~?x1e_0az\r\0\x80\xC3\xA4"
                                              "def for in return with lambda import";
    std::mt19937 random(static_cast<unsigned>(seed));
    const auto below = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    for (int round = 0; round < 1000; ++round) {
        std::string text;
        if (round % 4 == 0) {
            for (std::size_t i = below(80); i > 0; --i)
                text += round % 8 == 0 ? static_cast<char>(below(256)) : spice[below(spice.size())];
        } else {
            text = valid[below(valid.size())];
            if (round % 4 == 1)
                text.resize(below(text.size()));
            for (std::size_t i = below(6); i > 0 && !text.empty(); --i) {
                const std::size_t at = below(text.size());
                switch (below(4)) {
                case 0:
                    text.erase(at, 1 + below(8));
                    break;
                case 1:
                    text.insert(at, 1, spice[below(spice.size())]);
                    break;
                case 2:
                    text[at] = spice[below(spice.size())];
                    break;
                default:
                    text.insert(at, text.substr(below(text.size()), below(40)));
                }
            }
        }
        const Reading reading = read(text);
        QVERIFY2(isProgramOrError(reading), text.c_str());
        for (const Diagnostic& diagnostic : reading.diagnostics)
            QVERIFY2(!inEnglish(diagnostic.message).empty() && !formatted(diagnostic, "f", text).empty(),
                     text.c_str());
    }
}

QTEST_APPLESS_MAIN(BadInputTest)
#include "tst_bad_input.moc"
