// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_workspace.h"
#include "ui/formula/formula_view.h"
#include "ui/panels/noise_shares.h"
#include "ui/panels/why_panel.h"
#include "ui/workspace/attributions.h"
#include "ui/workspace/explanations.h"

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
    void cleanup();
    void explainsEachVariant_data();
    void explainsEachVariant();
    void followsTheGates();
    void latestWins();
    void formulasHaveRoom();
    void attributesTheNoise();
    void attributesOnlyWhereThereIsAQuestion();
    void attributionIsCancelled();

private:
    void answer() { QTRY_VERIFY_WITH_TIMEOUT(m_explanations->isCurrent(), 20000); }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Explanations> m_explanations;
    std::unique_ptr<Attributions> m_attributions;
    std::unique_ptr<WhyPanel> m_panel;
};

void WhyPanelTest::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_explanations = std::make_unique<Explanations>(*m_workspace);
    m_attributions = std::make_unique<Attributions>(*m_explanations);
    m_panel = std::make_unique<WhyPanel>(*m_explanations, *m_attributions);
    m_panel->resize(330, 400);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_workspace->open(experimentOf(originText, {{"none", {}},
                                                {"middle", {"yu=clean"}},
                                                {"end", {"z=clean"}},
                                                {"noise", {"u=stop"}},
                                                {"cut", {"z=stop"}}}));
    answer();
}

void WhyPanelTest::cleanup()
{
    m_panel.reset();
    m_attributions.reset();
    m_explanations.reset();
    m_workspace.reset();
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
    m_workspace->selectVariant(static_cast<std::size_t>(variant));
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->verdict().startsWith(verdict), 20000);
    QVERIFY(!m_panel->formulas().isEmpty());
    const QString text = m_panel->formulas()[0]->text();
    QVERIFY2(text.contains(inFormula), qPrintable(text));
    QVERIFY(!m_panel->sentences().isEmpty());
}

void WhyPanelTest::followsTheGates()
{
    QVERIFY(m_panel->verdict().startsWith("~"));
    Experiment next = m_workspace->experiment();
    next.variants[0].gates = {"z=clean"};
    m_workspace->change("gate", next);
    QVERIFY(!m_explanations->isCurrent());
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->verdict().startsWith("✓"), 20000);
    m_workspace->undoStack().undo();
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->verdict().startsWith("~"), 20000);
}

void WhyPanelTest::latestWins()
{
    for (const std::size_t variant : {2U, 1U, 4U, 3U, 2U}) {
        m_workspace->selectVariant(variant);
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->verdict().startsWith("✓ Proved"), 20000);
    QCOMPARE(m_explanations->shown()->explanation.name, std::string("end"));
}

void WhyPanelTest::formulasHaveRoom()
{
    for (const int width : {330, 200, 600}) {
        m_panel->resize(width, 400);
        QCoreApplication::processEvents();
        for (const FormulaView* view : m_panel->formulas()) {
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
    m_workspace->open(product);
    const auto& shares = *m_panel->findChild<NoiseShares*>();
    QTRY_VERIFY_WITH_TIMEOUT(m_attributions->current() != nullptr && shares.isVisible(), 20000);
    const Attribution& attribution = m_attributions->current()->attribution;
    QCOMPARE(attribution.sources.size(), std::size_t(2));
    QCOMPARE(attribution.sources[0].source, std::string("n"));
    QVERIFY(std::abs(attribution.sources[1].total.value - 1.0 / 13.0) < 0.02);
    QVERIFY(shares.texts()[0].startsWith("n: "));
    QVERIFY(shares.texts()[1].startsWith("u: "));
}

void WhyPanelTest::attributesOnlyWhereThereIsAQuestion()
{
    const auto& shares = *m_panel->findChild<NoiseShares*>();
    QVERIFY(!m_attributions->isFitting());
    QVERIFY(!shares.isVisible());
    m_workspace->open(experimentOf("x = input(1, 2)\nu = uniform(0.5, 1.5)\nn = normal(0, 1)\nz = x*u*n\n",
                                   {{"none", {}}, {"cured", {"z=clean"}}}));
    QTRY_VERIFY_WITH_TIMEOUT(shares.isVisible(), 20000);
    m_workspace->selectVariant(1);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->verdict().startsWith("✓"), 20000);
    QVERIFY(!shares.isVisible());
    QVERIFY(!m_attributions->isRunning());
}

void WhyPanelTest::attributionIsCancelled()
{
    Experiment large = experimentOf("x = input(1, 2)\nu = uniform(0.5, 1.5)\nn = normal(0, 1)\nz = x*u*n\n");
    m_workspace->open(large);
    QTRY_VERIFY_WITH_TIMEOUT(m_attributions->current() != nullptr, 20000);
    m_attributions->ask();
    QVERIFY(m_attributions->isRunning());
    m_attributions->stop();
    QVERIFY(!m_attributions->isRunning());
    const auto before = m_attributions->current();
    QTest::qWait(300);
    QCOMPARE(m_attributions->current(), before);
    // Hidden, nobody asks.
    m_panel->hide();
    const QSignalSpy answers(m_attributions.get(), &Attributions::attributed);
    large.seed = 5;
    m_workspace->change("seed", large);
    QTRY_VERIFY_WITH_TIMEOUT(m_explanations->isCurrent(), 20000);
    QTest::qWait(200);
    QCOMPARE(answers.count(), 0);
}

QTEST_MAIN(WhyPanelTest)
#include "tst_why_panel.moc"
