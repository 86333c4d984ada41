// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/computation.h"
#include "core/graph/graph.h"
#include "core/language/program.h"
#include "core/operations/operation.h"
#include "synthetic_curves.h"
#include "ui/plot/pane_content.h"

#include <QTest>

#include <algorithm>
#include <memory>

using namespace sluice;

namespace {

TextSpan spanOf(const std::string& text, const std::string& part)
{
    const std::size_t begin = text.find(part);
    return {begin, begin + part.size()};
}

/// The nodes that a title and a caption read: a source with literals, a parameter, an output.
struct Example
{
    std::string text;
    Program program;
    Experiment experiment;
};

Example example(const Operation& uniform)
{
    Example made;
    made.text = "x = input(-2, 2)\nu = tf.random_uniform(tf.shape(x), 0.9,\n  1.1)\na = 0.5\nz = tf.sqrt(x * "
                "u) \\\n  + a\n";
    Program& program = made.program;
    const NodeId x = program.graph.appendVariable("x");
    const NodeId a = program.graph.appendVariable("a");
    const NodeId low = program.graph.appendConstant(0.9);
    const NodeId high = program.graph.appendConstant(1.1);
    const NodeId u = program.graph.append(uniform, std::vector{low, high});
    program.inputs.push_back({.name = "x", .node = x});
    program.parameters.push_back({.name = "a", .node = a, .literal = {0.5, spanOf(made.text, "0.5")}});
    NoiseSource source;
    source.name = std::string("u");
    source.node = u;
    source.arguments = {{"low", low, Literal{0.9, spanOf(made.text, "0.9")}, std::nullopt},
                        {"high", high, std::nullopt, 1.1}};
    source.call = spanOf(made.text, "tf.random_uniform(tf.shape(x), 0.9,\n  1.1)");
    program.sources.push_back(source);
    Place output;
    output.name = std::string("z");
    output.node = u;
    output.span = spanOf(made.text, "tf.sqrt(x * u) \\\n  + a");
    program.places.push_back(output);
    program.outputName = std::string("z");
    program.withRespectTo = std::string("x");
    program.pointsOfInterest = {"x", {-1.0, 1.0}};
    made.experiment.text = made.text;
    return made;
}

ExperimentPrograms programsOf(const Example& made)
{
    return {.own = std::make_shared<const Program>(made.program), .variants = {}};
}

} // namespace

class TestFigureContent : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatIsShown()
    {
        Operation uniform;
        uniform.name = "uniform";
        uniform.arity = 2;
        const Example made = example(uniform);
        const FigureContent content = figureContentOf(programsOf(made), made.experiment, synthetic::origin());
        QCOMPARE(content.title, QStringLiteral("z(x) = tf.sqrt(x * u) \\ + a"));
        QCOMPARE(
            content.caption,
            QStringLiteral("u ~ uniform(0.9, 1.1) · a = 0.5 · 1000 samples · seed 1 · semantics TensorFlow"));
        QCOMPARE(content.pointsOfInterest, (std::vector{-1.0, 1.0}));
        QCOMPARE(content.variants.size(), std::size_t{3});
        QCOMPARE(content.variants[2].name, QStringLiteral("z=clean"));
        QCOMPARE(content.variants[2].position, 2);
    }

    void colorsAreTheVariantsOwn()
    {
        Operation uniform;
        uniform.name = "uniform";
        Example made = example(uniform);
        made.experiment.variants = {{.name = "no gates", .gates = {}},
                                    {.name = "yu=clean", .gates = {"yu=clean"}, .color = 5},
                                    {.name = "z=clean", .gates = {"z=clean"}}};
        const FigureContent content = figureContentOf(programsOf(made), made.experiment, synthetic::origin());
        QCOMPARE(content.variants[0].color, 0);
        QCOMPARE(content.variants[1].color, 5);
        QCOMPARE(content.variants[2].color, 2);
        const PaneContent pane = paneContentOf(content, Quantity::gradient, lightTheme());
        const auto second = std::ranges::find(pane.curves, QStringLiteral("2"), &PaneCurve::number);
        QCOMPARE(second->color, lightTheme().variants[5]);
        QCOMPARE(second->dash, Theme::variantDash(5));
    }

    void settingsOverrideTheText()
    {
        Operation uniform;
        uniform.name = "uniform";
        Example made = example(uniform);
        made.experiment.settings["a"] = 0.75;
        const FigureContent content = figureContentOf(programsOf(made), made.experiment, synthetic::origin());
        QVERIFY(content.caption.contains(QStringLiteral("a = 0.75")));
        QVERIFY(!content.caption.contains(QStringLiteral("a = 0.5")));
    }

    void severalTextsAreAllSpokenOf_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("sourcesAndNumbers");
        QTest::newRow("only the range differs")
            << std::string("x = input(0, 1)\nu = normal(0, 2)\nz = x*u\n") << "z(x) = x*u"
            << "u ~ normal(0, 1) · u ~ normal(0, 2)";
        QTest::newRow("another expression, source and number")
            << std::string("x = input(0, 1)\na = 0.5\nu = normal(0, 1)\nv = uniform(0, a)\nz = a*x*u + v\n")
            << "z(x)"
            << "u ~ normal(0, 1) · v ~ uniform(0, a) · a = 0.5";
        QTest::newRow("a call that is no list of names")
            << std::string("x = input(0, 1)\nu = normal(0, x*x)\nz = x*u\n") << "z(x) = x*u"
            << "u ~ normal(0, 1) · u ~ normal(0, x*x)";
    }
    void severalTextsAreAllSpokenOf()
    {
        QFETCH(std::string, text);
        QFETCH(QString, title);
        QFETCH(QString, sourcesAndNumbers);
        Experiment experiment;
        experiment.text = "x = input(0, 1)\nu = normal(0, 1)\nz = x*u\n";
        experiment.variants = {{.name = "own", .gates = {}}, {.name = "other", .gates = {}, .text = text}};
        experiment.points = 3;
        experiment.samples = 4;
        const Computation computation(read(experiment.text).program.value(), experiment);
        const auto curves = std::make_shared<const Curves>(computation.sweep({}).value());
        const FigureContent content = figureContentOf(computation.programs(), experiment, curves);
        QCOMPARE(content.title, title);
        QCOMPARE(content.caption, sourcesAndNumbers + " · 4 samples · seed 1 · semantics TensorFlow");
    }

    void namesCanBeShown()
    {
        Operation uniform;
        uniform.name = "uniform";
        const Example made = example(uniform);
        const auto curves = synthetic::origin();
        curves->variants[0].name = "a\x01\nσ";
        const FigureContent content = figureContentOf(programsOf(made), made.experiment, curves);
        QCOMPARE(content.variants[0].name, QStringLiteral("aσ"));
    }

    void equalForwardCurvesAreOne()
    {
        const FigureContent content = synthetic::figureOf(synthetic::origin());
        const PaneContent value = paneContentOf(content, Quantity::value, lightTheme());
        QCOMPARE(value.curves.size(), std::size_t{1});
        QCOMPARE(value.curves.front().color, lightTheme().secondaryText);
        QVERIFY(value.curves.front().number.isEmpty());
        QCOMPARE(paneContentOf(content, Quantity::gradient, lightTheme()).curves.size(), std::size_t{3});
    }

    void differentForwardCurvesAreAll()
    {
        const auto curves = synthetic::origin();
        curves->variants[1].value.mean[7] += 0.25;
        const PaneContent value = paneContentOf(synthetic::figureOf(curves), Quantity::value, lightTheme());
        QCOMPARE(value.curves.size(), std::size_t{3});
    }

    void oneVariantIsFilled_data()
    {
        QTest::addColumn<int>("selected");
        QTest::addColumn<int>("hidden");
        QTest::addColumn<QString>("filled");
        QTest::newRow("first") << 0 << -1 << "1";
        QTest::newRow("selected") << 2 << -1 << "3";
        QTest::newRow("selected but hidden") << 2 << 2 << "1";
        QTest::newRow("none selected") << -1 << 0 << "2";
    }
    void oneVariantIsFilled()
    {
        QFETCH(int, selected);
        QFETCH(int, hidden);
        QFETCH(QString, filled);
        FigureContent content = synthetic::figureOf(synthetic::origin());
        content.selected = selected;
        if (hidden >= 0) {
            content.variants[static_cast<std::size_t>(hidden)].visible = false;
        }
        QStringList numbers;
        for (const PaneCurve& curve : paneContentOf(content, Quantity::gradient, lightTheme()).curves) {
            if (curve.filled) {
                numbers += curve.number;
            }
        }
        QCOMPARE(numbers, QStringList{filled});
    }
};

QTEST_APPLESS_MAIN(TestFigureContent)
#include "tst_figure_content.moc"
