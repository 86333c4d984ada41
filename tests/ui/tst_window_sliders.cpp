// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/open_window.h"
#include "ui/panels/code_edit.h"
#include "ui/panels/expression_editor.h"
#include "ui/panels/range_slider.h"
#include "ui/plot/plot_view.h"

#include <QAbstractSpinBox>
#include <QPushButton>

using namespace sluice;

/// The numbers of the text, dragged and typed.
class WindowSlidersTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { OpenWindow::prepareApplication(); }
    void init();
    void cleanup() { m_open.reset(); }
    void draggingTheSliderChangesTextAndCurves();
    void typingBeyondTheSliderMovesItsLimits();
    void writesOutASource();

private:
    /// The text of the expression, not of the code that is written of it.
    CodeEdit& expressionEdit() { return *m_open->widget<ExpressionEditor>().findChild<CodeEdit*>(); }
    std::unique_ptr<OpenWindow> m_open;
};

void WindowSlidersTest::init()
{
    m_open = std::make_unique<OpenWindow>();
    QVERIFY(QTest::qWaitForWindowExposed(&m_open->window()));
    QTRY_VERIFY(m_open->isAnswered());
}

void WindowSlidersTest::draggingTheSliderChangesTextAndCurves()
{
    auto& slider = m_open->widget<RangeSlider>("slider:u");
    const double before = m_open->curvesOf(0).gradient.stddev.front();
    const QPoint start = slider.handlePosition(RangeSlider::Handle::low).toPoint();
    QTest::mousePress(&slider, Qt::LeftButton, {}, start);
    for (int step = 1; step <= 10; ++step) {
        QTest::mouseMove(&slider, start - QPoint(step * 3, 0));
    }
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, start - QPoint(30, 0));

    QVERIFY(slider.low() < 0.9);
    QCOMPARE(slider.high(), 1.1);
    // Where reading takes long, the text follows the slider a little later.
    QTRY_VERIFY2(m_open->text().contains(QString("minval=%1, maxval=1.1").arg(slider.low())),
                 qPrintable(m_open->text()));
    QCOMPARE(expressionEdit().toPlainText(), m_open->text());
    QTRY_VERIFY(m_open->isAnswered());
    QVERIFY(m_open->curvesOf(0).gradient.stddev.front() > before);
    QCOMPARE(m_open->widget<PlotView>().figure().curves, m_open->workspace().shownOutcome()->curves);
    QVERIFY(m_open->window().isWindowModified());
    // The whole drag is one step.
    QCOMPARE(m_open->workspace().undoStack().count(), 1);
    m_open->workspace().undoStack().undo();
    QVERIFY(m_open->text().contains("minval=0.9, maxval=1.1"));
    QCOMPARE(slider.low(), 0.9);
}

void WindowSlidersTest::typingBeyondTheSliderMovesItsLimits()
{
    auto& slider = m_open->widget<RangeSlider>("slider:u");
    const auto boxes = slider.parentWidget()->findChildren<QAbstractSpinBox*>();
    QCOMPARE(boxes.size(), 2);
    auto* high = boxes[0]->accessibleName().contains("high") ? boxes[0] : boxes[1];
    high->setFocus();
    high->selectAll();
    QTest::keyClicks(high, "5");
    QTest::keyClick(high, Qt::Key_Return);
    QVERIFY2(m_open->text().contains("maxval=5.0"), qPrintable(m_open->text()));
    QVERIFY(slider.maximum() >= 5.0);
    // Below low, low comes along.
    high->selectAll();
    QTest::keyClicks(high, "0.5");
    QTest::keyClick(high, Qt::Key_Return);
    QVERIFY2(m_open->text().contains("minval=0.5, maxval=0.5"), qPrintable(m_open->text()));
}

void WindowSlidersTest::writesOutASource()
{
    m_open->workspace().setText("x = input(-2, 2)\nu = torch.rand_like(x)\nz = x*u\n", -1);
    const auto findButton = [&]() -> QPushButton* {
        for (auto* each : m_open->window().findChildren<QPushButton*>()) {
            if (each->text() == "Write out") {
                return each;
            }
        }
        return nullptr;
    };
    QVERIFY(findButton() != nullptr);
    QTest::mouseClick(findButton(), Qt::LeftButton);
    QVERIFY2(m_open->text().contains("u = uniform(0.0, 1.0)"), qPrintable(m_open->text()));
    QVERIFY(m_open->window().findChild<RangeSlider*>("slider:u") != nullptr);
}

QTEST_MAIN(WindowSlidersTest)
#include "tst_window_sliders.moc"
