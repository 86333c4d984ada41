// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment_file.h"
#include "tests/ui/panels/open_workspace.h"
#include "tests/ui/plot/synthetic_curves.h"
#include "ui/language.h"
#include "ui/local_number.h"
#include "ui/panels/number_box.h"
#include "ui/panels/points_model.h"
#include "ui/panels/sentence_text.h"
#include "ui/panels/variant_summary.h"
#include "ui/plot/axis_style.h"
#include "ui/plot/figure.h"
#include "ui/plot/plot_canvas.h"
#include "ui/plot/readout.h"
#include "ui/workspace/literal_rewriting.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>

using namespace sluice;

namespace {

const Language& languageOf(const QString& code)
{
    return *std::ranges::find(languages(), code, &Language::code);
}

/// The tick labels of the lower plot's left axis.
QString labelsOf(QCustomPlot& plot)
{
    plot.resize(640, 520);
    plot.replot();
    return plot.axisRects().back()->axis(QCPAxis::atLeft)->tickVectorLabels().join(' ');
}

} // namespace

/// What is shown follows the window's language, what is kept never does.
class LocalNumbersTest : public QObject
{
    Q_OBJECT

private slots:
    void areShown_data();
    void areShown();
    void areRead_data();
    void areRead();
    void areTyped_data();
    void areTyped();
    void boxesTakeWhatIsTyped_data();
    void boxesTakeWhatIsTyped();
    void areOnAxes_data();
    void areOnAxes();
    void filesHavePoints();
    void endWithTheTranslation();
};

void LocalNumbersTest::areShown_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("half");
    QTest::addColumn<QString>("small");
    QTest::addColumn<QString>("million");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("English") << "en"
                             << "0.500"
                             << "−1.5·10⁻⁷"
                             << "1234567"
                             << "= 0.5";
    QTest::newRow("Russian") << "ru"
                             << "0,500"
                             << "−1,5·10⁻⁷"
                             << "1234567"
                             << "= 0,5";
}

void LocalNumbersTest::areShown()
{
    QFETCH(QString, language);
    QFETCH(QString, half);
    const Translation translation(languageOf(language));
    QCOMPARE(significantText(0.5, 0.001), half);
    QTEST(positionText(-1.5e-7, 1e-8), "small");
    QTEST(localNumber(numberText(1234567.0)), "million");
    QFETCH(QString, sentence);
    const QString text = sentenceText(
        {.statement = Statement::frameworksDisagree, .texts = {"x", "0", "0", "1"}, .numbers = {0.5, 0.0}});
    QVERIFY2(text.contains(sentence), qPrintable(text));
}

void LocalNumbersTest::areRead_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("digits");
    QTest::addColumn<QString>("text");
    const auto row = [](double value, int digits, const char* text) {
        QTest::addRow("%g to %d", value, digits) << value << digits << QString::fromUtf8(text);
    };
    row(100.0, 2, "100");
    row(123.4, 2, "120");
    row(99.96, 3, "100");
    row(0.5, 6, "0.5");
    row(-2.0, 6, "−2");
    row(-0.0, 6, "0");
    row(1.0 / 3.0, 6, "0.333333");
    row(4e-5, 3, "0.00004");
    row(4.25e-6, 2, "4.2·10⁻⁶");
    row(1e-7, 3, "10⁻⁷");
    row(-1.5e-17, 3, "−1.5·10⁻¹⁷");
    row(123456.0, 6, "123456");
    row(1e6, 6, "10⁶");
    row(2.5e300, 3, "2.5·10³⁰⁰");
    row(std::numeric_limits<double>::quiet_NaN(), 3, "NaN");
    row(-std::numeric_limits<double>::infinity(), 3, "−∞");
}

void LocalNumbersTest::areRead()
{
    QFETCH(double, value);
    QFETCH(int, digits);
    QTEST(readableNumber(value, digits), "text");
}

void LocalNumbersTest::areTyped_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<std::optional<double>>("value");
    const auto row = [](const char* language, const char* typed, std::optional<double> value) {
        QTest::addRow("%s %s", language, typed) << QString(language) << QString::fromUtf8(typed) << value;
    };
    for (const char* language : {"en", "ru"}) {
        row(language, "0.5", 0.5);
        row(language, "-.25", -0.25);
        row(language, "−2", -2.0);
        row(language, " 1e-3 ", 0.001);
        row(language, "1000", 1000.0);
        row(language, "", std::nullopt);
        row(language, "half", std::nullopt);
        row(language, "nan", std::nullopt);
        row(language, "inf", std::nullopt);
        row(language, "1e999", std::nullopt);
        row(language, "1.000.000", std::nullopt);
    }
    row("ru", "0,5", 0.5);
    row("ru", "-1,5e2", -150.0);
    row("ru", "1,000,000", std::nullopt);
    // In English it may stand between thousands: which one was meant can't be told.
    row("en", "0,5", std::nullopt);
    row("en", "1,000", std::nullopt);
}

void LocalNumbersTest::areTyped()
{
    QFETCH(QString, language);
    QFETCH(QString, typed);
    const Translation translation(languageOf(language));
    QTEST(typedNumber(typed), "value");
}

void LocalNumbersTest::boxesTakeWhatIsTyped_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::newRow("English") << "en"
                             << "0.25"
                             << "0.25";
    QTest::newRow("Russian, comma") << "ru"
                                    << "0,25"
                                    << "0,25";
    QTest::newRow("Russian, point") << "ru"
                                    << "0.25"
                                    << "0,25";
}

void LocalNumbersTest::boxesTakeWhatIsTyped()
{
    QFETCH(QString, language);
    QFETCH(QString, typed);
    const Translation translation(languageOf(language));
    NumberBox box;
    box.setValue(1.5);
    QSignalSpy edited(&box, &NumberBox::edited);
    auto* line = box.findChild<QLineEdit*>();
    line->selectAll();
    QTest::keyClicks(line, typed);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(box.value(), 0.25);
    QCOMPARE(edited.count(), 1);
    QTEST(line->text(), "shown");
    box.stepBy(1);
    QCOMPARE(box.value(), 0.26);
}

void LocalNumbersTest::areOnAxes_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<DrawingQuality>("quality");
    QTest::addColumn<QChar>("sign");
    QTest::newRow("English") << "en" << DrawingQuality::screen << QChar('.');
    QTest::newRow("Russian") << "ru" << DrawingQuality::screen << QChar(',');
    QTest::newRow("Russian, while a slider is dragged") << "ru" << DrawingQuality::quick << QChar(',');
    QTest::newRow("English figure") << "en" << DrawingQuality::print << QChar('.');
    QTest::newRow("Russian figure: as the command line draws it")
        << "ru" << DrawingQuality::print << QChar('.');
}

void LocalNumbersTest::areOnAxes()
{
    QFETCH(QString, language);
    QFETCH(DrawingQuality, quality);
    QFETCH(QChar, sign);
    const Translation translation(languageOf(language));
    PlotCanvas canvas(nullptr);
    Figure figure(canvas, lightTheme(), quality, usualParts);
    figure.setContent(synthetic::figureOf(synthetic::origin()));
    figure.arrange({640, 520});
    QCPAxis& axis = *canvas.axisRects().back()->axis(QCPAxis::atLeft);
    for (const bool isLogarithmic : {false, true}) {
        axis.setScaleType(QCPAxis::stLinear);
        setScale(axis, isLogarithmic);
        axis.setRange(0.1, 0.9);
        const QString labels = labelsOf(canvas);
        QVERIFY2(labels.contains(sign), qPrintable(labels));
        QVERIFY2(!labels.contains(sign == ',' ? '.' : ','), qPrintable(labels));
    }
}

/// What other programs may read, and what people paste into them.
void LocalNumbersTest::filesHavePoints()
{
    const Translation translation(languageOf(QStringLiteral("ru")));
    QCOMPARE(literalText(0.25), std::string("0.25"));
    Experiment experiment = experimentOf(originText);
    experiment.from = -0.5;
    QVERIFY(toJson(experiment).find("-0.5") != std::string::npos);

    auto outcome = std::make_shared<Outcome>();
    outcome->points = {.input = "x", .output = "z", .at = {0.5}, .variants = {}};
    PointsModel model;
    model.show(outcome, 0, {});
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("0,5"));
    QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().endsWith(QStringLiteral("0,5")));
    QVERIFY(model.asText({model.index(0, 0)}).endsWith(QStringLiteral("\n0.5")));
}

void LocalNumbersTest::endWithTheTranslation()
{
    {
        const Translation translation(languageOf(QStringLiteral("ru")));
        QCOMPARE(localNumber(QStringLiteral("0.5")), QStringLiteral("0,5"));
    }
    QCOMPARE(localNumber(QStringLiteral("0.5")), QStringLiteral("0.5"));
}

QTEST_MAIN(LocalNumbersTest)
#include "tst_local_numbers.moc"
