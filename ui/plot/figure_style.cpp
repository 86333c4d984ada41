// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/figure_style.h"

#include "ui/local_number.h"

namespace sluice {

QFont FigureStyle::fontOfSize(int pixels, bool bold)
{
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(pixels);
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(
        static_cast<QFont::StyleStrategy>(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
    return font;
}

QString FigureStyle::decimalSign() const
{
    const auto point = QStringLiteral(".");
    return quality == DrawingQuality::print ? point : localNumber(point);
}

QPen FigureStyle::meanPen(const QColor& color, Qt::PenStyle dash) const
{
    QPen pen(color, meanWidth * lineScale(), dash, Qt::FlatCap, Qt::RoundJoin);
    if (quality == DrawingQuality::quick) {
        pen.setWidthF(1.0);
    }
    return pen;
}

QPen FigureStyle::noiseFreePen() const
{
    QPen pen(theme->text, quality == DrawingQuality::quick ? 1.0 : noiseFreeWidth * lineScale());
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({4.0, 3.0});
    return pen;
}

QPen FigureStyle::differencePen() const
{
    QPen pen(theme->text, quality == DrawingQuality::quick ? 1.0 : noiseFreeWidth * lineScale());
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({1.5, 1.5, 6.0, 1.5});
    return pen;
}

QPen FigureStyle::pathPen(const QColor& color)
{
    return {withOpacity(color, 0.25), 1.0};
}

QPen FigureStyle::outlinePen(const QColor& color)
{
    return {withOpacity(color, 0.7), 1.0};
}

QPen FigureStyle::pointOfInterestPen() const
{
    QPen pen(withOpacity(theme->secondaryText, 0.8), 1.0);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({1.5, 2.5});
    return pen;
}

QColor withOpacity(QColor color, double opacity)
{
    color.setAlphaF(static_cast<float>(opacity));
    return color;
}

} // namespace sluice
