// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/python_highlighter.h"

#include "ui/theme.h"

#include <QRegularExpression>
#include <QSet>

namespace sluice {

namespace {

const QString quotes = QStringLiteral(R"(""")");

/// What the block before left open.
enum BlockState
{
    nothingOpen = -1,
    openString = 1
};

/// Comment, string, number, word: whichever comes first. A string of several lines may be left open.
const QRegularExpression& tokens()
{
    static const QRegularExpression expression(
        QStringLiteral(
            R"((?<comment>#.*$)|(?<string>"""(?:.*?""")?|"[^"]*"?|'[^']*'?)|(?<number>\b\d[\d_]*\.?[\d_]*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|(?<word>[^\W\d]\w*))"),
        QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

bool isKeyword(const QString& word)
{
    static const QSet<QString> keywords{
        QStringLiteral("and"),    QStringLiteral("as"),     QStringLiteral("assert"), QStringLiteral("class"),
        QStringLiteral("def"),    QStringLiteral("del"),    QStringLiteral("elif"),   QStringLiteral("else"),
        QStringLiteral("except"), QStringLiteral("False"),  QStringLiteral("for"),    QStringLiteral("from"),
        QStringLiteral("if"),     QStringLiteral("import"), QStringLiteral("in"),     QStringLiteral("is"),
        QStringLiteral("lambda"), QStringLiteral("None"),   QStringLiteral("not"),    QStringLiteral("or"),
        QStringLiteral("raise"),  QStringLiteral("return"), QStringLiteral("True"),   QStringLiteral("try"),
        QStringLiteral("while"),  QStringLiteral("with"),   QStringLiteral("yield")};
    return keywords.contains(word);
}

bool isControl(const QString& word)
{
    static const QSet<QString> names{
        QStringLiteral("stop_gradient"), QStringLiteral("detach"),     QStringLiteral("no_grad"),
        QStringLiteral("custom_jvp"),    QStringLiteral("custom_vjp"), QStringLiteral("custom_gradient"),
        QStringLiteral("Function"),      QStringLiteral("surrogate"),  QStringLiteral("straight_through")};
    return names.contains(word);
}

} // namespace

PythonHighlighter::PythonHighlighter(QTextDocument* document) : QSyntaxHighlighter(document)
{
    m_keyword.setFontWeight(QFont::Bold);
}

void PythonHighlighter::setTheme(const Theme& theme)
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

PythonHighlighter::Word PythonHighlighter::kindOf(const QString& word) const
{
    if (isKeyword(word)) {
        return Word::keyword;
    }
    if (isControl(word)) {
        return Word::control;
    }
    const bool isNoise = word == QStringLiteral("noise") || word == QStringLiteral("draw");
    return isNoise ? Word::noise : Word::plain;
}

const QTextCharFormat* PythonHighlighter::formatOf(Word word) const
{
    switch (word) {
    case Word::keyword:
        return &m_keyword;
    case Word::noise:
        return &m_noise;
    case Word::control:
        return &m_control;
    case Word::plain:
        break;
    }
    return nullptr;
}

int PythonHighlighter::highlightOpenString(const QString& text)
{
    if (previousBlockState() != openString) {
        return 0;
    }
    const auto end = static_cast<int>(text.indexOf(quotes));
    const int length = end < 0 ? static_cast<int>(text.size()) : end + static_cast<int>(quotes.size());
    setFormat(0, length, m_string);
    if (end < 0) {
        setCurrentBlockState(openString);
    }
    return length;
}

void PythonHighlighter::highlightBlock(const QString& text)
{
    setCurrentBlockState(nothingOpen);
    auto matches = tokens().globalMatch(text, highlightOpenString(text));
    while (matches.hasNext()) {
        const auto match = matches.next();
        const auto begin = static_cast<int>(match.capturedStart());
        const auto length = static_cast<int>(match.capturedLength());
        if (!match.capturedView(u"comment").isEmpty()) {
            setFormat(begin, length, m_comment);
        } else if (match.capturedView(u"string") == quotes) {
            setFormat(begin, static_cast<int>(text.size()) - begin, m_string);
            setCurrentBlockState(openString);
            return;
        } else if (!match.capturedView(u"string").isEmpty()) {
            setFormat(begin, length, m_string);
        } else if (!match.capturedView(u"number").isEmpty()) {
            setFormat(begin, length, m_number);
        } else if (const QTextCharFormat* format = formatOf(kindOf(match.captured()))) {
            setFormat(begin, length, *format);
        }
    }
}

} // namespace sluice
