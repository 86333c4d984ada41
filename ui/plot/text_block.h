// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_style.h"

#include <qcustomplot.h>

namespace sluice {

/// A text in the figure's layout, wrapped to the figure's width: its title or its caption.
class TextBlock : public QCPLayoutElement
{
    Q_OBJECT

public:
    enum class Role
    {
        title,
        caption
    };

    TextBlock(QCustomPlot& plot, const FigureStyle& style, Role role);

    void setText(const QString& text) { m_text = text; }
    void setMaximumLines(int lines) { m_maximumLines = lines; }
    /// Of a text that is too long, these many of its last parts are kept.
    void keepLastParts(int count) { m_keptParts = count; }

    [[nodiscard]] QSize minimumOuterSizeHint() const override;
    [[nodiscard]] QSize maximumOuterSizeHint() const override;

protected:
    void draw(QCPPainter* painter) override;

private:
    [[nodiscard]] QFont font() const;
    [[nodiscard]] QStringList lines() const;

    const FigureStyle& m_style;
    Role m_role;
    QString m_text;
    int m_maximumLines = 4;
    int m_keptParts = 0;
};

/// The width that an element of a figure has, known before its height is.
[[nodiscard]] int widthInFigure(const QCPLayoutElement& element);

} // namespace sluice
