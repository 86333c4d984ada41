// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/program.h"
#include "ui/graph/graph_view.h"
#include "ui/theme.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <optional>

using namespace sluice;

namespace {

constexpr auto origin = "x = input(-2, 2)\n"
                        "y = x**2\n"
                        "u = uniform(0.9, 1.1)\n"
                        "yu = y * u\n"
                        "z = sqrt(yu)\n"
                        "g = grad(z, x)\n";

std::shared_ptr<const Program> programOf(std::string_view text)
{
    Reading reading = read(text);
    if (!reading.program) {
        qFatal("the text of a test can't be read");
    }
    return std::make_shared<const Program>(*std::move(reading.program));
}

/// A view with an owner that does what the view asks for.
class OwnedView : public GraphView
{
public:
    explicit OwnedView(std::string_view text = origin) : m_program(programOf(text))
    {
        resize(600, 300);
        showGraph(m_program, gates, effects);
        connect(this, &GraphView::gateChosen, this,
                [this](const QString& target, std::optional<GateKind> kind) {
                    std::erase_if(gates, [&](const std::string& gate) {
                        return targetOf(*parseGate(gate)) == target.toStdString();
                    });
                    if (kind) {
                        gates.push_back(target.toStdString() + '=' + std::string(nameOf(*kind)));
                    }
                    showGraph(m_program, gates, effects);
                });
    }

    [[nodiscard]] bool appear()
    {
        show();
        activateWindow();
        setFocus();
        return QTest::qWaitForWindowActive(this);
    }

    void click(const QString& target)
    {
        QTest::mouseClick(viewport(), Qt::LeftButton, {}, positionOf(target).value());
    }

    [[nodiscard]] QString written() const
    {
        QStringList texts;
        for (const std::string& gate : gates) {
            texts << QString::fromStdString(gate);
        }
        return texts.join(QLatin1Char(' '));
    }

    void showText(std::string_view text)
    {
        m_program = programOf(text);
        showGraph(m_program, gates, effects);
    }

    void refresh() { showGraph(m_program, gates, effects); }

    std::vector<std::string> gates;
    std::vector<GateEffect> effects;

private:
    std::shared_ptr<const Program> m_program;
};

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

} // namespace

class TestGraphView : public QObject
{
    Q_OBJECT

private slots:
    void clickCycles_data();
    void clickCycles();
    void everyTargetCanBeClicked();
    void pressElsewhereChoosesNothing();
    void activate();
    void gateOnSeveralPlaces();
    void keyboardWalk_data();
    void keyboardWalk();
    void spaceCycles();
    void toolTips_data();
    void toolTips();
    void contextMenu();
    void gateSymbolIsDrawn();
    void gateKeepsLayout();
    void numberKeepsLayout();
    void otherTextWhileChoosing();
    void nothingToShow();
    void tooManyNodes();
    void zoom();
    void fitKeepsTextReadable();
    void accessibleTexts();
};

void TestGraphView::clickCycles_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("input") << "x";
    QTest::newRow("noise source") << "u";
    QTest::newRow("operation") << "yu";
    QTest::newRow("output") << "z";
    QTest::newRow("edge from input") << "x->y";
    QTest::newRow("edge from noise") << "u->yu";
    QTest::newRow("edge to output") << "yu->z";
}

void TestGraphView::clickCycles()
{
    QFETCH(QString, target);
    OwnedView view;
    QVERIFY(view.appear());
    view.click(target);
    QCOMPARE(view.written(), target + QStringLiteral("=stop"));
    view.click(target);
    QCOMPARE(view.written(), target + QStringLiteral("=clean"));
    view.click(target);
    QCOMPARE(view.written(), QString());
}

void TestGraphView::everyTargetCanBeClicked()
{
    OwnedView view("x = input(-2, 2)\na = 0.5\nn = normal(0, 1)\nh = tanh(a * x + n)\nk = tanh(a * h + n)\n"
                   "z = h * h + x * k\n");
    view.resize(360, 260);
    QVERIFY(view.appear());
    for (const Edge& edge :
         edgesOf(*programOf("x = input(-2, 2)\na = 0.5\nn = normal(0, 1)\nh = tanh(a * x + n)\n"
                            "k = tanh(a * h + n)\nz = h * h + x * k\n"))) {
        const QString name = QString::fromStdString(edge.name);
        view.gates.clear();
        view.click(name);
        QCOMPARE(view.written(), name + QStringLiteral("=stop"));
    }
}

void TestGraphView::pressElsewhereChoosesNothing()
{
    OwnedView view;
    QVERIFY(view.appear());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(3, 3));
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, view.positionOf("yu").value());
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, QPoint(3, 3));
    QTest::mouseClick(view.viewport(), Qt::MiddleButton, {}, view.positionOf("yu").value());
    QCOMPARE(view.written(), QString());
}

void TestGraphView::activate()
{
    OwnedView view;
    QVERIFY(view.activate("y->yu"));
    QCOMPARE(view.written(), "y->yu=stop");
    QVERIFY(!view.activate("q"));
    QCOMPARE(view.written(), "y->yu=stop");
    QVERIFY(!view.positionOf("q").has_value());
}

void TestGraphView::gateOnSeveralPlaces()
{
    OwnedView view("x = input(-2, 2)\nh = sin(x)\nh = cos(h)\nz = exp(h)\n");
    QVERIFY(view.appear());
    view.gates = {"h#*=stop"};
    view.refresh();
    // The gate is changed as it is written, at all its places.
    view.click("h#2");
    QCOMPARE(view.written(), "h#*=clean");
    view.click("h#1");
    QCOMPARE(view.written(), QString());
    view.click("h#1");
    QCOMPARE(view.written(), "h#1=stop");
}

void TestGraphView::keyboardWalk_data()
{
    QTest::addColumn<QList<Qt::Key>>("keys");
    QTest::addColumn<QString>("gate");
    // The walk begins at the output.
    QTest::newRow("output") << QList<Qt::Key>{} << "z=stop";
    QTest::newRow("its edge") << QList<Qt::Key>{Qt::Key_Left} << "yu->z=stop";
    QTest::newRow("before it") << QList<Qt::Key>{Qt::Key_Left, Qt::Key_Left} << "yu=stop";
    QTest::newRow("there and back") << QList<Qt::Key>{Qt::Key_Left, Qt::Key_Left, Qt::Key_Right}
                                    << "yu->z=stop";
    QTest::newRow("nothing further right") << QList<Qt::Key>{Qt::Key_Right} << "z=stop";
}

void TestGraphView::keyboardWalk()
{
    QFETCH(QList<Qt::Key>, keys);
    OwnedView view;
    QVERIFY(view.appear());
    for (const Qt::Key key : keys) {
        QTest::keyClick(&view, key);
    }
    QTest::keyClick(&view, Qt::Key_Space);
    QTEST(view.written(), "gate");
}

void TestGraphView::spaceCycles()
{
    OwnedView view;
    QVERIFY(view.appear());
    // From yu left to one of its two edges, then up and down between them.
    for (const Qt::Key key :
         {Qt::Key_Left, Qt::Key_Left, Qt::Key_Left, Qt::Key_Up, Qt::Key_Space, Qt::Key_Down}) {
        QTest::keyClick(&view, key);
    }
    QTest::keyClick(&view, Qt::Key_Space);
    QTest::keyClick(&view, Qt::Key_Return);
    std::ranges::sort(view.gates);
    const QString upperIsNoise = QStringLiteral("u->yu=stop y->yu=clean");
    const QString lowerIsNoise = QStringLiteral("u->yu=clean y->yu=stop");
    QVERIFY2(view.written() == upperIsNoise || view.written() == lowerIsNoise, qPrintable(view.written()));
    const bool isNoiseAbove = view.positionOf("u->yu")->y() < view.positionOf("y->yu")->y();
    QCOMPARE(view.written(), isNoiseAbove ? upperIsNoise : lowerIsNoise);
}

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
    view.effects = {{"u=stop", false, true, "x does not reach u."}};
    view.showText(origin);
    QVERIFY(view.appear());
    const QString text = toolTipAt(view, target);
    QVERIFY2(text.contains(part), qPrintable(text));
}

void TestGraphView::contextMenu()
{
    OwnedView view;
    QVERIFY(view.appear());
    const QPoint position = view.positionOf("yu").value();
    QContextMenuEvent event(QContextMenuEvent::Mouse, position, view.viewport()->mapToGlobal(position));
    QCoreApplication::sendEvent(view.viewport(), &event);
    auto* menu = view.findChild<QMenu*>();
    QVERIFY(menu != nullptr);
    QList<QAction*> choices = menu->actions();
    erase_if(choices, [](const QAction* action) { return !action->isCheckable(); });
    QCOMPARE(choices.size(), 3);
    QVERIFY(choices[0]->isChecked());
    choices[2]->trigger();
    menu->close();
    QCOMPARE(view.written(), "yu=clean");
}

void TestGraphView::gateSymbolIsDrawn()
{
    OwnedView view;
    for (const Theme* theme : {&lightTheme(), &darkTheme()}) {
        view.gates.clear();
        view.setTheme(*theme);
        view.showText(origin);
        QVERIFY(pixelsLike(view.grab().toImage(), theme->noise) > 20);
        QCOMPARE(pixelsLike(view.grab().toImage(), theme->noiseFree), 0);
        view.gates = {"yu->z=clean"};
        view.showText(origin);
        QVERIFY(pixelsLike(view.grab().toImage(), theme->noiseFree) > 5);
        // Without effect it is hollow and grey.
        view.effects = {{"yu->z=clean", false, true, "so"}};
        view.showText(origin);
        QCOMPARE(pixelsLike(view.grab().toImage(), theme->noiseFree), 0);
        view.effects.clear();
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

void TestGraphView::otherTextWhileChoosing()
{
    OwnedView view;
    QVERIFY(view.appear());
    connect(&view, &GraphView::gateChosen, &view,
            [&view] { view.showText("x = input(-2, 2)\nk = exp(x)\n"); });
    view.click("yu->z");
    QVERIFY(!view.positionOf("yu").has_value());
    QVERIFY(view.positionOf("x->k").has_value());
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
    view.showText(origin);
    QVERIFY(view.activate("yu"));
}

void TestGraphView::tooManyNodes()
{
    std::string text = "x = input(-2, 2)\nh0 = sin(x)\n";
    for (int layer = 1; layer <= 600; ++layer) {
        text += "h" + std::to_string(layer) + " = sin(h" + std::to_string(layer - 1) + ")\n";
    }
    OwnedView view;
    QVERIFY(view.appear());
    view.showText(text);
    QVERIFY(view.items().isEmpty());
    QVERIFY(pixelsLike(view.grab().toImage(), lightTheme().secondaryText) > 0);
    view.showText(origin);
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
    for (int layer = 1; layer <= 40; ++layer) {
        text += "h" + std::to_string(layer) + " = sin(h" + std::to_string(layer - 1) + ")\n";
    }
    OwnedView view(text);
    view.resize(360, 260);
    QVERIFY(view.appear());
    QVERIFY(view.transform().m11() >= 0.6);
    // What doesn't fit begins on the left, and the keyboard brings the rest into sight.
    QVERIFY(view.viewport()->rect().contains(view.positionOf("x").value()));
    QVERIFY(!view.viewport()->rect().contains(view.positionOf("h40").value()));
    QTest::keyClick(&view, Qt::Key_Left);
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(view.viewport()->rect().contains(view.positionOf("h40").value()));
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
