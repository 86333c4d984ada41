// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace sluice {

class RecentFiles;

/// The files of the last time, to be opened again.
class RecentMenu : public QMenu
{
    Q_OBJECT

public:
    explicit RecentMenu(RecentFiles& files, QWidget* parent = nullptr);

signals:
    void fileChosen(const QString& path);

private:
    void refill();

    RecentFiles& m_files;
};

} // namespace sluice
