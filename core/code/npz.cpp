// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/npz.h"

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>

namespace sluice {

namespace {

/// The lowest byte first, as both formats have it.
template <std::unsigned_integral Number>
void appendNumber(std::string& bytes, Number number)
{
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        bytes += static_cast<char>((number >> (8 * i)) & 0xFFU);
}

std::string npyOf(const std::vector<double>& values)
{
    // The header ends so that the numbers begin at a multiple of 64 bytes.
    constexpr std::size_t alignment = 64;
    constexpr std::size_t before = 10;
    std::string header =
        "{'descr': '<f8', 'fortran_order': False, 'shape': (" + std::to_string(values.size()) + ",), }";
    while ((before + header.size() + 1) % alignment != 0)
        header += ' ';
    header += '\n';

    std::string bytes = "\x93NUMPY";
    bytes += '\x01';
    bytes += '\x00';
    appendNumber(bytes, static_cast<std::uint16_t>(header.size()));
    bytes += header;
    for (const double value : values)
        appendNumber(bytes, std::bit_cast<std::uint64_t>(value));
    return bytes;
}

/// ZIP's checksum: CRC-32 with the reversed polynomial 0xEDB88320.
std::uint32_t checksum(std::string_view bytes)
{
    static constexpr auto table = [] {
        std::array<std::uint32_t, 256> remainders{};
        for (std::uint32_t i = 0; i < remainders.size(); ++i) {
            std::uint32_t remainder = i;
            for (int bit = 0; bit < 8; ++bit)
                remainder = (remainder >> 1U) ^ ((remainder & 1U) != 0 ? 0xEDB88320U : 0U);
            remainders.at(i) = remainder;
        }
        return remainders;
    }();
    std::uint32_t sum = 0xFFFFFFFFU;
    for (const char byte : bytes)
        sum = table.at((sum ^ static_cast<unsigned char>(byte)) & 0xFFU) ^ (sum >> 8U);
    return ~sum;
}

/// What both headers of an entry say: version 2.0, names in UTF-8, stored, the first moment of 1980.
void appendDescription(std::string& bytes, std::string_view name, std::string_view contents)
{
    appendNumber<std::uint16_t>(bytes, 20);
    appendNumber<std::uint16_t>(bytes, 1U << 11U);
    appendNumber<std::uint16_t>(bytes, 0);
    appendNumber<std::uint16_t>(bytes, 0);
    appendNumber<std::uint16_t>(bytes, (1U << 5U) | 1U);
    appendNumber(bytes, checksum(contents));
    appendNumber(bytes, static_cast<std::uint32_t>(contents.size()));
    appendNumber(bytes, static_cast<std::uint32_t>(contents.size()));
    appendNumber(bytes, static_cast<std::uint16_t>(name.size()));
    appendNumber<std::uint16_t>(bytes, 0);
}

} // namespace

std::string npzOf(std::span<const NamedArray> arrays)
{
    std::string archive;
    std::string directory;
    for (const NamedArray& array : arrays) {
        const std::string name = array.name + ".npy";
        const std::string contents = npyOf(array.values);
        directory += "PK\x01\x02";
        appendNumber<std::uint16_t>(directory, 20);
        appendDescription(directory, name, contents);
        appendNumber<std::uint16_t>(directory, 0);
        appendNumber<std::uint16_t>(directory, 0);
        appendNumber<std::uint16_t>(directory, 0);
        appendNumber<std::uint32_t>(directory, 0);
        appendNumber(directory, static_cast<std::uint32_t>(archive.size()));
        directory += name;
        archive += "PK\x03\x04";
        appendDescription(archive, name, contents);
        archive += name + contents;
    }
    const auto begin = static_cast<std::uint32_t>(archive.size());
    archive += directory + "PK\x05\x06";
    appendNumber<std::uint32_t>(archive, 0);
    appendNumber(archive, static_cast<std::uint16_t>(arrays.size()));
    appendNumber(archive, static_cast<std::uint16_t>(arrays.size()));
    appendNumber(archive, static_cast<std::uint32_t>(directory.size()));
    appendNumber(archive, begin);
    appendNumber<std::uint16_t>(archive, 0);
    return archive;
}

} // namespace sluice
