// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tool_icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace sluice {

namespace {

/// A shape in a square of side 1, filled anew whenever it is shown: the palette may have changed.
class ShapeIconEngine : public QIconEngine
{
public:
    explicit ShapeIconEngine(const QPainterPath& shape) : m_shape(shape) {}

    void paint(QPainter* painter, const QRect& area, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(area.topLeft());
        painter->scale(area.width(), area.height());
        painter->fillPath(m_shape, QGuiApplication::palette().color(group, QPalette::ButtonText));
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new ShapeIconEngine(m_shape); }

private:
    QPainterPath m_shape;
};

QIcon iconOf(const QPainterPath& shape)
{
    // The icon takes the engine.
    return QIcon(new ShapeIconEngine(shape));
}

} // namespace

QIcon playIcon()
{
    QPainterPath triangle(QPointF(0.22, 0.12));
    triangle.lineTo(0.88, 0.5);
    triangle.lineTo(0.22, 0.88);
    triangle.closeSubpath();
    return iconOf(triangle);
}

QIcon pauseIcon()
{
    QPainterPath bars;
    bars.addRect(QRectF(0.18, 0.14, 0.22, 0.72));
    bars.addRect(QRectF(0.6, 0.14, 0.22, 0.72));
    return iconOf(bars);
}

} // namespace sluice
