// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formula/formula_painter.h"

#include <QPainter>

namespace sluice {

namespace {

QColor inkOf(TypesetFormula::Mark mark, const QColor& inherited, const Theme& theme)
{
    switch (mark) {
    case TypesetFormula::Mark::noisy:
        return theme.noise;
    case TypesetFormula::Mark::noiseFree:
        return theme.noiseFree;
    case TypesetFormula::Mark::stopped:
        return theme.stopped;
    case TypesetFormula::Mark::none:
        break;
    }
    return inherited;
}

void paintGround(QPainter& painter, const QRectF& area, TypesetFormula::Mark mark, const QColor& ink,
                 double tint)
{
    if (mark == TypesetFormula::Mark::noisy || mark == TypesetFormula::Mark::noiseFree) {
        QColor ground = ink;
        ground.setAlphaF(static_cast<float>(tint));
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(area, 3.0, 3.0);
    }
}

void paintBox(QPainter& painter, const FormulaBox& box, const QPointF& origin, const QColor& inherited,
              const Theme& theme)
{
    const QColor ink = inkOf(box.mark, inherited, theme);
    paintGround(painter, box.rectangle().translated(origin), box.mark, ink, theme.tintShare());
    if (!box.text.isEmpty()) {
        painter.setPen(ink);
        painter.setFont(box.font);
        painter.drawText(origin, box.text);
    }
    const bool isAnnotated = box.kind == TypesetFormula::Kind::annotated && !box.parts.empty();
    // A note is about what it stands below.
    const QColor noteInk = isAnnotated ? inkOf(box.parts.front().mark, ink, theme) : ink;
    for (const FormulaBox& part : box.parts) {
        paintBox(painter, part, origin + part.origin, noteInk, theme);
    }
    painter.setBrush(Qt::NoBrush);
    if (!box.strokes.isEmpty()) {
        painter.setPen(QPen(ink, box.lineWidth, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.drawPath(box.strokes.translated(origin));
    }
    if (!box.strikeOut.isNull()) {
        painter.setPen(QPen(ink, 1.4 * box.lineWidth, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(box.strikeOut.translated(origin));
    }
}

} // namespace

void paint(QPainter& painter, const FormulaBox& box, const QPointF& origin, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, box, origin, theme.text, theme);
    painter.restore();
}

} // namespace sluice
