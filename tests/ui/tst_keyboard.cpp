// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/every_view.h"
#include "ui/panels/code_edit.h"
#include "ui/panels/panel.h"
#include "ui/window/focus_ring.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>

#include <functional>
#include <set>

using namespace sluice;

namespace {

/// What has its own focus and is reached by Tab.
bool isTabStop(const QWidget& widget)
{
    return widget.isVisible() && widget.isEnabled() &&
           (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget.focusProxy() == nullptr;
}

/// The inside of a box for numbers or choices goes by the box's name.
bool isPart(const QWidget& widget)
{
    const QWidget* parent = widget.parentWidget();
    return qobject_cast<const QAbstractSpinBox*>(parent) != nullptr ||
           qobject_cast<const QComboBox*>(parent) != nullptr;
}

QRect placeOf(const QWidget& widget)
{
    return {widget.mapToGlobal(QPoint(0, 0)), widget.size()};
}

/// Whether a reader who has come to `from` goes back to get to `to`: up, though not into the next column, or
/// left in the same line.
bool goesBack(const QRect& from, const QRect& to)
{
    const bool isAbove = to.bottom() <= from.top() && to.left() < from.right();
    const bool isInLine = to.top() < from.bottom() && from.top() < to.bottom();
    return isAbove || (isInLine && to.right() <= from.left());
}

} // namespace

/// All controls of the window and its dialogs: has each a name, is each reached by keys, and is it seen where
/// one is?
class KeyboardTest : public EveryViewTest
{
    Q_OBJECT

private slots:
    void controlsHaveNames();
    void tabGoesAsOneReads();
    void tabReachesEveryControl();
    void shortcutsAreUnique();
    void focusIsSeen();
};

void KeyboardTest::controlsHaveNames()
{
    int count = 0;
    QStringList nameless;
    forEachView([&](QWidget& view) {
        for (const QWidget* each : view.findChildren<QWidget*>()) {
            const auto* button = qobject_cast<const QAbstractButton*>(each);
            if (isTabStop(*each) && !isPart(*each)) {
                ++count;
                if (each->accessibleName().isEmpty() && (button == nullptr || button->text().isEmpty())) {
                    nameless << describe(*each);
                }
            }
        }
    });
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join('\n')));
    QVERIFY(count > 100);
}

/// Within a panel, and within a dialog: from top to bottom, in a line from left to right.
void KeyboardTest::tabGoesAsOneReads()
{
    QStringList jumps;
    forEachView([&jumps](QWidget& view) {
        QList<QWidget*> areas{&view};
        if (qobject_cast<QMainWindow*>(&view) != nullptr) {
            areas.clear();
            for (Panel* panel : view.findChildren<Panel*>()) {
                areas << panel;
            }
        }
        for (const QWidget* area : areas) {
            const QWidget* last = nullptr;
            // All of the window's widgets stand in one ring.
            for (const QWidget* each = area->nextInFocusChain(); each != area;
                 each = each->nextInFocusChain()) {
                if (!area->isAncestorOf(each) || !isTabStop(*each) || isPart(*each)) {
                    continue;
                }
                if (last != nullptr && goesBack(placeOf(*last), placeOf(*each))) {
                    jumps << QStringLiteral("%1 comes after %2").arg(describe(*each), describe(*last));
                }
                last = each;
            }
        }
    });
    jumps.removeDuplicates();
    QVERIFY2(jumps.isEmpty(), qPrintable(jumps.join('\n')));
}

void KeyboardTest::tabReachesEveryControl()
{
    QStringList missed;
    forEachView([&missed](QWidget& view) {
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        std::set<const QWidget*> reached;
        const QWidget* first = nullptr;
        constexpr int most = 400;
        for (int i = 0; i < most; ++i) {
            QWidget* here = view.focusWidget() != nullptr ? view.focusWidget() : &view;
            // In the editor of the expression Tab writes.
            const auto* edit = qobject_cast<CodeEdit*>(here);
            const bool isWriting = edit != nullptr && !edit->isReadOnly();
            QTest::keyClick(here, Qt::Key_Tab, isWriting ? Qt::ControlModifier : Qt::NoModifier);
            // A slider has several handles.
            if (view.focusWidget() == first && view.focusWidget() != here) {
                break;
            }
            first = first == nullptr ? view.focusWidget() : first;
            reached.insert(view.focusWidget());
        }
        for (const QWidget* each : view.findChildren<QWidget*>()) {
            // One of several that exclude each other is reached by Tab, the others by arrows.
            const auto* button = qobject_cast<const QAbstractButton*>(each);
            const bool isChoice = button != nullptr && button->autoExclusive() && !button->isChecked();
            if (isTabStop(*each) && !isPart(*each) && !isChoice && !reached.contains(each)) {
                missed << describe(*each);
            }
        }
    });
    missed.removeDuplicates();
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join('\n')));
}

void KeyboardTest::shortcutsAreUnique()
{
    QStringList shortcuts;
    for (const QAction* each : m_open->window().findChildren<QAction*>()) {
        for (const QKeySequence& keys : each->shortcuts()) {
            if (each->shortcutContext() != Qt::WidgetShortcut) {
                shortcuts << keys.toString();
            }
        }
    }
    QVERIFY(shortcuts.size() > 20);
    QCOMPARE(shortcuts.removeDuplicates(), 0);
}

/// Each stop of Tab has the ring around it, or around a part of it.
void KeyboardTest::focusIsSeen()
{
    QWidget& window = m_open->window();
    const FocusRing& ring = m_open->widget<FocusRing>();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    // What was shown last is still to be laid out.
    QCoreApplication::processEvents();
    QTest::mouseClick(&m_open->widget<PlotView>(), Qt::LeftButton);
    QVERIFY(ring.area().isEmpty());
    int stops = 0;
    for (; stops < 60; ++stops) {
        QWidget* here = window.focusWidget();
        const auto* edit = qobject_cast<CodeEdit*>(here);
        const bool isWriting = edit != nullptr && !edit->isReadOnly();
        QTest::keyClick(here, Qt::Key_Tab, isWriting ? Qt::ControlModifier : Qt::NoModifier);
        const QWidget& control = *window.focusWidget();
        const QRect place(control.mapTo(&window, QPoint(0, 0)), control.size());
        QTRY_VERIFY2(!ring.area().isEmpty(), qPrintable(describe(control)));
        QVERIFY2(place.contains(ring.area()), qPrintable(describe(control)));
    }
}

QTEST_MAIN(KeyboardTest)
#include "tst_keyboard.moc"
