// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QAction;
class QMenuBar;

namespace sluice {

/// An action and the way to it through the menus.
struct MenuAction
{
    QAction* action = nullptr;
    /// The titles of the menus, as "View › Panels"; without the action's own text.
    QString path;
};

/// Every action in the menus, in their order; a menu itself is none.
[[nodiscard]] QList<MenuAction> actionsIn(const QMenuBar& bar);

/// A text of a menu without the marks of its access keys.
[[nodiscard]] QString withoutAccessKey(const QString& text);

} // namespace sluice
