// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/menu_actions.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

namespace sluice {

namespace {

void collectActions(const QList<QAction*>& actions, const QString& path, QList<MenuAction>& found)
{
    for (QAction* action : actions) {
        if (action->isSeparator() || !action->isVisible()) {
            continue;
        }
        if (QMenu* menu = action->menu()) {
            // Some are filled only when they are opened.
            emit menu->aboutToShow();
            const QString title = withoutAccessKey(menu->title());
            collectActions(menu->actions(),
                           path.isEmpty() ? title : QStringLiteral("%1 › %2").arg(path, title), found);
        } else {
            found.push_back({action, path});
        }
    }
}

} // namespace

QList<MenuAction> actionsIn(const QMenuBar& bar)
{
    QList<MenuAction> found;
    collectActions(bar.actions(), {}, found);
    return found;
}

QString withoutAccessKey(const QString& text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('&') && i + 1 < text.size()) {
            ++i;
        }
        result += text[i];
    }
    return result;
}

} // namespace sluice
