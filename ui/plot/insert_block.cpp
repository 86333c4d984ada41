// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/insert_block.h"

#include "ui/plot/text_block.h"

#include <algorithm>
#include <cmath>

namespace sluice {

InsertBlock::InsertBlock(QCustomPlot& plot, const FigureStyle& style)
    : QCPLayoutElement(&plot), m_style(style)
{
}

QSize InsertBlock::minimumOuterSizeHint() const
{
    const double height = m_insert ? m_insert->heightFor(widthInFigure(*this), m_style) : 0.0;
    return {0, std::min(static_cast<int>(std::ceil(height)), m_maximumHeight)};
}

QSize InsertBlock::maximumOuterSizeHint() const
{
    return {QWIDGETSIZE_MAX, minimumOuterSizeHint().height()};
}

void InsertBlock::draw(QCPPainter* painter)
{
    if (m_insert) {
        painter->save();
        m_insert->paint(*painter, rect(), m_style);
        painter->restore();
    }
}

} // namespace sluice
