// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/explanation.h"
#include "tests/ui/graph/owned_view.h"
#include "ui/graph/edge_item.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QToolTip>
#include <QWheelEvent>

using namespace sluice;

namespace {

QString toolTipAt(GraphView& view, const QString& target)
{
    QToolTip::hideText();
    const QPoint position = view.positionOf(target).value();
    QHelpEvent event(QEvent::ToolTip, position, view.viewport()->mapToGlobal(position));
    QCoreApplication::sendEvent(view.viewport(), &event);
    return QToolTip::text();
}

int pixelsLike(const QImage& image, const QColor& color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += image.pixelColor(x, y) == color ? 1 : 0;
        }
    }
    return count;
}

/// What the backward pass carries under these gates.
DrawnFlows flowsOf(std::string_view text, std::vector<std::string> gates)
{
    Experiment experiment;
    experiment.text = text;
    experiment.variants = {{"shown", std::move(gates)}};
    experiment.points = 5;
    experiment.samples = 5;
    const Program program = programOf(text);
    const Explainer explainer(program, experiment);
    return DrawnFlows(program, explainer.explain(0).value().derivation);
}

} // namespace

class TestGraphView : public QObject
{
    Q_OBJECT

private slots:
    void toolTips_data();
    void toolTips();
    void gateSymbolIsDrawn();
    void edgesShowWhatIsCarried();
    void edgesSayWhereNoNoiseIsSeen();
    void labelsCoverNothing_data();
    void labelsCoverNothing();
    void gateKeepsLayout();
    void numberKeepsLayout();
    void nothingToShow();
    void tooManyNodes();
    void zoom();
    void fitKeepsTextReadable();
    void narrowViewsShowTheOutput();
    void labelsStandClearWhereTheyCan();
    void accessibleTexts();
};

void TestGraphView::toolTips_data()
{
    QTest::addColumn<QString>("gate");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("part");
    QTest::newRow("none") << ""
                          << "yu"
                          << "No gate: the value passes, and the gradient flows back through yu.";
    QTest::newRow("stop") << "yu=stop"
                          << "yu"
                          << "stop_gradient: the value passes, no gradient flows back through yu.";
    QTest::newRow("clean") << "yu=clean"
                           << "yu"
                           << "clean: forward noisy, backward as if the noise were at its nominal value.";
    QTest::newRow("edge") << "y->yu=stop"
                          << "y->yu"
                          << "no gradient flows back through y->yu.";
    QTest::newRow("source") << ""
                            << "u"
                            << "Noise source u: uniform(0.9, 1.1)";
    QTest::newRow("noisy") << ""
                           << "z"
                           << "Output z: sqrt; its value is noisy";
    QTest::newRow("no effect") << "u=stop"
                               << "u"
                               << "It changes nothing here: x does not reach u.";
}

void TestGraphView::toolTips()
{
    QFETCH(QString, gate);
    QFETCH(QString, target);
    QFETCH(QString, part);
    OwnedView view;
    if (!gate.isEmpty()) {
        view.gates = {gate.toStdString()};
    }
    view.effects = {{"u=stop", false, true, Phrase::verbatim("x does not reach u.")}};
    view.showText(originText);
    QVERIFY(view.appear());
    const QString text = toolTipAt(view, target);
    QVERIFY2(text.contains(part), qPrintable(text));
}

void TestGraphView::gateSymbolIsDrawn()
{
    OwnedView view;
    for (const Theme* theme : {&lightTheme(), &darkTheme()}) {
        view.gates.clear();
        view.setTheme(*theme);
        view.showText(originText);
        QVERIFY(pixelsLike(view.grab().toImage(), theme->noise) > 20);
        QCOMPARE(pixelsLike(view.grab().toImage(), theme->noiseFree), 0);
        view.gates = {"yu->z=clean"};
        view.showText(originText);
        QVERIFY(pixelsLike(view.grab().toImage(), theme->noiseFree) > 5);
        // Without effect it is hollow and grey.
        view.effects = {{"yu->z=clean", false, true, Phrase::verbatim("so")}};
        view.showText(originText);
        QCOMPARE(pixelsLike(view.grab().toImage(), theme->noiseFree), 0);
        view.effects.clear();
    }
}

void TestGraphView::edgesShowWhatIsCarried()
{
    OwnedView view;
    for (const Theme* theme : {&lightTheme(), &darkTheme()}) {
        view.setTheme(*theme);
        view.showText(originText);
        view.showFlows(flowsOf(originText, {}));
        const int noisy = pixelsLike(view.grab().toImage(), theme->noise);
        view.showFlows(flowsOf(originText, {"z=clean"}));
        const QImage cleaned = view.grab().toImage();
        QVERIFY(pixelsLike(cleaned, theme->noise) < noisy);
        QVERIFY(pixelsLike(cleaned, theme->noiseFree) > 20);
        view.showFlows({});
    }
}

void TestGraphView::edgesSayWhereNoNoiseIsSeen()
{
    // The local derivative of v is u, that of z is 1/(y*u).
    constexpr auto text = "x = input(1, 2)\nu = uniform(0.9, 1.1)\ny = x**2\nv = y*u\nz = log(v)\n";
    OwnedView view(text);
    view.showFlows(flowsOf(text, {}));
    QVERIFY(view.appear());
    QVERIFY(toolTipAt(view, "v->z").contains("The backward pass carries a noisy gradient."));
    for (const char* edge : {"y->v", "x->y"}) {
        QVERIFY2(toolTipAt(view, edge).contains("a gradient in which no noise is seen: this is measured"),
                 qPrintable(toolTipAt(view, edge)));
    }
}

void TestGraphView::labelsCoverNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("origin") << originText;
    QTest::newRow("branches") << "x = input(-2, 2)\nu = normal(0, 1)\na = x*u\nb = sin(x)\n"
                                 "c = atan2(a, b)\nz = where(x > 0, c**3*a, b/a)\n";
    QTest::newRow("fractions in the outermost edges")
        << "x = input(-2, 2)\nu = uniform(0.9, 1.1)\na = where(x*u > 0, sqrt(x*u), -x)\n"
           "z = atan2(a, x)**2.5 + 1/a\n";
    QTest::newRow("layers") << "x = input(-2, 2)\nw = 0.5\nb = 0.1\nv = x\n"
                               "for i in range(6):\n    v = tanh(w*v + b) * normal(1, 0.1)\nz = v\n";
}

void TestGraphView::labelsCoverNothing()
{
    QFETCH(QString, text);
    OwnedView view(text.toStdString());
    view.showFlows(flowsOf(text.toStdString(), {}));
    std::vector<QRectF> labels;
    std::vector<QRectF> nodes;
    for (const QGraphicsItem* item : view.scene()->items()) {
        if (const auto* edge = dynamic_cast<const EdgeItem*>(item)) {
            if (edge->labelPlace()) {
                labels.push_back(*edge->labelPlace());
                // No edge runs over it: those that cross it are below.
                for (const QGraphicsItem* other : view.scene()->items()) {
                    const auto* crossing = dynamic_cast<const EdgeItem*>(other);
                    QVERIFY(crossing == nullptr || crossing == edge ||
                            !crossing->crosses(*edge->labelPlace()) || crossing->zValue() < edge->zValue());
                }
            }
        } else {
            // The outline: the rest of the bounding rectangle is empty without a gate.
            nodes.push_back(item->mapToScene(item->shape()).boundingRect());
        }
    }
    QVERIFY(!labels.empty());
    for (const QRectF& label : labels) {
        QVERIFY(view.sceneRect().contains(label));
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (const QRectF& node : nodes) {
            QVERIFY(!labels[i].intersects(node));
        }
        for (std::size_t j = i + 1; j < labels.size(); ++j) {
            QVERIFY(!labels[i].intersects(labels[j]));
        }
    }
}

void TestGraphView::gateKeepsLayout()
{
    OwnedView view;
    QVERIFY(view.appear());
    const QRectF before = view.sceneRect();
    const QList<QGraphicsItem*> items = view.items();
    view.zoomBy(1.5);
    const QPoint position = view.positionOf("yu").value();
    view.click("z");
    QCOMPARE(view.written(), "z=stop");
    QCOMPARE(view.positionOf("yu").value(), position);
    QCOMPARE(view.sceneRect(), before);
    QCOMPARE(view.items().size(), items.size());
}

void TestGraphView::numberKeepsLayout()
{
    OwnedView view;
    QVERIFY(view.appear());
    const QPoint position = view.positionOf("z").value();
    view.showText(
        "x = input(-2, 2)\ny = x**2\nu = uniform(0.8, 1.1)\nyu = y * u\nz = sqrt(yu)\ng = grad(z, x)\n");
    QCOMPARE(view.positionOf("z").value(), position);
    QVERIFY(toolTipAt(view, "u").contains("uniform(0.8, 1.1)"));
    // A longer number gets the room that it needs.
    const double width = view.sceneRect().width();
    view.showText(
        "x = input(-2, 2)\ny = x**2\nu = uniform(0.8125, 1.1)\nyu = y * u\nz = sqrt(yu)\ng = grad(z, x)\n");
    QVERIFY(view.sceneRect().width() > width);
}

void TestGraphView::nothingToShow()
{
    OwnedView view;
    QVERIFY(view.appear());
    view.showGraph(nullptr, {"yu=stop"}, {});
    QVERIFY(view.items().isEmpty());
    QVERIFY(!view.activate("yu"));
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Space, Qt::Key_Plus, Qt::Key_0}) {
        QTest::keyClick(&view, key);
    }
    view.showText(originText);
    QVERIFY(view.activate("yu"));
}

void TestGraphView::tooManyNodes()
{
    // Nodes of one name would be drawn as one.
    const auto nameOf = [](int number) {
        std::string name = "h_";
        for (int rest = number; rest > 0; rest /= 26) {
            name += static_cast<char>('a' + rest % 26);
        }
        return name;
    };
    std::string text = "x = input(-2, 2)\n" + nameOf(0) + " = sin(x)\n";
    for (int layer = 1; layer <= 600; ++layer) {
        text += nameOf(layer) + " = sin(" + nameOf(layer - 1) + ")\n";
    }
    OwnedView view;
    QVERIFY(view.appear());
    view.showText(text);
    QVERIFY(view.items().isEmpty());
    QVERIFY(pixelsLike(view.grab().toImage(), lightTheme().secondaryText) > 0);
    view.showText(originText);
    QVERIFY(view.positionOf("z").has_value());
}

void TestGraphView::zoom()
{
    OwnedView view;
    QVERIFY(view.appear());
    const double fitted = view.transform().m11();
    const QPointF position(view.positionOf("yu").value());
    const auto wheel = [&](int delta) {
        QWheelEvent event(position, view.viewport()->mapToGlobal(position), QPoint(), QPoint(0, delta),
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view.viewport(), &event);
    };
    wheel(120);
    QVERIFY(view.transform().m11() > fitted);
    for (int i = 0; i < 50; ++i) {
        wheel(120);
    }
    QVERIFY(view.transform().m11() <= 4.0);
    for (int i = 0; i < 100; ++i) {
        wheel(-120);
    }
    QVERIFY(view.transform().m11() > 0.1);
    QTest::keyClick(&view, Qt::Key_0);
    QCOMPARE(view.transform().m11(), fitted);
}

void TestGraphView::fitKeepsTextReadable()
{
    std::string text = "x = input(-2, 2)\nh0 = sin(x)\n";
    for (int layer = 1; layer <= 30; ++layer) {
        text += "h" + std::to_string(layer) + " = sin(h" + std::to_string(layer - 1) + ")\n";
    }
    OwnedView view(text);
    view.resize(360, 260);
    QVERIFY(view.appear());
    QVERIFY(view.transform().m11() >= 0.6);
    // What doesn't fit begins on the left, and the keyboard brings the rest into sight.
    QVERIFY(view.viewport()->rect().contains(view.positionOf("x").value()));
    QVERIFY(!view.viewport()->rect().contains(view.positionOf("h30").value()));
    QTest::keyClick(&view, Qt::Key_Left);
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(view.viewport()->rect().contains(view.positionOf("h30").value()));
}

void TestGraphView::narrowViewsShowTheOutput()
{
    // A layer's graph, as wide as the window's column where the window is of a usual size.
    OwnedView view("x = input(-3, 3)\nw = 1.5\nb = 0.3\nh = w * x + b\nn = normal(1, 0.25)\nhn = h * n\n"
                   "z = tanh(hn)\n");
    view.resize(900, 220);
    view.showFlows(flowsOf("x = input(-3, 3)\nw = 1.5\nb = 0.3\nh = w * x + b\nn = normal(1, 0.25)\n"
                           "hn = h * n\nz = tanh(hn)\n",
                           {}));
    QVERIFY(view.appear());
    const double roomy = view.sceneRect().width();
    view.resize(345, 220);
    QVERIFY(view.sceneRect().width() < roomy);
    for (const char* node : {"x", "z"}) {
        QVERIFY(view.viewport()->rect().contains(view.positionOf(node).value()));
    }
    view.resize(900, 220);
    QCOMPARE(view.sceneRect().width(), roomy);
}

void TestGraphView::labelsStandClearWhereTheyCan()
{
    const std::string text =
        "x = input(-1, 1)\nn = normal(0, 0.1)\nv = x + n\nz = where(v > 0, sqrt(v), 0)\n";
    OwnedView view(text);
    view.showFlows(flowsOf(text, {}));
    int labels = 0;
    for (const QGraphicsItem* item : view.scene()->items()) {
        const auto* edge = dynamic_cast<const EdgeItem*>(item);
        if (edge == nullptr || !edge->labelPlace()) {
            continue;
        }
        ++labels;
        for (const QGraphicsItem* other : view.scene()->items()) {
            const auto* crossing = dynamic_cast<const EdgeItem*>(other);
            QVERIFY2(crossing == nullptr || !crossing->crosses(*edge->labelPlace()),
                     qPrintable(edge->target()));
        }
    }
    QCOMPARE(labels, 3);
}

void TestGraphView::accessibleTexts()
{
    OwnedView view;
    QVERIFY(view.appear());
    QVERIFY(!view.accessibleName().isEmpty());
    QVERIFY(view.accessibleDescription().contains("Output z"));
    QTest::keyClick(&view, Qt::Key_Left);
    QVERIFY(view.accessibleDescription().contains("yu is used by z"));
    QTest::keyClick(&view, Qt::Key_Space);
    QVERIFY(view.accessibleDescription().contains("stop_gradient"));
}

QTEST_MAIN(TestGraphView)
#include "tst_graph_view.moc"
