// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_workspace.h"
#include "ui/panels/walk_panel.h"
#include "ui/workspace/explanations.h"

#include <QLabel>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>

#include <cmath>
#include <limits>

using namespace sluice;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

} // namespace

/// One sample node by node, and which sample it is.
class WalkPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void choosesTheSampleThatWasPointedAt_data();
    void choosesTheSampleThatWasPointedAt();
    void walksNodeByNode();
    void namesWhereItWentWrong();
    void anotherSampleIsTyped();

private:
    QString row(const QString& name, int column);

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Explanations> m_explanations;
    std::unique_ptr<WalkPanel> m_panel;
};

void WalkPanelTest::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_explanations = std::make_unique<Explanations>(*m_workspace);
    m_panel = std::make_unique<WalkPanel>(*m_explanations);
    m_panel->resize(330, 400);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_workspace->open(experimentOf(originText));
    QTRY_VERIFY_WITH_TIMEOUT(m_explanations->isCurrent(), 20000);
}

void WalkPanelTest::cleanup()
{
    m_panel.reset();
    m_explanations.reset();
    m_workspace.reset();
}

QString WalkPanelTest::row(const QString& name, int column)
{
    const auto& table = *m_panel->findChild<QTableWidget*>();
    for (int i = 0; i < table.rowCount(); ++i) {
        const QTableWidgetItem* first = table.item(i, 0);
        if (first != nullptr && first->text() == name && table.item(i, column) != nullptr) {
            return table.item(i, column)->text();
        }
    }
    return {};
}

void WalkPanelTest::choosesTheSampleThatWasPointedAt_data()
{
    using Samples = std::vector<double>;
    using Number = std::optional<double>;
    QTest::addColumn<Samples>("gradient");
    QTest::addColumn<Number>("pointedAt");
    QTest::addColumn<int>("sample");
    QTest::newRow("nearest") << Samples{1.0, 3.0, 2.0} << Number(2.2) << 2;
    QTest::newRow("outlier") << Samples{1.0, 90.0, 2.0} << Number(70.0) << 1;
    QTest::newRow("among finite ones") << Samples{1.0, notANumber, 2.0} << Number(1.9) << 2;
    QTest::newRow("a mark beyond") << Samples{1.0, notANumber, 2.0} << Number(-5.0) << 1;
    QTest::newRow("a mark") << Samples{1.0, 2.0, notANumber} << Number(notANumber) << 2;
    QTest::newRow("the mark of another variant") << Samples{1.0, 2.0} << Number(notANumber) << 0;
    QTest::newRow("nothing finite") << Samples{notANumber, notANumber} << Number(0.0) << 0;
    QTest::newRow("without number") << Samples{1.0, 2.0} << Number() << 0;
    QTest::newRow("without number, one wild") << Samples{1.0, 2.0, HUGE_VAL} << Number() << 2;
}

void WalkPanelTest::choosesTheSampleThatWasPointedAt()
{
    QFETCH(std::vector<double>, gradient);
    QFETCH(std::optional<double>, pointedAt);
    QFETCH(int, sample);
    const PointedAt at{.quantity = PointedAt::Quantity::gradient, .number = pointedAt};
    QCOMPARE(sampleNear({gradient, gradient}, at), static_cast<std::size_t>(sample));
}

void WalkPanelTest::walksNodeByNode()
{
    // The sweep's point 15 of 21 over -2 … 2 is x = 1: y = 1, and z·z = yu = u.
    m_explanations->walk(1.0, 15, 3);
    QTRY_COMPARE(row("y", 1), QString("1"));
    const double u = row("u", 1).toDouble();
    QVERIFY(u > 0.9 && u < 1.1);
    QCOMPARE(row("yu", 1), row("u", 1));
    QVERIFY(std::abs(row("z", 1).toDouble() - std::sqrt(u)) < 1e-5);
    QVERIFY(std::abs(row("∂z/∂yu", 1).toDouble() - 0.5 / std::sqrt(u)) < 1e-5);
    QCOMPARE(row("∂y/∂x", 1), QString("2"));
    // d sqrt(x²u)/dx at 1.
    QVERIFY(std::abs(row("∂y/∂x", 3).toDouble() - std::sqrt(u)) < 1e-5);
    QCOMPARE(m_panel->findChild<QSpinBox*>()->value(), 3);
}

void WalkPanelTest::namesWhereItWentWrong()
{
    // At x = 0 the square root's derivative is infinite, and 2x is 0.
    m_explanations->walk(0.0, 10, 0);
    QTRY_VERIFY(!row("∂z/∂yu", 1).isEmpty() || !row("✕ ∂z/∂yu", 1).isEmpty());
    const auto& table = *m_panel->findChild<QTableWidget*>();
    int troubles = 0;
    for (int i = 0; i < table.rowCount(); ++i) {
        troubles += table.item(i, 0)->text().startsWith("✕") ? 1 : 0;
    }
    QCOMPARE(troubles, 1);
    bool isExplained = false;
    for (const auto* label : m_panel->findChildren<QLabel*>()) {
        isExplained = isExplained || (label->isVisible() && label->text().contains("z"));
    }
    QVERIFY(isExplained);
}

void WalkPanelTest::anotherSampleIsTyped()
{
    m_explanations->walk(1.0, 15, 0);
    QTRY_VERIFY(!row("u", 1).isEmpty());
    const QString before = row("u", 1);
    m_panel->findChild<QSpinBox*>()->setValue(7);
    QTRY_VERIFY(row("u", 1) != before);
}

QTEST_MAIN(WalkPanelTest)
#include "tst_walk_panel.moc"
