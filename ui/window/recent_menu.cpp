// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/recent_menu.h"

#include "ui/workspace/recent_files.h"

#include <QDir>
#include <QFileInfo>

namespace sluice {

RecentMenu::RecentMenu(RecentFiles& files, QWidget* parent)
    : QMenu(tr("Open &recent"), parent), m_files(files)
{
    setToolTipsVisible(true);
    // Later, since it may be one of the actions here that has changed them.
    connect(&m_files, &RecentFiles::changed, this, &RecentMenu::refill, Qt::QueuedConnection);
    // Another window may have opened something in the meantime.
    connect(this, &QMenu::aboutToShow, this, &RecentMenu::refill);
    refill();
}

void RecentMenu::refill()
{
    clear();
    const QStringList paths = RecentFiles::paths();
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const QString& path = paths[i];
        QString name = QFileInfo(path).fileName();
        QAction* action = addAction(
            QStringLiteral("&%1  %2").arg(i + 1).arg(name.replace(QLatin1Char('&'), QLatin1String("&&"))));
        action->setToolTip(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, path] { emit fileChosen(path); });
    }
    if (paths.isEmpty()) {
        addAction(tr("No files yet"))->setEnabled(false);
        return;
    }
    addSeparator();
    QAction* forget = addAction(tr("&Clear the list"));
    forget->setToolTip(tr("Forget these files; they stay where they are"));
    connect(forget, &QAction::triggered, &m_files, &RecentFiles::clear);
}

} // namespace sluice
