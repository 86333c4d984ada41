// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/action_finder.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QPointer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sluice {

namespace {

constexpr int nameColumn = 0;
constexpr int pathColumn = 1;
constexpr int keysColumn = 2;
/// An item's place in the menus.
constexpr int placeRole = Qt::UserRole;
constexpr int usualHeight = 420;
constexpr int smallestWidth = 600;
constexpr int greatestWidth = 1000;

/// Where the words that are looked for stand, the best first.
enum class Match
{
    startOfName,
    startsOfWords,
    insideName,
    path,
    none
};

struct RankedItem
{
    Match match;
    int place;
    QTreeWidgetItem* item;
};

bool beginsAWord(const QString& text, const QString& word)
{
    for (auto at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        if (at == 0 || !text[at - 1].isLetterOrNumber()) {
            return true;
        }
    }
    return false;
}

Match matchOf(const QString& name, const QString& path, const QStringList& words)
{
    if (name.startsWith(words.join(QLatin1Char(' ')), Qt::CaseInsensitive)) {
        return Match::startOfName;
    }
    const auto all = [&words](const auto& isFound) { return std::ranges::all_of(words, isFound); };
    if (all([&](const QString& word) { return beginsAWord(name, word); })) {
        return Match::startsOfWords;
    }
    if (all([&](const QString& word) { return name.contains(word, Qt::CaseInsensitive); })) {
        return Match::insideName;
    }
    const QString line = name + QLatin1Char(' ') + path;
    return all([&](const QString& word) { return line.contains(word, Qt::CaseInsensitive); }) ? Match::path
                                                                                              : Match::none;
}

bool isListKey(int key)
{
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

} // namespace

ActionFinder::ActionFinder(const QMenuBar& bar, QWidget* parent)
    : QDialog(parent), m_search(new QLineEdit), m_list(new QTreeWidget), m_actions(actionsIn(bar))
{
    setWindowTitle(tr("Find action"));
    m_search->setPlaceholderText(tr("Type a few letters of what you want to do"));
    m_search->setAccessibleName(tr("Search the actions"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setAccessibleName(tr("Actions"));
    m_list->setHeaderLabels({tr("Action"), tr("Menu"), tr("Shortcut")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    for (const MenuAction& each : m_actions) {
        addItem(each);
    }
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(nameColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(pathColumn, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(keysColumn, QHeaderView::ResizeToContents);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &ActionFinder::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &ActionFinder::choose);
    connect(m_list, &QTreeWidget::itemActivated, this, &ActionFinder::choose);
    filter({});
    resize(neededWidth(), usualHeight);
}

/// All names are read in full where the screen has the room.
int ActionFinder::neededWidth() const
{
    m_list->ensurePolished();
    int width = 0;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        const QString name = m_list->topLevelItem(row)->text(nameColumn);
        width = std::max(width, m_list->fontMetrics().horizontalAdvance(name));
    }
    for (const int column : {pathColumn, keysColumn}) {
        width += m_list->header()->sectionSize(column);
    }
    constexpr int margins = 72;
    return std::clamp(width + margins, smallestWidth, greatestWidth);
}

void ActionFinder::addItem(const MenuAction& each)
{
    const QAction& action = *each.action;
    QString name = withoutAccessKey(action.text());
    if (!action.isEnabled()) {
        name = tr("%1 (not possible now)").arg(name);
    } else if (action.isChecked()) {
        name = tr("%1 ✓").arg(name);
    }
    auto* item =
        new QTreeWidgetItem(m_list, {name, each.path, action.shortcut().toString(QKeySequence::NativeText)});
    item->setData(nameColumn, placeRole, m_list->topLevelItemCount() - 1);
    item->setToolTip(nameColumn, action.toolTip());
    // A disabled item could not be reached, and then nobody would hear that it is disabled.
    const auto role = action.isEnabled() ? QPalette::Text : QPalette::PlaceholderText;
    item->setForeground(nameColumn, palette().brush(role));
    for (const int column : {pathColumn, keysColumn}) {
        item->setForeground(column, palette().brush(QPalette::PlaceholderText));
    }
}

void ActionFinder::filter(const QString& text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QList<RankedItem> items;
    while (QTreeWidgetItem* item = m_list->takeTopLevelItem(0)) {
        const Match match = matchOf(item->text(nameColumn), item->text(pathColumn), words);
        items << RankedItem{match, item->data(nameColumn, placeRole).toInt(), item};
    }
    std::ranges::sort(items, {}, [](const RankedItem& each) { return std::pair(each.match, each.place); });
    for (const RankedItem& each : items) {
        m_list->addTopLevelItem(each.item);
        each.item->setHidden(each.match == Match::none);
    }
    const bool isFound = !items.isEmpty() && items.front().match != Match::none;
    m_list->setCurrentItem(isFound ? items.front().item : nullptr);
    m_list->scrollToTop();
}

void ActionFinder::choose()
{
    QTreeWidgetItem* item = m_list->currentItem();
    if (item == nullptr) {
        return;
    }
    QAction* action = m_actions[item->data(nameColumn, placeRole).toInt()].action;
    if (action != nullptr && action->isEnabled()) {
        m_chosen = action;
        accept();
    }
}

bool ActionFinder::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress &&
        isListKey(dynamic_cast<QKeyEvent*>(event)->key())) {
        QCoreApplication::sendEvent(m_list, event);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void findAction(const QMenuBar& bar, QWidget& window)
{
    ActionFinder finder(bar, &window);
    const bool isAccepted = finder.exec() == QDialog::Accepted;
    if (const QPointer<QAction> action = finder.chosen(); isAccepted && action) {
        // Once this dialog is gone, since the action may open one.
        QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
    }
}

} // namespace sluice
