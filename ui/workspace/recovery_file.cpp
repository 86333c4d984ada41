// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/recovery_file.h"

#include "ui/workspace/whole_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <utility>

namespace sluice {

namespace {

const QString unsavedSuffix = QStringLiteral(".unsaved");
const QString lockSuffix = QStringLiteral(".lock");

/// What a program that died while it wrote has left beside the file.
void removeHalfWritten(const QString& path)
{
    const QFileInfo file(path);
    const QDir folder = file.absoluteDir();
    for (const QString& each : folder.entryList({file.fileName() + QStringLiteral(".*")}, QDir::Files)) {
        if (!each.endsWith(lockSuffix)) {
            QFile::remove(folder.filePath(each));
        }
    }
}

} // namespace

RecoveryFile::RecoveryFile(QString path) : m_path(std::move(path)), m_lock(m_path + lockSuffix)
{
    // However long a window lives, its lock is good.
    m_lock.setStaleLockTime(0);
}

void RecoveryFile::removeTraces(const QDir& folder)
{
    for (const QString& name :
         folder.entryList({QLatin1Char('*') + unsavedSuffix + lockSuffix}, QDir::Files)) {
        const QString path = folder.filePath(name.chopped(lockSuffix.size()));
        // The lock goes with the object, where no living window holds it.
        RecoveryFile trace(path);
        if (!QFile::exists(path) && trace.m_lock.tryLock(0)) {
            removeHalfWritten(path);
        }
    }
}

std::shared_ptr<RecoveryFile> RecoveryFile::create(const QString& folder)
{
    if (!QDir().mkpath(folder)) {
        throw FileError(FileError::tr("The folder “%1” can't be made.").arg(folder).toStdString());
    }
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces) + unsavedSuffix;
    std::shared_ptr<RecoveryFile> file(new RecoveryFile(QDir(folder).filePath(name)));
    if (!file->m_lock.tryLock(0)) {
        throw FileError(
            FileError::tr("In the folder “%1” nothing can be written.").arg(folder).toStdString());
    }
    return file;
}

std::vector<std::shared_ptr<RecoveryFile>> RecoveryFile::abandonedIn(const QString& folder)
{
    std::vector<std::shared_ptr<RecoveryFile>> files;
    const QDir place(folder);
    for (const QString& name : place.entryList({QLatin1Char('*') + unsavedSuffix}, QDir::Files, QDir::Time)) {
        std::shared_ptr<RecoveryFile> file(new RecoveryFile(place.filePath(name)));
        // Whoever had it may have finished with it between the look into the folder and the lock.
        if (file->m_lock.tryLock(0) && QFile::exists(file->m_path)) {
            removeHalfWritten(file->m_path);
            files.push_back(std::move(file));
        }
    }
    removeTraces(place);
    return files;
}

void RecoveryFile::write(const QByteArray& contents)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_isRetired) {
        writeWhole(m_path, contents);
    }
}

QByteArray RecoveryFile::read() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) {
        throw FileError(file.errorString().toStdString());
    }
    return file.readAll();
}

QDateTime RecoveryFile::writtenAt() const
{
    return QFileInfo(m_path).lastModified();
}

void RecoveryFile::remove()
{
    const std::scoped_lock lock(m_mutex);
    QFile::remove(m_path);
}

void RecoveryFile::retire()
{
    const std::scoped_lock lock(m_mutex);
    m_isRetired = true;
    QFile::remove(m_path);
}

QString RecoveryFile::setAside()
{
    const std::scoped_lock lock(m_mutex);
    m_isRetired = true;
    const QString path = m_path + QStringLiteral(".damaged");
    QFile::remove(path);
    return QFile::rename(m_path, path) ? path : m_path;
}

} // namespace sluice
