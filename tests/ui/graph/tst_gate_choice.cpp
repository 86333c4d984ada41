// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/graph/owned_view.h"

#include <QContextMenuEvent>
#include <QMenu>

using namespace sluice;

class TestGateChoice : public QObject
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
    void contextMenu();
    void otherTextWhileChoosing();
};

void TestGateChoice::clickCycles_data()
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

void TestGateChoice::clickCycles()
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

void TestGateChoice::everyTargetCanBeClicked()
{
    OwnedView view("x = input(-2, 2)\na = 0.5\nn = normal(0, 1)\nh = tanh(a * x + n)\nk = tanh(a * h + n)\n"
                   "z = h * h + x * k\n");
    view.resize(360, 260);
    QVERIFY(view.appear());
    for (const Edge& edge :
         edgesOf(programOf("x = input(-2, 2)\na = 0.5\nn = normal(0, 1)\nh = tanh(a * x + n)\n"
                           "k = tanh(a * h + n)\nz = h * h + x * k\n"))) {
        const QString name = QString::fromStdString(edge.name);
        view.gates.clear();
        view.click(name);
        QCOMPARE(view.written(), name + QStringLiteral("=stop"));
    }
}

void TestGateChoice::pressElsewhereChoosesNothing()
{
    OwnedView view;
    QVERIFY(view.appear());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(3, 3));
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, view.positionOf("yu").value());
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, QPoint(3, 3));
    QTest::mouseClick(view.viewport(), Qt::MiddleButton, {}, view.positionOf("yu").value());
    QCOMPARE(view.written(), QString());
}

void TestGateChoice::activate()
{
    OwnedView view;
    QVERIFY(view.activate("y->yu"));
    QCOMPARE(view.written(), "y->yu=stop");
    QVERIFY(!view.activate("q"));
    QCOMPARE(view.written(), "y->yu=stop");
    QVERIFY(!view.positionOf("q").has_value());
}

void TestGateChoice::gateOnSeveralPlaces()
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

void TestGateChoice::keyboardWalk_data()
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

void TestGateChoice::keyboardWalk()
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

void TestGateChoice::spaceCycles()
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

void TestGateChoice::contextMenu()
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

void TestGateChoice::otherTextWhileChoosing()
{
    OwnedView view;
    QVERIFY(view.appear());
    connect(&view, &GraphView::gateChosen, &view,
            [&view] { view.showText("x = input(-2, 2)\nk = exp(x)\n"); });
    view.click("yu->z");
    QVERIFY(!view.positionOf("yu").has_value());
    QVERIFY(view.positionOf("x->k").has_value());
}

QTEST_MAIN(TestGateChoice)
#include "tst_gate_choice.moc"
