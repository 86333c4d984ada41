// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/drop_target.h"

#include "ui/workspace/experiment_transfer.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace sluice {

namespace {

bool isLocalFile(const QMimeData& data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 && urls.front().isLocalFile();
}

/// Links and several files at once are also text, but none that can be read.
bool isDroppable(const QMimeData& data)
{
    return data.hasUrls() ? isLocalFile(data) : transferredExperiment(data).has_value();
}

} // namespace

DropTarget::DropTarget(QWidget& window) : QObject(&window)
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

bool DropTarget::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop) {
        return QObject::eventFilter(watched, event);
    }
    auto& drop = dynamic_cast<QDropEvent&>(*event);
    if (isDroppable(*drop.mimeData())) {
        // What was dragged stays where it is, whatever was asked for.
        drop.setDropAction(Qt::CopyAction);
        drop.accept();
        if (event->type() == QEvent::Drop) {
            take(*drop.mimeData());
        }
    } else {
        drop.ignore();
    }
    return true;
}

void DropTarget::take(const QMimeData& data)
{
    if (isLocalFile(data)) {
        const QString path = data.urls().constFirst().toLocalFile();
        QMetaObject::invokeMethod(
            this, [this, path] { emit fileDropped(path); }, Qt::QueuedConnection);
    } else if (const auto contents = transferredExperiment(data)) {
        QMetaObject::invokeMethod(
            this, [this, contents = *contents] { emit contentsDropped(contents); }, Qt::QueuedConnection);
    }
}

} // namespace sluice
