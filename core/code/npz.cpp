// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/npz.h"

#include "core/code/code.h"

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <zip.h>

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

/// libzip's objects, which are freed unless they are handed over.
struct FreeSource
{
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct DiscardArchive
{
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using ZipSource = std::unique_ptr<zip_source_t, FreeSource>;
using ZipArchive = std::unique_ptr<zip_t, DiscardArchive>;

[[noreturn]] void fail(zip_error_t* error)
{
    throw CodeError(
        Phrase::of("the archive of the draws can't be made: %1", {std::string(zip_error_strerror(error))}));
}

/// Nothing is compressed, and the time is ZIP's first moment: the bytes depend on the contents alone. The
/// contents must outlive the archive.
void append(zip_t* archive, const std::string& name, std::string_view contents)
{
    constexpr std::uint16_t firstDay = (1U << 5U) | 1U;
    ZipSource source(zip_source_buffer(archive, contents.data(), contents.size(), 0));
    if (!source)
        fail(zip_get_error(archive));
    const zip_int64_t added = zip_file_add(archive, name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
    if (added < 0)
        fail(zip_get_error(archive));
    static_cast<void>(source.release());
    const auto position = static_cast<zip_uint64_t>(added);
    if (zip_set_file_compression(archive, position, ZIP_CM_STORE, 0) != 0 ||
        zip_file_set_dostime(archive, position, 0, firstDay, 0) != 0)
        fail(zip_get_error(archive));
}

std::string bytesOf(zip_source_t* source)
{
    zip_stat_t status;
    if (zip_source_stat(source, &status) != 0 || zip_source_open(source) != 0)
        fail(zip_source_error(source));
    std::string bytes(status.size, '\0');
    if (zip_source_read(source, bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size()))
        fail(zip_source_error(source));
    zip_source_close(source);
    return bytes;
}

} // namespace

std::string npzOf(std::span<const NamedArray> arrays)
{
    zip_error_t error{};
    const ZipSource memory(zip_source_buffer_create(nullptr, 0, 0, &error));
    ZipArchive archive(memory ? zip_open_from_source(memory.get(), ZIP_TRUNCATE, &error) : nullptr);
    if (!archive)
        fail(&error);
    // The archive lets go of it in the end, and its bytes are still to be read.
    zip_source_keep(memory.get());

    std::vector<std::string> contents;
    contents.reserve(arrays.size());
    for (const NamedArray& array : arrays)
        append(archive.get(), array.name + ".npy", contents.emplace_back(npyOf(array.values)));
    if (zip_close(archive.get()) != 0)
        fail(zip_get_error(archive.get()));
    static_cast<void>(archive.release());
    return bytesOf(memory.get());
}

} // namespace sluice
