// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/draw_cache.h"
#include "core/operations/table.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <span>
#include <thread>
#include <vector>

using namespace sluice;

namespace {

std::vector<DrawLeaf> someLeaves()
{
    return {drawLeaf(operationNamed("normal draw"), "n"), drawLeaf(operationNamed("uniform draw"), "u"),
            drawLeaf(operationNamed("gumbel draw"), "g")};
}

std::size_t tilesOf(const DrawLayout& layout)
{
    return (layout.samples + layout.width - 1) / layout.width;
}

/// Whether a tile holds what the draws are at these samples.
template <class Real>
bool isRight(const Real* variates, const Draws& draws, const std::vector<DrawLeaf>& leaves,
             const DrawLayout& layout, std::size_t point, std::size_t tile)
{
    if (variates == nullptr)
        return false;
    const std::size_t first = tile * layout.width;
    std::vector<Real> expected(std::min(layout.width, layout.samples - first));
    return std::ranges::all_of(leaves, [&](const DrawLeaf& leaf) {
        draws.fill(leaf, point, first, std::span(expected));
        const bool isEqual = std::equal(expected.begin(), expected.end(), variates);
        variates += layout.width;
        return isEqual;
    });
}

template <class Real>
bool allAreRight(const CachedDraws<Real>& cached, const Draws& draws, const std::vector<DrawLeaf>& leaves,
                 const DrawLayout& layout)
{
    for (std::size_t point = 0; point < layout.points; ++point)
        for (std::size_t tile = 0; tile < tilesOf(layout); ++tile)
            if (!isRight(cached.tile(point, tile), draws, leaves, layout, point, tile))
                return false;
    return true;
}

const Draws plain(1, false);

} // namespace

Q_DECLARE_METATYPE(DrawLayout)

/// Cached draws are the draws, as long as everything they depend on is the same, and within the cache's size.
class TestDrawCache : public QObject
{
    Q_OBJECT

private slots:
    void holdsTheDraws_data()
    {
        QTest::addColumn<DrawLayout>("layout");
        QTest::newRow("whole tiles") << DrawLayout{.points = 5, .samples = 512, .width = 128};
        QTest::newRow("a shorter last tile") << DrawLayout{.points = 5, .samples = 1001, .width = 256};
        QTest::newRow("less than a tile") << DrawLayout{.points = 3, .samples = 7, .width = 64};
        QTest::newRow("one sample") << DrawLayout{.points = 300, .samples = 1, .width = 2};
        QTest::newRow("one point") << DrawLayout{.points = 1, .samples = 100'000, .width = 512};
    }
    void holdsTheDraws()
    {
        QFETCH(DrawLayout, layout);
        const std::vector<DrawLeaf> leaves = someLeaves();
        for (const Draws& draws : {plain, Draws(1, true)}) {
            DrawCache cache;
            QVERIFY(allAreRight(cache.draws<double>(draws, leaves, layout), draws, leaves, layout));
            QVERIFY(allAreRight(cache.draws<float>(draws, leaves, layout), draws, leaves, layout));
        }
    }

    void keepsThemWhileNothingChanges()
    {
        const DrawLayout layout{.points = 4, .samples = 500, .width = 128};
        DrawCache cache;
        const double* before = cache.draws<double>(plain, someLeaves(), layout).tile(2, 1);
        QVERIFY(before != nullptr);
        QCOMPARE(cache.draws<double>(plain, someLeaves(), layout).tile(2, 1), before);
    }

    void dropsThemWhenAnythingChanges_data()
    {
        QTest::addColumn<std::size_t>("change");
        const char* const changes[] = {
            "seed",           "shared", "given",   "reseeded", "leaves", "order of leaves",
            "kind of a leaf", "points", "samples", "width"};
        for (std::size_t change = 0; change < std::size(changes); ++change)
            QTest::newRow(changes[change]) << change;
    }
    void dropsThemWhenAnythingChanges()
    {
        QFETCH(std::size_t, change);
        const DrawLayout layout{.points = 4, .samples = 500, .width = 128};
        DrawCache cache;
        const CachedDraws<double> before = cache.draws<double>(plain, someLeaves(), layout);
        Draws draws = plain;
        std::vector<DrawLeaf> leaves = someLeaves();
        DrawLayout other = layout;
        switch (change) {
        case 0:
            draws = Draws(2, false);
            break;
        case 1:
            draws = Draws(1, true);
            break;
        case 2:
            draws.give("n", {0.0, 1.0, 2.0, 3.0});
            break;
        case 3:
            draws.reseed("n", 2);
            break;
        case 4:
            leaves.pop_back();
            break;
        case 5:
            std::swap(leaves[0], leaves[1]);
            break;
        case 6:
            leaves[0] = drawLeaf(operationNamed("laplace draw"), "n");
            break;
        case 7:
            other.points = 5;
            break;
        case 8:
            other.samples = 501;
            break;
        default:
            other.width = 64;
        }
        const CachedDraws<double> after = cache.draws<double>(draws, leaves, other);
        QVERIFY(after.tile(3, 3) != before.tile(3, 3));
        QVERIFY(allAreRight(after, draws, leaves, other));
        // Who still has the former ones may go on to read them.
        QVERIFY(allAreRight(before, plain, someLeaves(), layout));
    }

    void pointsShareOneBlock()
    {
        const DrawLayout layout{.points = 100, .samples = 500, .width = 128};
        const std::vector<DrawLeaf> leaves = someLeaves();
        // Room for one point.
        DrawCache cache(leaves.size() * 512 * sizeof(double));
        const CachedDraws<double> cached = cache.draws<double>(Draws(1, true), leaves, layout);
        QVERIFY(cached.tile(0, 3) != nullptr);
        QCOMPARE(cached.tile(99, 3), cached.tile(0, 3));
    }

    void takesNoMoreThanItsSize()
    {
        const DrawLayout layout{.points = 10, .samples = 500, .width = 128};
        const std::vector<DrawLeaf> leaves = someLeaves();
        const std::size_t onePoint = leaves.size() * 512 * sizeof(double);
        for (const std::size_t room : {0, 1, 3, 9, 10, 20}) {
            for (const std::size_t more : {std::size_t{0}, onePoint - 1}) {
                DrawCache cache(room * onePoint + more);
                const CachedDraws<double> cached = cache.draws<double>(plain, leaves, layout);
                for (std::size_t point = 0; point < layout.points; ++point)
                    QCOMPARE(cached.tile(point, 0) != nullptr, point < room);
            }
        }
    }

    void hasNoRoomForTooMuch()
    {
        DrawCache cache;
        const std::vector<DrawLeaf> leaves = someLeaves();
        const DrawLayout billion{.points = 1'000'000, .samples = 1'000'000'000, .width = 256};
        QVERIFY(cache.draws<double>(plain, leaves, billion).tile(0, 0) == nullptr);
        QVERIFY(cache.draws<float>(plain, {}, {.points = 1, .samples = 1, .width = 2}).tile(0, 0) == nullptr);
        QVERIFY(CachedDraws<double>().tile(0, 0) == nullptr);
    }

    /// Two frames at once, each in two threads that want the same tiles.
    void servesSeveralThreads()
    {
        const DrawLayout layout{.points = 50, .samples = 700, .width = 128};
        const std::vector<DrawLeaf> leaves = someLeaves();
        DrawCache cache;
        std::atomic<int> right = 0;
        std::vector<std::thread> threads;
        for (const bool shared : {false, true, false, true}) {
            threads.emplace_back([&, draws = Draws(1, shared)] {
                if (allAreRight(cache.draws<double>(draws, leaves, layout), draws, leaves, layout))
                    ++right;
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(right.load(), 4);
    }
};

QTEST_APPLESS_MAIN(TestDrawCache)
#include "tst_draw_cache.moc"
