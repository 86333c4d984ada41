// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

class QMimeData;
class QWidget;

namespace sluice {

/// Lets files, text and pictures be dropped on a window, wherever nothing inside takes them itself.
class DropTarget : public QObject
{
    Q_OBJECT

public:
    explicit DropTarget(QWidget& window);

signals:
    /// Both come later than the drop itself, since there may be questions, and whoever drags waits for its
    /// end.
    void fileDropped(const QString& path);
    void contentsDropped(const QByteArray& contents);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(const QMimeData& data);
};

} // namespace sluice
