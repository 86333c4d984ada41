// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/python_names.h"

#include <QTest>

#include <limits>

using namespace sluice;

/// Names and literals that Python accepts.
class TestPythonNames : public QObject
{
    Q_OBJECT

private slots:
    void names_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("given");
        QTest::newRow("as it is") << "yu"
                                  << "yu";
        QTest::newRow("the third of its name") << "v#3"
                                               << "v_3";
        QTest::newRow("an operation in a statement") << "z.mul#2"
                                                     << "z_mul_2";
        QTest::newRow("a local") << "layer#1.h"
                                 << "layer_1_h";
        QTest::newRow("a keyword") << "lambda"
                                   << "lambda_";
        QTest::newRow("a module") << "tf"
                                  << "tf_";
        QTest::newRow("a function of the file") << "value"
                                                << "value_";
        QTest::newRow("a helper") << "gelu"
                                  << "gelu_";
        QTest::newRow("beyond ASCII") << QStringLiteral("σ") << QStringLiteral("σ");
    }
    void names()
    {
        QFETCH(QString, wanted);
        QFETCH(QString, given);
        QCOMPARE(QString::fromStdString(PythonNames().give(wanted.toStdString())), given);
    }

    void noNameTwice()
    {
        PythonNames names;
        QCOMPARE(names.give("v_1"), std::string("v_1"));
        QCOMPARE(names.give("v#1"), std::string("v_1_2"));
        QCOMPARE(names.give("v.1"), std::string("v_1_3"));
    }

    void numbers_data()
    {
        QTest::addColumn<double>("number");
        QTest::addColumn<QString>("literal");
        QTest::newRow("a whole number") << 2.0 << "2.0";
        QTest::newRow("a fraction") << 0.1 << "0.1";
        QTest::newRow("a negative number") << -1.5 << "-1.5";
        QTest::newRow("a large number") << 1e300 << "1e+300";
        QTest::newRow("all digits") << 0.1 + 0.2 << "0.30000000000000004";
        QTest::newRow("negative zero") << -0.0 << "-0.0";
        QTest::newRow("infinity") << std::numeric_limits<double>::infinity() << "float(\"inf\")";
        QTest::newRow("minus infinity") << -std::numeric_limits<double>::infinity() << "-float(\"inf\")";
        QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << "float(\"nan\")";
    }
    void numbers()
    {
        QFETCH(double, number);
        QFETCH(QString, literal);
        QCOMPARE(QString::fromStdString(pythonNumber(number)), literal);
    }

    void strings() { QCOMPARE(pythonString("a\"b\\c"), std::string("\"a\\\"b\\\\c\"")); }
};

QTEST_APPLESS_MAIN(TestPythonNames)
#include "tst_python_names.moc"
