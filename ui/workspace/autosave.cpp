// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/autosave.h"

#include "ui/workspace/document.h"
#include "ui/workspace/unsaved_work.h"
#include "ui/workspace/whole_file.h"
#include "ui/workspace/workspace.h"

#include <utility>

namespace sluice {

Autosave::Autosave(const Workspace& workspace, const Document& document, std::shared_ptr<RecoveryFile> file,
                   QObject* parent)
    : QObject(parent), m_workspace(workspace), m_document(document), m_file(std::move(file))
{
    m_task.emplace();
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::keep);
    connect(&m_workspace, &Workspace::experimentChanged, this, &Autosave::noteChange);
    connect(&m_document, &Document::modifiedChanged, this, &Autosave::noteChange);
    connect(&m_document, &Document::titleChanged, this, &Autosave::noteChange);
    noteChange();
}

Autosave::~Autosave()
{
    m_task.reset();
    m_file->retire();
}

void Autosave::continueIn(std::shared_ptr<RecoveryFile> file)
{
    m_file->retire();
    m_file = std::move(file);
    noteChange();
}

void Autosave::noteChange()
{
    // Not from the last change on: who never pauses would never be safe.
    if (!m_timer.isActive()) {
        m_timer.start();
    }
}

void Autosave::keep()
{
    if (!m_document.isModified()) {
        m_task->start([file = m_file](const std::stop_token&) { file->remove(); });
        return;
    }
    UnsavedWork work{.experiment = m_workspace.experiment(),
                     .title = m_document.title(),
                     .path = m_document.path(),
                     .view = m_workspace.view()};
    m_task->start([this, file = m_file, work = std::move(work)](const std::stop_token&) {
        try {
            file->write(toBytes(work));
        } catch (const FileError& error) {
            if (!std::exchange(m_hasFailed, true)) {
                emit failed(QString::fromUtf8(error.what()));
            }
        }
    });
}

} // namespace sluice
