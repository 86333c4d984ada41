// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/local_derivatives.h"
#include "core/experiment/computation_parts.h"
#include "tests/core/analysis/explained.h"
#include "tests/core/gradient/random_program.h"

#include <algorithm>
#include <cmath>

using namespace sluice;
using namespace sluice::test;

namespace {

constexpr int programs = 500;
constexpr std::size_t samples = 10'000;

/// A random text, and a gate on one of its places for most of them.
struct RandomVariant
{
    std::string text;
    Strings gates;

    explicit RandomVariant(int seed)
    {
        const auto number = static_cast<std::uint64_t>(seed);
        const RandomProgram program(number, 1 + number % 3);
        Choice choice(number + 1000);
        text = program.text();
        const char* kind = choice.below(4) == 0 ? "=stop" : "=clean";
        if (choice.below(4) != 0)
            gates.push_back((choice.below(3) == 0 ? "z" : choice.of(program.names())) + kind);
    }
};

/// The gradient's samples along the sweep, from draws that no verdict has seen.
struct Seen
{
    /// By anything, the last bit included.
    bool deviates = false;
    /// By more than rounding can: what contradicts a proof, and what noise must show.
    bool isNoisy = false;
};

Seen seenIn(const Experiment& verdictExperiment)
{
    Experiment experiment = verdictExperiment;
    experiment.seed = 4711;
    const Computation::Parts prepared(programOf(experiment.text), experiment);
    const ValueAndGradient& variant = prepared.variants[0].graph;
    LocalDerivatives locals = localDerivatives(variant, semanticsOf(experiment.semantics));
    const NodeId magnitude = appendPathMagnitude(locals, variant);
    RootCollection roots;
    const std::vector<std::size_t> rows = roots.add(locals.graph, std::array{variant.gradient, magnitude});
    const Kernel kernel = roots.compile();
    Seen seen;
    // Without a draw in it, there is nothing to sample.
    if (kernel.draws().empty())
        return seen;
    std::vector<std::vector<double>> values(kernel.roots().size(), std::vector<double>(samples));
    const std::vector<std::span<double>> spans(values.begin(), values.end());
    Evaluator<double> evaluator(kernel);
    VariableValues variables = prepared.variableValues(kernel);
    const Draws draws = prepared.draws();
    for (std::size_t point = 0; point < experiment.points && !seen.isNoisy; ++point) {
        const double x = prepared.from + static_cast<double>(point) * (prepared.to - prepared.from) / 40.0;
        // Where a few samples deviate, all do.
        for (const std::size_t count : {std::size_t{256}, samples}) {
            evaluator.run(variables.at(x), draws, point, count, spans);
            for (const std::size_t row : rows)
                if (kernel.roots()[row].isScalar)
                    std::fill_n(values[row].begin(), count, values[row].front());
            for (std::size_t i = 1; i < count; ++i) {
                const double first = values[rows[0]][0];
                const double other = values[rows[0]][i];
                if (!std::isfinite(first) || !std::isfinite(other))
                    continue;
                seen.deviates = seen.deviates || other != first;
                const double scale = std::max(values[rows[1]][0], values[rows[1]][i]);
                if (std::abs(other - first) > 64.0 * std::numeric_limits<double>::epsilon() * scale)
                    seen.isNoisy = true;
            }
            if (seen.isNoisy)
                break;
        }
    }
    return seen;
}

} // namespace

class TestAnalysisOfRandomPrograms : public QObject
{
    Q_OBJECT

private slots:
    void verdictsAreNotContradicted_data() { addPrograms(); }
    void verdictsAreNotContradicted()
    {
        QFETCH(const int, seed);
        const RandomVariant random(seed);
        const Experiment experiment = experimentOf(random.text, random.gates);
        const Computation::Parts prepared(programOf(random.text), experiment);
        const AlgebraSystem algebra(SLUICE_ALGEBRA);
        const Verdict verdict =
            Judge(prepared, algebra).judge(prepared.variants[0].graph, {.algebra = std::chrono::seconds(30)});
        const Seen seen = seenIn(experiment);
        const std::string what = random.text + joined(random.gates);
        if (verdict.noiseFree == Certainty::proved)
            QVERIFY2(!seen.isNoisy, what.c_str());
        if (verdict.noiseFree == Certainty::no)
            QVERIFY2(verdict.noiseDoubt == Doubt::none ? seen.isNoisy : seen.deviates, what.c_str());
        const bool isByAlgebra = verdict.noiseFree == Certainty::proved && !verdict.reachingSources.empty();
        ++(isByAlgebra ? m_provedByAlgebra : m_verdicts[verdict.noiseFree]);
    }

    void allVerdictsOccur()
    {
        // Else the test above would have shown little.
        qInfo("proved by reachability %d, by algebra %d, measured %d, noisy or can't tell %d",
              m_verdicts[Certainty::proved], m_provedByAlgebra, m_verdicts[Certainty::measured],
              m_verdicts[Certainty::no]);
        QVERIFY(m_verdicts[Certainty::proved] > 50);
        QVERIFY(m_verdicts[Certainty::no] > 50);
        QVERIFY(m_provedByAlgebra > 0);
    }

    void pathProductsSumUpToTheGradient()
    {
        // As many programs as it takes to have enough with few paths.
        int listed = 0;
        for (int seed = 0; listed < programs; ++seed) {
            const RandomVariant random(seed);
            const Explainer explainer = explainerOf(random.text, random.gates);
            const Derivation derivation = explainer.derivation(0);
            if (derivation.pathCount > static_cast<double>(Derivation::maximumPaths))
                continue;
            ++listed;
            for (const double x : {-0.83, 0.12, 0.57})
                comparePathsWithGradient(derivation, explainer.walk(0, x, 0, 0), random);
        }
    }

private:
    static void comparePathsWithGradient(const Derivation& derivation, const PointWalk& walk,
                                         const RandomVariant& random)
    {
        std::vector<double> locals;
        for (const WalkedFactor& factor : walk.factors)
            locals.push_back(factor.local);
        double sum = 0.0;
        double scale = 0.0;
        for (const Path& path : derivation.paths) {
            sum += productOf(path, locals);
            scale += std::abs(productOf(path, locals));
        }
        // Relative to the gradient, unless the products cancel to less than a thousandth of themselves: then
        // their own rounding is all that is left.
        QVERIFY2(std::abs(sum - walk.gradient) <= 1e-12 * std::max(std::abs(walk.gradient), 1e-3 * scale),
                 (random.text + joined(random.gates)).c_str());
    }

    static void addPrograms()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < programs; ++seed)
            QTest::addRow("program %d", seed) << seed;
    }

    /// Proofs are those by reachability.
    std::map<Certainty, int> m_verdicts;
    int m_provedByAlgebra = 0;
};

QTEST_APPLESS_MAIN(TestAnalysisOfRandomPrograms)
#include "tst_analysis_of_random_programs.moc"
