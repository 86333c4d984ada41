// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/write_text.h"

#include "app/failure.h"
#include "ui/workspace/whole_file.h"

#include <filesystem>

namespace sluice {

namespace {

FileContents fileWith(const std::string& path, std::string_view text)
{
    return {QString::fromStdString(path), QByteArray(text.data(), static_cast<qsizetype>(text.size()))};
}

void writeFiles(const std::vector<FileContents>& files, const std::string& name)
{
    try {
        writeTogether(files);
    } catch (const FileError& error) {
        throw InputError(name + ": error: " + error.what());
    }
}

} // namespace

void writeText(const std::string& path, std::string_view text)
{
    writeFiles({fileWith(path, text)}, path);
}

void writeTexts(const std::string& folder, const std::vector<std::pair<std::string, std::string_view>>& texts)
{
    std::vector<FileContents> files;
    files.reserve(texts.size());
    for (const auto& [name, text] : texts) {
        files.push_back(fileWith((std::filesystem::path(folder) / name).string(), text));
    }
    writeFiles(files, folder);
}

} // namespace sluice
