// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>
#include <QTextCharFormat>

namespace sluice {

struct Theme;

/// Light colouring of the expression language: what stands out is what the program is about, noise and gates.
class ExpressionHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit ExpressionHighlighter(QTextDocument* document);

    void setTheme(const Theme& theme);

protected:
    void highlightBlock(const QString& text) override;

private:
    [[nodiscard]] const QTextCharFormat* formatOfWord(const QString& word) const;

    QTextCharFormat m_comment;
    QTextCharFormat m_string;
    QTextCharFormat m_number;
    QTextCharFormat m_keyword;
    QTextCharFormat m_noise;
    QTextCharFormat m_control;
};

} // namespace sluice
