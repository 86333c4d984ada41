// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/export/exported.h"
#include "ui/export/program_name.h"
#include "ui/plot/figure.h"
#include "ui/plot/pane.h"
#include "ui/theme.h"

#include <QTemporaryDir>
#include <qcustomplot.h>

#include <cmath>

using namespace sluice;
using namespace sluice::exported;

/// What is on a picture, and that equal figures are equal files.
class TestFigureExport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        installFonts();
        QVERIFY(m_folder.isValid());
    }

    void pngHasItsSizeAndDots_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("height");
        QTest::addColumn<double>("scale");
        QTest::addColumn<double>("dpi");
        QTest::addColumn<QSize>("pixels");
        QTest::addColumn<int>("dotsPerMetre");
        QTest::newRow("usual") << 1200.0 << 800.0 << 1.0 << 0.0 << QSize(1200, 800) << 3780;
        QTest::newRow("twice as fine") << 800.0 << 600.0 << 2.0 << 0.0 << QSize(1600, 1200) << 7559;
        QTest::newRow("for print") << 400.0 << 300.0 << 3.0 << 300.0 << QSize(1200, 900) << 11811;
        QTest::newRow("broken scale") << 401.0 << 301.0 << 1.5 << 0.0 << QSize(602, 452) << 5669;
    }
    void pngHasItsSizeAndDots()
    {
        QFETCH(double, width);
        QFETCH(double, height);
        QFETCH(double, scale);
        QFETCH(double, dpi);
        FigureOptions options{.width = width, .height = height, .scale = scale};
        if (dpi > 0.0) {
            options.dpi = dpi;
        }
        const QString path = m_folder.filePath(QStringLiteral("size.png"));
        exportFigure(path, usual(), options, json);
        const QImage image(path);
        QTEST(image.size(), "pixels");
        QTEST(image.dotsPerMeterX(), "dotsPerMetre");
        QTEST(image.dotsPerMeterY(), "dotsPerMetre");
        QCOMPARE(image.text(QStringLiteral("Sluice")), json);
    }

    void scaleOnlyRefines()
    {
        const QImage once = renderFigure(usual(), {.width = 600, .height = 400});
        const QImage twice = renderFigure(usual(), {.width = 600, .height = 400, .scale = 2.0})
                                 .scaled(600, 400, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        double difference = 0.0;
        for (int y = 0; y < 400; ++y) {
            for (int x = 0; x < 600; ++x) {
                difference += std::abs(qGray(once.pixel(x, y)) - qGray(twice.pixel(x, y)));
            }
        }
        QVERIFY2(difference / (600 * 400) < 3.0, qPrintable(QString::number(difference / (600 * 400))));
    }

    void themesAndTransparency()
    {
        QCOMPARE(renderFigure(usual(), {}).pixelColor(1, 1), lightTheme().panel);
        QCOMPARE(renderFigure(usual(), {.dark = true}).pixelColor(1, 1), darkTheme().panel);
        const QImage clear = renderFigure(usual(), {.transparent = true});
        QCOMPARE(clear.pixelColor(1, 1).alpha(), 0);
        QCOMPARE(clear.pixelColor(600, 100).alpha(), 0);
        int opaque = 0;
        for (int x = 0; x < clear.width(); ++x) {
            opaque += clear.pixelColor(x, 250).alpha() > 0 ? 1 : 0;
        }
        QVERIFY(opaque > 10);
    }

    void equalFiguresAreEqualFiles_data() { addEveryFormat(); }
    void equalFiguresAreEqualFiles()
    {
        QFETCH(QString, ending);
        const QString first = m_folder.filePath(QStringLiteral("first-name.") + ending);
        const QString second = m_folder.filePath(QStringLiteral("second-name.") + ending);
        exportFigure(first, usual(), {}, json);
        QTest::qWait(1100); // a clock that shows seconds would show another one
        exportFigure(second, usual(), {}, json);
        const QByteArray bytes = bytesOf(first);
        QVERIFY(bytes.size() > 1000);
        QVERIFY(bytes == bytesOf(second));
        QVERIFY(!bytes.contains("first-name"));
        QVERIFY(!bytes.contains("CreationDate"));
        QVERIFY(!bytes.contains("tIME"));
    }

    void orderOfDrawingIsFixed_data() { addEveryFormat(); }
    void orderOfDrawingIsFixed()
    {
        // Hash tables are ordered otherwise in every run of the program; a picture must not show it.
        QFETCH(QString, ending);
        const QString path = m_folder.filePath(QStringLiteral("order.") + ending);
        QSet<QByteArray> different;
        for (int run = 0; run < 12; ++run) {
            QHashSeed::resetRandomGlobalSeed();
            exportFigure(path, usual(), {.width = 400, .height = 300}, json);
            different.insert(bytesOf(path));
        }
        QHashSeed::setDeterministicGlobalSeed();
        QCOMPARE(different.size(), 1);
    }

    void everyFileSaysWhatMadeIt()
    {
        const QByteArray png = figureAsPng(usual(), {}, json);
        const QImage image = QImage::fromData(png);
        QVERIFY(image.text(QStringLiteral("Software")).startsWith(QStringLiteral("Sluice ")));
        QVERIFY(image.text(QStringLiteral("Description")).contains(QStringLiteral("seed 1")));
        for (const QByteArray& bytes : {figureAsSvg(usual(), {}, json), figureAsPdf(usual(), {}, json)}) {
            QVERIFY(bytes.contains(programName().toUtf8()));
            QVERIFY(bytes.contains("seed 1"));
            QVERIFY(bytes.contains("semantics TensorFlow"));
        }
    }

    void paperHasItsSize()
    {
        // 85 mm × 60 mm at 300 dots per inch.
        constexpr double millimetre = 96.0 / 25.4;
        const FigureOptions options{
            .width = 85.0 * millimetre, .height = 60.0 * millimetre, .scale = 300.0 / 96.0, .dpi = 300.0};
        const QImage image = QImage::fromData(figureAsPng(usual(), options, json));
        QCOMPARE(image.size(), QSize(1004, 709));
        QCOMPARE(image.dotsPerMeterX(), 11811);
        QCOMPARE(image.pixelColor(1003, 708), lightTheme().panel);
        QVERIFY(figureAsSvg(usual(), options, json).contains("width=\"85mm\" height=\"60mm\""));
    }

    void partsAreThereOrNot_data()
    {
        QTest::addColumn<FigureParts>("parts");
        QTest::addColumn<QStringList>("shown");
        QTest::addColumn<QStringList>("missing");
        using Part = FigurePart;
        const auto row = [](const char* name, FigureParts parts, const QStringList& shown,
                            const QStringList& missing) { QTest::newRow(name) << parts << shown << missing; };
        row("usual", usualParts, {"z(x) = sqrt(yu)", "no gates", "dz/dx", "seed 1"}, {});
        row("no title", usualParts & ~FigureParts(Part::title), {"no gates", "dz/dx"}, {">z(x) = sqrt(yu)<"});
        row("no legend", usualParts & ~FigureParts(Part::legend), {"dz/dx"}, {">no gates<"});
        row("no caption", usualParts & ~FigureParts(Part::caption), {"dz/dx"}, {">1000"});
        row("forward alone", Part::forward, {">z<", ">x<"}, {"dz/dx", ">no gates<"});
        row("gradient alone", Part::gradient, {"dz/dx", ">x<"}, {">z<"});
    }
    void partsAreThereOrNot()
    {
        QFETCH(FigureParts, parts);
        QFETCH(QStringList, shown);
        QFETCH(QStringList, missing);
        QString svg = QString::fromUtf8(figureAsSvg(usual(), {.parts = parts}, {}));
        // What the file says of itself is not on the figure.
        svg = svg.mid(svg.indexOf(QStringLiteral("<defs>"))).replace(QChar::Nbsp, QLatin1Char(' '));
        svg.remove(QRegularExpression(QStringLiteral("\\s+(?=<)|(?<=>)\\s+")));
        for (const QString& text : shown) {
            QVERIFY2(svg.contains(text), qPrintable(text));
        }
        for (const QString& text : missing) {
            QVERIFY2(!svg.contains(text), qPrintable(text));
        }
    }

    void partsGetTheRoom()
    {
        // The plots grow where less else is shown.
        const auto heightOf = [](FigureParts parts) {
            QCustomPlot plot;
            Figure figure(plot, lightTheme(), DrawingQuality::print, parts);
            plot.setViewport(QRect(0, 0, 800, 600));
            figure.setContent(usual());
            figure.arrange({800, 600});
            QImage unused(800, 600, QImage::Format_RGB32);
            QCPPainter painter(&unused);
            plot.toPainter(&painter, 800, 600);
            return figure.gradientPane().frame().rectangle().height();
        };
        QVERIFY(heightOf(FigurePart::gradient) > 500.0);
        QVERIFY(heightOf(usualParts) > 180.0);
        QVERIFY(heightOf(usualParts) < 300.0);
        QVERIFY(heightOf(usualParts | FigurePart::histogram) < heightOf(usualParts));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestFigureExport)
#include "tst_figure_export.moc"
