// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open_window.h"

#include "ui/main_window.h"
#include "ui/theme.h"
#include "ui/window/language_menu.h"

#include <QApplication>
#include <QStandardPaths>
#include <QString>

#include <utility>

namespace sluice {

int openWindow(ExperimentFile file, const QString& title, const QString& path)
{
    QCoreApplication::setOrganizationName(QStringLiteral("Sluice"));
    QCoreApplication::setApplicationName(QStringLiteral("Sluice"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SLUICE_VERSION));
    QGuiApplication::setApplicationDisplayName(QString());
    QApplication::setStyle(QStringLiteral("Fusion"));
    installFonts();

    const Translation translation(rememberedLanguage());
    MainWindow window(std::move(file), title, path);
    window.restoreSettings();
    window.keepWork(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                    QStringLiteral("/recovery"));
    window.show();
    return QApplication::exec();
}

} // namespace sluice
