// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/literal_rewriting.h"

#include <QTest>

#include <cstdlib>
#include <limits>

using namespace sluice;

class LiteralRewritingTest : public QObject
{
    Q_OBJECT

private slots:
    void writesFewestDigits_data();
    void writesFewestDigits();
    void readsBack_data();
    void readsBack();
    void choosesSteps_data();
    void choosesSteps();
    void roundsToSteps_data();
    void roundsToSteps();
    void replaces_data();
    void replaces();
    void rewritesLiterals_data();
    void rewritesLiterals();
    void writesOut_data();
    void writesOut();
};

void LiteralRewritingTest::writesFewestDigits_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("replaced");
    QTest::addColumn<QString>("expected");
    QTest::newRow("tenths") << 0.9 << "1.1"
                            << "0.9";
    QTest::newRow("sum of tenths") << 0.1 + 0.2 << "0.3"
                                   << "0.30000000000000004";
    QTest::newRow("whole keeps its point") << 2.0 << "1.5"
                                           << "2.0";
    QTest::newRow("whole for a whole") << 2.0 << "1"
                                       << "2";
    QTest::newRow("fraction for a whole") << 1.5 << "1"
                                          << "1.5";
    QTest::newRow("whole for an exponent") << 3.0 << "1e-3"
                                           << "3.0";
    QTest::newRow("negative") << -0.25 << "0.5"
                              << "-0.25";
    QTest::newRow("no negative zero") << -0.0 << "0.5"
                                      << "0.0";
    QTest::newRow("thousands") << 123456.0 << "1.0"
                               << "123456.0";
    QTest::newRow("large") << 1e20 << "1.0"
                           << "1e+20";
    QTest::newRow("small") << 1e-7 << "1.0"
                           << "1e-07";
    QTest::newRow("not so small") << 0.0005 << "1.0"
                                  << "0.0005";
}

void LiteralRewritingTest::writesFewestDigits()
{
    QFETCH(double, value);
    QFETCH(QString, replaced);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(literalText(value, replaced.toStdString())), expected);
}

void LiteralRewritingTest::readsBack_data()
{
    QTest::addColumn<double>("value");
    for (const double value :
         {0.1, 1.0 / 3.0, 1e300, 5e-324, std::numeric_limits<double>::max(), -1e-5, 9999999.5, 12345678.9}) {
        QTest::addRow("%g", value) << value;
    }
}

void LiteralRewritingTest::readsBack()
{
    QFETCH(double, value);
    QCOMPARE(std::strtod(literalText(value, ".").c_str(), nullptr), value);
}

void LiteralRewritingTest::choosesSteps_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("step");
    QTest::newRow("0 to 2") << 0.0 << 2.0 << 0.01;
    QTest::newRow("0 to 1") << 0.0 << 1.0 << 0.01;
    QTest::newRow("-5 to 5") << -5.0 << 5.0 << 0.1;
    QTest::newRow("0 to 1000") << 0.0 << 1000.0 << 10.0;
    QTest::newRow("small") << 0.0 << 2e-5 << 1e-7;
    QTest::newRow("empty") << 1.0 << 1.0 << 0.01;
}

void LiteralRewritingTest::choosesSteps()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(double, step);
    QCOMPARE(stepForRange(low, high), step);
}

void LiteralRewritingTest::roundsToSteps_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("step");
    QTest::addColumn<double>("expected");
    QTest::newRow("hundredths") << 0.93217 << 0.01 << 0.93;
    QTest::newRow("0.1 + 0.2") << 0.1 + 0.2 << 0.1 << 0.3;
    QTest::newRow("negative") << -1.2344 << 0.001 << -1.234;
    QTest::newRow("tens") << 123.0 << 10.0 << 120.0;
    QTest::newRow("whole") << 2.49 << 1.0 << 2.0;
    QTest::newRow("tiny") << 1.26e-7 << 1e-8 << 1.3e-7;
    QTest::newRow("no step") << 0.123 << 0.0 << 0.123;
}

void LiteralRewritingTest::roundsToSteps()
{
    QFETCH(double, value);
    QFETCH(double, step);
    QFETCH(double, expected);
    // Exactly: the number is to be that of the short decimal.
    QVERIFY(roundedToStep(value, step) == expected);
}

void LiteralRewritingTest::replaces_data()
{
    using List = QList<std::tuple<int, int, QString>>;
    QTest::addColumn<List>("replacements");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << List{} << "abcdef";
    QTest::newRow("one, longer") << List{{1, 2, "xyz"}} << "axyzcdef";
    QTest::newRow("one, shorter") << List{{1, 5, ""}} << "af";
    QTest::newRow("two, in any order") << List{{4, 5, "E"}, {0, 1, "AA"}} << "AAbcdEf";
    QTest::newRow("overlapping") << List{{0, 3, "x"}, {2, 4, "y"}} << "xdef";
    QTest::newRow("beyond the end") << List{{5, 9, "x"}} << "abcdef";
    QTest::newRow("insertion") << List{{6, 6, "g"}} << "abcdefg";
}

void LiteralRewritingTest::replaces()
{
    using List = QList<std::tuple<int, int, QString>>;
    QFETCH(List, replacements);
    QFETCH(QString, expected);
    std::vector<Replacement> all;
    for (const auto& [begin, end, text] : replacements) {
        all.push_back({{static_cast<std::size_t>(begin), static_cast<std::size_t>(end)}, text.toStdString()});
    }
    QCOMPARE(QString::fromStdString(withReplacements("abcdef", all)), expected);
}

void LiteralRewritingTest::rewritesLiterals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("argument");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("expected");
    const QString uniform = "x = input(-2, 2)\nu = uniform(0.9, 1.1)\nz = x*u\n";
    QTest::newRow("low") << uniform << "u" << 0 << 0.5
                         << "x = input(-2, 2)\nu = uniform(0.5, 1.1)\nz = x*u\n";
    QTest::newRow("high") << uniform << "u" << 1 << 1.25
                          << "x = input(-2, 2)\nu = uniform(0.9, 1.25)\nz = x*u\n";
    QTest::newRow("not finite") << uniform << "u" << 1 << std::numeric_limits<double>::infinity() << uniform;
    QTest::newRow("no such argument") << uniform << "u" << 2 << 1.0 << uniform;
    QTest::newRow("no such source") << uniform << "v" << 0 << 1.0 << uniform;
    const QString keyword =
        "x = input(-2, 2)\nu = tf.random_uniform(tf.shape(x), minval=0.9, maxval=1.1)\nz = x*u\n";
    QTest::newRow("keyword") << keyword << "u" << 1 << 2.0 << QString(keyword).replace("1.1", "2.0");
    const QString parameter = "x = input(-2, 2)\na = -0.5  # a half\nz = a*x\n";
    QTest::newRow("signed parameter")
        << parameter << "a" << -1 << 0.25 << QString(parameter).replace("-0.5", "0.25");
    const QString unicode = "# ε – шум\nx = input(-2, 2)\na = 3\nz = a*x\n";
    QTest::newRow("after letters of several bytes")
        << unicode << "a" << -1 << 3.5 << QString(unicode).replace("a = 3", "a = 3.5");
}

void LiteralRewritingTest::rewritesLiterals()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QFETCH(int, argument);
    QFETCH(double, value);
    QFETCH(QString, expected);
    const Reading reading = read(text.toStdString());
    QVERIFY(reading.program.has_value());
    LiteralReference reference{name.toStdString(), std::nullopt};
    if (argument >= 0) {
        reference.argument = static_cast<std::size_t>(argument);
    }
    const std::vector<LiteralValue> values{{reference, value}};
    QCOMPARE(QString::fromStdString(withLiterals(text.toStdString(), *reading.program, values)), expected);
}

void LiteralRewritingTest::writesOut_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("expected");
    QTest::newRow("rand_like") << "torch.rand_like(x)"
                               << "uniform(0.0, 1.0)";
    QTest::newRow("randn_like") << "torch.randn_like(x)"
                                << "normal(0.0, 1.0)";
    QTest::newRow("partly implied") << "tf.random.normal(tf.shape(x), stddev=0.1)"
                                    << "normal(0.0, 0.1)";
    QTest::newRow("all written") << "uniform(0.0, 1.0)"
                                 << "";
    QTest::newRow("an expression") << "uniform(0, x)"
                                   << "";
}

void LiteralRewritingTest::writesOut()
{
    QFETCH(QString, call);
    QFETCH(QString, expected);
    const QString text = "x = input(-2, 2)\nu = " + call + "\nz = x*u\n";
    const Reading reading = read(text.toStdString());
    QVERIFY(reading.program.has_value());
    QCOMPARE(reading.program->sources.size(), std::size_t(1));
    const auto written = writtenOut(*reading.program, reading.program->sources.front());
    QCOMPARE(QString::fromStdString(written.value_or("")), expected);
    if (written) {
        const auto changed =
            withReplacements(text.toStdString(), {{reading.program->sources.front().call, *written}});
        QCOMPARE(QString::fromStdString(changed), "x = input(-2, 2)\nu = " + expected + "\nz = x*u\n");
    }
}

QTEST_APPLESS_MAIN(LiteralRewritingTest)
#include "tst_literal_rewriting.moc"
