// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_workspace.h"
#include "ui/formula/formula_view.h"
#include "ui/panels/why_panel.h"
#include "ui/workspace/explanations.h"

#include <QTest>

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

private:
    void answer() { QTRY_VERIFY_WITH_TIMEOUT(m_explanations->isCurrent(), 20000); }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Explanations> m_explanations;
    std::unique_ptr<WhyPanel> m_panel;
};

void WhyPanelTest::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_explanations = std::make_unique<Explanations>(*m_workspace);
    m_panel = std::make_unique<WhyPanel>(*m_explanations);
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

QTEST_MAIN(WhyPanelTest)
#include "tst_why_panel.moc"
