// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

#include <algorithm>

namespace sluice {

const QList<Language>& languages()
{
    static const QList<Language> all{{QStringLiteral("en"), QStringLiteral("English")},
                                     {QStringLiteral("ru"), QStringLiteral("Русский")}};
    return all;
}

Language languageFor(const QString& chosenCode, const QLocale& desktop)
{
    const QString desktopCode = desktop.name().section(QLatin1Char('_'), 0, 0);
    for (const QString& code : {chosenCode, desktopCode}) {
        const auto found = std::ranges::find(languages(), code, &Language::code);
        if (found != languages().end()) {
            return *found;
        }
    }
    return languages().front();
}

Translation::Translation(const Language& language)
{
    QLocale locale(language.code);
    // Thousands stand without a sign between them, as in the text.
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QLocale::setDefault(locale);
    if (language == languages().front()) {
        return;
    }
    // Where Qt's own translations are not installed, its few texts stay English.
    if (m_ofQt.load(QStringLiteral("qtbase_") + language.code,
                    QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_ofQt);
    }
    if (m_ofProgram.load(QStringLiteral(":/translations/sluice_%1.qm").arg(language.code))) {
        QCoreApplication::installTranslator(&m_ofProgram);
    }
}

Translation::~Translation()
{
    QCoreApplication::removeTranslator(&m_ofProgram);
    QCoreApplication::removeTranslator(&m_ofQt);
    QLocale::setDefault(m_before);
}

} // namespace sluice
