// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

#include <stdexcept>
#include <vector>

namespace sluice {

/// A file that can't be opened or written, in words for the user.
class FileError : public std::runtime_error
{
    Q_DECLARE_TR_FUNCTIONS(sluice::FileError)

public:
    using std::runtime_error::runtime_error;
};

/// Writes a file, whole or not at all: where that fails, what was there before is there still, and nothing
/// else. A file that is marked as read-only is left alone, whoever asks.
/// @throws FileError
void writeWhole(const QString& path, const QByteArray& contents);

struct FileContents
{
    QString path;
    QByteArray contents;
};

/// Files that belong together: none is replaced before all have been written. @throws FileError
void writeTogether(const std::vector<FileContents>& files);

} // namespace sluice
