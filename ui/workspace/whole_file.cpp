// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/whole_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <memory>
#include <utility>

namespace sluice {

namespace {

[[noreturn]] void refuse(const QString& message)
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
        refuse(FileError::tr("“%1” is a folder; give the file a name inside it.").arg(path));
    }
    if (file.exists() && !file.isFile()) {
        refuse(FileError::tr("“%1” is not an ordinary file.").arg(path));
    }
    if (!file.absoluteDir().exists()) {
        refuse(FileError::tr("The folder “%1” does not exist.")
                   .arg(QDir::toNativeSeparators(file.absolutePath())));
    }
    if (isMarkedReadOnly(file)) {
        refuse(FileError::tr("“%1” is read-only; choose another name, or allow writing first.").arg(path));
    }
    if (isMarkedReadOnly(QFileInfo(file.absolutePath()))) {
        refuse(FileError::tr("The folder “%1” is read-only; choose another one.")
                   .arg(QDir::toNativeSeparators(file.absolutePath())));
    }
}

[[noreturn]] void failToWrite(const QSaveFile& file)
{
    // Of a full disk Qt knows no more than that something went wrong, if as much as that.
    const auto errorsOfWriting = {QFileDevice::NoError, QFileDevice::WriteError, QFileDevice::ResourceError};
    const bool isStoredInPart = std::ranges::find(errorsOfWriting, file.error()) != errorsOfWriting.end();
    const QString reason =
        isStoredInPart ? FileError::tr("only a part of it fits, the disk may be full") : file.errorString();
    refuse(FileError::tr("“%1” could not be written: %2.").arg(file.fileName(), reason));
}

} // namespace

void writeWhole(const QString& path, const QByteArray& contents)
{
    writeTogether({{path, contents}});
}

void writeTogether(const std::vector<FileContents>& files)
{
    // On the disk before the first of them takes its place: a full disk leaves none.
    std::vector<std::unique_ptr<QSaveFile>> written;
    for (const FileContents& each : files) {
        checkPlace(each.path);
        auto file = std::make_unique<QSaveFile>(each.path);
        if (!file->open(QIODevice::WriteOnly) || file->write(each.contents) != each.contents.size() ||
            !file->flush()) {
            failToWrite(*file);
        }
        written.push_back(std::move(file));
    }
    for (const auto& file : written) {
        if (!file->commit()) {
            failToWrite(*file);
        }
    }
}

} // namespace sluice
