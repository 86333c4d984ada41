// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/recent_files.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace sluice {

namespace {

const QString recentKey = QStringLiteral("files/recent");

QString cleaned(const QString& path)
{
    return QDir::cleanPath(QFileInfo(path).absoluteFilePath());
}

} // namespace

QStringList RecentFiles::paths()
{
    return QSettings().value(recentKey).toStringList().mid(0, most);
}

void RecentFiles::add(const QString& path)
{
    QStringList next = paths();
    next.removeAll(cleaned(path));
    next.prepend(cleaned(path));
    store(next.mid(0, most));
}

void RecentFiles::remove(const QString& path)
{
    QStringList next = paths();
    next.removeAll(cleaned(path));
    store(next);
}

void RecentFiles::clear()
{
    store({});
}

void RecentFiles::store(const QStringList& paths)
{
    QSettings().setValue(recentKey, paths);
    emit changed();
}

} // namespace sluice
