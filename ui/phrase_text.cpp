// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/phrase_text.h"

#include "core/wording/phrased_error.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <string>

namespace sluice {

namespace {

struct PhraseText
{
    Q_DECLARE_TR_FUNCTIONS(sluice::PhraseText)
};

/// A quoted backtick is one itself: there is no name between it and the next.
QString withQuotationMarks(QString text)
{
    static const QRegularExpression quoted(QStringLiteral("`([^`\n]+)`"));
    const QString marks = PhraseText::tr("“%1”", "a name or a piece of the expression");
    return text.replace(quoted, QString(marks).replace(QStringLiteral("%1"), QStringLiteral("\\1")));
}

} // namespace

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
    return withQuotationMarks(QString::fromStdString(worded(phrase, inWords)));
}

QString messageOf(const std::exception& error)
{
    const auto* phrased = dynamic_cast<const PhrasedError*>(&error);
    return phrased != nullptr ? translated(phrased->phrase())
                              : withQuotationMarks(QString::fromUtf8(error.what()));
}

} // namespace sluice
