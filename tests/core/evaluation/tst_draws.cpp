// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/draws.h"
#include "core/operations/table.h"

#include <QTest>

#include <Random123/philox.h>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

using namespace sluice;

namespace {

DrawLeaf uniformLeaf(const char* name)
{
    return drawLeaf(operationNamed("uniform draw"), name);
}

template <class Real = double>
std::vector<Real> drawn(const DrawLeaf& leaf, std::uint64_t seed, std::size_t point, std::size_t count,
                        bool shared = false)
{
    std::vector<Real> variates(count);
    Draws(seed, shared).fill(leaf, point, 0, variates);
    return variates;
}

/// What is drawn from somewhere in the middle with what is drawn all at once; nothing else is written to.
template <class Real>
void compareWithAll(const DrawLeaf& leaf, std::size_t first, std::size_t count)
{
    constexpr Real untouched = 99;
    const std::vector<Real> all = drawn<Real>(leaf, 3, 5, 1000);
    std::vector<Real> part(count + 2, untouched);
    Draws(3, false).fill(leaf, 5, first, std::span(part).first(count));
    QVERIFY(std::equal(part.begin(), part.end() - 2, all.begin() + static_cast<std::ptrdiff_t>(first)));
    QVERIFY(part[count] == untouched && part[count + 1] == untouched);
}

/// Whether a mean of n numbers of this deviation is within 4 standard errors of what is expected.
bool agrees(double mean, double expected, double stddev, double n)
{
    return std::abs(mean - expected) < 4.0 * stddev / std::sqrt(n);
}

} // namespace

/// Draws are a function of seed, name, point and sample, and have the distribution that they say.
class TestDraws : public QObject
{
    Q_OBJECT

private slots:
    void areThoseOfPhilox()
    {
        const DrawLeaf leaf = uniformLeaf("u");
        const std::uint64_t seed = 0x0123456789abcdef;
        const r123::Philox4x32::key_type key{{0x89abcdef, 0x01234567}};
        const auto low = static_cast<std::uint32_t>(leaf.key);
        const auto high = static_cast<std::uint32_t>(leaf.key >> 32);
        const std::vector<double> variates = drawn(leaf, seed, 7, 6);
        for (std::uint32_t pair = 0; pair < 3; ++pair) {
            const auto block = r123::Philox4x32()(r123::Philox4x32::ctr_type{{pair, 7, low, high}}, key);
            const std::uint64_t first = block[0] | std::uint64_t{block[1]} << 32;
            const std::uint64_t second = block[2] | std::uint64_t{block[3]} << 32;
            QCOMPARE(variates[2 * pair], std::ldexp(static_cast<double>(first >> 11), -53));
            QCOMPARE(variates[2 * pair + 1], std::ldexp(static_cast<double>(second >> 11), -53));
        }
    }

    void doNotDependOnWhatElseIsAskedFor_data()
    {
        QTest::addColumn<std::size_t>("first");
        QTest::addColumn<std::size_t>("count");
        const std::pair<std::size_t, std::size_t> parts[] = {{0, 1},   {0, 3},     {2, 998},   {10, 1},
                                                             {14, 33}, {256, 257}, {514, 486}, {998, 2}};
        for (const auto& [first, count] : parts)
            QTest::addRow("%zu from %zu", count, first) << first << count;
    }
    void doNotDependOnWhatElseIsAskedFor()
    {
        QFETCH(std::size_t, first);
        QFETCH(std::size_t, count);
        for (const Operation* draw : allOperations()) {
            if (draw->role != Role::draw)
                continue;
            const DrawLeaf leaf = drawLeaf(*draw, "u");
            compareWithAll<double>(leaf, first, count);
            compareWithAll<float>(leaf, first, count);
        }
    }

    void differByNameSeedAndPoint()
    {
        const std::vector<double> one = drawn(uniformLeaf("u"), 1, 0, 64);
        QVERIFY(one != drawn(uniformLeaf("v"), 1, 0, 64));
        QVERIFY(one != drawn(uniformLeaf("u"), 2, 0, 64));
        QVERIFY(one != drawn(uniformLeaf("u"), 1, 1, 64));
        QVERIFY(one == drawn(uniformLeaf("u"), 1, 0, 64));
    }

    void canBeSharedAlongTheSweep()
    {
        const DrawLeaf leaf = uniformLeaf("u");
        QVERIFY(drawn(leaf, 1, 0, 64, true) == drawn(leaf, 1, 99, 64, true));
        QVERIFY(drawn(leaf, 1, 0, 64, true) == drawn(leaf, 1, 0, 64, false));
    }

    void aSourceCanHaveASeedOfItsOwn()
    {
        Draws draws(1, false);
        draws.reseed("u", 2);
        for (const char* name : {"u", "v"}) {
            std::vector<double> variates(64);
            draws.fill(uniformLeaf(name), 3, 0, variates);
            QCOMPARE(variates, drawn(uniformLeaf(name), *name == 'u' ? 2 : 1, 3, 64));
        }
        QVERIFY(draws != Draws(1, false));
    }

    void canBeGiven()
    {
        Draws draws(1, false);
        draws.give("u", {0.25, 0.75});
        std::vector<double> variates(3);
        draws.fill(uniformLeaf("u"), 1, 0, variates);
        QCOMPARE(variates, std::vector<double>(3, 0.75));
    }

    void uniformDrawsAreUniform()
    {
        constexpr std::size_t n = 1'000'000;
        const std::vector<double> variates = drawn(uniformLeaf("u"), 1, 0, n);
        const auto [low, high] = std::ranges::minmax(variates);
        QVERIFY(low >= 0.0 && high < 1.0);
        const double mean = std::reduce(variates.begin(), variates.end()) / n;
        QVERIFY(agrees(mean, 0.5, std::sqrt(1.0 / 12.0), n));
        const double square =
            std::transform_reduce(variates.begin(), variates.end(), variates.begin(), 0.0) / n;
        QVERIFY(agrees(square, 1.0 / 3.0, std::sqrt(4.0 / 45.0), n));
    }

    /// The two of a block are made together, and must not show it.
    void neighboursAreIndependent()
    {
        constexpr std::size_t pairs = 500'000;
        const std::vector<double> variates =
            drawn(drawLeaf(operationNamed("normal draw"), "n"), 1, 0, 2 * pairs);
        double product = 0.0;
        double productOfSquares = 0.0;
        for (std::size_t i = 0; i < pairs; ++i) {
            const double x = variates[2 * i];
            const double y = variates[2 * i + 1];
            product += x * y / pairs;
            productOfSquares += (x * x - 1.0) * (y * y - 1.0) / pairs;
        }
        QVERIFY(agrees(product, 0.0, 1.0, pairs));
        QVERIFY(agrees(productOfSquares, 0.0, 2.0, pairs));
    }

    void floatsStayBelowOne()
    {
        const auto toFloats = operationNamed("uniform draw").variates.float32[bestInstructionSet()];
        const std::uint64_t first[] = {~std::uint64_t{0}, 0};
        const std::uint64_t second[] = {0, std::uint64_t{1} << 40};
        float variates[4];
        toFloats(first, second, variates, 2);
        QVERIFY(variates[0] < 1.0F);
        QCOMPARE(variates[0], 1.0F - std::ldexp(1.0F, -24));
        QCOMPARE(variates[1], 0.0F);
        QCOMPARE(variates[3], std::ldexp(1.0F, -24));
    }
};

QTEST_APPLESS_MAIN(TestDraws)
#include "tst_draws.moc"
