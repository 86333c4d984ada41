// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QLocale>
#include <QString>
#include <QTranslator>

namespace sluice {

/// A language that the window speaks.
struct Language
{
    /// As in ISO 639: `ru`.
    QString code;
    /// In the language itself.
    QString name;

    bool operator==(const Language&) const = default;
};

/// All of them, that of the sources first.
[[nodiscard]] const QList<Language>& languages();

/// The language for someone's choice, or for their desktop where they chose none or one that there isn't.
[[nodiscard]] Language languageFor(const QString& chosenCode, const QLocale& desktop);

/// For as long as it lives, what is shown from now on is in a language: the program's texts, Qt's own, and
/// numbers.
class Translation
{
public:
    explicit Translation(const Language& language);
    ~Translation();
    Translation(const Translation&) = delete;
    Translation& operator=(const Translation&) = delete;

private:
    QLocale m_before;
    QTranslator m_ofQt;
    QTranslator m_ofProgram;
};

} // namespace sluice
