// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formula/formula_box.h"
#include "ui/formula/formula_painter.h"
#include "ui/formula/read_formula.h"
#include "ui/theme.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace sluice;

namespace {

FormulaBox boxOf(const char* expression)
{
    return layOut(readFormula(expression), QGuiApplication::font());
}

/// Where a box's own strokes are, as it sees them.
QRectF strokes(const FormulaBox& box)
{
    return box.strokes.boundingRect();
}

/// Also of what has no height.
bool encloses(const QRectF& room, const QRectF& rectangle)
{
    constexpr double rounding = 0.01;
    return rectangle.left() >= room.left() - rounding && rectangle.right() <= room.right() + rounding &&
           rectangle.top() >= room.top() - rounding && rectangle.bottom() <= room.bottom() + rounding;
}

void collectLeaves(const FormulaBox& box, const QPointF& origin, std::vector<QRectF>& rectangles)
{
    if (!box.text.isEmpty()) {
        rectangles.push_back(box.rectangle().translated(origin));
    }
    for (const FormulaBox& part : box.parts) {
        collectLeaves(part, origin + part.origin, rectangles);
    }
}

QImage painted(const FormulaBox& box, const Theme& theme)
{
    const int margin = 4;
    QImage image(static_cast<int>(std::ceil(box.width)) + 2 * margin,
                 static_cast<int>(std::ceil(box.height())) + 2 * margin, QImage::Format_ARGB32);
    image.fill(theme.panel);
    QPainter painter(&image);
    paint(painter, box, QPointF(margin, margin + box.ascent), theme);
    return image;
}

/// The strongest difference of any pixel from the ground at the image's four edges.
bool hasCleanEdges(const QImage& image, const QColor& ground)
{
    for (int x = 0; x < image.width(); ++x) {
        if (image.pixelColor(x, 0) != ground || image.pixelColor(x, image.height() - 1) != ground) {
            return false;
        }
    }
    for (int y = 0; y < image.height(); ++y) {
        if (image.pixelColor(0, y) != ground || image.pixelColor(image.width() - 1, y) != ground) {
            return false;
        }
    }
    return true;
}

bool hasColor(const QImage& image, const QColor& color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

/// The places and sizes of boxes, as relations that hold for every font.
class FormulaBoxTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installFonts(); }
    void barLiesBetweenNumeratorAndDenominator();
    void fractionsStandOnTheAxis();
    void rootCoversItsRadicand();
    void exponentsAreRaisedAndSmall();
    void indicesAreLowered();
    void bracketsGrow();
    void rowsShareTheBaseline();
    void strikeOutGoesFromEdgeToEdge();
    void casesStandInTwoLines();
    void scalesWithTheFont_data();
    void scalesWithTheFont();
    void partsStayInside_data() { expressions(); }
    void partsStayInside();
    void textsDontOverlap_data() { expressions(); }
    void textsDontOverlap();
    void nothingIsPaintedOutside_data() { expressions(); }
    void nothingIsPaintedOutside();
    void linesBreakBeforeFactors();
    void paintsMarksInTheirColors();

private:
    static void expressions();
};

void FormulaBoxTest::expressions()
{
    QTest::addColumn<QString>("expression");
    for (const char* each :
         {"1/(2*sqrt(yu))", "x**2*u", "(a + b)/(c - d)*x", "where(x > 0, x**0.5, atan2(y, x)/2)",
          "sqrt(1 + sqrt(1 + x/(1 + x**2)))", "abs(x/y)**(p - 1)", "v#12*tanh(w*v#11 + b)", "((a + b)*c)**2",
          "floor(x/2) + ceil(x)", "-1.5e-07*x"}) {
        QTest::newRow(each) << QString(each);
    }
}

void FormulaBoxTest::barLiesBetweenNumeratorAndDenominator()
{
    const FormulaBox box = boxOf("(a + b)/sqrt(c)");
    QCOMPARE(box.kind, TypesetFormula::Kind::fraction);
    const QRectF above = box.parts[0].placed();
    const QRectF below = box.parts[1].placed();
    const QRectF bar = strokes(box);
    QVERIFY(above.bottom() < bar.top());
    QVERIFY(bar.bottom() < below.top());
    QVERIFY(bar.left() <= std::min(above.left(), below.left()));
    QVERIFY(bar.right() >= std::max(above.right(), below.right()));
    // Both are centred on it.
    QVERIFY(std::abs(above.center().x() - bar.center().x()) < 1e-9);
    QVERIFY(std::abs(below.center().x() - bar.center().x()) < 1e-9);
}

void FormulaBoxTest::fractionsStandOnTheAxis()
{
    // The bars of neighbours are in line, whatever stands above and below.
    const FormulaBox row = boxOf("a/b + (x/y)/c");
    QCOMPARE(row.parts.size(), std::size_t(3));
    QCOMPARE(strokes(row.parts[0]).center().y(), strokes(row.parts[2]).center().y());
    QVERIFY(strokes(row.parts[0]).center().y() < 0.0);
    QVERIFY(strokes(row.parts[0]).center().y() > -boxOf("a").ascent);
}

void FormulaBoxTest::rootCoversItsRadicand()
{
    const FormulaBox box = boxOf("sqrt(a/b)");
    const QRectF inside = box.parts[0].placed();
    const QRectF sign = strokes(box);
    QVERIFY(sign.top() <= inside.top());
    QVERIFY(sign.right() >= inside.right());
    QVERIFY(sign.left() < inside.left());
    QVERIFY(sign.bottom() > inside.center().y());
}

void FormulaBoxTest::exponentsAreRaisedAndSmall()
{
    const FormulaBox box = boxOf("x**n");
    const FormulaBox& base = box.parts[0];
    const FormulaBox& exponent = box.parts[1];
    QVERIFY(exponent.height() < base.height());
    QVERIFY(exponent.origin.y() < 0.0);
    QVERIFY(exponent.placed().left() >= base.placed().right());
    // Over what is tall the exponent stands higher.
    QVERIFY(boxOf("(a/b)**n").parts[1].origin.y() < exponent.origin.y());
}

void FormulaBoxTest::indicesAreLowered()
{
    const FormulaBox box = boxOf("v#3");
    QVERIFY(box.parts[1].origin.y() > 0.0);
    QVERIFY(box.parts[1].height() < box.parts[0].height());
    QVERIFY(box.descent > box.parts[0].descent);
}

void FormulaBoxTest::bracketsGrow()
{
    const auto fenceHeight = [](const char* expression) {
        const FormulaBox box = boxOf(expression);
        return strokes(box).height();
    };
    QVERIFY(fenceHeight("abs(a/b)") > 1.5 * fenceHeight("abs(a)"));
}

void FormulaBoxTest::rowsShareTheBaseline()
{
    const FormulaBox row = boxOf("a + x**2 + b/c + sqrt(d)");
    double right = 0.0;
    for (const FormulaBox& part : row.parts) {
        QCOMPARE(part.origin.y(), 0.0);
        QVERIFY(part.origin.x() >= right);
        right = part.placed().right();
    }
    QVERIFY(row.width >= right);
}

void FormulaBoxTest::strikeOutGoesFromEdgeToEdge()
{
    for (const char* expression : {"u", "1/(2*sqrt(yu))", "x**2"}) {
        const TypesetFormula factor = readFormula(expression);
        const FormulaBox plain = layOut(factor, QGuiApplication::font());
        const FormulaBox struck =
            layOut(factor.marked(TypesetFormula::Mark::stopped), QGuiApplication::font());
        QVERIFY(plain.strikeOut.isNull());
        const QRectF line = QRectF(struck.strikeOut.p1(), struck.strikeOut.p2()).normalized();
        QCOMPARE(line, struck.rectangle());
        QVERIFY(struck.width > plain.width);
        QVERIFY(struck.height() > plain.height());
    }
}

void FormulaBoxTest::casesStandInTwoLines()
{
    const FormulaBox box = boxOf("where(a > b, x/y, z)");
    QCOMPARE(box.kind, TypesetFormula::Kind::cases);
    QCOMPARE(box.parts.size(), std::size_t(4));
    QVERIFY(box.parts[0].placed().bottom() <= box.parts[2].placed().top());
    QCOMPARE(box.parts[0].origin.y(), box.parts[1].origin.y());
    QCOMPARE(box.parts[1].origin.x(), box.parts[3].origin.x());
    QVERIFY(box.parts[1].placed().left() >= box.parts[0].placed().right());
    QVERIFY(strokes(box).right() <= box.parts[0].placed().left());
    QVERIFY(strokes(box).height() >= 0.99 * box.height());
}

void FormulaBoxTest::scalesWithTheFont_data()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("a half more") << 1.5;
    QTest::newRow("twice") << 2.0;
    QTest::newRow("four times") << 4.0;
}

void FormulaBoxTest::scalesWithTheFont()
{
    QFETCH(double, scale);
    const TypesetFormula formula = readFormula("x**2/(2*sqrt(yu)) + abs(a)");
    QFont font = QGuiApplication::font();
    font.setPointSizeF(12.0);
    QFont larger = font;
    larger.setPointSizeF(12.0 * scale);
    const FormulaBox one = layOut(formula, font);
    const FormulaBox other = layOut(formula, larger);
    // Type is placed in whole pixels here and there.
    QVERIFY(std::abs(other.width / one.width / scale - 1.0) < 0.05);
    QVERIFY(std::abs(other.height() / one.height() / scale - 1.0) < 0.05);
}

void FormulaBoxTest::partsStayInside()
{
    QFETCH(QString, expression);
    std::vector<FormulaBox> open{layOut(readFormula(expression.toStdString()), QGuiApplication::font())};
    while (!open.empty()) {
        const FormulaBox box = open.back();
        open.pop_back();
        for (const FormulaBox& part : box.parts) {
            QVERIFY(encloses(box.rectangle(), part.placed()));
            open.push_back(part);
        }
        QVERIFY(encloses(box.rectangle(), strokes(box)) || box.strokes.isEmpty());
    }
}

void FormulaBoxTest::textsDontOverlap()
{
    QFETCH(QString, expression);
    std::vector<QRectF> rectangles;
    collectLeaves(layOut(readFormula(expression.toStdString()), QGuiApplication::font()), {}, rectangles);
    for (std::size_t i = 0; i < rectangles.size(); ++i) {
        for (std::size_t j = i + 1; j < rectangles.size(); ++j) {
            const QRectF both = rectangles[i] & rectangles[j];
            // Lines of type have empty room above and below their letters.
            const double allowed = 0.35 * std::min(rectangles[i].height(), rectangles[j].height());
            QVERIFY(both.width() < 0.01 || both.height() < allowed);
        }
    }
}

void FormulaBoxTest::nothingIsPaintedOutside()
{
    QFETCH(QString, expression);
    const TypesetFormula formula = readFormula(expression.toStdString());
    for (const Theme* theme : {&lightTheme(), &darkTheme()}) {
        for (const auto mark :
             {TypesetFormula::Mark::none, TypesetFormula::Mark::noisy, TypesetFormula::Mark::stopped}) {
            const FormulaBox box = layOut(formula.marked(mark), QGuiApplication::font());
            QVERIFY(hasCleanEdges(painted(box, *theme), theme->panel));
        }
    }
}

void FormulaBoxTest::linesBreakBeforeFactors()
{
    std::vector<TypesetFormula> factors(12, readFormula("1/(2*sqrt(yu))"));
    const TypesetFormula chain = TypesetFormula::row(
        {totalDerivative("z", "x"), TypesetFormula::sign("="), product(std::move(factors))});
    const QFont font = QGuiApplication::font();
    const FormulaBox whole = layOut(chain, font);
    const double width = whole.width / 3.0;
    const FormulaBox broken = layOut(chain, font, width);
    QVERIFY(broken.width <= width);
    QVERIFY(broken.parts.size() >= 3);
    for (std::size_t i = 1; i < broken.parts.size(); ++i) {
        QVERIFY(broken.parts[i - 1].placed().bottom() < broken.parts[i].placed().top());
        QCOMPARE(broken.parts[i].parts.front().kind, TypesetFormula::Kind::times);
    }
    // What fits is not broken.
    QCOMPARE(layOut(chain, font, whole.width).parts.size(), whole.parts.size());
}

void FormulaBoxTest::paintsMarksInTheirColors()
{
    for (const Theme* theme : {&lightTheme(), &darkTheme()}) {
        const TypesetFormula factor = readFormula("1/yu");
        const auto pictureOf = [&](TypesetFormula::Mark mark) {
            QFont font = QGuiApplication::font();
            font.setPointSizeF(24.0);
            return painted(layOut(factor.marked(mark), font), *theme);
        };
        QVERIFY(hasColor(pictureOf(TypesetFormula::Mark::none), theme->text));
        QVERIFY(hasColor(pictureOf(TypesetFormula::Mark::noisy), theme->noise));
        QVERIFY(hasColor(pictureOf(TypesetFormula::Mark::noiseFree), theme->noiseFree));
        QVERIFY(hasColor(pictureOf(TypesetFormula::Mark::stopped), theme->stopped));
        QVERIFY(!hasColor(pictureOf(TypesetFormula::Mark::noisy), theme->text));
    }
}

QTEST_MAIN(FormulaBoxTest)
#include "tst_formula_box.moc"
