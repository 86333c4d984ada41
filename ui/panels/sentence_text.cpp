// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/sentence_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <string>

namespace sluice {

namespace {

/// `a, b, … and z` as `a … z (26)` where there are many; whatever is no list of names stays.
std::string shortened(const std::string& text)
{
    static const QRegularExpression names(QStringLiteral(R"(^[\w.#]+(, [\w.#]+){5,} and [\w.#]+$)"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    const QString list = QString::fromStdString(text);
    if (!names.match(list).hasMatch()) {
        return text;
    }
    return QCoreApplication::translate("Sentence", "%1 … %2 (%3 in all)")
        .arg(list.section(QStringLiteral(", "), 0, 0), list.section(QLatin1Char(' '), -1))
        .arg(list.count(QLatin1Char(',')) + 2)
        .toStdString();
}

} // namespace

QString sentenceText(const Sentence& sentence)
{
    Sentence brief = sentence;
    std::ranges::transform(brief.texts, brief.texts.begin(), shortened);
    return QString::fromStdString(inEnglish(brief));
}

} // namespace sluice
