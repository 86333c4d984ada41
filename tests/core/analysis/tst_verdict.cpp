// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/analysis/explained.h"

using namespace sluice;
using namespace sluice::test;

Q_DECLARE_METATYPE(Strings)

namespace {

std::string summaryOf(const Verdict& verdict)
{
    const auto withDoubt = [](std::string_view name, Doubt doubt) {
        return std::string(name) + (doubt == Doubt::none ? "" : "? " + std::string(nameOf(doubt)));
    };
    std::string text = withDoubt(verdictName(verdict.noiseFree), verdict.noiseDoubt);
    if (!verdict.sources.empty())
        text += " " + listed(verdict.sources);
    if (!verdict.exceptWhereZero.empty())
        text += " except " + joined(verdict.exceptWhereZero);
    text += " / " + withDoubt(nameOf(verdict.equalsNoiseFree), verdict.equalityDoubt);
    if (verdict.isDisconnected)
        text += " / disconnected";
    std::erase(text, '\n');
    return text;
}

} // namespace

/// What is said of a gradient: free of noise or not, equal to the noise-free one or not, connected or not.
class TestVerdict : public QObject
{
    Q_OBJECT

private slots:
    void verdicts_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<Strings>("gates");
        QTest::addColumn<std::string>("verdict");
        const auto add = [](const char* name, std::string_view text, const Strings& gates,
                            const char* verdict) {
            QTest::newRow(name) << std::string(text) << gates << std::string(verdict);
        };
        const std::string inputs = "x = input(-2, 2)\nu = uniform(0.9, 1.1)\nn = normal(0, 1)\n";

        add("origin", origin, {}, "noisy u / no");
        add("origin, clean in the middle", origin, {"yu=clean"}, "noisy u / no");
        add("origin, clean at the end", origin, {"z=clean"}, "proved / proved");
        add("origin, stop on the noise", origin, {"u=stop"}, "noisy u / no");
        add("origin, stopped", origin, {"z=stop"}, "proved / no / disconnected");

        const std::string affine =
            "x = input(0.1, 2)\ny = x**2\nu = uniform(0.9, 1.1)\nyu = y*u\nr = sqrt(yu)\n"
            "z = 3*r + 1\n";
        add("affine after the gate", affine, {"r=clean"}, "proved / proved");
        add("affine after the gate, on the nameless square root",
            "x = input(0.1, 2)\ny = x**2\nu = uniform(0.9, 1.1)\nyu = y*u\nz = 3*sqrt(yu) + 1\n",
            {"z.sqrt=clean"}, "proved / proved");
        add("a loss after the gate", std::string(origin) + "l = (z - 0.5)**2\n", {"z=clean"}, "noisy u / no");
        add("the gate on the loss", std::string(origin) + "l = (z - 0.5)**2\n", {"l=clean"},
            "proved / proved");

        add("the noise cancels", "x = input(-2, 2)\nu = uniform(0.9, 1.1)\nz = log(x**2 * u)\n", {},
            "proved except u*x**2 / proved");
        add("a noise that may be 0 cancels", "x = input(-2, 2)\nn = normal(1, 1)\nz = log(x**2 * n)\n", {},
            "proved except n*x**2 / proved");
        add("the root of a square", inputs + "z = sqrt(x**2 * u**2)/u\n", {},
            "proved except sqrt(x**2*u**2) / proved");
        add("the square of a root is no new name for it", inputs + "z = x*sqrt(u)**2/u\n", {},
            "proved / proved");
        add("a noise that is divided by itself", inputs + "z = x*n/n\n", {}, "proved except n / no");
        add("additive noise", inputs + "z = x**2 + n\n", {}, "proved / proved");
        add("noise that is subtracted again", inputs + "z = (x + n)**2 - 2*x*n - n**2\n", {},
            "proved / proved");
        add("noise times 0", inputs + "z = x + 0*n*x\n", {}, "proved / proved");
        add("only one of two sources matters", inputs + "z = log(x**2 * u) + n*x\n", {}, "noisy n / no");
        add("what no algebra shows is measured",
            "x = input(-2, 2)\nn = normal(0, 1)\nz = where(n > 0, x, x)\n", {}, "measured / measured");
        add("noise in a condition", inputs + "z = where(n > 0, x, 2*x)\n", {}, "noisy n / no");
        // The noise-free graph divides by 0.
        add("an absolute value that cancels", inputs + "z = abs(x*n)/abs(n)\n", {}, "measured / no");
        add("a sign that the noise decides", inputs + "z = abs(x + n)\n", {}, "noisy n / no");
        add("bernoulli noise", "x = input(-2, 2)\nb = bernoulli(0.5)\nz = x*b\n", {}, "noisy b / no");
        add("noise whose parameter is swept", "x = input(0.5, 2)\nn = normal(x, 1)\nz = n\n", {},
            "proved / proved");
        add("noise whose scale is swept", "x = input(0.5, 2)\nn = normal(0, x)\nz = n\n", {}, "noisy n / no");
        add("rounding in TensorFlow", inputs + "z = round(x + n)\n", {}, "proved / proved / disconnected");
        add("a surrogate", inputs + "z = surrogate(x*n, 3*x)\n", {}, "proved / proved");
        add("a custom gradient without noise", inputs + "z = custom_gradient(x*n, lambda g: 2)\n", {},
            "noisy n / no");
        add("a custom gradient of noise", inputs + "z = custom_gradient(x, lambda g: g*n)\n", {},
            "noisy n / no");
        add("a custom gradient that forgets the noise", inputs + "z = n*custom_gradient(x, lambda g: 5)\n",
            {}, "proved / proved");
        add("a gradient within the text", inputs + "y = x**3*n\nz = grad(y, x)\noutput(z)\n", {},
            "noisy n / no");
        add("a second gradient without noise", inputs + "y = x**3 + n*x\nz = grad(y, x)\noutput(z)\n", {},
            "proved / proved");
        add("noise below the rounding of terms that cancel", inputs + "z = x*u + (1e14*x - 1e14*x)\n", {},
            "noisy? rounding u / no? rounding");
        add("no noise below the rounding of terms that cancel", inputs + "z = x*x + (1e14*x - 1e14*x)\n", {},
            "proved / proved");
        add("what rounding hides, algebra shows", inputs + "z = (x + 1000*n)**2 - 2000*x*n\n", {},
            "proved / proved");
        add("a tiny noise", inputs + "z = x*(1 + 1e-10*u)\n", {}, "noisy u / no");
        add("a tiny noise beside rounding", inputs + "z = x*(1000*n + 1 - 1000*n + 1e-8*u)\n", {},
            "noisy u / no");
        add("not finite for some draws", inputs + "b = bernoulli(0.5)\nz = abs(x*b)/abs(b)\n", {},
            "noisy? not finite in some samples b / no");
        add("not finite for some draws, and noisy", inputs + "z = sqrt(x + 3 + n)\n", {}, "noisy n / no");
        add("not finite where the proof says", inputs + "b = bernoulli(0.5)\nz = x*b/b\n", {},
            "proved except b / no");
        add("nothing finite", inputs + "z = sqrt(-1 - u*x**2)\n", {}, "noisy? not finite / no? not finite");
        add("a source that samples hardly show", inputs + "b = bernoulli(1e-9)\nz = x*n + 3*x*b\n", {},
            "noisy n and b / no");
        add("a source that cancels is none", inputs + "m = normal(1, 1)\nz = sqrt(x*x)*n + m/m*x\n", {},
            "noisy n / no");
        add("a denominator that is 1", inputs + "z = x/(n + 1 - n)\n", {}, "proved / proved");
        add("a denominator that is 3", inputs + "z = x*n/(n*2)/(n - n + 3)\n", {}, "proved except n / no");
        add("an exponential is never 0", inputs + "z = x*exp(n)/exp(n)\n", {}, "proved / proved");
        add("nor is one and more", inputs + "z = x*(1 + exp(n))/(1 + exp(n))\n", {}, "proved / proved");
        add("no dependence on the input", inputs + "z = n\n", {}, "proved / proved / disconnected");
        add("no noise", "x = input(-2, 2)\nz = x**2\n", {}, "proved / proved");
        add("stopped in part", "x = input(-2, 2)\ny = x**2\nz = x*y\n", {"y=stop"}, "proved / no");
        add("stopped noisy factor", inputs + "y = x*u\nz = x + y\n", {"y=stop"}, "proved / no");
    }
    void verdicts()
    {
        QFETCH(const std::string, text);
        QFETCH(const Strings, gates);
        QFETCH(const std::string, verdict);
        QCOMPARE(summaryOf(explained(text, gates).verdict), verdict);
    }

    void withoutTheAlgebraSystemNothingIsProvedByAlgebra()
    {
        constexpr auto text = "x = input(-2, 2)\nu = uniform(0.9, 1.1)\nz = log(x**2 * u)\n";
        for (const char* helper : {"/nonexistent/sluice-algebra", "/bin/true", "/bin/cat"}) {
            const Explanation explanation = explainerOf(text, {}, AlgebraSystem(helper))
                                                .explain(0, {.algebra = std::chrono::milliseconds(500)})
                                                .value();
            QCOMPARE(summaryOf(explanation.verdict), std::string("measured / measured"));
        }
    }

    void roundingIsNoNoise_data()
    {
        QTest::addColumn<std::string>("text");
        const auto add = [](const char* name, const char* text) {
            QTest::newRow(name) << "x = input(-2, 2)\n" + std::string(text);
        };
        add("squares that cancel", "u = normal(0, 2)\nz = x*(cosh(u)**2 - sinh(u)**2)\n");
        add("what cancels before it is multiplied", "u = uniform(1000, 2000)\nz = sin(100*((x + u) - u))\n");
        add("the same where the gradient passes 0", "u = uniform(1000, 2000)\nz = cos(100*((x + u) - u))\n");
    }
    void roundingIsNoNoise()
    {
        QFETCH(const std::string, text);
        // An algebra that proves nothing.
        const Explanation explanation =
            explainerOf(text, {}, AlgebraSystem("/bin/true")).explain(0, {.measuresBias = false}).value();
        QCOMPARE(summaryOf(explanation.verdict), std::string("noisy? rounding u / no? rounding"));
    }

    void cutsAreNamed_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<Strings>("gates");
        QTest::addColumn<std::string>("cuts");
        const auto add = [](const char* name, const char* text, const Strings& gates, const char* cuts) {
            QTest::newRow(name) << std::string(text) << gates << std::string(cuts);
        };
        add("a gate", "x = input(-2, 2)\ny = x**2\nz = sin(y)\n", {"y=stop"}, "y=stop at y");
        add("two gates", "x = input(-2, 2)\na = x**2\nb = exp(x)\nz = a*b\n", {"a=stop", "b=stop"},
            "b=stop at b, a=stop at a");
        add("an edge", "x = input(-2, 2)\ny = x**2\nz = sin(y)\n", {"y:z=stop"}, "y->z=stop at y");
        add("a step", "x = input(-2, 2)\nz = round(3*x)\n", {}, "round at z");
        add("the text's own stop", "x = input(-2, 2)\ns = stop_gradient(x)\nz = s**2\n", {},
            "stop_gradient at s");
        add("a comparison", "x = input(-2, 2)\nc = x > 0\nz = 2*c\n", {}, "greater at c");
        add("nothing to cut", "x = input(-2, 2)\nu = normal(0, 1)\nz = u\n", {}, "");
    }
    void cutsAreNamed()
    {
        QFETCH(const std::string, text);
        QFETCH(const Strings, gates);
        QFETCH(const std::string, cuts);
        const Verdict verdict = explained(text, gates).verdict;
        QVERIFY(verdict.isDisconnected);
        std::string found;
        for (const Cut& cut : verdict.cuts)
            found += (found.empty() ? "" : ", ") + cut.what + " at " + cut.place;
        QCOMPARE(found, cuts);
    }

    void pointsThatAreNotFinite()
    {
        const Verdict verdict = explained(origin).verdict;
        QCOMPARE(verdict.nonFinite.size(), std::size_t{1});
        QCOMPARE(verdict.nonFinite[0].at, 0.0);
        QCOMPARE(verdict.nonFinite[0].point, std::size_t{20});
        QVERIFY(std::isnan(verdict.nonFinite[0].gradient));
    }

    void nothingIsSaidOfWhatIsNowhereFinite()
    {
        Experiment experiment = experimentOf(origin, {});
        experiment.from = experiment.to = 0.0;
        experiment.points = 1;
        const Explanation explanation =
            Explainer(programOf(origin), experiment, AlgebraSystem(SLUICE_ALGEBRA)).explain(0).value();
        QCOMPARE(summaryOf(explanation.verdict), std::string("noisy? not finite / no? not finite"));
        QCOMPARE(explanation.verdict.points, std::size_t{0});
    }

    void frameworksChangeTheVerdict()
    {
        Experiment experiment = experimentOf("x = input(-2, 2)\nn = normal(0, 1)\nz = round(x + n)\n", {});
        experiment.semantics = Framework::pytorch;
        const Explanation explanation =
            Explainer(programOf(experiment.text), experiment, AlgebraSystem(SLUICE_ALGEBRA))
                .explain(0)
                .value();
        QVERIFY(!explanation.verdict.isDisconnected);
        QVERIFY(explanation.verdict.isZeroEverywhere);
        QCOMPARE(explanation.verdict.noiseFree, Certainty::proved);
    }

    void singlePrecisionRoundsMore()
    {
        // The rounding errors of a float are no noise.
        Experiment experiment =
            experimentOf("x = input(0.5, 2)\nu = uniform(0.9, 1.1)\nz = log(x**2 * u)\n", {});
        experiment.precision = Precision::float32;
        const Explanation explanation =
            Explainer(programOf(experiment.text), experiment, AlgebraSystem(SLUICE_ALGEBRA))
                .explain(0)
                .value();
        QCOMPARE(explanation.verdict.noiseFree, Certainty::proved);
    }
};

QTEST_APPLESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
