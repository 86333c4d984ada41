// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/noise_panel.h"
#include "ui/panels/number_box.h"
#include "ui/panels/range_slider.h"
#include "ui/workspace/workspace.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sluice;

/// The panel with a workspace and nothing else.
class NoisePanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void dragOutlivesChangesOfLength_data();
    void dragOutlivesChangesOfLength();
    void writesOutWhereTheCallIsNow();
    void showsExpressionsAsTheyAreNow();
    void errorsEndADrag();
    void heldKeyIsOneStepOfUndo();

private:
    void open(const QString& lines);
    QString text() const { return QString::fromStdString(m_workspace->experiment().text); }
    RangeSlider* slider() { return m_panel->findChild<RangeSlider*>("slider:u"); }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<NoisePanel> m_panel;
};

void NoisePanelTest::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_panel = std::make_unique<NoisePanel>(*m_workspace);
    m_panel->resize(350, 200);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void NoisePanelTest::cleanup()
{
    m_panel.reset();
    m_workspace.reset();
}

void NoisePanelTest::open(const QString& lines)
{
    Experiment experiment;
    experiment.text = ("x = input(-2, 2)\n" + lines + "\n").toStdString();
    experiment.points = 5;
    experiment.samples = 5;
    m_workspace->open(experiment);
    QVERIFY(m_workspace->isProgramCurrent());
    QTest::qWait(20);
}

void NoisePanelTest::dragOutlivesChangesOfLength_data()
{
    QTest::addColumn<QString>("lines");
    QTest::newRow("alone") << "u = uniform(0.9, 1.1)\nz = x*u";
    QTest::newRow("beside an implied source") << "u = uniform(0.9, 1.1)\nv = torch.rand_like(x)\nz = x*u*v";
    QTest::newRow("beside an expression") << "u = uniform(0.9, 1.1)\nv = uniform(x - 1, x + 1)\nz = x*u*v";
}

void NoisePanelTest::dragOutlivesChangesOfLength()
{
    QFETCH(QString, lines);
    open(lines);
    RangeSlider* const held = slider();
    QVERIFY(held != nullptr);
    QSignalSpy dragged(m_panel.get(), &NoisePanel::dragged);
    const QPoint start = held->handlePosition(RangeSlider::Handle::low).toPoint();
    QTest::mousePress(held, Qt::LeftButton, {}, start);
    // 0.9 becomes numbers of other lengths on the way.
    for (int step = 1; step <= 10; ++step) {
        QTest::mouseMove(held, start - QPoint(step * 2, 0));
        QCOMPARE(slider(), held);
    }
    QTest::mouseRelease(held, Qt::LeftButton, {}, start - QPoint(20, 0));
    QVERIFY(held->low() < 0.9);
    QVERIFY2(text().contains(QString("uniform(%1, 1.1)").arg(held->low())), qPrintable(text()));
    QCOMPARE(m_workspace->undoStack().count(), 1);
    QCOMPARE(dragged.count(), 2);
    QCOMPARE(dragged.last().first().toBool(), false);
}

void NoisePanelTest::writesOutWhereTheCallIsNow()
{
    open("u = uniform(0.9, 1.1)\nv = torch.rand_like(x)\nz = x*u*v");
    m_workspace->setLiterals("Change u", {{{"u", 0}, 0.123456}}, -1);
    auto* button = m_panel->findChild<QPushButton*>();
    QVERIFY(button != nullptr);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(text(),
             QString("x = input(-2, 2)\nu = uniform(0.123456, 1.1)\nv = uniform(0.0, 1.0)\nz = x*u*v\n"));
}

void NoisePanelTest::showsExpressionsAsTheyAreNow()
{
    open("v = uniform(x - 1, x + 1)\nz = x*v");
    m_workspace->setText("x = input(-2, 2)\nv = uniform(x - 3, x + 3)\nz = x*v\n", -1);
    QStringList shown;
    for (const QLabel* each : m_panel->findChildren<QLabel*>()) {
        shown << each->text();
    }
    QVERIFY2(shown.contains("uniform(x - 3, x + 3)"), qPrintable(shown.join('|')));
    QVERIFY2(!shown.contains("uniform(x - 1, x + 1)"), qPrintable(shown.join('|')));
}

void NoisePanelTest::errorsEndADrag()
{
    open("u = uniform(0.9, 1.1)\nz = x*u");
    QSignalSpy dragged(m_panel.get(), &NoisePanel::dragged);
    QTest::mousePress(slider(), Qt::LeftButton, {},
                      slider()->handlePosition(RangeSlider::Handle::low).toPoint());
    QCOMPARE(dragged.count(), 1);
    m_workspace->setText("x = (", -1);
    QCOMPARE(dragged.count(), 2);
    QCOMPARE(dragged.last().first().toBool(), false);
}

void NoisePanelTest::heldKeyIsOneStepOfUndo()
{
    open("a = 0.5\nz = x*a");
    auto* box = m_panel->findChild<NumberBox*>();
    QVERIFY(box != nullptr);
    for (int i = 0; i < 20; ++i) {
        QTest::keyClick(box, Qt::Key_Up);
    }
    QVERIFY(!text().contains("a = 0.5\n"));
    QCOMPARE(m_workspace->undoStack().count(), 1);
    // After a pause, another one begins.
    QTest::qWait(1100);
    QTest::keyClick(box, Qt::Key_Up);
    QCOMPARE(m_workspace->undoStack().count(), 2);
}

QTEST_MAIN(NoisePanelTest)
#include "tst_noise_panel.moc"
