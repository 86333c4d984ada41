// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/data_folder.h"

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace sluice::benchmarks {

DataFolder::DataFolder()
{
    // The six letters are where mkdtemp writes what makes the name unique.
    std::string name =
        (std::filesystem::temp_directory_path() / ("sluice-benchmark-" + std::string(6, 'X'))).string();
    if (mkdtemp(name.data()) == nullptr)
        throw std::system_error(errno, std::generic_category(), name);
    m_path = name;
}

DataFolder::~DataFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

void writeNumbers(const std::filesystem::path& path, std::span<const double> numbers)
{
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(numbers.data()),
               static_cast<std::streamsize>(numbers.size_bytes()));
    file.close();
    if (!file)
        throw std::runtime_error("cannot write " + path.string());
}

std::vector<double> readNumbers(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::vector<double> numbers(std::filesystem::file_size(path) / sizeof(double));
    file.read(reinterpret_cast<char*>(numbers.data()),
              static_cast<std::streamsize>(numbers.size() * sizeof(double)));
    if (!file)
        throw std::runtime_error("cannot read " + path.string());
    return numbers;
}

} // namespace sluice::benchmarks
