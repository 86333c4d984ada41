// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "synthetic_curves.h"
#include "ui/plot/figure.h"
#include "ui/plot/legend.h"
#include "ui/plot/pane.h"
#include "ui/theme.h"

#include <QTest>
#include <qcustomplot.h>

using namespace sluice;

namespace {

/// A figure painted into an image, with the places of its parts.
class Painted
{
public:
    explicit Painted(FigureContent content, QSize size = {900, 700}, const Theme& theme = lightTheme())
        : m_theme(theme), m_figure(m_plot, theme, DrawingQuality::print, usualParts)
    {
        m_plot.setViewport(QRect(QPoint(0, 0), size));
        m_figure.setContent(std::move(content));
        m_figure.arrange(size);
        m_figure.fit();
        paint();
    }

    /// Only the curves, so that no line of the grid is taken for one.
    void paintWithoutGrid(double lowGradient, double highGradient)
    {
        for (const Pane* pane : {&m_figure.valuePane(), &m_figure.gradientPane()}) {
            for (QCPAxis* axis : pane->axisRect().axes()) {
                axis->grid()->setVisible(false);
            }
        }
        m_figure.gradientPane().axisRect().axis(QCPAxis::atLeft)->setRange(lowGradient, highGradient);
        paint();
    }

    [[nodiscard]] QColor gradientColor(double x, double y) const
    {
        return m_image.pixelColor(m_figure.gradientPane().frame().toPixel(x, y).toPoint());
    }
    [[nodiscard]] const QImage& image() const { return m_image; }
    [[nodiscard]] const Figure& figure() const { return m_figure; }
    [[nodiscard]] QCustomPlot& plot() { return m_plot; }

private:
    void paint()
    {
        m_image = QImage(m_plot.viewport().size(), QImage::Format_RGB32);
        m_image.fill(m_theme.panel);
        QCPPainter painter(&m_image);
        m_plot.toPainter(&painter, m_plot.viewport().width(), m_plot.viewport().height());
    }

    const Theme& m_theme;
    QCustomPlot m_plot;
    Figure m_figure;
    QImage m_image;
};

QColor over(const QColor& below, const QColor& color, double opacity)
{
    const auto mixed = [&](int a, int b) { return qRound(a + (b - a) * opacity); };
    return {mixed(below.red(), color.red()), mixed(below.green(), color.green()),
            mixed(below.blue(), color.blue())};
}

bool isNear(const QColor& a, const QColor& b)
{
    return std::abs(a.red() - b.red()) <= 2 && std::abs(a.green() - b.green()) <= 2 &&
           std::abs(a.blue() - b.blue()) <= 2;
}

FigureContent onlyFirstVariant()
{
    FigureContent content = synthetic::figureOf(synthetic::origin());
    content.pointsOfInterest.clear();
    content.variants[1].visible = false;
    content.variants[2].visible = false;
    return content;
}

FigureContent crowded()
{
    const auto curves = synthetic::origin();
    curves->output = "loss_total_with_regulariser";
    curves->input = "learning_rate_logarithm";
    for (int i = 0; i < 5; ++i) {
        VariantCurves more = curves->variants[0];
        more.name = "a variant with quite a long name, number " + std::to_string(i);
        more.disconnected = i == 3;
        curves->variants.push_back(more);
    }
    FigureContent content = synthetic::figureOf(curves);
    content.title = QStringLiteral("loss_total_with_regulariser(learning_rate_logarithm) = ") +
                    QStringLiteral("reduce_mean(square(prediction - target)) + ").repeated(6);
    content.caption = QStringLiteral("noise_of_a_layer ~ normal(0, 0.05) · ").repeated(12);
    return content;
}

} // namespace

class TestFigure : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installFonts(); }

    void bandsHaveTheirOpacities_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<double>("p");
        QTest::addColumn<QList<double>>("opacities");
        for (const bool dark : {false, true}) {
            const char* theme = dark ? "dark" : "light";
            QTest::addRow("%s, below 5 %%", theme) << dark << 0.02 << QList<double>{};
            QTest::addRow("%s, between 5 and 25 %%", theme) << dark << 0.15 << QList<double>{0.14};
            QTest::addRow("%s, between 25 and 50 %%", theme) << dark << 0.40 << QList<double>{0.14, 0.26};
            QTest::addRow("%s, between 50 and 75 %%", theme) << dark << 0.60 << QList<double>{0.14, 0.26};
            QTest::addRow("%s, between 75 and 95 %%", theme) << dark << 0.85 << QList<double>{0.14};
            QTest::addRow("%s, above 95 %%", theme) << dark << 0.98 << QList<double>{};
        }
    }
    void bandsHaveTheirOpacities()
    {
        QFETCH(bool, dark);
        QFETCH(double, p);
        QFETCH(QList<double>, opacities);
        const Theme& theme = dark ? darkTheme() : lightTheme();
        Painted painted(onlyFirstVariant(), {900, 700}, theme);
        painted.paintWithoutGrid(0.9, 1.1);
        QColor expected = theme.panel;
        for (const double opacity : opacities) {
            expected = over(expected, theme.variantColor(0), opacity);
        }
        const QColor found = painted.gradientColor(0.63, std::sqrt(0.9 + 0.2 * p));
        QVERIFY2(isNear(found, expected), qPrintable(found.name() + QStringLiteral(" ") + expected.name()));
    }

    void meanAndNoiseFreeAreDrawn()
    {
        Painted painted(onlyFirstVariant());
        painted.paintWithoutGrid(0.9, 1.1);
        const Frame frame = painted.figure().gradientPane().frame();
        int blue = 0;
        int dark = 0;
        const int top = qRound(frame.toPixelY(1.003));
        const int bottom = qRound(frame.toPixelY(0.997));
        for (int x = qRound(frame.toPixelX(0.5)); x < qRound(frame.toPixelX(1.5)); ++x) {
            for (int y = top; y <= bottom; ++y) {
                blue += isNear(painted.image().pixelColor(x, y), lightTheme().variantColor(0)) ? 1 : 0;
                dark += painted.image().pixelColor(x, y).lightness() < 60 ? 1 : 0;
            }
        }
        QVERIFY(blue > 50);
        QVERIFY(dark > 50);
    }

    void nanIsAGapWithACross()
    {
        Painted painted(onlyFirstVariant());
        painted.paintWithoutGrid(-1.2, 1.2);
        const Frame frame = painted.figure().gradientPane().frame();
        const int column = qRound(frame.toPixelX(0.0));
        const int bottom = qRound(frame.rectangle().bottom());
        for (int y = qRound(frame.rectangle().top()) + 1; y < bottom - 6; ++y) {
            QCOMPARE(painted.image().pixelColor(column, y), lightTheme().panel);
        }
        // Beside the gap there are curves, and below it the cross.
        QVERIFY(painted.gradientColor(0.05, 1.0) != lightTheme().panel);
        QVERIFY(painted.gradientColor(-0.05, -1.0) != lightTheme().panel);
        const QColor arm = painted.image().pixelColor(column - 2, bottom - 2);
        QVERIFY2(arm.lightness() < 120, qPrintable(arm.name()));
        QCOMPARE(painted.image().pixelColor(column - 8, bottom - 3), lightTheme().panel);
    }

    void infinitiesPointOutOfTheFrame()
    {
        const auto curves = synthetic::plain(
            synthetic::points(-2.0, 2.0, 401),
            [](double x) { return std::abs(x) < 1e-12 ? synthetic::infinity : 1.0 / x; },
            [](double x) { return std::abs(x) < 1e-12 ? -synthetic::infinity : -1.0 / (x * x); });
        const Painted painted(synthetic::figureOf(curves));
        const Frame value = painted.figure().valuePane().frame();
        const Frame gradient = painted.figure().gradientPane().frame();
        const int column = qRound(value.toPixelX(0.0));
        const QColor blue = lightTheme().variantColor(0);
        QVERIFY(isNear(painted.image().pixelColor(column, qRound(value.rectangle().top()) + 5), blue));
        QVERIFY(isNear(painted.image().pixelColor(column, qRound(gradient.rectangle().bottom()) - 5), blue));
    }

    void curvesAgreeWithTheGrid()
    {
        // A gradient of exactly 1 lies on the grid's line at 1: the frame's mapping is that of the axes.
        const auto curves = synthetic::plain(
            synthetic::points(-2.0, 2.0, 401), [](double x) { return x; }, [](double) { return 1.0; });
        const Painted painted(synthetic::figureOf(curves));
        for (const Pane* pane : {&painted.figure().valuePane(), &painted.figure().gradientPane()}) {
            const Frame frame = pane->frame();
            for (const double value : {-1.0, 0.0, 0.8, 1.0}) {
                QCOMPARE(frame.toPixelY(value), pane->axisRect().axis(QCPAxis::atLeft)->coordToPixel(value));
                QCOMPARE(frame.toPixelX(value),
                         pane->axisRect().axis(QCPAxis::atBottom)->coordToPixel(value));
            }
        }
    }

    void everythingFits_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("isCrowded");
        for (const QSize size :
             {QSize(400, 300), QSize(800, 600), QSize(1200, 800), QSize(1600, 1000), QSize(300, 900)}) {
            for (const bool isCrowded : {false, true}) {
                QTest::addRow("%dx%d %s", size.width(), size.height(), isCrowded ? "crowded" : "usual")
                    << size << isCrowded;
            }
        }
    }
    void everythingFits()
    {
        QFETCH(QSize, size);
        QFETCH(bool, isCrowded);
        Painted painted(isCrowded ? crowded() : synthetic::figureOf(synthetic::origin()), size);
        const QRect page(QPoint(0, 0), size);
        QRect above(0, 0, size.width(), 1);
        for (int row = 0; row < painted.plot().plotLayout()->rowCount(); ++row) {
            const QCPLayoutElement* element = painted.plot().plotLayout()->element(row, 0);
            QVERIFY(page.contains(element->outerRect()));
            QVERIFY(element->outerRect().top() > above.bottom());
            above = element->outerRect();
        }
        for (const Pane* pane : {&painted.figure().valuePane(), &painted.figure().gradientPane()}) {
            QVERIFY(pane->axisRect().rect().height() >= 20);
        }
        QCOMPARE(painted.figure().valuePane().axisRect().rect().left(),
                 painted.figure().gradientPane().axisRect().rect().left());
        QCOMPARE(painted.figure().valuePane().axisRect().rect().right(),
                 painted.figure().gradientPane().axisRect().rect().right());
        // Nothing touches the page's edge, where it would be cut.
        for (int x = 0; x < size.width(); ++x) {
            QCOMPARE(painted.image().pixelColor(x, 0), lightTheme().panel);
            QCOMPARE(painted.image().pixelColor(x, size.height() - 1), lightTheme().panel);
        }
        for (int y = 0; y < size.height(); ++y) {
            QCOMPARE(painted.image().pixelColor(0, y), lightTheme().panel);
            QCOMPARE(painted.image().pixelColor(size.width() - 1, y), lightTheme().panel);
        }
    }

    void legendNamesWhatIsThere()
    {
        FigureContent content = crowded();
        content.variants[1].visible = false;
        FigureStyle style{.quality = DrawingQuality::print};
        QStringList texts;
        for (const Legend::Entry& entry : legendEntries(content, style)) {
            texts += entry.text;
        }
        QVERIFY(texts.contains(QStringLiteral("no gates")));
        QVERIFY(!texts.contains(QStringLiteral("yu=clean")));
        QVERIFY(
            texts.contains(QStringLiteral("a variant with quite a long name, number 3 (disconnected: 0)")));
        QVERIFY(texts.contains(QStringLiteral("NaN")));
        QVERIFY(!texts.contains(QStringLiteral("infinite")));
        QVERIFY(texts.contains(QStringLiteral("points of interest")));
        style.quality = DrawingQuality::screen;
        const std::vector<Legend::Entry> onScreen = legendEntries(content, style);
        QCOMPARE(onScreen[1].text, QStringLiteral("yu=clean"));
        QVERIFY(!onScreen[1].visible);
    }

    void legendLosesNothing_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("isCrowded");
        QTest::addColumn<bool>("isCut");
        // 96 logical pixels an inch.
        QTest::newRow("85 mm x 70 mm") << QSize(321, 265) << false << false;
        QTest::newRow("170 mm x 120 mm") << QSize(643, 454) << false << false;
        QTest::newRow("crowded, 85 mm x 70 mm") << QSize(321, 265) << true << true;
        QTest::newRow("crowded, 300 mm x 200 mm") << QSize(1134, 756) << true << false;
    }
    void legendLosesNothing()
    {
        QFETCH(QSize, size);
        QFETCH(bool, isCrowded);
        QFETCH(bool, isCut);
        FigureContent content = isCrowded ? crowded() : synthetic::figureOf(synthetic::origin());
        content.pointsOfInterest = {-1.0, 1.0};
        const Painted painted(content, size);
        const Legend& legend = painted.figure().legend();
        const QStringList texts = legend.writtenTexts();
        QCOMPARE(texts.contains(QStringLiteral("…")), isCut);
        QCOMPARE(texts.contains(QStringLiteral("points of interest")), !isCut);
        const FigureStyle style{.quality = DrawingQuality::print};
        const auto entries = static_cast<qsizetype>(legendEntries(content, style).size());
        QCOMPARE(texts.size() == entries, !isCut);
    }

    /// A number alone is no scale, and labels that overlap can't be read.
    void axesHaveAScale_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        for (const QSize size : {QSize(321, 265), QSize(321, 454), QSize(400, 240), QSize(1200, 800)}) {
            const auto add = [&](double low, double high) {
                QTest::addRow("%dx%d, from %g to %g", size.width(), size.height(), low, high)
                    << size << low << high;
            };
            add(-4.6, 4.6);
            add(-5.5, 16.0);
            add(-0.03, 0.032);
            add(0.9, 1.1);
            add(1.0e6, 1.9e6);
            add(-9.7, 9.9);
        }
    }
    void axesHaveAScale()
    {
        QFETCH(QSize, size);
        QFETCH(double, low);
        QFETCH(double, high);
        const auto line = [&](double x) { return low + (x + 2.0) / 4.0 * (high - low); };
        FigureContent content =
            synthetic::figureOf(synthetic::plain(synthetic::points(-2.0, 2.0, 101), line, line));
        content.caption = QStringLiteral("u ~ uniform(0.9, 1.1) · 1000 samples · seed 1 · semantics JAX");
        const Painted painted(content, size);
        for (const Pane* pane : {&painted.figure().valuePane(), &painted.figure().gradientPane()}) {
            const QCPAxis& axis = *pane->axisRect().axis(QCPAxis::atLeft);
            std::vector<double> shown;
            for (const double tick : axis.tickVector()) {
                if (axis.range().contains(tick)) {
                    shown.push_back(axis.coordToPixel(tick));
                }
            }
            QVERIFY(shown.size() >= 2);
            const double digits = QFontMetricsF(axis.tickLabelFont()).ascent();
            for (std::size_t i = 1; i < shown.size(); ++i) {
                QVERIFY(std::abs(shown[i] - shown[i - 1]) >= digits);
            }
        }
    }

    void axesBearTheUsersNames()
    {
        const Painted painted(synthetic::figureOf(synthetic::origin()));
        const QCPAxisRect& value = painted.figure().valuePane().axisRect();
        const QCPAxisRect& gradient = painted.figure().gradientPane().axisRect();
        QCOMPARE(value.axis(QCPAxis::atLeft)->label(), QStringLiteral("z"));
        QCOMPARE(gradient.axis(QCPAxis::atLeft)->label(), QStringLiteral("dz/dx"));
        QCOMPARE(gradient.axis(QCPAxis::atBottom)->label(), QStringLiteral("x"));
    }

    void nothingToShowIsNoTrouble_data()
    {
        QTest::addColumn<int>("points");
        QTest::newRow("no curves") << 0;
        QTest::newRow("one point") << 1;
        QTest::newRow("two points") << 2;
    }
    void nothingToShowIsNoTrouble()
    {
        QFETCH(int, points);
        FigureContent content;
        if (points > 0) {
            content = synthetic::figureOf(synthetic::origin(static_cast<std::size_t>(points)));
        }
        const Painted painted(content);
        QVERIFY(!painted.image().isNull());
    }
};

QTEST_MAIN(TestFigure)
#include "tst_figure.moc"
