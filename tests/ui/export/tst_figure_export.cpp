// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plot/synthetic_curves.h"
#include "ui/export/figure_export.h"
#include "ui/export/program_name.h"
#include "ui/plot/figure.h"
#include "ui/plot/pane.h"
#include "ui/theme.h"

#include <QDir>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QTransform>
#include <QXmlStreamReader>
#include <qcustomplot.h>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>

using namespace sluice;

namespace {

const QString json = QStringLiteral("{\"version\": 1, \"text\": \"z = sqrt(x**2 * u) < 1 & \\u03b5\\n  b\"}");

FigureContent usual()
{
    return synthetic::figureOf(synthetic::origin());
}

/// A pole: curves that run far out of the frame.
FigureContent pole()
{
    return synthetic::figureOf(synthetic::plain(
        synthetic::points(-2.0, 2.0, 401),
        [](double x) { return std::abs(x) < 1e-12 ? synthetic::infinity : 1.0 / x; },
        [](double x) { return std::abs(x) < 1e-12 ? -synthetic::infinity : -1.0 / (x * x); }));
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString messageOf(const QString& path, const FigureOptions& options = {})
{
    try {
        exportFigure(path, usual(), options, json);
    } catch (const FileError& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

bool holds(const QRectF& rectangle, const QPolygonF& shape)
{
    return std::ranges::all_of(shape, [&](const QPointF& point) { return rectangle.contains(point); });
}

/// All points of the shapes in an SVG, in the page's coordinates, a list a shape.
QList<QPolygonF> shapesOf(const QByteArray& svg, QString* problem)
{
    static const QRegularExpression number(QStringLiteral("-?[0-9.]+(?:e-?[0-9]+)?"));
    const auto numbers = [](const QString& text) {
        QList<double> values;
        for (auto matches = number.globalMatch(text); matches.hasNext();) {
            values += matches.next().captured().toDouble();
        }
        return values;
    };
    QList<QPolygonF> shapes;
    QList<QTransform> transforms{QTransform()};
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isEndElement() && reader.name() == QLatin1String("g")) {
            transforms.removeLast();
        }
        if (!reader.isStartElement()) {
            continue;
        }
        const QXmlStreamAttributes attributes = reader.attributes();
        if (reader.name() == QLatin1String("g")) {
            const QList<double> m = numbers(attributes.value(QLatin1String("transform")).toString());
            transforms += (m.size() == 6 ? QTransform(m[0], m[1], m[2], m[3], m[4], m[5]) : QTransform()) *
                          transforms.last();
        }
        QList<double> values = numbers(attributes.value(QLatin1String("points")).toString()) +
                               numbers(attributes.value(QLatin1String("d")).toString());
        if (reader.name() == QLatin1String("text")) {
            values = {attributes.value(QLatin1String("x")).toDouble(),
                      attributes.value(QLatin1String("y")).toDouble()};
        }
        QPolygonF shape;
        for (qsizetype i = 0; i + 1 < values.size(); i += 2) {
            shape += transforms.last().map(QPointF(values[i], values[i + 1]));
        }
        if (!shape.isEmpty()) {
            shapes += shape;
        }
    }
    *problem = reader.hasError() ? reader.errorString() : QString();
    return shapes;
}

} // namespace

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

    void equalFiguresAreEqualFiles_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::newRow("png") << "png";
        QTest::newRow("svg") << "svg";
        QTest::newRow("pdf") << "pdf";
    }
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

    void orderOfDrawingIsFixed_data() { equalFiguresAreEqualFiles_data(); }
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

    void svgIsWhole()
    {
        const QString path = m_folder.filePath(QStringLiteral("figure.svg"));
        exportFigure(path, usual(), {.scale = 2.0, .dpi = 192.0}, json);
        const QByteArray svg = bytesOf(path);
        QString metadata;
        QString texts;
        QXmlStreamReader reader(svg);
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement() && reader.name() == QLatin1String("svg")) {
                QCOMPARE(reader.attributes().value(QLatin1String("viewBox")).toString(),
                         QStringLiteral("0 0 1200 800"));
                QCOMPARE(reader.attributes().value(QLatin1String("width")).toString(),
                         QStringLiteral("317.5mm"));
            }
            if (reader.isStartElement() && reader.name() == QLatin1String("metadata")) {
                metadata = reader.readElementText();
            }
            if (reader.isStartElement() && reader.name() == QLatin1String("text")) {
                texts += reader.readElementText().trimmed() + QLatin1Char('\n');
            }
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(metadata, json);
        for (const char* expected : {"z(x) = sqrt(yu)", "dz/dx", "no gates", "z=clean", "noise-free"}) {
            QVERIFY2(texts.contains(QLatin1String(expected)), expected);
        }
        QVERIFY(
            texts.replace(QChar::Nbsp, QLatin1Char(' ')).contains(QStringLiteral("u ~ uniform(0.9, 1.1)")));
        QVERIFY(QSvgRenderer(svg).isValid());
    }

    void svgStaysInsideItsFrames_data()
    {
        QTest::addColumn<bool>("hasPole");
        QTest::newRow("usual") << false;
        QTest::newRow("pole") << true;
    }
    void svgStaysInsideItsFrames()
    {
        QFETCH(bool, hasPole);
        const FigureContent content = hasPole ? pole() : usual();
        const QSize size(800, 600);
        QCustomPlot plot;
        Figure figure(plot, lightTheme(), DrawingQuality::print, usualParts);
        plot.setViewport(QRect(QPoint(0, 0), size));
        figure.setContent(content);
        figure.arrange(size);
        QImage unused(size, QImage::Format_RGB32);
        QCPPainter painter(&unused);
        plot.toPainter(&painter, size.width(), size.height());

        const QString path = m_folder.filePath(QStringLiteral("frames.svg"));
        exportFigure(path, content, {.width = 800, .height = 600}, json);
        QString problem;
        const QList<QPolygonF> shapes = shapesOf(bytesOf(path), &problem);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        const auto grown = [](const Pane& pane) {
            return pane.frame().rectangle().adjusted(-0.51, -0.51, 0.51, 0.51);
        };
        const QRectF value = grown(figure.valuePane());
        const QRectF gradient = grown(figure.gradientPane());
        int curves = 0;
        for (const QPolygonF& shape : shapes) {
            QVERIFY(holds(QRectF(QPointF(0, 0), size), shape));
            if (shape.size() > 30) {
                QVERIFY(holds(value, shape) || holds(gradient, shape));
                ++curves;
            }
        }
        QVERIFY(curves >= 4);
    }

    void pdfHasItsSize()
    {
        const QString path = m_folder.filePath(QStringLiteral("figure.pdf"));
        exportFigure(path, usual(), {.width = 960, .height = 480}, json);
        const QByteArray pdf = bytesOf(path);
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.trimmed().endsWith("%%EOF"));
        // 960 × 480 pixels of 1/96 inch are 720 × 360 points.
        QVERIFY(pdf.contains("/MediaBox [0 0 720"));
        QVERIFY(pdf.contains("DejaVuSans"));
    }

    void impossibleOptionsAreRefused_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("height");
        QTest::addColumn<double>("scale");
        QTest::addColumn<double>("dpi");
        QTest::addColumn<QString>("says");
        QTest::newRow("no size") << 0.0 << 0.0 << 1.0 << 96.0 << "at least 100";
        QTest::newRow("negative") << -5.0 << 400.0 << 1.0 << 96.0 << "at least 100";
        QTest::newRow("too wide") << 30'000.0 << 400.0 << 1.0 << 96.0 << "too large";
        QTest::newRow("too many pixels") << 15'000.0 << 15'000.0 << 2.0 << 96.0 << "too large";
        QTest::newRow("too fine") << 1200.0 << 800.0 << 90.0 << 96.0 << "too large";
        QTest::newRow("no scale") << 1200.0 << 800.0 << 0.0 << 96.0 << "scale";
        QTest::newRow("scale is no number") << 1200.0 << 800.0 << synthetic::notANumber << 96.0 << "scale";
        QTest::newRow("endless scale") << 1200.0 << 800.0 << synthetic::infinity << 96.0 << "scale";
        QTest::newRow("width is no number")
            << synthetic::notANumber << 400.0 << 1.0 << 96.0 << "at least 100";
        QTest::newRow("no dots") << 1200.0 << 800.0 << 1.0 << 0.0 << "dots per inch";
    }
    void impossibleOptionsAreRefused()
    {
        QFETCH(double, width);
        QFETCH(double, height);
        QFETCH(double, scale);
        QFETCH(double, dpi);
        QFETCH(QString, says);
        const QString path = m_folder.filePath(QStringLiteral("impossible.png"));
        const QString message =
            messageOf(path, {.width = width, .height = height, .scale = scale, .dpi = dpi});
        QVERIFY2(message.contains(says), qPrintable(message));
        QVERIFY(!QFile::exists(path));
    }

    void badPlacesAreRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown ending") << "figure.jpg"
                                        << ".png, .svg or .pdf";
        QTest::newRow("no ending") << "figure"
                                   << ".png, .svg or .pdf";
        QTest::newRow("empty") << ""
                               << ".png, .svg or .pdf";
        QTest::newRow("missing folder") << "nowhere/figure.png"
                                        << "does not exist";
        QTest::newRow("folder") << "folder.png"
                                << "is a folder";
        QTest::newRow("file in place of a folder") << "file.txt/figure.png"
                                                   << "does not exist";
    }
    void badPlacesAreRefused()
    {
        QFETCH(QString, path);
        QFETCH(QString, says);
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("folder.png")));
        QFile file(m_folder.filePath(QStringLiteral("file.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QString message = messageOf(path.isEmpty() ? path : m_folder.filePath(path));
        QVERIFY2(message.contains(says), qPrintable(message));
    }

    void deviceIsNoFile()
    {
        const QString link = m_folder.filePath(QStringLiteral("device.png"));
        QVERIFY(QFile::link(QStringLiteral("/dev/null"), link));
        QVERIFY(messageOf(link).contains(QStringLiteral("not an ordinary file")));
    }

    void fullDiskLeavesTheOldFile_data() { equalFiguresAreEqualFiles_data(); }
    void fullDiskLeavesTheOldFile()
    {
        QFETCH(QString, ending);
        const QString path = m_folder.filePath(QStringLiteral("precious.") + ending);
        exportFigure(path, usual(), {.width = 200, .height = 150}, json);
        const QByteArray before = bytesOf(path);
        // A limit on the size of files stands for a full disk: writing fails half-way.
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        rlimit small = old;
        small.rlim_cur = 4096;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const QString message = messageOf(path);
        setrlimit(RLIMIT_FSIZE, &old);
        QVERIFY2(message.contains(QStringLiteral("could not be written")), qPrintable(message));
        QVERIFY(bytesOf(path) == before);
        QCOMPARE(QDir(m_folder.path()).entryList({path.section('/', -1) + QLatin1Char('*')}).size(), 1);
    }

    void readOnlyFilesAreLeftAlone()
    {
        const QString path = m_folder.filePath(QStringLiteral("kept.svg"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ReadGroup));
        const QString message = messageOf(path);
        QVERIFY2(message.contains(QStringLiteral("read-only")), qPrintable(message));
        QCOMPARE(bytesOf(path), QByteArray("mine"));
    }

    void readOnlyFoldersAreLeftAlone()
    {
        const QString folder = m_folder.filePath(QStringLiteral("closed"));
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
        const QString message = messageOf(folder + QStringLiteral("/figure.png"));
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY2(message.contains(QStringLiteral("read-only")), qPrintable(message));
        QVERIFY(QDir(folder).isEmpty());
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
