// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/analysis/explained.h"

using namespace sluice;
using namespace sluice::test;

Q_DECLARE_METATYPE(Strings)

namespace {

constexpr auto atZero =
    "At x = 0 the gradient is NaN, from 0 times infinity: the local derivative %1 of z is "
    "infinite there, and 2*x is 0.";

std::string originAtZero(const char* formula)
{
    return QString(atZero).arg(formula).toStdString();
}

const Sentence* find(const std::vector<Sentence>& sentences, Statement statement)
{
    const auto found = std::ranges::find(sentences, statement, &Sentence::statement);
    return found == sentences.end() ? nullptr : &*found;
}

} // namespace

/// What is said, and that nothing is said which is not true.
class TestSentences : public QObject
{
    Q_OBJECT

private slots:
    void said_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<Strings>("gates");
        QTest::addColumn<Strings>("sentences");
        const auto add = [](const char* name, std::string_view text, const Strings& gates,
                            const Strings& sentences) {
            QTest::newRow(name) << std::string(text) << gates << sentences;
        };
        const std::string enters = "The noise of u enters through 1/(2*sqrt(yu)), evaluated at the noisy yu.";
        const std::string cure = "Put the gate on z: z=clean makes the gradient free of noise.";
        add("origin", origin, {},
            {"The gradient is noisy: it depends on u.", enters, "The noise of u enters through the factor u.",
             cure, originAtZero("1/(2*sqrt(yu))")});
        add("origin, clean in the middle", origin, {"yu=clean"},
            {"The gradient is noisy: it depends on u.", enters, cure, originAtZero("1/(2*sqrt(yu))")});
        add("origin, clean at the end", origin, {"z=clean"},
            {"The gradient is free of noise: no noise source reaches it.",
             "It is the gradient of the noise-free graph.", originAtZero("1/(2*sqrt(y))")});
        add("the gate on the noise", "x = input(1, 2)\nu = uniform(0.9, 1.1)\nz = x*u\n", {"u=stop"},
            {"The gradient is noisy: it depends on u.", "The noise of u enters through the factor u.",
             "Put the gate on z: z=clean makes the gradient free of noise.",
             "The gate u=stop cuts no path and changes nothing: u does not depend on x."});
        add("the same factor twice", "x = input(1, 2)\nu = uniform(0.9, 1.1)\ny = x*u\nz = y*u\n", {},
            {"The gradient is noisy: it depends on u.", "The noise of u enters through the factor u.",
             "Put the gate on z: z=clean makes the gradient free of noise."});
        add("a gate aside", "x = input(1, 2)\ny = x**2\nz = 3*x\noutput(z)\n", {"y=stop"},
            {"The gradient is free of noise: no noise source reaches it.",
             "The gate y=stop changes nothing: z does not depend on y."});
        add("nothing to clean", "x = input(1, 2)\ny = x**2\nz = 3*y\noutput(z)\n", {"y=clean"},
            {"The gradient is free of noise: no noise source reaches it.",
             "The gate y=clean changes nothing: no noise reaches y."});
        add("a place that is gone", "x = input(1, 2)\nz = 3*x\n", {"q=clean"},
            {"The gradient is free of noise: no noise source reaches it.",
             "The gate q=clean is left out: the text has no such place."});
        add("a stop in the text on what does not depend on the input",
            "x = input(1, 2)\nu = normal(0, 1)\ns = stop_gradient(u)\nz = x + s\n", {},
            {"The gradient is free of noise: no noise source reaches it.",
             "The stop_gradient at s cuts no path and changes nothing: u does not depend on x.",
             "It is the gradient of the noise-free graph."});
        add("cut", "x = input(1, 2)\ny = x**2\nz = sin(y)\n", {"y=stop"},
            {"The gradient is disconnected (None, not 0): every path from z to x is cut, at y (y=stop)."});
        add("a step", "x = input(1, 2)\nz = round(x)\n", {},
            {"The gradient is disconnected (None, not 0): every path from z to x is cut, at z (round).",
             "The frameworks disagree: in TensorFlow and JAX the gradient is disconnected, in PyTorch it is "
             "not."});
        add("no dependence", "x = input(1, 2)\nu = normal(0, 1)\nz = u\n", {},
            {"The gradient is disconnected (None, not 0): z does not depend on x."});
        add("0 and connected", "x = input(1, 2)\nz = sign(x)\n", {},
            {"The gradient is free of noise: no noise source reaches it.",
             "The gradient is connected, but 0 at every point of the sweep: that is the derivative of what "
             "stands "
             "there."});
        add("a kink", "x = input(-2, 2)\nz = abs(x)\n", {},
            {"The gradient is free of noise: no noise source reaches it.",
             "At x = 0 the frameworks disagree: TensorFlow 0, PyTorch 0, JAX 1."});
        add("a tie", "x = input(-2, 2)\nz = maximum(x, 0)\n", {},
            {"The gradient is free of noise: no noise source reaches it.",
             "At x = 0 the frameworks disagree: TensorFlow 1, PyTorch 0.5, JAX 0.5."});
        add("cancelling noise", "x = input(0.5, 2)\nu = normal(2, 1)\nz = log(x**2 * u)\n", {},
            {"The gradient is free of noise, except where u*x**2 = 0: by algebra it does not depend on u.",
             "It is the gradient of the noise-free graph, except where u*x**2 = 0."});
        add("measured", "x = input(-2, 2)\nn = normal(0, 1)\nz = where(n > 0, x, x)\n", {},
            {"No noise is seen in 1000 samples at each of 41 points, though the gradient is computed from n: "
             "this is measured, not proved.",
             "It equals the gradient of the noise-free graph at each of 41 points: this is measured, not "
             "proved."});
        add("0 in all samples, and not always",
            "x = input(-2, 2)\nu = uniform(0, 1)\nz = x*where(u > 0.9999999, 3, 0)\n", {},
            {"No noise is seen in 1000 samples at each of 41 points, though the gradient is computed from u: "
             "this is measured, not proved.",
             "It equals the gradient of the noise-free graph at each of 41 points: this is measured, not "
             "proved.",
             "The gradient is connected, but 0 in every sample taken, at 41 points of the sweep: this is "
             "measured, not proved."});
        // 0/0 in half of the samples.
        add("not finite for some draws", "x = input(1, 2)\nb = bernoulli(0.5)\nz = abs(x*b)/abs(b)\n", {},
            {"Whether the gradient is free of noise can't be told: no noise is seen in its finite samples, "
             "but for some draws of b it is not finite.",
             "Put the gate on z: z=clean makes the gradient free of noise.",
             "In some samples, for example at x = 1, the gradient is NaN, from 0 times infinity: the local "
             "derivative 1/z.abs#2 of z is infinite there, and sign(z.mul) is 0."});
        add("where the noise does not enter",
            "x = input(0.5, 2)\nu = uniform(0.9, 1.1)\ny = x*u\n"
            "z = grad(y**2, y)*y\n",
            {},
            {"The gradient is noisy: it depends on u.", "The noise of u enters through the factor y.",
             "The noise of u enters through the factor z.grad.",
             "The noise of u enters through the factor u.",
             "Put the gate on z: z=clean makes the gradient free of noise."});
        add("only through what it depends on",
            "x = input(0.5, 2)\nn = normal(2, 1)\nm = normal(1, 1)\nz = sqrt(x*x)*n + m/m*x\n", {},
            {"The gradient is noisy: it depends on n.", "The noise of n enters through the factor n.",
             "Put the gate on z: z=clean makes the gradient free of noise."});
        add("only the output cures",
            "x = input(0.5, 2)\nu = uniform(0.9, 1.1)\nw = uniform(0.9, 1.1)\nz = x*u + x*w\n", {},
            {"The gradient is noisy: it depends on u and w.", "The noise of w enters through the factor w.",
             "The noise of u enters through the factor u.",
             "Put the gate on z: z=clean makes the gradient free of noise."});
        add("a cure that leaves 0", "x = input(0.5, 2)\nn = normal(0, 1)\nz = x*n\n", {},
            {"The gradient is noisy: it depends on n.", "The noise of n enters through the factor n.",
             "z=clean makes the gradient free of noise, but also 0 at every point of the sweep."});
        add("a cure that leaves nothing finite", "x = input(0.5, 2)\nn = normal(0, 1)\nz = x/n\n", {},
            {"The gradient is noisy: it depends on n.",
             "The noise of n enters through 1/n, evaluated at the noisy n.",
             "z=clean makes the gradient free of noise, but it is finite at no point of the sweep then."});
        add("two sources that do not matter",
            "x = input(0.5, 2)\nu = uniform(1, 2)\nw = uniform(1, 2)\nz = x*u/u*w/w\n", {},
            {"The gradient is free of noise: by algebra it does not depend on u and w.",
             "It is the gradient of the noise-free graph."});
    }
    void said()
    {
        QFETCH(const std::string, text);
        QFETCH(const Strings, gates);
        QFETCH(const Strings, sentences);
        std::vector<Sentence> found =
            explainerOf(text, gates)
                .explain(0, {.algebra = std::chrono::seconds(30), .measuresBias = false})
                .value()
                .sentences;
        QCOMPARE(joined(englishOf(found)), joined(sentences));
    }

    void entrances_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<Strings>("sentences");
        const std::string inputs =
            "x = input(-2, 2)\nu = uniform(0.9, 1.1)\nn = normal(0, 1)\nb = bernoulli(1e-9)\nz = ";
        const auto add = [&](const char* name, const char* output, const Strings& sentences) {
            QTest::newRow(name) << inputs + output + "\n" << sentences;
        };
        const Strings byU{"The noise of u enters through the factor u."};
        const Strings byN{"The noise of n enters through the factor n."};
        // The noise changes which side is taken nowhere: x*u lies within 2.2 of 0.
        add("a side that is always taken", "relu(x*u + 5)", byU);
        add("the smaller of two, always the same", "minimum(x*u, 5)", byU);
        add("equal sides", "maximum(x*n, x*n)", byN);
        add("a quotient that is 1", "x*u*(u/u)", byU);
        add("a difference that is 1 up to rounding", "x*u*(1000*n + 1 - 1000*n)", byU);
        add("a side that the noise chooses", "maximum(x*u, 0) + x*u", byU);
        add("what no sample shows comes through what reads it", "x*n + x*b",
            {"The noise of b enters through the factor b.", "The noise of n enters through the factor n."});
    }
    void entrances()
    {
        QFETCH(const std::string, text);
        QFETCH(const Strings, sentences);
        Strings found;
        for (const Sentence& sentence : explained(text).sentences)
            if (sentence.statement == Statement::noiseEnters ||
                sentence.statement == Statement::noiseEntersAt)
                found.push_back(inEnglish(sentence));
        QCOMPARE(joined(found), joined(sentences));
    }

    void stopsWithoutEffect_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<Strings>("gates");
        QTest::addColumn<bool>("isSaid");
        const auto add = [](const char* name, const char* text, const Strings& gates, bool isSaid) {
            QTest::newRow(name) << "x = input(-2, 2)\n" + std::string(text) << gates << isSaid;
        };
        const char* plain = "u = uniform(0.9, 1.1)\ns = stop_gradient(u)\nz = x**2*s\n";
        add("no other way", plain, {}, true);
        add("no other way, with a gate", plain, {"z=clean"}, true);
        // ∂(x·s·u)/∂u = x·s, and 2·x·u without the stop.
        add("a gradient in the text by what is stopped",
            "u = uniform(0.9, 1.1)\ns = stop_gradient(u)\nh = x*s*u\nd = grad(h, u)\nz = x*d\n", {}, false);
        add("a gradient in the text by something else",
            "u = uniform(0.9, 1.1)\ns = stop_gradient(u)\nd = grad(x**3, x)\nz = x*d*s\n", {}, true);
        // The noise-free counterpart is x²·x, and x is not stopped without the stop.
        constexpr auto nominal = "u = uniform(0.9, 1.1, nominal=x)\ns = stop_gradient(u)\nz = x**2*s\n";
        add("a nominal value that depends on the input", nominal, {"z=clean"}, false);
        add("a nominal value that nobody asks for", nominal, {}, true);
    }
    void stopsWithoutEffect()
    {
        QFETCH(const std::string, text);
        QFETCH(const Strings, gates);
        QFETCH(const bool, isSaid);
        const Explanation explanation = explained(text, gates);
        QCOMPARE(find(explanation.sentences, Statement::stopCutsNoPath) != nullptr, isSaid);
    }

    void pointsWhereOnlySomeSamplesFail_data()
    {
        QTest::addColumn<std::string>("output");
        QTest::addColumn<std::string>("sentence");
        const auto add = [](const char* name, const char* output, const char* sentence) {
            QTest::newRow(name) << std::string(output) << std::string(sentence);
        };
        add("some of a noisy gradient", "sqrt(x + n)",
            "In some samples, for example at x = 1, the gradient is NaN: the forward value of z is NaN "
            "there.");
        add("all of a noisy gradient", "n*sqrt(x - 3)",
            "At x = 1 the gradient is NaN: the forward value of z.sqrt is NaN there (and at 40 other "
            "points).");
        // Where n is negative, the derivative of the root of |n| - n is finite, and else infinite.
        add("0 times infinity in some", "sqrt(x*(abs(n) - n))",
            "In some samples, for example at x = 1, the gradient is NaN, from 0 times infinity: the local "
            "derivative 1/(2*sqrt(z.mul)) of z is infinite there, and z.sub is 0.");
    }
    void pointsWhereOnlySomeSamplesFail()
    {
        QFETCH(const std::string, output);
        QFETCH(const std::string, sentence);
        const Explanation explanation = explained("x = input(1, 2)\nn = normal(0, 1)\nz = " + output + "\n");
        Strings found;
        for (const std::string& each : englishOf(explanation.sentences))
            if (each.starts_with("At ") || each.starts_with("In some"))
                found.push_back(each);
        QCOMPARE(joined(found), joined({sentence}));
    }

    void biases_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<Strings>("gates");
        QTest::addColumn<int>("statement");
        QTest::addColumn<double>("size");
        const auto add = [](const char* name, std::string_view text, const Strings& gates,
                            Statement statement, double size) {
            QTest::newRow(name) << std::string(text) << gates << static_cast<int>(statement) << size;
        };
        // For u uniform on [1 - a, 1 + a], E[√u] = ((1 + a)^1.5 - (1 - a)^1.5)/(3a) and
        // E[1/√u] = (√(1 + a) - √(1 - a))/a.
        const double root = (std::pow(1.1, 1.5) - std::pow(0.9, 1.5)) / 0.3;
        const double inverse = (std::sqrt(1.1) - std::sqrt(0.9)) / 0.1;
        using enum Statement;
        add("no gates, to the noise-free graph", origin, {}, biasedAgainstNoiseFree, 1.0 - root);
        add("no gates, to the mean", origin, {}, biasedAgainstMean, 0.0);
        add("in the middle, to the noise-free graph", origin, {"yu=clean"}, biasedAgainstNoiseFree,
            inverse - 1.0);
        add("in the middle, to the mean", origin, {"yu=clean"}, biasedAgainstMean, inverse - root);
        add("at the end, to the noise-free graph", origin, {"z=clean"}, freeButBiasedAgainstNoiseFree, 0.0);
        add("at the end, to the mean", origin, {"z=clean"}, freeButBiasedAgainstMean, 1.0 - root);
        // d/dx E[(x + n)²] = 2x, whatever the noise.
        constexpr auto square = "x = input(1, 2)\nn = normal(0, 1)\nz = (x + n)**2\n";
        add("an unbiased square", square, {}, biasedAgainstMean, 0.0);
        add("an unbiased clean square", square, {"z=clean"}, freeButBiasedAgainstMean, 0.0);
        // d/dx E[n²] = 2x where n has the standard deviation x, and none of it is in the noise-free graph.
        // b is 0 in all samples, and its mean is not.
        add("a noise that no sample shows", "x = input(1, 2)\nb = bernoulli(1e-9)\nz = x*(1 + b)\n", {},
            seenFreeButBiasedAgainstNoiseFree, 1e-9);
        // Of 1000 of either sign, 1e-10·u is left and as much rounding.
        constexpr auto cancelling = "x = input(0.1, 1)\nu = uniform(0.9, 1.1)\n"
                                    "z = (1000*x + 1)*(1 + 1e-13*u) - 1000*x\n";
        add("rounding that is no bias", cancelling, {}, biasedAgainstNoiseFree, 0.0);
        add("rounding that is no bias to the mean", cancelling, {}, biasedAgainstMean, 0.0);
        constexpr auto amplified = "x = input(-2, 2)\nu = uniform(1000, 2000)\nz = sin(100*((x + u) - u))\n";
        add("rounding that grew", amplified, {}, biasedAgainstNoiseFree, 0.0);
        add("rounding that grew, to the mean", amplified, {}, freeButBiasedAgainstMean, 0.0);
        add("rounding that grew, to the mean of a noisy one", amplified, {}, biasedAgainstMean, 0.0);
        add("a scale that counts", "x = input(1, 1.0001)\nn = normal(0, x)\nz = n**2 + x\n", {"z=clean"},
            freeButBiasedAgainstMean, 2.0);
    }
    void biases()
    {
        QFETCH(const std::string, text);
        QFETCH(const Strings, gates);
        QFETCH(const int, statement);
        QFETCH(const double, size);
        const Explanation explanation = explained(text, gates, true);
        const Sentence* sentence = find(explanation.sentences, static_cast<Statement>(statement));
        QCOMPARE(sentence != nullptr, size > 0.0);
        if (sentence != nullptr)
            QVERIFY2(std::abs(sentence->numbers.at(0) - size) <= 0.15 * size, inEnglish(*sentence).c_str());
    }

    void recipesThatRound_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<bool>("rounds");
        // Doubles near 1e8 are 2**-26 apart: so much is what B leaves of F.
        const auto add = [](const char* name, const char* recipe, const char* backward, bool rounds) {
            QTest::newRow(name) << "x = input(1, 2)\nF = sin(x)\nB = " + std::string(backward) +
                                       "\nz = " + recipe + "\n"
                                << rounds;
        };
        add("much larger", "B + stop_gradient(F - B)", "1e8*x", true);
        add("the other way round", "stop_gradient(F - B) + B", "1e8*x", true);
        add("as large", "B + stop_gradient(F - B)", "x", false);
        add("smaller", "B + stop_gradient(F - B)", "x/1e8", false);
        add("nothing stopped", "B + (F - B)", "1e8*x", false);
        add("another is taken away", "B + stop_gradient(F - x)", "1e8*x", false);
        add("exact", "surrogate(F, B)", "1e8*x", false);
    }
    void recipesThatRound()
    {
        QFETCH(const std::string, text);
        QFETCH(const bool, rounds);
        const Explanation explanation = explained(text);
        const Sentence* sentence = find(explanation.sentences, Statement::recipeRounds);
        QCOMPARE(sentence != nullptr, rounds);
        if (sentence != nullptr) {
            QCOMPARE(joined(sentence->texts), joined({"x", "z", "F", "B"}));
            QVERIFY(sentence->numbers.at(2) > 0.0 && sentence->numbers.at(2) <= std::ldexp(1.0, -26));
        }
    }

    void aCureIsOnlyProposedWhereItCures()
    {
        // Two noisy factors on separate paths: no single place of theirs cleans both, only the output does.
        constexpr auto text = "x = input(0.5, 2)\nu = normal(1, 0.1)\nw = normal(1, 0.1)\na = x*u\nb = x*w\n"
                              "c = sin(a)\nd = exp(b)\nz = c + d\n";
        const Explanation noisy = explained(text);
        QCOMPARE(noisy.verdict.noiseFree, Certainty::no);
        QVERIFY(find(noisy.sentences, Statement::noiseEntersAt) != nullptr);
        const Sentence* last = find(noisy.sentences, Statement::gateCures);
        QVERIFY(last != nullptr);
        QCOMPARE(last->texts, Strings{"z"});
        const Explanation half = explained(text, {"c=clean"});
        const Sentence* cure = find(half.sentences, Statement::gateCures);
        QVERIFY(cure != nullptr);
        QCOMPARE(cure->texts, Strings{"d"});
        QCOMPARE(explained(text, {"c=clean", "d=clean"}).verdict.noiseFree, Certainty::proved);
    }

    void everySentenceCanBeSaid()
    {
        for (int s = 0; s <= static_cast<int>(Statement::tooManyPaths); ++s) {
            const Sentence sentence{.statement = static_cast<Statement>(s),
                                    .texts = {"T1", "T2", "T3", "T4", "T5"},
                                    .numbers = {1.0, 2.0, 3.0}};
            const std::string text = inEnglish(sentence);
            QVERIFY(text.ends_with('.'));
            QVERIFY2(text.find_first_of("%#@~") == std::string::npos, text.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestSentences)
#include "tst_sentences.moc"
