// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/phrase_text.h"

#include "core/wording/phrased_error.h"

#include <QCoreApplication>

#include <string>

namespace sluice {

QString translatedPattern(std::string_view pattern)
{
    const std::string source(pattern);
    return QCoreApplication::translate("Phrase", source.c_str());
}

QString translated(const Phrase& phrase)
{
    if (phrase.isEmpty()) {
        return {};
    }
    const auto inWords = [](std::string_view pattern) { return translatedPattern(pattern).toStdString(); };
    return QString::fromStdString(worded(phrase, inWords));
}

QString messageOf(const std::exception& error)
{
    const auto* phrased = dynamic_cast<const PhrasedError*>(&error);
    return phrased != nullptr ? translated(phrased->phrase()) : QString::fromUtf8(error.what());
}

} // namespace sluice
