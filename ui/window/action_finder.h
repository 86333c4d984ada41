// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/menu_actions.h"

#include <QDialog>

class QLineEdit;
class QTreeWidget;

namespace sluice {

/// All actions in one list that is searched by typing; Enter does the one that is selected.
class ActionFinder : public QDialog
{
    Q_OBJECT

public:
    explicit ActionFinder(const QMenuBar& bar, QWidget* parent = nullptr);

    /// The action to do once the dialog is closed; null where none was chosen.
    [[nodiscard]] QAction* chosen() const { return m_chosen; }

protected:
    /// Up and down move through the list while the search has the focus.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addItem(const MenuAction& each);
    [[nodiscard]] int neededWidth() const;
    void filter(const QString& text);
    void choose();

    QLineEdit* m_search = nullptr;
    QTreeWidget* m_list = nullptr;
    QList<MenuAction> m_actions;
    QAction* m_chosen = nullptr;
};

/// Lets the user find an action and does it.
void findAction(const QMenuBar& bar, QWidget& window);

} // namespace sluice
