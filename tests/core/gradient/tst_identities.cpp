// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/gradient/program_outcome.h"
#include "tests/core/gradient/random_program.h"

#include <QTest>

using namespace sluice;
using namespace sluice::test;

namespace {

constexpr int programs = 300;

/// The uses of one name written otherwise.
RandomProgram::Uses writing(const std::string& name, const std::string& as)
{
    return [=](const std::string& used, std::size_t) { return used == name ? as : used; };
}

std::string derivatives(int order)
{
    std::string text;
    for (int i = 1; i <= order; ++i)
        text +=
            "d" + std::to_string(i) + " = grad(" + (i == 1 ? "z" : "d" + std::to_string(i - 1)) + ", x)\n";
    return text;
}

/// The text, its output differentiated so many times within the text.
std::string differentiated(std::string text, int order)
{
    const std::size_t end = text.rfind("output(");
    text.resize(end);
    return text + derivatives(order) + "output(" + (order == 0 ? "z" : "d" + std::to_string(order)) + ")\n";
}

} // namespace

/// What must hold of every graph, tried on random ones: all elementwise rows, up to three noise sources.
class TestIdentities : public QObject
{
    Q_OBJECT

private:
    static void addPrograms()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < programs; ++seed)
            QTest::addRow("program %d", seed) << seed;
    }
    static RandomProgram programNumbered(int seed)
    {
        return {static_cast<std::uint64_t>(seed), static_cast<std::size_t>(seed) % 4};
    }

private slots:
    void surrogateOfAValueByItselfIsTheValue_data() { addPrograms(); }
    void surrogateOfAValueByItselfIsTheValue()
    {
        QFETCH(int, seed);
        const RandomProgram program = programNumbered(seed);
        Choice choice(static_cast<std::uint64_t>(seed));
        const std::string name = choice.of(program.values());
        const std::string replaced =
            program.text(writing(name, "s"), name, "s = surrogate(" + name + ", " + name + ")\n");
        // To the third derivative in all: value and gradient of each text. Higher ones sum the same terms in
        // another order.
        QVERIFY2(isSame(outcomeOf(program.text()), outcomeOf(replaced)), replaced.c_str());
        for (const int order : {1, 2})
            QVERIFY2(isClose(outcomeOf(differentiated(program.text(), order)),
                             outcomeOf(differentiated(replaced, order)), 1e-11),
                     replaced.c_str());
    }

    void surrogateHasTheGradientOfTheStopGradientTrick_data() { addPrograms(); }
    void surrogateHasTheGradientOfTheStopGradientTrick()
    {
        QFETCH(int, seed);
        const RandomProgram program = programNumbered(seed);
        Choice choice(static_cast<std::uint64_t>(seed));
        const std::string f = program.values().back();
        const std::string b = choice.of(program.values());
        const std::string trick =
            program.text(writing(f, "s"), f, "s = stop_gradient(" + f + " - " + b + ") + " + b + "\n");
        const std::string surrogate =
            program.text(writing(f, "s"), f, "s = surrogate(" + f + ", " + b + ")\n");
        // The trick rounds its forward value twice; what comes after sees it.
        QVERIFY2(isClose(outcomeOf(trick), outcomeOf(surrogate), 1e-12), trick.c_str());
        const std::string atTheEnd = differentiated(program.text(), 0);
        const std::string output = atTheEnd.substr(0, atTheEnd.rfind("output("));
        QVERIFY2(
            isSame(outcomeOf(output + "y = stop_gradient(z - " + b + ") + " + b + "\noutput(y)\n").gradient,
                   outcomeOf(output + "y = surrogate(z, " + b + ")\noutput(y)\n").gradient),
            output.c_str());
    }

    void aStopTwiceIsAStopOnce_data() { addPrograms(); }
    void aStopTwiceIsAStopOnce()
    {
        QFETCH(int, seed);
        const RandomProgram program = programNumbered(seed);
        Choice choice(static_cast<std::uint64_t>(seed));
        const std::string name = choice.of(program.names());
        const ProgramOutcome once = outcomeOf(program.text(writing(name, "stop_gradient(" + name + ")")));
        const ProgramOutcome twice =
            outcomeOf(program.text(writing(name, "stop_gradient(stop_gradient(" + name + "))")));
        const ProgramOutcome gatedAgain =
            outcomeOf(program.text(writing(name, "stop_gradient(" + name + ")")), {name + "=stop"});
        QVERIFY2(isSame(once, twice), program.text().c_str());
        QVERIFY2(isSame(once, gatedAgain), program.text().c_str());
    }

    void gradientsAreLinearInTheOutput_data() { addPrograms(); }
    void gradientsAreLinearInTheOutput()
    {
        QFETCH(int, seed);
        const RandomProgram program = programNumbered(seed);
        Choice choice(static_cast<std::uint64_t>(seed));
        const std::string whole = program.text();
        const std::string text = whole.substr(0, whole.rfind("output("));
        const std::string f = choice.of(program.values());
        const std::string s = program.values().back();
        const auto gradientOf = [&](const std::string& output) {
            return outcomeOf(text + "y = " + output + "\noutput(y)\n").gradient;
        };
        const std::vector<double> ofF = gradientOf("surrogate(" + s + ", " + f + ")");
        const std::vector<double> ofZ = gradientOf("z");
        const std::vector<double> both = gradientOf("0.75*surrogate(" + s + ", " + f + ") - 3*z");
        for (std::size_t i = 0; i < both.size(); ++i) {
            const double scale = std::abs(0.75 * ofF[i]) + std::abs(3.0 * ofZ[i]);
            QVERIFY2(std::abs(both[i] - (0.75 * ofF[i] - 3.0 * ofZ[i])) <= 1e-12 * std::max(1.0, scale),
                     text.c_str());
        }
    }

    void aGateOnAPlaceIsThatGateOnAllItsEdges_data() { addPrograms(); }
    void aGateOnAPlaceIsThatGateOnAllItsEdges()
    {
        QFETCH(int, seed);
        const RandomProgram random = programNumbered(seed);
        const std::string text = random.text();
        const Program program = programOf(text);
        Choice choice(static_cast<std::uint64_t>(seed));
        for (const char* kind : {"=stop", "=clean"}) {
            const std::string name = choice.of(random.names());
            std::vector<std::string> edges;
            for (const Edge& edge : edgesOf(program))
                if (edge.from == program.findPlace(name)->node)
                    edges.push_back(edge.name + kind);
            QVERIFY2(isSame(outcomeOf(text, {name + kind}), outcomeOf(text, edges)), text.c_str());
        }
    }

    void secondDerivativeThroughASurrogate_data() { addPrograms(); }
    void secondDerivativeThroughASurrogate()
    {
        // z = h(surrogate(F, B)): z'' = h''(F)·B'² + h'(F)·B''.
        QFETCH(int, seed);
        const RandomProgram program = programNumbered(seed);
        Choice choice(static_cast<std::uint64_t>(seed));
        const std::string whole = program.text();
        const std::string text = whole.substr(0, whole.rfind("output("));
        const std::string b = choice.of(program.values());
        const std::string inner = smoothCall(choice, "t");
        const std::string outer = "h = " + inner + "*" + smoothCall(choice, "t") + "\n";
        const auto firstAndSecond = [](const std::string& expression, std::span<const double> at) {
            return outcomeOf(expression, {}, at);
        };
        const ProgramOutcome composed =
            outcomeOf(text + "t = surrogate(z, " + b + ")\n" + outer + "d = grad(h, x)\noutput(d)\n");
        const ProgramOutcome ofB = outcomeOf(text + "d = grad(" + b + ", x)\noutput(d)\n");
        const std::vector<double> forward = outcomeOf(whole).value;
        for (std::size_t i = 0; i < forward.size(); ++i) {
            const ProgramOutcome ofH =
                firstAndSecond("t = input(-1, 1)\n" + outer + "d = grad(h, t)\noutput(d)\n",
                               std::span(forward).subspan(i, 1));
            const double first = ofH.value.front() * ofB.value[i];
            const double second =
                ofH.gradient.front() * ofB.value[i] * ofB.value[i] + ofH.value.front() * ofB.gradient[i];
            const double scale =
                std::max({1.0, std::abs(second), std::abs(ofH.value.front() * ofB.gradient[i])});
            QVERIFY2(std::abs(composed.value[i] - first) <= 1e-11 * std::max(1.0, std::abs(first)),
                     text.c_str());
            QVERIFY2(std::abs(composed.gradient[i] - second) <= 1e-11 * scale, text.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestIdentities)
#include "tst_identities.moc"
