// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/number_box.h"
#include "ui/panels/range_slider.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace sluice;

class RangeSliderTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void dragsHandle_data();
    void dragsHandle();
    void handlesNeverCross_data();
    void handlesNeverCross();
    void dragIsOneGesture();
    void pressBesideMovesNearest();
    void keysMove_data();
    void keysMove();
    void tabGoesFromHandleToHandle();
    void staysWithinLimits();
    void oneHandle();
    void boxReadsNumbers_data();
    void boxReadsNumbers();
    void boxSteps();

private:
    void dragBy(RangeSlider::Handle handle, double difference);

    std::unique_ptr<RangeSlider> m_slider;
};

using Handle = RangeSlider::Handle;

void RangeSliderTest::init()
{
    m_slider = std::make_unique<RangeSlider>(RangeSlider::Handles::two);
    m_slider->setLimits(0.0, 2.0);
    m_slider->setValues(0.9, 1.1);
    m_slider->resize(418, 24);
    m_slider->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_slider.get()));
}

void RangeSliderTest::cleanup()
{
    m_slider.reset();
}

void RangeSliderTest::dragBy(Handle handle, double difference)
{
    // The groove is as long as the widget without a margin of 9 at each end: 400 pixels for 2.0.
    const QPoint start = m_slider->handlePosition(handle).toPoint();
    const QPoint end = start + QPoint(qRound(difference * 200.0), 0);
    QTest::mousePress(m_slider.get(), Qt::LeftButton, {}, start);
    QTest::mouseMove(m_slider.get(), (start + end) / 2);
    QTest::mouseMove(m_slider.get(), end);
    QTest::mouseRelease(m_slider.get(), Qt::LeftButton, {}, end);
}

void RangeSliderTest::dragsHandle_data()
{
    QTest::addColumn<Handle>("handle");
    QTest::addColumn<double>("difference");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("low down") << Handle::low << -0.4 << 0.5 << 1.1;
    QTest::newRow("low up") << Handle::low << 0.1 << 1.0 << 1.1;
    QTest::newRow("high up") << Handle::high << 0.4 << 0.9 << 1.5;
    QTest::newRow("high beyond the end") << Handle::high << 3.0 << 0.9 << 2.0;
    QTest::newRow("low beyond the end") << Handle::low << -3.0 << 0.0 << 1.1;
}

void RangeSliderTest::dragsHandle()
{
    QFETCH(Handle, handle);
    QFETCH(double, difference);
    QFETCH(double, low);
    QFETCH(double, high);
    dragBy(handle, difference);
    // Exactly: a dragged number has no stray digits.
    QVERIFY2(m_slider->low() == low && m_slider->high() == high,
             qPrintable(QString("%1 … %2").arg(m_slider->low()).arg(m_slider->high())));
}

void RangeSliderTest::handlesNeverCross_data()
{
    QTest::addColumn<Handle>("handle");
    QTest::addColumn<double>("difference");
    QTest::addColumn<double>("meeting");
    QTest::newRow("low over high") << Handle::low << 0.8 << 1.1;
    QTest::newRow("high under low") << Handle::high << -0.8 << 0.9;
}

void RangeSliderTest::handlesNeverCross()
{
    QFETCH(Handle, handle);
    QFETCH(double, difference);
    QFETCH(double, meeting);
    QSignalSpy moved(m_slider.get(), &RangeSlider::moved);
    dragBy(handle, difference);
    QCOMPARE(m_slider->low(), meeting);
    QCOMPARE(m_slider->high(), meeting);
    for (const auto& arguments : moved) {
        QVERIFY(arguments[0].toDouble() <= arguments[1].toDouble());
    }
    // Neither is stuck under the other.
    dragBy(Handle::low, -0.2);
    dragBy(Handle::high, 0.2);
    QVERIFY(m_slider->low() < m_slider->high());
}

void RangeSliderTest::dragIsOneGesture()
{
    QSignalSpy gestures(m_slider.get(), &RangeSlider::gestureStarted);
    QSignalSpy moved(m_slider.get(), &RangeSlider::moved);
    QSignalSpy dragged(m_slider.get(), &RangeSlider::dragged);
    dragBy(Handle::low, -0.4);
    QCOMPARE(gestures.count(), 1);
    QCOMPARE(moved.count(), 2);
    QCOMPARE(dragged, (QList<QList<QVariant>>{{true}, {false}}));
    dragBy(Handle::low, -0.2);
    QCOMPARE(gestures.count(), 2);
}

void RangeSliderTest::pressBesideMovesNearest()
{
    const QPoint beside = m_slider->handlePosition(Handle::low).toPoint() - QPoint(100, 0);
    QTest::mouseClick(m_slider.get(), Qt::LeftButton, {}, beside);
    QCOMPARE(m_slider->low(), 0.4);
    QCOMPARE(m_slider->high(), 1.1);
}

void RangeSliderTest::keysMove_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<double>("high");
    QTest::newRow("left") << Qt::Key_Left << 1.09;
    QTest::newRow("right") << Qt::Key_Right << 1.11;
    QTest::newRow("up") << Qt::Key_Up << 1.11;
    QTest::newRow("down") << Qt::Key_Down << 1.09;
    QTest::newRow("page up") << Qt::Key_PageUp << 1.2;
    QTest::newRow("page down") << Qt::Key_PageDown << 1.0;
    QTest::newRow("end") << Qt::Key_End << 2.0;
    QTest::newRow("home stops at low") << Qt::Key_Home << 0.9;
}

void RangeSliderTest::keysMove()
{
    QFETCH(Qt::Key, key);
    QFETCH(double, high);
    QSignalSpy moved(m_slider.get(), &RangeSlider::moved);
    m_slider->setFocus(Qt::BacktabFocusReason);
    QTest::keyClick(m_slider.get(), key);
    QVERIFY(m_slider->high() == high);
    QVERIFY(m_slider->low() == 0.9);
    QCOMPARE(moved.count(), 1);
}

void RangeSliderTest::tabGoesFromHandleToHandle()
{
    m_slider->clearFocus();
    m_slider->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_slider.get(), Qt::Key_Left);
    QTest::keyClick(m_slider.get(), Qt::Key_Tab);
    QTest::keyClick(m_slider.get(), Qt::Key_Right);
    QVERIFY(m_slider->low() == 0.89);
    QVERIFY(m_slider->high() == 1.11);
}

void RangeSliderTest::staysWithinLimits()
{
    m_slider->setFocus(Qt::BacktabFocusReason);
    QTest::keyClick(m_slider.get(), Qt::Key_End);
    QTest::keyClick(m_slider.get(), Qt::Key_Right);
    QCOMPARE(m_slider->high(), 2.0);
    m_slider->setLimits(1.0, 1.0);
    QCOMPARE(m_slider->maximum(), 2.0);
}

void RangeSliderTest::oneHandle()
{
    RangeSlider slider(RangeSlider::Handles::one);
    slider.setLimits(-1.0, 1.0);
    slider.setValue(0.5);
    slider.resize(218, 24);
    slider.show();
    QVERIFY(QTest::qWaitForWindowExposed(&slider));
    const QPoint start = slider.handlePosition(Handle::high).toPoint();
    QTest::mousePress(&slider, Qt::LeftButton, {}, start);
    QTest::mouseMove(&slider, start - QPoint(100, 0));
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, start - QPoint(100, 0));
    QVERIFY(slider.value() == -0.5);
}

void RangeSliderTest::boxReadsNumbers_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("shown");
    QTest::newRow("number") << "1.25" << 1.25 << "1.25";
    QTest::newRow("exponent") << "2e-3" << 0.002 << "0.002";
    QTest::newRow("negative") << "-3" << -3.0 << "-3";
    QTest::newRow("no number") << "abc" << 0.5 << "0.5";
    QTest::newRow("nothing") << "" << 0.5 << "0.5";
    QTest::newRow("infinity") << "inf" << 0.5 << "0.5";
}

void RangeSliderTest::boxReadsNumbers()
{
    QFETCH(QString, typed);
    QFETCH(double, value);
    QFETCH(QString, shown);
    NumberBox box;
    box.setValue(0.5);
    QSignalSpy edited(&box, &NumberBox::edited);
    box.show();
    QVERIFY(QTest::qWaitForWindowExposed(&box));
    box.selectAll();
    QTest::keyClick(&box, Qt::Key_Delete);
    QTest::keyClicks(&box, typed);
    QTest::keyClick(&box, Qt::Key_Return);
    QCOMPARE(box.value(), value);
    QCOMPARE(box.text(), shown);
    QCOMPARE(edited.count(), value == 0.5 ? 0 : 1);
}

void RangeSliderTest::boxSteps()
{
    NumberBox box;
    box.setValue(0.9);
    box.setStep(0.01);
    QTest::keyClick(&box, Qt::Key_Up);
    QTest::keyClick(&box, Qt::Key_Up);
    QTest::keyClick(&box, Qt::Key_Down);
    QVERIFY(box.value() == 0.91);
}

QTEST_MAIN(RangeSliderTest)
#include "tst_range_slider.moc"
