// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/pane.h"

#include "ui/plot/bands.h"
#include "ui/plot/lines.h"
#include "ui/plot/marks.h"
#include "ui/plot/paths.h"

namespace sluice {

namespace {

ValueRange shownRange(const QCPAxis& axis)
{
    return {axis.range().lower, axis.range().upper};
}

} // namespace

Pane::Pane(QCPAxisRect& axisRect, const FigureStyle& style)
    : QCPLayerable(axisRect.parentPlot(), QStringLiteral("main")), m_axisRect(axisRect), m_style(style)
{
}

Frame Pane::frame() const
{
    // The axes put their lower end on the last row of pixels inside the rectangle, not below it.
    return {QRectF(m_axisRect.rect()).translated(0.0, -1.0), shownRange(*m_axisRect.axis(QCPAxis::atBottom)),
            shownRange(*m_axisRect.axis(QCPAxis::atLeft)),
            m_content.isLogarithmic() ? Frame::Scale::logarithmic : Frame::Scale::linear};
}

std::optional<double> Pane::exceptionalAt(const QPointF& pixel) const
{
    const std::vector<ExceptionalMark> marks = exceptionalMarks(frame(), m_content, m_style);
    const ExceptionalMark* mark = markAt(pixel, marks);
    return mark != nullptr ? std::optional(m_content.x[mark->point]) : std::nullopt;
}

void Pane::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(true);
}

void Pane::draw(QCPPainter* painter)
{
    const Frame shown = frame();
    if (shown.rectangle().width() < 2 || shown.rectangle().height() < 2) {
        return;
    }
    drawPointsOfInterest(*painter, shown, m_content, m_style);
    drawBands(*painter, shown, m_content, m_style);
    drawPaths(*painter, shown, m_content, m_style);
    drawLines(*painter, shown, m_content, m_style);
    drawExceptionalMarks(*painter, exceptionalMarks(shown, m_content, m_style));
    drawNumbers(*painter, shown, m_content, m_style);
}

} // namespace sluice
