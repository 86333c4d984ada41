// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

namespace sluice {

/// A slider over real numbers with one handle, or with two for a pair (low, high) that never cross.
/// Tab goes from handle to handle; arrows, Page Up/Down, Home and End move the one in focus.
class RangeSlider : public QWidget
{
    Q_OBJECT

public:
    enum class Handles
    {
        one,
        two
    };
    enum class Handle
    {
        low,
        high
    };

    explicit RangeSlider(Handles handles, QWidget* parent = nullptr);

    /// What the ends of the slider stand for. The step follows: a power of ten.
    void setLimits(double minimum, double maximum);
    [[nodiscard]] double minimum() const { return m_minimum; }
    [[nodiscard]] double maximum() const { return m_maximum; }
    [[nodiscard]] double step() const { return m_step; }

    /// Emits nothing. With one handle, `high` is the value.
    void setValues(double low, double high);
    void setValue(double value) { setValues(value, value); }
    [[nodiscard]] double low() const { return m_low; }
    [[nodiscard]] double high() const { return m_high; }
    [[nodiscard]] double value() const { return m_high; }

    void setAccent(const QColor& color);
    /// The middle of a handle, for whoever wants to take hold of it.
    [[nodiscard]] QPointF handlePosition(Handle handle) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// What follows, until the next of these, is one movement.
    void gestureStarted();
    void moved(double low, double high);
    /// The mouse has taken hold of a handle, or let it go.
    void dragged(bool isDragging);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] double shareOf(double value) const;
    [[nodiscard]] double valueAt(double x) const;
    [[nodiscard]] Handle handleNear(const QPointF& position) const;
    [[nodiscard]] double active() const { return m_active == Handle::low ? m_low : m_high; }
    void moveActive(double value);
    void endDrag();
    void describe();

    Handles m_handles;
    double m_minimum = 0.0;
    double m_maximum = 1.0;
    double m_step = 0.001;
    double m_low = 0.0;
    double m_high = 1.0;
    Handle m_active = Handle::high;
    bool m_isDragging = false;
    /// From the pointer to the middle of the handle that it took hold of.
    double m_grip = 0.0;
    QColor m_accent;
};

} // namespace sluice
