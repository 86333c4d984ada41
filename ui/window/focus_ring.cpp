// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/focus_ring.h"

#include <QApplication>
#include <QFocusEvent>
#include <QPainter>
#include <QTabBar>

namespace sluice {

namespace {

constexpr int ringWidth = 2;

bool isByKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
           reason == Qt::ShortcutFocusReason;
}

/// The part of the control that has the focus, in its own coordinates.
QRect focusedPart(const QWidget& control)
{
    const auto* tabs = qobject_cast<const QTabBar*>(&control);
    return tabs != nullptr ? tabs->tabRect(tabs->currentIndex()) : control.rect();
}

/// That part as far as it is seen, in the window's coordinates.
QRect seenPart(const QWidget& control)
{
    QRect part = focusedPart(control).translated(control.mapTo(control.window(), QPoint(0, 0)));
    for (const QWidget* around = control.parentWidget(); around != nullptr && !around->isWindow();
         around = around->parentWidget()) {
        part &= around->rect().translated(around->mapTo(around->window(), QPoint(0, 0)));
    }
    return part;
}

} // namespace

/// Above all that the window has, and deaf to the mouse.
class FocusRing::Frame : public QWidget
{
public:
    Frame(QWidget* window, const QColor& color) : QWidget(window), m_color(color)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setFocusPolicy(Qt::NoFocus);
    }

    void setColor(const QColor& color)
    {
        m_color = color;
        update();
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_color, ringWidth));
        constexpr double half = ringWidth / 2.0;
        painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), 3.0, 3.0);
    }

    void resizeEvent(QResizeEvent* event) override
    {
        QWidget::resizeEvent(event);
        // What is inside is painted without a thought of the ring: plots are, many times a second.
        constexpr int corner = 2;
        const int inner = ringWidth + corner;
        setMask(QRegion(rect()).subtracted(rect().adjusted(inner, inner, -inner, -inner)));
    }

private:
    QColor m_color;
};

FocusRing::FocusRing(QObject* parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

FocusRing::~FocusRing()
{
    delete m_frame;
}

void FocusRing::setColor(const QColor& color)
{
    m_color = color;
    if (m_frame) {
        m_frame->setColor(color);
    }
}

QRect FocusRing::area() const
{
    return m_frame && m_frame->isVisible() ? m_frame->geometry() : QRect();
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
        if (auto* control = qobject_cast<QWidget*>(watched);
            control != nullptr && control == QApplication::focusWidget()) {
            const auto reason = dynamic_cast<QFocusEvent*>(event)->reason();
            if (isByKeyboard(reason)) {
                follow(control);
            } else if (reason == Qt::MouseFocusReason || control != m_control) {
                // What came back with the window or from a menu is as it was.
                leave();
            }
        }
        break;
    case QEvent::MouseButtonPress:
        if (m_control && watched == m_control) {
            leave();
        }
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        if (m_control && m_watched.contains(watched)) {
            place();
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void FocusRing::follow(QWidget* control)
{
    leave();
    m_control = control;
    connect(control, &QObject::destroyed, this, &FocusRing::leave);
    for (QWidget* each = control; each != nullptr; each = each->isWindow() ? nullptr : each->parentWidget()) {
        m_watched << each;
    }
    if (const auto* tabs = qobject_cast<QTabBar*>(control)) {
        connect(tabs, &QTabBar::currentChanged, this, &FocusRing::place);
    }
    if (m_frame && m_frame->parentWidget() != control->window()) {
        delete m_frame;
    }
    if (!m_frame) {
        m_frame = new Frame(control->window(), m_color);
    }
    place();
}

void FocusRing::leave()
{
    if (m_control) {
        m_control->disconnect(this);
    }
    m_control.clear();
    m_watched.clear();
    if (m_frame) {
        m_frame->hide();
    }
}

void FocusRing::place()
{
    if (!m_frame || !m_control) {
        return;
    }
    const QRect part = m_control->isVisible() ? seenPart(*m_control) : QRect();
    m_frame->setGeometry(part);
    m_frame->setVisible(!part.isEmpty());
    m_frame->raise();
}

} // namespace sluice
