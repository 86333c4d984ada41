// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open_window.h"

#include "ui/main_window.h"
#include "ui/theme.h"

#include <QApplication>
#include <QString>

#include <utility>

namespace sluice {

int openWindow(ExperimentFile file, const QString& title)
{
    QCoreApplication::setOrganizationName(QStringLiteral("Sluice"));
    QCoreApplication::setApplicationName(QStringLiteral("Sluice"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SLUICE_VERSION));
    QGuiApplication::setApplicationDisplayName(QString());
    QApplication::setStyle(QStringLiteral("Fusion"));
    installFonts();

    MainWindow window(std::move(file), title);
    window.restoreSettings();
    window.show();
    return QApplication::exec();
}

} // namespace sluice
