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

namespace sluice {

namespace {

constexpr int nameColumn = 0;
constexpr int pathColumn = 1;
constexpr int keysColumn = 2;

bool isListKey(int key)
{
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

} // namespace

ActionFinder::ActionFinder(const QMenuBar& bar, QWidget* parent)
    : QDialog(parent), m_search(new QLineEdit), m_list(new QTreeWidget), m_actions(actionsIn(bar))
{
    setWindowTitle(tr("Find action"));
    resize(600, 420);
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
    QTreeWidgetItem* first = nullptr;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_list->topLevelItem(row);
        const QString line = item->text(nameColumn) + QLatin1Char(' ') + item->text(pathColumn);
        const bool isFound = std::ranges::all_of(
            words, [&](const QString& word) { return line.contains(word, Qt::CaseInsensitive); });
        item->setHidden(!isFound);
        if (isFound && first == nullptr) {
            first = item;
        }
    }
    m_list->setCurrentItem(first);
}

void ActionFinder::choose()
{
    QTreeWidgetItem* item = m_list->currentItem();
    if (item == nullptr) {
        return;
    }
    QAction* action = m_actions[m_list->indexOfTopLevelItem(item)].action;
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
