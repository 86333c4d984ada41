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
    void finderHasTheBestFirst_data();
    void finderHasTheBestFirst();
    void finderShowsWholeNames();
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

void MenusTest::finderHasTheBestFirst_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("start");
    // All of the menu “Experiment” is found by it as well.
    QTest::newRow("start of the name") << "exp"
                                       << "Exp";
    QTest::newRow("start of a word") << "gall"
                                     << "Examples gallery";
    QTest::newRow("name before menu") << "export"
                                      << "Export";
}

void MenusTest::finderHasTheBestFirst()
{
    QFETCH(QString, start);
    QFETCH(QString, typed);
    ActionFinder finder(bar());
    finder.show();
    QTest::keyClicks(finder.findChild<QLineEdit*>(), typed);
    const QTreeWidget& list = *finder.findChild<QTreeWidget*>();
    QVERIFY2(list.currentItem()->text(0).startsWith(start), qPrintable(list.currentItem()->text(0)));
    bool isPastNames = false;
    for (int row = 0; row < list.topLevelItemCount() && !list.topLevelItem(row)->isHidden(); ++row) {
        const bool isInName = list.topLevelItem(row)->text(0).contains(typed, Qt::CaseInsensitive);
        QVERIFY2(!isInName || !isPastNames, qPrintable(list.topLevelItem(row)->text(0)));
        isPastNames = isPastNames || !isInName;
    }
    QVERIFY(isPastNames || typed != QStringLiteral("exp"));
}

void MenusTest::finderShowsWholeNames()
{
    ActionFinder finder(bar());
    finder.show();
    QVERIFY(QTest::qWaitForWindowExposed(&finder));
    const QTreeWidget& list = *finder.findChild<QTreeWidget*>();
    for (int row = 0; row < list.topLevelItemCount(); ++row) {
        const QString name = list.topLevelItem(row)->text(0);
        // The screen of the tests has no room for the longest.
        constexpr int longest = 40;
        QVERIFY2(name.size() > longest || list.fontMetrics().horizontalAdvance(name) < list.columnWidth(0),
                 qPrintable(name));
    }
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
