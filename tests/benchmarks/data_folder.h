// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace sluice::benchmarks {

/// A folder for numbers that programs hand each other; removed with this object.
class DataFolder
{
public:
    DataFolder();
    ~DataFolder();
    DataFolder(const DataFolder&) = delete;
    DataFolder& operator=(const DataFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }

private:
    std::filesystem::path m_path;
};

/// Doubles one after another, as they are in memory.
/// @throws std::runtime_error
void writeNumbers(const std::filesystem::path& path, std::span<const double> numbers);
[[nodiscard]] std::vector<double> readNumbers(const std::filesystem::path& path);

} // namespace sluice::benchmarks
