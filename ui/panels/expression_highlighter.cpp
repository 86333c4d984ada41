// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/expression_highlighter.h"

#include "core/operations/table.h"
#include "ui/theme.h"

#include <QRegularExpression>
#include <QSet>

namespace sluice {

namespace {

/// Comment, string, number, word: whichever comes first.
const QRegularExpression& tokens()
{
    static const QRegularExpression expression(
        QStringLiteral(
            R"((?<comment>#.*$)|(?<string>"[^"]*"?|'[^']*'?)|(?<number>\b\d[\d_]*\.?[\d_]*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|(?<word>[^\W\d]\w*))"),
        QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

bool isKeyword(const QString& word)
{
    static const QSet<QString> keywords{
        QStringLiteral("import"), QStringLiteral("from"),   QStringLiteral("as"),   QStringLiteral("def"),
        QStringLiteral("return"), QStringLiteral("lambda"), QStringLiteral("for"),  QStringLiteral("in"),
        QStringLiteral("range"),  QStringLiteral("with"),   QStringLiteral("True"), QStringLiteral("False"),
        QStringLiteral("None"),   QStringLiteral("if"),     QStringLiteral("else")};
    return keywords.contains(word);
}

} // namespace

ExpressionHighlighter::ExpressionHighlighter(QTextDocument* document) : QSyntaxHighlighter(document)
{
    m_keyword.setFontWeight(QFont::Bold);
}

void ExpressionHighlighter::setTheme(const Theme& theme)
{
    m_comment.setForeground(theme.secondaryText);
    m_comment.setFontItalic(true);
    m_string.setForeground(theme.secondaryText);
    m_number.setForeground(theme.accent);
    m_keyword.setForeground(theme.text);
    m_noise.setForeground(theme.noise);
    m_control.setForeground(theme.noiseFree);
    rehighlight();
}

const QTextCharFormat* ExpressionHighlighter::formatOfWord(const QString& word) const
{
    if (isKeyword(word)) {
        return &m_keyword;
    }
    const Operation* operation = findOperation(word.toStdString());
    if (operation == nullptr) {
        return nullptr;
    }
    switch (operation->role) {
    case Role::noise:
        return &m_noise;
    case Role::stopGradient:
    case Role::surrogate:
    case Role::customGradient:
    case Role::gradient:
        return &m_control;
    default:
        return nullptr;
    }
}

void ExpressionHighlighter::highlightBlock(const QString& text)
{
    auto matches = tokens().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const auto begin = static_cast<int>(match.capturedStart());
        const auto length = static_cast<int>(match.capturedLength());
        if (!match.capturedView(u"comment").isEmpty()) {
            setFormat(begin, length, m_comment);
        } else if (!match.capturedView(u"string").isEmpty()) {
            setFormat(begin, length, m_string);
        } else if (!match.capturedView(u"number").isEmpty()) {
            setFormat(begin, length, m_number);
        } else if (const QTextCharFormat* format = formatOfWord(match.captured())) {
            setFormat(begin, length, *format);
        }
    }
}

} // namespace sluice
