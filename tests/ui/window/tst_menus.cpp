// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/open_window.h"
#include "ui/window/action_finder.h"
#include "ui/window/menu_actions.h"

#include <QLineEdit>
#include <QMenuBar>
#include <QSignalSpy>
#include <QToolBar>
#include <QToolButton>
#include <QTreeWidget>

using namespace sluice;

/// Every action has a place in the menus, and can be found by its name.
class MenusTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { OpenWindow::prepareApplication(); }
    void init() { m_open = std::make_unique<OpenWindow>(); }
    void cleanup() { m_open.reset(); }
    void everyShortcutIsInAMenu();
    void buttonsHaveTheirActionsInMenus();
    void accessKeysAreUnique();
    void accessKeysAreLeftOut_data();
    void accessKeysAreLeftOut();
    void finderListsEverything();
    void finderSearches_data();
    void finderSearches();
    void finderMovesByArrows();
    void finderDoesNothingThatIsDisabled();

private:
    QMenuBar& bar() { return *m_open->window().menuBar(); }
    QList<QAction*> inMenus()
    {
        QList<QAction*> actions;
        for (const MenuAction& each : actionsIn(bar())) {
            actions << each.action;
        }
        return actions;
    }

    std::unique_ptr<OpenWindow> m_open;
};

void MenusTest::everyShortcutIsInAMenu()
{
    const QList<QAction*> listed = inMenus();
    for (QAction* each : m_open->window().findChildren<QAction*>()) {
        if (!each->shortcut().isEmpty() && each->shortcutContext() == Qt::WindowShortcut) {
            QVERIFY2(listed.contains(each), qPrintable(each->text()));
        }
    }
}

void MenusTest::buttonsHaveTheirActionsInMenus()
{
    const QList<QAction*> listed = inMenus();
    for (const QToolButton* each : m_open->widget<QToolBar>("tools").findChildren<QToolButton*>()) {
        if (each->defaultAction() != nullptr) {
            QVERIFY2(listed.contains(each->defaultAction()), qPrintable(each->text()));
        }
    }
}

void MenusTest::accessKeysAreUnique()
{
    QStringList keys;
    for (const QAction* each : bar().actions()) {
        const qsizetype mark = each->text().indexOf('&');
        QVERIFY2(mark >= 0, qPrintable(each->text()));
        keys << each->text().mid(mark + 1, 1).toLower();
    }
    QCOMPARE(keys.removeDuplicates(), 0);
}

void MenusTest::accessKeysAreLeftOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("none") << "Quit"
                          << "Quit";
    QTest::newRow("key") << "E&xperiment"
                         << "Experiment";
    QTest::newRow("ampersand") << "&1  a&&b.sluice"
                               << "1  a&b.sluice";
    QTest::newRow("last") << "a&"
                          << "a&";
}

void MenusTest::accessKeysAreLeftOut()
{
    QFETCH(QString, text);
    QTEST(withoutAccessKey(text), "shown");
}

void MenusTest::finderListsEverything()
{
    const ActionFinder finder(bar());
    const QTreeWidget& list = *finder.findChild<QTreeWidget*>();
    QCOMPARE(list.topLevelItemCount(), inMenus().size());
    const auto items = list.findItems("Save", Qt::MatchExactly);
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.constFirst()->text(1), QString("File"));
    QCOMPARE(items.constFirst()->text(2),
             QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText));
    QCOMPARE(list.findItems("Redo (not possible now)", Qt::MatchExactly).size(), 1);
}

void MenusTest::finderSearches_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("chosen");
    QTest::newRow("word") << "dark"
                          << "&Dark";
    QTest::newRow("words in any order") << "draws new exp"
                                        << "New &draws";
    QTest::newRow("by its menu") << "theme light"
                                 << "&Light";
    QTest::newRow("nothing") << "no such action"
                             << "";
}

void MenusTest::finderSearches()
{
    QFETCH(QString, typed);
    ActionFinder finder(bar());
    finder.show();
    auto* search = finder.findChild<QLineEdit*>();
    QTest::keyClicks(search, typed);
    QTest::keyClick(search, Qt::Key_Return);
    const QAction* chosen = finder.chosen();
    QTEST(chosen != nullptr ? chosen->text() : QString(), "chosen");
    QCOMPARE(finder.isVisible(), chosen == nullptr);
}

void MenusTest::finderMovesByArrows()
{
    ActionFinder finder(bar());
    finder.show();
    auto* search = finder.findChild<QLineEdit*>();
    QTest::keyClicks(search, "theme");
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Up);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(finder.chosen() != nullptr);
    QCOMPARE(finder.chosen()->text(), QString("&Light"));
}

void MenusTest::finderDoesNothingThatIsDisabled()
{
    ActionFinder finder(bar());
    finder.show();
    auto* search = finder.findChild<QLineEdit*>();
    QTest::keyClicks(search, "redo");
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(finder.chosen(), nullptr);
    QVERIFY(finder.isVisible());
}

QTEST_MAIN(MenusTest)
#include "tst_menus.moc"
