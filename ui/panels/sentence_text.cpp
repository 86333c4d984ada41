// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/sentence_text.h"

#include "ui/local_number.h"
#include "ui/phrase_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <string>

namespace sluice {

namespace {

struct SentenceText
{
    Q_DECLARE_TR_FUNCTIONS(sluice::SentenceText)
};

/// ` (and at 4 other points)`.
QString otherPoints(int others)
{
    switch (others) {
    case 0:
        return {};
    case 1:
        return SentenceText::tr(" (and at 1 other point)");
    default:
        return SentenceText::tr(" (and at %1 other points)").arg(others);
    }
}

/// `a, b, … and z` as `a … z (26 in all)` where there are many, and in the user's language; whatever is no
/// list of names stays.
std::string shortened(const std::string& text)
{
    static const QRegularExpression names(QStringLiteral(R"(^[\w.#]+(, [\w.#]+)* and [\w.#]+$)"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    constexpr qsizetype most = 6;
    const QString list = QString::fromStdString(text);
    if (!names.match(list).hasMatch()) {
        return text == "infinite"
                   ? QCoreApplication::translate("sluice::SentenceText", "infinite").toStdString()
                   : text;
    }
    QStringList each = list.section(QStringLiteral(" and "), 0, 0).split(QStringLiteral(", "));
    const QString last = list.section(QStringLiteral(" and "), 1);
    if (each.size() >= most) {
        return QCoreApplication::translate("sluice::SentenceText", "%1 … %2 (%3 in all)")
            .arg(each.front(), last)
            .arg(each.size() + 1)
            .toStdString();
    }
    return QCoreApplication::translate("sluice::SentenceText", "%1 and %2")
        .arg(each.join(QStringLiteral(", ")), last)
        .toStdString();
}

} // namespace

QString sentenceText(const Sentence& sentence)
{
    Sentence brief = sentence;
    std::ranges::transform(brief.texts, brief.texts.begin(), shortened);
    const std::string others = otherPoints(furtherPointsOf(brief)).toStdString();
    const std::string pattern = translatedPattern(patternOf(brief.statement)).toStdString();
    const std::string decimalSign = localNumber(QStringLiteral(".")).toStdString();
    // A number stands by itself; what is an expression has its sign against a bracket or between spaces.
    static const QRegularExpression signOfNumber(QStringLiteral(R"((?<=\s)-(?=\d))"));
    return QString::fromStdString(filledIn(pattern, brief, others, decimalSign))
        .replace(signOfNumber, QStringLiteral("−"));
}

} // namespace sluice
