// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QWidget>

namespace sluice {

/// A ring around the control that the keyboard has reached, in every window of the program: most controls
/// show their focus hardly or not at all. A click takes it away, since whoever clicks knows where.
class FocusRing : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QObject* parent = nullptr);
    ~FocusRing() override;

    void setColor(const QColor& color);
    /// Where the ring is, in the window that it belongs to; empty where none is shown.
    [[nodiscard]] QRect area() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Frame;

    void follow(QWidget* control);
    void leave();
    void place();

    QColor m_color;
    QPointer<QWidget> m_control;
    /// What can move the control: itself and all that it stands in.
    QList<const QObject*> m_watched;
    QPointer<Frame> m_frame;
};

} // namespace sluice
