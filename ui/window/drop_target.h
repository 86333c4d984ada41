// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMimeData;
class QWidget;

namespace sluice {

/// Lets files be dropped on a window, wherever nothing inside takes them itself.
class DropTarget : public QObject
{
    Q_OBJECT

public:
    explicit DropTarget(QWidget& window);

signals:
    /// Later than the drop itself, since there may be questions, and whoever drags waits for the end of that.
    void fileDropped(const QString& path);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(const QMimeData& data);
};

} // namespace sluice
