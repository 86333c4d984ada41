// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/analysis/explained.h"

using namespace sluice;
using namespace sluice::test;

Q_DECLARE_METATYPE(Strings)

namespace {

Derivation derivationOf(std::string_view text, const Strings& gates)
{
    return explainerOf(text, gates).derivation(0);
}

const Factor& factorNamed(const Derivation& derivation, std::string_view of, std::string_view by)
{
    for (const Factor& factor : derivation.factors)
        if (factor.of == of && factor.by == by)
            return factor;
    throw std::logic_error("no factor");
}

} // namespace

class TestDerivation : public QObject
{
    Q_OBJECT

private slots:
    void numbersAreWrittenOut()
    {
        // A name that the text gives to a number is kept.
        constexpr auto text = "x = input(1, 2)\nthird = 1/3\ny = (1 + x)**(2/4)\nz = y*x**third\n";
        const Strings paths = pathsOf(explainerOf(text).derivation(0));
        const std::string all = joined(paths);
        QVERIFY2(all.find(".div") == std::string::npos, all.c_str());
        QVERIFY2(all.find("third") != std::string::npos, all.c_str());
    }

    void paths_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<Strings>("gates");
        QTest::addColumn<Strings>("paths");
        const auto add = [](const char* name, std::string_view text, const Strings& gates,
                            const Strings& paths) {
            QTest::newRow(name) << std::string(text) << gates << paths;
        };
        add("origin", origin, {}, {"z/yu 1/(2*sqrt(yu)) {u} · yu/y u {u} · y/x 2*x"});
        add("origin, clean in the middle", origin, {"yu=clean"},
            {"z/yu 1/(2*sqrt(yu)) {u} · yu/y 1 <yu=clean> · y/x 2*x"});
        add("origin, clean at the end", origin, {"z=clean"},
            {"z/yu 1/(2*sqrt(y)) <z=clean> · yu/y 1 <z=clean> · y/x 2*x"});
        add("origin, stop on the noise", origin, {"u=stop"},
            {"z/yu 1/(2*sqrt(yu)) {u} · yu/y u {u} · y/x 2*x"});
        add("origin, stopped in the middle", origin, {"y=stop"},
            {"z/yu 1/(2*sqrt(yu)) {u} · yu/y u {u} <y=stop>"});
        add("stopped at the end", origin, {"z=stop"}, {"z/z 1 <z=stop>"});
        add("two paths", "x = input(-2, 2)\ny = sin(x)\nz = x*y\n", {}, {"z/x y", "z/y x · y/x cos(x)"});
        add("an edge is stopped", "x = input(-2, 2)\ny = sin(x)\nz = x*y\n", {"y:z=stop"},
            {"z/x y", "z/y x <y->z=stop>"});
        add("one operand twice", "x = input(-2, 2)\nz = x*x\n", {}, {"z/x x", "z/x x"});
        add("the straight-through trick in the text",
            "x = input(-2, 2)\nq = x + stop_gradient(round(x) - x)\n", {},
            {"q/x 1", "q/q.stop_gradient 1 · q.stop_gradient/q.sub 1 <stop_gradient>"});
        add("a surrogate", "x = input(-2, 2)\nf = sign(x)\nb = 3*x\nz = surrogate(f, b)\n", {},
            {"z/f 1 <surrogate>", "z/b 1 <surrogate> · b/x 3"});
        add("a custom gradient that is linear",
            "x = input(-2, 2)\ny = x**2\nc = custom_gradient(y, lambda g: -g)\nz = 3*c\n", {},
            {"z/c 3 · c/y -1 <custom_gradient> · y/x 2*x"});
        add("a custom gradient that is not",
            "x = input(-2, 2)\ny = x**2\nc = custom_gradient(y, lambda g: clip(g, -1, 1))\nz = 3*c\n", {},
            {"c/y 1 <custom_gradient> · y/x 2*x"});
        add("the output is the input", "x = input(-2, 2)\nz = x\n", {}, {"z/x 1"});
        add("a parameter of the noise", "x = input(1, 2)\nn = normal(0, x)\nz = n**2\n", {},
            {"z/n 2*n {n} · n/x draw_n {n}"});
        add("no path", "x = input(1, 2)\nz = normal(0, 1)\n", {}, {});
    }
    void paths()
    {
        QFETCH(const std::string, text);
        QFETCH(const Strings, gates);
        QFETCH(const Strings, paths);
        const Derivation derivation = derivationOf(text, gates);
        QCOMPARE(joined(pathsOf(derivation)), joined(paths));
        QCOMPARE(derivation.pathCount, static_cast<double>(paths.size()));
    }

    void factorsSayWhereTheyAreEvaluated()
    {
        const Derivation derivation = derivationOf(origin, {});
        const Factor& root = factorNamed(derivation, "z", "yu");
        QCOMPARE(root.evaluatedAt, Strings{"yu"});
        QCOMPARE(root.noisyAt, Strings{"yu"});
        const Factor& square = factorNamed(derivation, "y", "x");
        QCOMPARE(square.evaluatedAt, Strings{"x"});
        QCOMPARE(square.noisyAt, Strings{});
    }

    void edgesSayWhatTheyCarry()
    {
        const Derivation noisy = derivationOf(origin, {"yu=clean"});
        QCOMPARE(factorNamed(noisy, "z", "yu").carried, Carried::noisy);
        QCOMPARE(factorNamed(noisy, "y", "x").carried, Carried::noisy);
        const Derivation clean = derivationOf(origin, {"z=clean"});
        QCOMPARE(factorNamed(clean, "y", "x").carried, Carried::noiseFree);
        const Derivation stopped = derivationOf(origin, {"y=stop"});
        QCOMPARE(factorNamed(stopped, "yu", "y").carried, Carried::nothing);
        QCOMPARE(factorNamed(stopped, "z", "yu").carried, Carried::nothing);
    }

    void edgesOnWhichTheNoiseCancels()
    {
        // ∂log(y·u)/∂y = u/(y·u), whatever u is.
        const Derivation derivation = derivationOf("x = input(0.5, 2)\nu = uniform(0.9, 1.1)\ny = x**2\n"
                                                   "v = y*u\nz = log(v)\n",
                                                   {});
        QCOMPARE(factorNamed(derivation, "z", "v").carried, Carried::noisy);
        QCOMPARE(factorNamed(derivation, "v", "y").carried, Carried::noiseNotSeen);
        QVERIFY(factorNamed(derivation, "v", "y").isSeenToVary);
        QCOMPARE(factorNamed(derivation, "y", "x").carried, Carried::noiseNotSeen);
    }

    void factorsThatDoNotVary()
    {
        const Derivation derivation = derivationOf("x = input(-2, 2)\nu = uniform(0.9, 1.1)\nv = x*u\n"
                                                   "w = v + 5\nz = relu(w)\n",
                                                   {});
        QVERIFY(!factorNamed(derivation, "z", "w").isSeenToVary);
        QCOMPARE(factorNamed(derivation, "z", "w").carried, Carried::noiseNotSeen);
        QVERIFY(factorNamed(derivation, "v", "x").isSeenToVary);
        QCOMPARE(factorNamed(derivation, "v", "x").carried, Carried::noisy);
    }

    void noiseThatNoSampleShows()
    {
        const Explanation explanation = explained("x = input(0.5, 2)\nb = bernoulli(1e-9)\nz = x*(1 + b)\n");
        QCOMPARE(explanation.verdict.noiseFree, Certainty::measured);
        QCOMPARE(factorNamed(explanation.derivation, "z", "x").carried, Carried::noiseNotSeen);
    }

    void manyPathsAreCountedNotListed()
    {
        // Two ways through each of 64 layers.
        std::string text = "x = input(-2, 2)\nv = x\n";
        for (int i = 0; i < 64; ++i)
            text += "v = sin(v) + v\n";
        const Derivation derivation = derivationOf(text, {});
        QCOMPARE(derivation.pathCount, 0x1p64);
        QVERIFY(derivation.paths.empty());
        // One edge into the first v, then each layer's sum has two operands and its sine one.
        QCOMPARE(derivation.factors.size(), std::size_t{1 + 64 * 3});
    }

    void longChainsDoNotOverflow()
    {
        constexpr auto text =
            "x = input(-2, 2)\nv = x\nfor i in range(10000):\n    v = tanh(v)*1.01\noutput(v)\n";
        const Derivation derivation = derivationOf(text, {});
        QCOMPARE(derivation.pathCount, 1.0);
        QCOMPARE(derivation.paths.at(0).factors.size(), std::size_t{20'001});
    }

    void longCounterpartsAreNamed()
    {
        // Written out, the noise-free counterpart of the last layer would hold all before it.
        const Derivation derivation = derivationOf("x = input(-1, 1)\nw = 0.7\nv = x\nfor i in range(12):\n  "
                                                   "  v = tanh(w*v)*normal(1, 0.1)\noutput(v)\n",
                                                   {"v#13=clean"});
        QCOMPARE(factorNamed(derivation, "v#13.tanh", "v#13.mul").text,
                 std::string("1 - tanh(noise_free_v#13.mul)**2"));
    }
};

QTEST_APPLESS_MAIN(TestDerivation)
#include "tst_derivation.moc"
