// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/noise_rows.h"

#include <QTest>

using namespace sluice;

namespace {

/// A row in a word or two: what it is, of what, with which numbers.
QString described(const NoiseRow& row)
{
    QStringList parts;
    switch (row.kind) {
    case NoiseRow::Kind::pair:
        parts << "pair";
        break;
    case NoiseRow::Kind::single:
        parts << "single";
        break;
    case NoiseRow::Kind::written:
        parts << "written";
        break;
    }
    parts << row.name;
    if (!row.argument.isEmpty()) {
        parts << row.argument;
    }
    for (const LiteralValue& value : row.values) {
        parts << QString::number(value.value);
    }
    if (!row.description.isEmpty()) {
        parts << "[" + row.description + "]";
    }
    if (row.writeOut) {
        parts << "-> " + QString::fromStdString(row.writeOut->text);
    }
    return parts.join(' ');
}

} // namespace

class NoiseRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void lists_data();
    void lists();
    void showsSettings();
    void tellsSameControls();
    void choosesLimits_data();
    void choosesLimits();
};

void NoiseRowsTest::lists_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("pair") << "u = uniform(0.9, 1.1)" << QStringList{"pair u 0.9 1.1"};
    QTest::newRow("two numbers") << "u = normal(0, 0.5)"
                                 << QStringList{"single u mean 0", "single u stddev 0.5"};
    QTest::newRow("parameter") << "a = -0.5" << QStringList{"single a -0.5"};
    QTest::newRow("parameter after noise")
        << "a = 2\nu = uniform(0, 1)" << QStringList{"pair u 0 1", "single a 2"};
    QTest::newRow("implied") << "u = torch.rand_like(x)"
                             << QStringList{"written u [0 … 1] -> uniform(0.0, 1.0)"};
    QTest::newRow("implied normal") << "u = torch.randn_like(x)"
                                    << QStringList{"written u [mean 0, stddev 1] -> normal(0.0, 1.0)"};
    QTest::newRow("expressions") << "u = uniform(x - 1,  x + 1)"
                                 << QStringList{"written u [uniform(x - 1, x + 1)]"};
    QTest::newRow("no arguments") << "u = rademacher()" << QStringList{"written u [rademacher()]"};
    QTest::newRow("probability") << "u = bernoulli(0.25)" << QStringList{"single u p 0.25"};
    QTest::newRow("half an expression")
        << "u = uniform(0.5, x)" << QStringList{"single u low 0.5", "written u [uniform(0.5, x)]"};
    QTest::newRow("one call, several sources")
        << "h = x\nfor i in range(3):\n    h = h*uniform(0.9, 1.1)" << QStringList{"pair noise#1 ×3 0.9 1.1"};
}

void NoiseRowsTest::lists()
{
    QFETCH(QString, lines);
    QFETCH(QStringList, expected);
    Experiment experiment;
    experiment.text = ("x = input(-2, 2)\n" + lines + "\nz = x\noutput(z)\n").toStdString();
    const Reading reading = read(experiment.text);
    QVERIFY(reading.program.has_value());
    QStringList rows;
    for (const NoiseRow& row : noiseRowsOf(*reading.program, experiment)) {
        rows << described(row);
    }
    QCOMPARE(rows, expected);
}

void NoiseRowsTest::showsSettings()
{
    Experiment experiment;
    experiment.text = "x = input(-2, 2)\na = 0.5\nz = a*x\n";
    experiment.settings = {{"a", 3.0}};
    const Reading reading = read(experiment.text);
    QVERIFY(reading.program.has_value());
    QCOMPARE(described(noiseRowsOf(*reading.program, experiment).front()), QString("single a 3"));
}

void NoiseRowsTest::tellsSameControls()
{
    const auto rowsOf = [](const std::string& line) {
        Experiment experiment;
        experiment.text = "x = input(-2, 2)\n" + line + "\nz = x\noutput(z)\n";
        return noiseRowsOf(read(experiment.text).program.value(), experiment);
    };
    const auto rows = rowsOf("u = uniform(0.9, 1.1)");
    QCOMPARE(rows.size(), std::size_t(1));
    QVERIFY(haveSameControls(rows, rowsOf("u = uniform(0.5, 1.75)")));
    QVERIFY(!haveSameControls(rows, rowsOf("v = uniform(0.9, 1.1)")));
    // What stands elsewhere in the text, or says something else, is told by the same controls.
    const std::string implied = "; v = torch.rand_like(x)";
    QVERIFY(haveSameControls(rowsOf("u = uniform(0.9, 1.1)" + implied),
                             rowsOf("u = uniform(0.125, 1.1)" + implied)));
    QVERIFY(haveSameControls(rowsOf("u = uniform(x - 1, x)"), rowsOf("u = uniform(x - 2, x)")));
    QVERIFY(!haveSameControls(rows, rowsOf("u = normal(0.9, 1.1)")));
    QVERIFY(!haveSameControls(rows, rowsOf("u = uniform(0.9, 1.1); a = 1")));
}

void NoiseRowsTest::choosesLimits_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("row");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("around one") << "u = uniform(0.9, 1.1)" << 0 << 0.0 << 2.0;
    QTest::newRow("parameter") << "a = 0.5" << 0 << -0.5 << 1.5;
    QTest::newRow("both zero") << "u = uniform(0, 0)" << 0 << -1.0 << 1.0;
    QTest::newRow("zero") << "a = 0" << 0 << -1.0 << 1.0;
    QTest::newRow("spread") << "u = normal(0, 0.1)" << 1 << 0.0 << 0.5;
    QTest::newRow("no spread yet") << "u = normal(0, 0)" << 1 << 0.0 << 1.0;
}

void NoiseRowsTest::choosesLimits()
{
    QFETCH(QString, line);
    QFETCH(int, row);
    QFETCH(double, low);
    QFETCH(double, high);
    Experiment experiment;
    experiment.text = ("x = input(-2, 2)\n" + line + "\nz = x\noutput(z)\n").toStdString();
    const Reading reading = read(experiment.text);
    QVERIFY(reading.program.has_value());
    const auto rows = noiseRowsOf(*reading.program, experiment);
    const SliderLimits limits = limitsAround(rows.at(static_cast<std::size_t>(row)));
    QCOMPARE(limits.low, low);
    QCOMPARE(limits.high, high);
}

QTEST_APPLESS_MAIN(NoiseRowsTest)
#include "tst_noise_rows.moc"
