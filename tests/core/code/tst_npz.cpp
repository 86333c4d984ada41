// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/npz.h"

#include <QTest>

#include <array>
#include <bit>
#include <cstdint>
#include <string>

using namespace sluice;

namespace {

std::uint64_t numberAt(const std::string& bytes, std::size_t position, std::size_t size)
{
    std::uint64_t number = 0;
    for (std::size_t i = size; i-- > 0;)
        number = number << 8U | static_cast<unsigned char>(bytes.at(position + i));
    return number;
}

} // namespace

/// NumPy's archive, byte by byte. tests/frameworks reads it with NumPy itself.
class TestNpz : public QObject
{
    Q_OBJECT

private slots:
    void oneArray()
    {
        const std::array arrays{NamedArray{"x", {1.0, -2.5}}};
        const std::string bytes = npzOf(arrays);
        QVERIFY(bytes.starts_with("PK\x03\x04"));
        constexpr std::size_t headerSize = 30;
        QCOMPARE(bytes.substr(headerSize, 5), std::string("x.npy"));
        const std::size_t begin = headerSize + 5;
        QCOMPARE(bytes.substr(begin, 6), std::string("\x93NUMPY"));
        const std::size_t headerLength = numberAt(bytes, begin + 8, 2);
        QCOMPARE((10 + headerLength) % 64, std::size_t(0));
        QCOMPARE(bytes.substr(begin + 10, headerLength).find("'shape': (2,)") != std::string::npos, true);
        const std::size_t numbers = begin + 10 + headerLength;
        QCOMPARE(std::bit_cast<double>(numberAt(bytes, numbers, 8)), 1.0);
        QCOMPARE(std::bit_cast<double>(numberAt(bytes, numbers + 8, 8)), -2.5);
        QCOMPARE(bytes.substr(numbers + 16, 4), std::string("PK\x01\x02"));
    }

    void checksumOfAnEmptyArray()
    {
        const std::array arrays{NamedArray{"a", {}}};
        const std::string bytes = npzOf(arrays);
        // Computed by zlib.crc32 of numpy.lib.format's own bytes for an empty array of doubles.
        const std::size_t size = numberAt(bytes, 18, 4);
        QCOMPARE(size, std::size_t(128));
        QCOMPARE(numberAt(bytes, 14, 4), std::uint64_t(0x735B4836U));
    }

    void bytesDependOnTheArraysAlone()
    {
        const std::array arrays{NamedArray{"x", {1.0}}};
        const std::string bytes = npzOf(arrays);
        // The time and the day of the last change: ZIP's first moment, the beginning of 1980.
        QCOMPARE(numberAt(bytes, 10, 2), std::uint64_t(0));
        QCOMPARE(numberAt(bytes, 12, 2), std::uint64_t(1U << 5U | 1U));
        qputenv("TZ", "Pacific/Auckland");
        QVERIFY(npzOf(arrays) == bytes);
    }

    void directoryCountsAllArrays()
    {
        const std::array arrays{NamedArray{"a", {1.0}}, NamedArray{"noise/u#1", {2.0}}};
        const std::string bytes = npzOf(arrays);
        const std::size_t end = bytes.size() - 22;
        QCOMPARE(bytes.substr(end, 4), std::string("PK\x05\x06"));
        QCOMPARE(numberAt(bytes, end + 8, 2), std::uint64_t(2));
        const std::size_t directory = numberAt(bytes, end + 16, 4);
        QCOMPARE(bytes.substr(directory, 4), std::string("PK\x01\x02"));
        QCOMPARE(directory + numberAt(bytes, end + 12, 4), end);
    }
};

QTEST_APPLESS_MAIN(TestNpz)
#include "tst_npz.moc"
