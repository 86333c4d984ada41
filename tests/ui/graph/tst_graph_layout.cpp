// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_layout.h"
#include "ui/graph/layer_heights.h"

#include <QElapsedTimer>
#include <QRectF>
#include <QTest>

#include <algorithm>
#include <random>

using namespace sluice;

Q_DECLARE_METATYPE(LayoutRequest)

namespace {

LayoutRequest boxes(std::size_t count, std::vector<LayoutRequest::Edge> edges)
{
    return {std::vector<LayoutRequest::Size>(count, {48.0, 24.0}), std::move(edges)};
}

/// Boxes of different sizes; every box uses up to three earlier ones.
LayoutRequest randomRequest(unsigned seed, std::size_t count, std::size_t reach)
{
    std::mt19937 engine(seed);
    const auto below = [&engine](std::size_t bound) { return static_cast<std::size_t>(engine()) % bound; };
    LayoutRequest request;
    for (std::size_t node = 0; node < count; ++node) {
        request.nodes.push_back(
            {20.0 + static_cast<double>(below(100)), 20.0 + static_cast<double>(below(30))});
        const std::size_t uses = node == 0 ? 0 : below(4);
        for (std::size_t use = 0; use < uses; ++use) {
            request.edges.push_back({node - 1 - below(std::min(node, reach)), node});
        }
    }
    return request;
}

QRectF boxOf(const LayoutRequest& request, const GraphLayout& layout, std::size_t node)
{
    const LayoutRequest::Size& size = request.nodes[node];
    const LayoutPoint& centre = layout.centres[node];
    return {centre.x - size.width / 2.0, centre.y - size.height / 2.0, size.width, size.height};
}

} // namespace

class TestGraphLayout : public QObject
{
    Q_OBJECT

private slots:
    void layouts_data();
    void boxesAreApart_data() { layouts_data(); }
    void boxesAreApart();
    void edgesLeadRight_data() { layouts_data(); }
    void edgesLeadRight();
    void routesJoinBoxes_data() { layouts_data(); }
    void routesJoinBoxes();
    void routesAvoidBoxes_data() { layouts_data(); }
    void routesAvoidBoxes();
    void allIsWithinBounds_data() { layouts_data(); }
    void allIsWithinBounds();
    void sameRequestSameLayout_data() { layouts_data(); }
    void sameRequestSameLayout();
    void layers_data();
    void layers();
    void parallelEdgesAreApart();
    void labelsGetTheirRoom();
    void chainIsLevel();
    void planarGraphHasNoCrossing();
    void manyNodesTakeLittleTime();
    void longEdgesOfBigGraphs();
    void heightsAreNearestToWishes();
    void longEdgesAreLevel();
};

void TestGraphLayout::layouts_data()
{
    QTest::addColumn<LayoutRequest>("request");
    QTest::newRow("nothing") << LayoutRequest{};
    QTest::newRow("one box") << boxes(1, {});
    QTest::newRow("boxes without edges") << boxes(3, {});
    QTest::newRow("chain") << boxes(4, {{0, 1}, {1, 2}, {2, 3}});
    QTest::newRow("diamond with a shortcut") << boxes(4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {0, 3}});
    QTest::newRow("the same use twice") << boxes(2, {{0, 1}, {0, 1}});
    QTest::newRow("two components") << boxes(5, {{0, 1}, {2, 3}, {2, 4}});
    QTest::newRow("thirty into one") << [] {
        LayoutRequest request = boxes(31, {});
        for (std::size_t node = 0; node < 30; ++node) {
            request.edges.push_back({node, 30});
        }
        return request;
    }();
    for (unsigned seed = 1; seed <= 8; ++seed) {
        QTest::addRow("200 random boxes, seed %u", seed) << randomRequest(seed, 200, seed < 5 ? 10 : 200);
    }
}

void TestGraphLayout::boxesAreApart()
{
    QFETCH(LayoutRequest, request);
    const GraphLayout layout = layOut(request);
    QCOMPARE(layout.centres.size(), request.nodes.size());
    for (std::size_t a = 0; a < request.nodes.size(); ++a) {
        for (std::size_t b = a + 1; b < request.nodes.size(); ++b) {
            constexpr double clearance = 4.0;
            const QRectF around =
                boxOf(request, layout, a).adjusted(-clearance, -clearance, clearance, clearance);
            QVERIFY2(!around.intersects(boxOf(request, layout, b)),
                     qPrintable(QStringLiteral("%1 and %2").arg(a).arg(b)));
        }
    }
}

void TestGraphLayout::edgesLeadRight()
{
    QFETCH(LayoutRequest, request);
    const GraphLayout layout = layOut(request);
    for (const LayoutRequest::Edge& edge : request.edges) {
        QVERIFY(layout.layers[edge.from] < layout.layers[edge.to]);
        QVERIFY(boxOf(request, layout, edge.from).right() < boxOf(request, layout, edge.to).left());
    }
}

void TestGraphLayout::routesJoinBoxes()
{
    QFETCH(LayoutRequest, request);
    const GraphLayout layout = layOut(request);
    QCOMPARE(layout.routes.size(), request.edges.size());
    for (std::size_t edge = 0; edge < request.edges.size(); ++edge) {
        const std::vector<LayoutPoint>& route = layout.routes[edge];
        const QRectF from = boxOf(request, layout, request.edges[edge].from);
        const QRectF to = boxOf(request, layout, request.edges[edge].to);
        QVERIFY(route.size() >= 2);
        QCOMPARE(route.front().x, from.right());
        QCOMPARE(route.front().y, from.center().y());
        QCOMPARE(route.back().x, to.left());
        QVERIFY(route.back().y > to.top() && route.back().y < to.bottom());
        QVERIFY(std::ranges::is_sorted(route, {}, &LayoutPoint::x));
    }
}

void TestGraphLayout::routesAvoidBoxes()
{
    QFETCH(LayoutRequest, request);
    const GraphLayout layout = layOut(request);
    for (const std::vector<LayoutPoint>& route : layout.routes) {
        for (std::size_t i = 1; i < route.size(); ++i) {
            const QRectF swept =
                QRectF(QPointF(route[i - 1].x, route[i - 1].y), QPointF(route[i].x, route[i].y))
                    .normalized()
                    .adjusted(0.5, -0.5, -0.5, 0.5);
            for (std::size_t node = 0; node < request.nodes.size(); ++node) {
                QVERIFY(!swept.intersects(boxOf(request, layout, node)));
            }
        }
    }
}

void TestGraphLayout::allIsWithinBounds()
{
    QFETCH(LayoutRequest, request);
    const GraphLayout layout = layOut(request);
    const QRectF bounds(0.0, 0.0, layout.width, layout.height);
    for (std::size_t node = 0; node < request.nodes.size(); ++node) {
        QVERIFY(bounds.contains(boxOf(request, layout, node)));
    }
    for (const std::vector<LayoutPoint>& route : layout.routes) {
        QVERIFY(std::ranges::all_of(
            route, [&](const LayoutPoint& point) { return bounds.contains(QPointF(point.x, point.y)); }));
    }
}

void TestGraphLayout::sameRequestSameLayout()
{
    QFETCH(LayoutRequest, request);
    const GraphLayout first = layOut(request);
    QVERIFY(layOut(request) == first);
    QVERIFY(layOut(LayoutRequest(request)) == first);
}

void TestGraphLayout::layers_data()
{
    QTest::addColumn<LayoutRequest>("request");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("chain") << boxes(3, {{0, 1}, {1, 2}}) << QList<int>{0, 1, 2};
    QTest::newRow("a source stands before its first use")
        << boxes(5, {{0, 1}, {1, 3}, {2, 3}, {3, 4}}) << QList<int>{0, 1, 1, 2, 3};
    QTest::newRow("two uses by one need a column between") << boxes(2, {{0, 1}, {0, 1}}) << QList<int>{0, 2};
}

void TestGraphLayout::layers()
{
    QFETCH(LayoutRequest, request);
    const GraphLayout layout = layOut(request);
    QList<int> layers;
    for (const std::size_t layer : layout.layers) {
        layers << static_cast<int>(layer);
    }
    QTEST(layers, "expected");
}

void TestGraphLayout::parallelEdgesAreApart()
{
    const GraphLayout layout = layOut(boxes(2, {{0, 1}, {0, 1}, {0, 1}}));
    std::vector<double> heights;
    for (const std::vector<LayoutPoint>& route : layout.routes) {
        heights.push_back(route[route.size() / 2].y);
    }
    std::ranges::sort(heights);
    constexpr double clickable = 12.0;
    QVERIFY(heights[1] - heights[0] >= clickable);
    QVERIFY(heights[2] - heights[1] >= clickable);
}

void TestGraphLayout::labelsGetTheirRoom()
{
    LayoutRequest request = boxes(4, {{0, 1}, {1, 2}, {2, 3}});
    const double before = layOut(request).width;
    request.edges[1].room = 100.0;
    const GraphLayout layout = layOut(request);
    const double gap = boxOf(request, layout, 2).left() - boxOf(request, layout, 1).right();
    QVERIFY(gap >= 100.0);
    QVERIFY(boxOf(request, layout, 1).left() - boxOf(request, layout, 0).right() < 100.0);
    QVERIFY(layout.width > before);
}

void TestGraphLayout::chainIsLevel()
{
    const GraphLayout layout = layOut(boxes(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}}));
    for (const LayoutPoint& centre : layout.centres) {
        QCOMPARE(centre.y, layout.centres.front().y);
    }
}

void TestGraphLayout::planarGraphHasNoCrossing()
{
    // Given crosswise: 0 feeds 5, 1 feeds 4, 2 feeds 3.
    const GraphLayout layout = layOut(boxes(6, {{0, 5}, {1, 4}, {2, 3}}));
    for (const auto& [from, to] : {std::pair(0, 5), std::pair(1, 4), std::pair(2, 3)}) {
        QCOMPARE(layout.centres[static_cast<std::size_t>(from)].y,
                 layout.centres[static_cast<std::size_t>(to)].y);
    }
}

void TestGraphLayout::manyNodesTakeLittleTime()
{
    const LayoutRequest request = randomRequest(7, 200, 10);
    GraphLayout layout;
    QBENCHMARK
    {
        layout = layOut(request);
    }
    QElapsedTimer timer;
    timer.start();
    layout = layOut(request);
    // Some 20 times what it takes, so that a busy machine doesn't fail it.
    QVERIFY(timer.elapsed() < 1000);
    QCOMPARE(layout.centres.size(), std::size_t(200));
}

void TestGraphLayout::longEdgesOfBigGraphs()
{
    // A chain whose every link also uses the first: 500 · 499 / 2 bends, far beyond what is worth routing.
    LayoutRequest request = boxes(500, {});
    for (std::size_t node = 1; node < 500; ++node) {
        request.edges.push_back({node - 1, node});
        request.edges.push_back({0, node});
    }
    QElapsedTimer timer;
    timer.start();
    const GraphLayout layout = layOut(request);
    QVERIFY(timer.elapsed() < 10000);
    QCOMPARE(layout.routes.size(), request.edges.size());
    for (std::size_t node = 1; node < 500; ++node) {
        QVERIFY(layout.layers[node] > layout.layers[node - 1]);
    }
}

void TestGraphLayout::heightsAreNearestToWishes()
{
    // Boxes 1 and 2 both want to be level with box 0; they may come no nearer than 10 + 2 to each other.
    const StackedLayers stacked{{{0}, {1, 2}}, {10.0, 10.0, 10.0}, {{0, 1, 1.0}, {0, 2, 1.0}}, {}, 2.0, 1.0};
    const std::vector<double> heights = balancedHeights(stacked);
    QCOMPARE(heights[2] - heights[1], 12.0);
    QCOMPARE((heights[1] + heights[2]) / 2.0, heights[0]);
}

void TestGraphLayout::longEdgesAreLevel()
{
    // A chain of six, and one edge past all of it.
    const GraphLayout layout = layOut(boxes(6, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {0, 5}}));
    const std::vector<LayoutPoint>& route = layout.routes.back();
    const std::vector<LayoutPoint> within(route.begin() + 1, route.end() - 1);
    QVERIFY(within.size() >= 8);
    QVERIFY(
        std::ranges::all_of(within, [&](const LayoutPoint& point) { return point.y == within.front().y; }));
}

QTEST_APPLESS_MAIN(TestGraphLayout)
#include "tst_graph_layout.moc"
