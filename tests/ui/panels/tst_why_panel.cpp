// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "explained_workspace.h"
#include "ui/formula/formula_view.h"
#include "ui/panels/noise_shares.h"
#include "ui/panels/why_panel.h"
#include "ui/workspace/attributions.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace sluice;

/// The panel with a workspace and nothing else.
class WhyPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_parts.reset(); }
    void explainsEachVariant_data();
    void explainsEachVariant();
    void followsTheGates();
    void latestWins();
    void formulasHaveRoom();
    void attributesTheNoise();
    void attributesOnlyWhereThereIsAQuestion();
    void attributionIsCancelled();

private:
    void answer() { QTRY_VERIFY_WITH_TIMEOUT(m_parts->explanations.isCurrent(), 20000); }

    struct Parts : ExplainedWorkspace
    {
        Attributions attributions{explanations};
        WhyPanel panel{explanations, attributions};
    };
    std::unique_ptr<Parts> m_parts;
};

void WhyPanelTest::init()
{
    m_parts = std::make_unique<Parts>();
    const std::vector<Variant> variants{{"none", {}},
                                        {"middle", {"yu=clean"}},
                                        {"end", {"z=clean"}},
                                        {"noise", {"u=stop"}},
                                        {"cut", {"z=stop"}}};
    QVERIFY(m_parts->show(m_parts->panel, {330, 400}, experimentOf(originText, variants)));
    answer();
}

void WhyPanelTest::explainsEachVariant_data()
{
    QTest::addColumn<int>("variant");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("inFormula");
    QTest::newRow("no gates") << 0 << "~ Noisy, from u"
                              << "[noisy: 1/(2*sqrt(yu))]";
    QTest::newRow("in the middle") << 1 << "~ Noisy, from u"
                                   << "[noisy: 1/(2*sqrt(yu))]";
    QTest::newRow("at the end") << 2 << "✓ Proved free of noise"
                                << "[○ z=clean]";
    QTest::newRow("on the noise") << 3 << "~ Noisy, from u"
                                  << "[noisy: u]";
    QTest::newRow("cut") << 4 << "∅ Disconnected"
                         << "[stopped: ";
}

void WhyPanelTest::explainsEachVariant()
{
    QFETCH(int, variant);
    QFETCH(QString, verdict);
    QFETCH(QString, inFormula);
    m_parts->workspace.selectVariant(static_cast<std::size_t>(variant));
    QTRY_VERIFY_WITH_TIMEOUT(m_parts->panel.verdict().startsWith(verdict), 20000);
    QVERIFY(!m_parts->panel.formulas().isEmpty());
    const QString text = m_parts->panel.formulas()[0]->text();
    QVERIFY2(text.contains(inFormula), qPrintable(text));
    QVERIFY(!m_parts->panel.sentences().isEmpty());
}

void WhyPanelTest::followsTheGates()
{
    QVERIFY(m_parts->panel.verdict().startsWith("~"));
    Experiment next = m_parts->workspace.experiment();
    next.variants[0].gates = {"z=clean"};
    m_parts->workspace.change("gate", next);
    QVERIFY(!m_parts->explanations.isCurrent());
    QTRY_VERIFY_WITH_TIMEOUT(m_parts->panel.verdict().startsWith("✓"), 20000);
    m_parts->workspace.undoStack().undo();
    QTRY_VERIFY_WITH_TIMEOUT(m_parts->panel.verdict().startsWith("~"), 20000);
}

void WhyPanelTest::latestWins()
{
    for (const std::size_t variant : {2U, 1U, 4U, 3U, 2U}) {
        m_parts->workspace.selectVariant(variant);
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_parts->panel.verdict().startsWith("✓ Proved"), 20000);
    QCOMPARE(m_parts->explanations.shown()->explanation.name, std::string("end"));
}

void WhyPanelTest::formulasHaveRoom()
{
    for (const int width : {330, 200, 600}) {
        m_parts->panel.resize(width, 400);
        QCoreApplication::processEvents();
        for (const FormulaView* view : m_parts->panel.formulas()) {
            QVERIFY(view->height() >= view->heightForWidth(view->width()));
            QVERIFY(view->width() >= view->minimumSizeHint().width());
        }
    }
}

void WhyPanelTest::attributesTheNoise()
{
    // For g = u·n with u uniform on [½, 1½] and n standard normal, the total share of u is 1/13, and neither
    // does anything without n.
    Experiment product =
        experimentOf("x = input(1, 2)\nu = uniform(0.5, 1.5)\nn = normal(0, 1)\nz = x*u*n\n");
    product.samples = 2000;
    m_parts->workspace.open(product);
    const auto& shares = *m_parts->panel.findChild<NoiseShares*>();
    QTRY_VERIFY_WITH_TIMEOUT(m_parts->attributions.current() != nullptr && shares.isVisible(), 20000);
    const Attribution& attribution = m_parts->attributions.current()->attribution;
    QCOMPARE(attribution.sources.size(), std::size_t(2));
    QCOMPARE(attribution.sources[0].source, std::string("n"));
    QVERIFY(std::abs(attribution.sources[1].total.value - 1.0 / 13.0) < 0.02);
    QVERIFY(shares.texts()[0].startsWith("n: "));
    QVERIFY(shares.texts()[1].startsWith("u: "));
}

void WhyPanelTest::attributesOnlyWhereThereIsAQuestion()
{
    const auto& shares = *m_parts->panel.findChild<NoiseShares*>();
    QVERIFY(!m_parts->attributions.isFitting());
    QVERIFY(!shares.isVisible());
    m_parts->workspace.open(
        experimentOf("x = input(1, 2)\nu = uniform(0.5, 1.5)\nn = normal(0, 1)\nz = x*u*n\n",
                     {{"none", {}}, {"cured", {"z=clean"}}}));
    QTRY_VERIFY_WITH_TIMEOUT(shares.isVisible(), 20000);
    m_parts->workspace.selectVariant(1);
    QTRY_VERIFY_WITH_TIMEOUT(m_parts->panel.verdict().startsWith("✓"), 20000);
    QVERIFY(!shares.isVisible());
    QVERIFY(!m_parts->attributions.isRunning());
}

void WhyPanelTest::attributionIsCancelled()
{
    Experiment large = experimentOf("x = input(1, 2)\nu = uniform(0.5, 1.5)\nn = normal(0, 1)\nz = x*u*n\n");
    m_parts->workspace.open(large);
    QTRY_VERIFY_WITH_TIMEOUT(m_parts->attributions.current() != nullptr, 20000);
    m_parts->attributions.ask();
    QVERIFY(m_parts->attributions.isRunning());
    m_parts->attributions.stop();
    QVERIFY(!m_parts->attributions.isRunning());
    const auto before = m_parts->attributions.current();
    QTest::qWait(300);
    QCOMPARE(m_parts->attributions.current(), before);
    // Hidden, nobody asks.
    m_parts->panel.hide();
    const QSignalSpy answers(&m_parts->attributions, &LongQuestion::answered);
    large.seed = 5;
    m_parts->workspace.change("seed", large);
    QTRY_VERIFY_WITH_TIMEOUT(m_parts->explanations.isCurrent(), 20000);
    QTest::qWait(200);
    QCOMPARE(answers.count(), 0);
}

QTEST_MAIN(WhyPanelTest)
#include "tst_why_panel.moc"
