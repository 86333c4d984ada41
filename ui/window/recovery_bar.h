// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/recovery_file.h"
#include "ui/workspace/unsaved_work.h"

#include <QFrame>

#include <memory>
#include <vector>

class QLabel;
class QPushButton;

namespace sluice {

class Document;

/// Offers the unsaved work of windows that have ended without saving or asking, one after the other. What is
/// neither restored nor discarded is offered again at the next start.
class RecoveryBar : public QFrame
{
    Q_OBJECT

public:
    RecoveryBar(Document& document, std::vector<std::shared_ptr<RecoveryFile>> files,
                QWidget* parent = nullptr);

    [[nodiscard]] QString message() const;

signals:
    /// The window shows this work now, and goes on in its file.
    void restored(std::shared_ptr<sluice::RecoveryFile> file);

private:
    void offerNext();
    void restore();
    void discard();
    /// To the next; this one stays where it is.
    void leave();
    void showDamaged(const QString& reason);
    [[nodiscard]] RecoveryFile& offered() const { return *m_files.front(); }

    Document& m_document;
    /// The first is offered.
    std::vector<std::shared_ptr<RecoveryFile>> m_files;
    UnsavedWork m_work;
    QLabel* m_message = nullptr;
    QPushButton* m_restore = nullptr;
    QPushButton* m_discard = nullptr;
    QPushButton* m_later = nullptr;
};

} // namespace sluice
