// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>
#include <QPointer>
#include <QString>

class QMenuBar;

namespace sluice {

/// An action and the way to it through the menus.
struct MenuAction
{
    /// Null once a menu that is filled anew has dropped it.
    QPointer<QAction> action;
    /// The titles of the menus, as "View › Panels"; without the action's own text.
    QString path;
};

/// Every action in the menus, in their order; a menu itself is none.
[[nodiscard]] QList<MenuAction> actionsIn(const QMenuBar& bar);

/// A text of a menu without the marks of its access keys.
[[nodiscard]] QString withoutAccessKey(const QString& text);

} // namespace sluice
