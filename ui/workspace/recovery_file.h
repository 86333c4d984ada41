// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QDir>
#include <QLockFile>
#include <QString>

#include <memory>
#include <mutex>
#include <vector>

namespace sluice {

/// The file in which one window keeps its unsaved work. A lock beside it is held as long as this object
/// lives, so that no other window takes the work for abandoned; the lock of a program that has died counts no
/// more. May be used by several threads at once.
class RecoveryFile
{
public:
    /// A new one in the folder, which is made where it is missing. @throws FileError
    [[nodiscard]] static std::shared_ptr<RecoveryFile> create(const QString& folder);
    /// Those in the folder that hold work and belong to no living window, the newest first. What dead windows
    /// have left there without work is removed.
    [[nodiscard]] static std::vector<std::shared_ptr<RecoveryFile>> abandonedIn(const QString& folder);

    ~RecoveryFile() = default;
    RecoveryFile(const RecoveryFile&) = delete;
    RecoveryFile& operator=(const RecoveryFile&) = delete;

    /// The last that was written is there, whole, whenever the program dies.
    /// @throws FileError
    void write(const QByteArray& contents);
    /// @throws FileError
    [[nodiscard]] QByteArray read() const;
    [[nodiscard]] QDateTime writtenAt() const;
    /// Nothing is left to recover, for now.
    void remove();
    /// Nothing is left to recover, and what another thread is about to write isn't either.
    void retire();
    /// Out of the way of the next search, for a file that can't be understood. Returns its new path.
    QString setAside();

private:
    explicit RecoveryFile(QString path);

    /// What windows have left that died without unsaved work.
    static void removeTraces(const QDir& folder);

    QString m_path;
    QLockFile m_lock;
    std::mutex m_mutex;
    bool m_isRetired = false;
};

} // namespace sluice
