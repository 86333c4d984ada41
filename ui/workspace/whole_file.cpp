// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/whole_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace sluice {

namespace {

[[noreturn]] void fail(const QString& message)
{
    throw FileError(message.toStdString());
}

/// By its mode alone: the superuser may write anything, and would lose what was to be kept.
bool isMarkedReadOnly(const QFileInfo& file)
{
    constexpr auto anyWriting = QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther;
    return file.exists() && !(file.permissions() & anyWriting);
}

void checkPlace(const QString& path)
{
    const QFileInfo file(path);
    if (file.isDir()) {
        fail(FileError::tr("“%1” is a folder; give the file a name inside it.").arg(path));
    }
    if (file.exists() && !file.isFile()) {
        fail(FileError::tr("“%1” is not an ordinary file.").arg(path));
    }
    if (!file.absoluteDir().exists()) {
        fail(FileError::tr("The folder “%1” does not exist.")
                 .arg(QDir::toNativeSeparators(file.absolutePath())));
    }
    if (isMarkedReadOnly(file)) {
        fail(FileError::tr("“%1” is read-only; choose another name, or allow writing first.").arg(path));
    }
    if (isMarkedReadOnly(QFileInfo(file.absolutePath()))) {
        fail(FileError::tr("The folder “%1” is read-only; choose another one.")
                 .arg(QDir::toNativeSeparators(file.absolutePath())));
    }
}

} // namespace

void writeWhole(const QString& path, const QByteArray& contents)
{
    checkPlace(path);
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size() &&
                           file.flush() && file.commit();
    if (!isWritten) {
        fail(FileError::tr("“%1” could not be written: %2.").arg(path, file.errorString()));
    }
}

} // namespace sluice
