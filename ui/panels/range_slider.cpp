// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/range_slider.h"

#include "ui/workspace/literal_rewriting.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sluice {

namespace {

constexpr double handleRadius = 6.0;
constexpr double grooveEnd = handleRadius + 3.0;
constexpr double grooveWidth = 3.0;
constexpr double stepsPerPage = 10.0;

} // namespace

RangeSlider::RangeSlider(Handles handles, QWidget* parent) : QWidget(parent), m_handles(handles)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void RangeSlider::setLimits(double minimum, double maximum)
{
    if (!std::isfinite(minimum) || !std::isfinite(maximum) || !(minimum < maximum)) {
        return;
    }
    m_minimum = minimum;
    m_maximum = maximum;
    m_step = stepForRange(minimum, maximum);
    update();
}

void RangeSlider::setValues(double low, double high)
{
    m_low = low;
    m_high = high;
    describe();
    update();
}

void RangeSlider::setAccent(const QColor& color)
{
    m_accent = color;
    update();
}

void RangeSlider::describe()
{
    const auto shown = [](double value) { return QString::fromStdString(literalText(value)); };
    setAccessibleDescription(m_handles == Handles::two ? tr("from %1 to %2").arg(shown(m_low), shown(m_high))
                                                       : shown(m_high));
}

double RangeSlider::shareOf(double value) const
{
    return std::clamp((value - m_minimum) / (m_maximum - m_minimum), 0.0, 1.0);
}

double RangeSlider::valueAt(double x) const
{
    const double share = std::clamp((x - grooveEnd) / std::max(1.0, width() - 2.0 * grooveEnd), 0.0, 1.0);
    return roundedToStep(m_minimum + share * (m_maximum - m_minimum), m_step);
}

QPointF RangeSlider::handlePosition(Handle handle) const
{
    const double share = shareOf(handle == Handle::low ? m_low : m_high);
    return {grooveEnd + share * (width() - 2.0 * grooveEnd), height() / 2.0};
}

RangeSlider::Handle RangeSlider::handleNear(const QPointF& position) const
{
    if (m_handles == Handles::one) {
        return Handle::high;
    }
    const double low = handlePosition(Handle::low).x();
    const double high = handlePosition(Handle::high).x();
    if (low == high) {
        // On top of each other, the side of the pointer decides, or else the one that still can move.
        const bool highIsStuck = m_high >= m_maximum;
        return position.x() < low || (position.x() == low && highIsStuck) ? Handle::low : Handle::high;
    }
    return std::abs(position.x() - low) < std::abs(position.x() - high) ? Handle::low : Handle::high;
}

void RangeSlider::moveActive(double value)
{
    double low = m_low;
    double high = m_high;
    if (m_handles == Handles::one) {
        low = high = value;
    } else if (m_active == Handle::low) {
        low = std::min(value, m_high);
    } else {
        high = std::max(value, m_low);
    }
    if (low != m_low || high != m_high) {
        setValues(low, high);
        emit moved(low, high);
    }
}

void RangeSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    m_active = handleNear(event->position());
    m_isDragging = true;
    m_grip = handlePosition(m_active).x() - event->position().x();
    emit gestureStarted();
    emit dragged(true);
    if (std::abs(m_grip) > handleRadius + 2.0) {
        // Beside the handle: it comes to the pointer.
        m_grip = 0.0;
        moveActive(valueAt(event->position().x()));
    }
    update();
}

void RangeSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (m_isDragging) {
        moveActive(valueAt(event->position().x() + m_grip));
    }
}

void RangeSlider::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        endDrag();
    }
}

void RangeSlider::endDrag()
{
    if (m_isDragging) {
        m_isDragging = false;
        update();
        emit dragged(false);
    }
}

void RangeSlider::hideEvent(QHideEvent* event)
{
    // The release of the button may go to somebody else.
    endDrag();
    QWidget::hideEvent(event);
}

void RangeSlider::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::EnabledChange && !isEnabled()) {
        endDrag();
    }
    QWidget::changeEvent(event);
}

void RangeSlider::keyPressEvent(QKeyEvent* event)
{
    double value = active();
    const auto moveBy = [&](double steps) {
        value = std::clamp(roundedToStep(value + steps * m_step, m_step), m_minimum, m_maximum);
    };
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        moveBy(-1.0);
        break;
    case Qt::Key_Right:
    case Qt::Key_Up:
        moveBy(1.0);
        break;
    case Qt::Key_PageDown:
        moveBy(-stepsPerPage);
        break;
    case Qt::Key_PageUp:
        moveBy(stepsPerPage);
        break;
    case Qt::Key_Home:
        value = m_minimum;
        break;
    case Qt::Key_End:
        value = m_maximum;
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (!event->isAutoRepeat()) {
        emit gestureStarted();
    }
    moveActive(value);
}

void RangeSlider::focusInEvent(QFocusEvent* event)
{
    if (m_handles == Handles::two && event->reason() == Qt::TabFocusReason) {
        m_active = Handle::low;
    } else if (event->reason() == Qt::BacktabFocusReason) {
        m_active = Handle::high;
    }
    QWidget::focusInEvent(event);
    update();
}

bool RangeSlider::focusNextPrevChild(bool next)
{
    const Handle other = next ? Handle::high : Handle::low;
    if (m_handles == Handles::two && hasFocus() && m_active != other) {
        m_active = other;
        update();
        return true;
    }
    return QWidget::focusNextPrevChild(next);
}

QSize RangeSlider::sizeHint() const
{
    return {120, 22};
}

QSize RangeSlider::minimumSizeHint() const
{
    return {48, 22};
}

void RangeSlider::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = m_accent.isValid() ? m_accent : palette().color(QPalette::Highlight);
    const QColor segment = isEnabled() ? accent : palette().color(QPalette::Disabled, QPalette::Text);
    const double middle = height() / 2.0;
    const QPointF high = handlePosition(Handle::high);
    const QPointF low = m_handles == Handles::two ? handlePosition(Handle::low) : QPointF(grooveEnd, middle);

    QPen pen(palette().color(QPalette::Mid), grooveWidth, Qt::SolidLine, Qt::RoundCap);
    painter.setPen(pen);
    painter.drawLine(QPointF(grooveEnd, middle), QPointF(width() - grooveEnd, middle));
    pen.setColor(segment);
    painter.setPen(pen);
    painter.drawLine(low, high);

    const auto drawHandle = [&](const QPointF& center, Handle handle) {
        const bool isActive = hasFocus() && m_active == handle;
        if (isActive) {
            QColor halo = accent;
            halo.setAlphaF(0.3F);
            painter.setPen(Qt::NoPen);
            painter.setBrush(halo);
            painter.drawEllipse(center, handleRadius + 3.0, handleRadius + 3.0);
        }
        painter.setPen(QPen(segment, 2.0));
        painter.setBrush(m_isDragging && m_active == handle ? segment : palette().color(QPalette::Base));
        painter.drawEllipse(center, handleRadius - 1.0, handleRadius - 1.0);
    };
    if (m_handles == Handles::two) {
        drawHandle(low, Handle::low);
    }
    drawHandle(high, Handle::high);
}

} // namespace sluice
