// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/export/exported.h"
#include "ui/plot/figure.h"
#include "ui/plot/pane.h"
#include "ui/theme.h"

#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTransform>
#include <QXmlStreamReader>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

using namespace sluice;
using namespace sluice::exported;

namespace {

/// A pole: curves that run far out of the frame.
FigureContent pole()
{
    return synthetic::figureOf(synthetic::plain(
        synthetic::points(-2.0, 2.0, 401),
        [](double x) { return std::abs(x) < 1e-12 ? synthetic::infinity : 1.0 / x; },
        [](double x) { return std::abs(x) < 1e-12 ? -synthetic::infinity : -1.0 / (x * x); }));
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

/// Figures as drawings: what other programs find in an SVG or a PDF.
class TestFigureVectors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        installFonts();
        QVERIFY(m_folder.isValid());
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

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestFigureVectors)
#include "tst_figure_vectors.moc"
