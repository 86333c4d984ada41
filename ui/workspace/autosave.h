// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/latest_task.h"
#include "ui/workspace/recovery_file.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace sluice {

class Document;
class Workspace;

/// Keeps the window's unsaved work in a file, so that a crash or a power cut loses no more than the last few
/// seconds. Once the work is saved, or the window is closed, the file is gone.
class Autosave : public QObject
{
    Q_OBJECT

public:
    /// From a change until it is written, in milliseconds. A promise of five seconds has room for a slow disk
    /// and a busy program.
    static constexpr int delay = 2000;

    Autosave(const Workspace& workspace, const Document& document, std::shared_ptr<RecoveryFile> file,
             QObject* parent = nullptr);
    ~Autosave() override;

    /// Goes on in a file that holds the work of this window already, in place of its own.
    void continueIn(std::shared_ptr<RecoveryFile> file);

signals:
    /// Said once: further failures would only repeat it. Emitted from another thread.
    void failed(const QString& message);

private:
    void noteChange();
    void keep();

    const Workspace& m_workspace;
    const Document& m_document;
    std::shared_ptr<RecoveryFile> m_file;
    QTimer m_timer;
    bool m_hasFailed = false;
    /// Writes, so that the window need not wait for the disk.
    std::optional<LatestTask> m_task;
};

} // namespace sluice
