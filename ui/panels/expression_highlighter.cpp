// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/expression_highlighter.h"

#include "core/operations/table.h"

#include <QSet>

namespace sluice {

namespace {

bool isLanguageKeyword(const QString& word)
{
    static const QSet<QString> keywords{
        QStringLiteral("import"), QStringLiteral("from"),   QStringLiteral("as"),   QStringLiteral("def"),
        QStringLiteral("return"), QStringLiteral("lambda"), QStringLiteral("for"),  QStringLiteral("in"),
        QStringLiteral("range"),  QStringLiteral("with"),   QStringLiteral("True"), QStringLiteral("False"),
        QStringLiteral("None"),   QStringLiteral("if"),     QStringLiteral("else")};
    return keywords.contains(word);
}

} // namespace

ExpressionHighlighter::Word ExpressionHighlighter::kindOf(const QString& word) const
{
    if (isLanguageKeyword(word)) {
        return Word::keyword;
    }
    const Operation* operation = findOperation(word.toStdString());
    if (operation == nullptr) {
        return Word::plain;
    }
    switch (operation->role) {
    case Role::noise:
        return Word::noise;
    case Role::stopGradient:
    case Role::surrogate:
    case Role::customGradient:
    case Role::gradient:
        return Word::control;
    default:
        return Word::plain;
    }
}

} // namespace sluice
