// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>
#include <QTextCharFormat>

namespace sluice {

struct Theme;

/// Light colouring of Python as the program writes it: what stands out is what the program is about, noise
/// and what makes the backward pass differ from the forward pass.
class PythonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit PythonHighlighter(QTextDocument* document);

    void setTheme(const Theme& theme);

protected:
    enum class Word
    {
        plain,
        keyword,
        noise,
        control ///< decides what flows back
    };
    /// What a name is. It may stand anywhere but in strings and comments.
    [[nodiscard]] virtual Word kindOf(const QString& word) const;
    void highlightBlock(const QString& text) override;

private:
    /// Goes on with a string of several lines, if one is open. @return where it ends
    int highlightOpenString(const QString& text);
    [[nodiscard]] const QTextCharFormat* formatOf(Word word) const;

    QTextCharFormat m_comment;
    QTextCharFormat m_string;
    QTextCharFormat m_number;
    QTextCharFormat m_keyword;
    QTextCharFormat m_noise;
    QTextCharFormat m_control;
};

} // namespace sluice
