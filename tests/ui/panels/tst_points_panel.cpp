// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_workspace.h"
#include "ui/panels/points_panel.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

#include <memory>

using namespace sluice;

/// The table in whatever room it has.
class PointsPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void columnsTakeTheRoom_data();
    void columnsTakeTheRoom();

private:
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<PointsPanel> m_panel;
};

void PointsPanelTest::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_panel = std::make_unique<PointsPanel>(*m_workspace);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_workspace->open(experimentOf("x = input(-2, 2)\nu = uniform(0.9, 1.1)\nz = x*u\n"));
    QTRY_VERIFY(m_workspace->shownOutcome() && !m_workspace->isBusy());
}

void PointsPanelTest::cleanup()
{
    m_panel.reset();
    m_workspace.reset();
}

void PointsPanelTest::columnsTakeTheRoom_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("hasVerticalBar");
    QTest::addColumn<bool>("hasHorizontalBar");
    QTest::newRow("enough") << QSize(600, 300) << false << false;
    QTest::newRow("low") << QSize(600, 100) << true << false;
    QTest::newRow("narrow") << QSize(120, 300) << false << true;
}

void PointsPanelTest::columnsTakeTheRoom()
{
    QFETCH(QSize, size);
    m_panel->resize(size);
    QCoreApplication::processEvents();
    const auto& table = *m_panel->findChild<QTableView*>();
    QTEST(table.verticalScrollBar()->isVisible(), "hasVerticalBar");
    QTEST(table.horizontalScrollBar()->isVisible(), "hasHorizontalBar");
    const int width = table.horizontalHeader()->length();
    QVERIFY(table.horizontalScrollBar()->isVisible() || width == table.viewport()->width());
    // And again, once the room is there.
    m_panel->resize(600, 300);
    QCoreApplication::processEvents();
    QVERIFY(!table.verticalScrollBar()->isVisible());
    QCOMPARE(table.horizontalHeader()->length(), table.viewport()->width());
}

QTEST_MAIN(PointsPanelTest)
#include "tst_points_panel.moc"
