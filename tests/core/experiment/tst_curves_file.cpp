// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/curves_file.h"
#include "core/experiment/experiment_file.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace sluice;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

Curves twoPoints(const std::string& name)
{
    Curves curves;
    curves.input = "x";
    curves.output = "z";
    curves.samples = 3;
    curves.x = {-1.0, 0.1};
    VariantCurves variant;
    variant.name = name;
    const std::vector<double> column{0.1, notANumber};
    for (Statistics* of : {&variant.value, &variant.gradient})
        for (auto member : {&Statistics::mean, &Statistics::stddev, &Statistics::q05, &Statistics::q25,
                            &Statistics::q50, &Statistics::q75, &Statistics::q95, &Statistics::nanFraction,
                            &Statistics::infFraction, &Statistics::meanError, &Statistics::stddevError})
            of->*member = column;
    GradientComparison& comparison = variant.comparison;
    for (auto* of : {&comparison.noiseFree, &comparison.bias, &comparison.rmse, &comparison.signAgreement,
                     &comparison.gradientOfMean, &comparison.gradientOfMeanError})
        *of = column;
    comparison.snr = {infinity, -infinity};
    curves.variants = {variant};
    return curves;
}

QJsonObject parsed(const std::string& json)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

} // namespace

/// Curves as files that other programs read.
class TestCurvesFile : public QObject
{
    Q_OBJECT

private slots:
    void csvHasARowAPoint()
    {
        const QByteArray csv = QByteArray::fromStdString(curvesAsCsv(twoPoints("no gates")));
        const QList<QByteArray> lines = csv.split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines.last().isEmpty());
        const QList<QByteArray> header = lines.first().split(',');
        QCOMPARE(header.mid(0, 3), (QList<QByteArray>{"variant", "x", "value_mean"}));
        const QList<QByteArray> first = lines[1].split(',');
        QCOMPARE(first.size(), header.size());
        QCOMPARE(first.mid(0, 3), (QList<QByteArray>{"no gates", "-1", "0.1"}));
        QCOMPARE(first[header.indexOf("gradient_snr")], QByteArray("inf"));
        QCOMPARE(lines[2].split(',')[2], QByteArray("nan"));
    }

    void csvQuotesNames()
    {
        const QByteArray csv = QByteArray::fromStdString(curvesAsCsv(twoPoints("a, \"b\"")));
        QVERIFY(csv.split('\n')[1].startsWith("\"a, \"\"b\"\"\",-1,0.1,"));
    }

    void whatIsNotComputedIsLeftOut()
    {
        Curves curves = twoPoints("no gates");
        curves.variants[0].comparison.gradientOfMean.clear();
        curves.variants[0].comparison.gradientOfMeanError.clear();
        const QByteArray csv = QByteArray::fromStdString(curvesAsCsv(curves));
        QVERIFY(!csv.contains("gradient_of_mean"));
        QCOMPARE(csv.split('\n')[1].count(','), csv.split('\n')[0].count(','));
        QVERIFY(csv.contains("gradient_sign_agreement"));
        const QJsonObject gradient = parsed(curvesAsJson(curves))["variants"][0]["gradient"].toObject();
        QVERIFY(!gradient.contains("gradient_of_mean"));
        QVERIFY(gradient.contains("mean_error"));
    }

    void jsonSaysWhatItCameFrom()
    {
        Experiment experiment;
        experiment.text = "x = input(-1, 1)\nz = x\n";
        experiment.seed = 7;
        const QJsonObject file = parsed(curvesAsJson(twoPoints("no gates"), experiment, "Sluice 1.2"));
        QCOMPARE(file["program"].toString(), QStringLiteral("Sluice 1.2"));
        QCOMPARE(file["experiment"]["seed"].toInt(), 7);
        QCOMPARE(file["x"].toArray(), (QJsonArray{-1.0, 0.1}));
        const QJsonObject variant = file["variants"][0].toObject();
        QCOMPARE(variant["gradient"]["snr"].toArray(), (QJsonArray{"inf", "-inf"}));
        QCOMPARE(variant["value"]["mean"].toArray(), (QJsonArray{0.1, "nan"}));
        const QByteArray experimentJson =
            QJsonDocument(file["experiment"].toObject()).toJson(QJsonDocument::Compact);
        QCOMPARE(experimentFromJson(experimentJson.toStdString()), experiment);
    }

    void withoutAnExperimentJsonIsTheCurvesAlone()
    {
        const QJsonObject file = parsed(curvesAsJson(twoPoints("no gates")));
        QCOMPARE(file.keys(), (QStringList{"input", "output", "samples", "variants", "x"}));
    }
};

QTEST_APPLESS_MAIN(TestCurvesFile)
#include "tst_curves_file.moc"
