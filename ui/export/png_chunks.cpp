// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/png_chunks.h"

#include <QByteArrayView>
#include <QtEndian>

#include <array>
#include <cstdint>

namespace sluice {

namespace {

constexpr auto signature = "\x89PNG\r\n\x1a\n";
constexpr qsizetype signatureSize = 8;
/// Of the length, of the type, and of the checksum.
constexpr qsizetype fieldSize = 4;

constexpr std::array<std::uint32_t, 256> remaindersOfBytes()
{
    constexpr std::uint32_t reflectedPolynomial = 0xEDB88320;
    std::array<std::uint32_t, 256> remainders{};
    for (std::uint32_t byte = 0; byte < remainders.size(); ++byte) {
        std::uint32_t remainder = byte;
        for (int bit = 0; bit < 8; ++bit) {
            remainder = remainder % 2 != 0 ? reflectedPolynomial ^ (remainder >> 1U) : remainder >> 1U;
        }
        remainders.at(byte) = remainder;
    }
    return remainders;
}

std::uint32_t checksumOf(QByteArrayView bytes)
{
    static constexpr std::array<std::uint32_t, 256> remainders = remaindersOfBytes();
    std::uint32_t checksum = 0xFFFFFFFF;
    for (const char byte : bytes) {
        checksum = remainders.at((checksum ^ static_cast<unsigned char>(byte)) & 0xFFU) ^ (checksum >> 8U);
    }
    return ~checksum;
}

std::uint32_t numberAt(QByteArrayView bytes, qsizetype position)
{
    return qFromBigEndian<std::uint32_t>(bytes.sliced(position, fieldSize).data());
}

} // namespace

bool isWholePng(const QByteArray& png)
{
    if (!png.startsWith(signature)) {
        return false;
    }
    const QByteArrayView bytes(png);
    qsizetype chunk = signatureSize;
    while (bytes.size() - chunk >= 3 * fieldSize) {
        const qsizetype length = numberAt(bytes, chunk);
        if (length > bytes.size() - chunk - 3 * fieldSize) {
            return false;
        }
        const QByteArrayView checked = bytes.sliced(chunk + fieldSize, fieldSize + length);
        if (checksumOf(checked) != numberAt(bytes, chunk + 2 * fieldSize + length)) {
            return false;
        }
        if (checked.first(fieldSize) == QByteArrayView("IEND")) {
            return true;
        }
        chunk += 3 * fieldSize + length;
    }
    return false;
}

} // namespace sluice
