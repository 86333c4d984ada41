// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/text_block.h"

#include "ui/plot/wrapped_text.h"

#include <cmath>

namespace sluice {

int widthInFigure(const QCPLayoutElement& element)
{
    const QCustomPlot& plot = *element.parentPlot();
    const QMargins outer = plot.plotLayout()->margins();
    const QMargins own = element.margins();
    return plot.viewport().width() - outer.left() - outer.right() - own.left() - own.right();
}

TextBlock::TextBlock(QCustomPlot& plot, const FigureStyle& style, Role role)
    : QCPLayoutElement(&plot), m_style(style), m_role(role)
{
}

QFont TextBlock::font() const
{
    return m_role == Role::title ? m_style.titleFont() : m_style.smallFont();
}

QStringList TextBlock::lines() const
{
    if (m_keptParts > 0) {
        return wrappedWithEnd(m_text, m_keptParts, font(), widthInFigure(*this), m_maximumLines);
    }
    return wrapped(m_text, font(), widthInFigure(*this), m_maximumLines);
}

QSize TextBlock::minimumOuterSizeHint() const
{
    const double height = QFontMetricsF(font()).height() * static_cast<double>(lines().size());
    return {0, static_cast<int>(std::ceil(height))};
}

QSize TextBlock::maximumOuterSizeHint() const
{
    return {QWIDGETSIZE_MAX, minimumOuterSizeHint().height()};
}

void TextBlock::draw(QCPPainter* painter)
{
    const QFontMetricsF metrics(font());
    painter->setFont(font());
    painter->setPen(m_role == Role::title ? m_style.theme->text : m_style.theme->secondaryText);
    double baseline = rect().top() + metrics.ascent();
    for (const QString& line : lines()) {
        painter->drawText(QPointF(rect().left(), baseline), line);
        baseline += metrics.height();
    }
}

} // namespace sluice
