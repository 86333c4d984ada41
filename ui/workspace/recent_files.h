// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace sluice {

/// The files that were opened or saved last, the last first. All windows share them through the settings.
class RecentFiles : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 8;

    using QObject::QObject;

    [[nodiscard]] static QStringList paths();
    void add(const QString& path);
    void remove(const QString& path);
    void clear();

signals:
    void changed();

private:
    void store(const QStringList& paths);
};

} // namespace sluice
