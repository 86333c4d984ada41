// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mathematics/interleaved.h"

#include <QTest>

#include <numeric>
#include <vector>

using namespace sluice;

namespace {

/// The numbers from 1 on, added to a row of zeros, of which some lie behind the last place.
template <class Real>
std::vector<Real> sums(std::size_t count)
{
    constexpr std::size_t behind = 100;
    std::vector<Real> numbers(count + behind);
    std::iota(numbers.begin(), numbers.end(), Real(1));
    std::vector<Real> sums(numbers.size(), Real(0));
    interleaved<Real>(
        count, [&](auto place) { place.put(sums.data(), place.of(sums.data()) + place.of(numbers.data())); });
    return sums;
}

} // namespace

/// Each number of a row is computed once, and from its own operands.
class TestInterleaved : public QObject
{
    Q_OBJECT

private slots:
    void visitsEachPlaceOnce_data()
    {
        QTest::addColumn<std::size_t>("count");
        // Blocks are of 32 numbers in double precision and of 64 in single.
        for (const std::size_t count : {0, 1, 31, 32, 33, 63, 64, 65, 104, 128, 1000})
            QTest::addRow("%zu", count) << count;
    }
    void visitsEachPlaceOnce()
    {
        QFETCH(std::size_t, count);
        check<double>(count);
        check<float>(count);
    }

private:
    template <class Real>
    static void check(std::size_t count)
    {
        const std::vector<Real> row = sums<Real>(count);
        for (std::size_t i = 0; i < row.size(); ++i)
            QCOMPARE(row[i], i < count ? static_cast<Real>(i + 1) : Real(0));
    }
};

QTEST_APPLESS_MAIN(TestInterleaved)
#include "tst_interleaved.moc"
