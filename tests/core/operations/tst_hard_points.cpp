// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/graph_values.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace sluice;
using namespace sluice::test;

namespace {

/// The fields of a line of comma-separated values, of which those with commas are in quotes.
QStringList fieldsOf(const QString& line)
{
    QStringList fields{QString()};
    bool isQuoted = false;
    for (const QChar c : line) {
        if (c == QLatin1Char('"'))
            isQuoted = !isQuoted;
        else if (c == QLatin1Char(',') && !isQuoted)
            fields.append(QString());
        else
            fields.back().append(c);
    }
    return fields;
}

/// The gradient of an expression of x and y; nothing where it is disconnected.
std::optional<double> gradientOf(const QString& expression, double x, double y, const QString& by,
                                 Framework framework)
{
    const std::string text =
        "x = input(-2, 2)\ny = input(-2, 2)\nz = " + expression.toStdString() + "\noutput(z)\n";
    Program program = programOf(text);
    const auto variable = program.findVariable(by.toStdString());
    if (!variable)
        return std::nullopt;
    const auto gradient = differentiate(program.graph, program.output, *variable, semanticsOf(framework));
    if (!gradient)
        return std::nullopt;
    return valueOf(program.graph, *gradient, {{"x", x}, {"y", y}});
}

/// Exactly, where the expected number is 0 (of either sign), infinite or NaN; else as closely as frameworks
/// agree among themselves.
bool agrees(double actual, double expected)
{
    if (std::isnan(expected))
        return std::isnan(actual);
    if (expected == 0.0 || std::isinf(expected))
        return actual == expected;
    return std::abs(actual - expected) <= 1e-12 * std::abs(expected);
}

} // namespace

/// The gradients at the points where frameworks differ or go wrong, as measured in the frameworks themselves:
/// a row of the table and a framework are a row of the test.
class TestHardPoints : public QObject
{
    Q_OBJECT

private slots:
    void tableIsThere()
    {
        QFile file(QStringLiteral(HARD_POINTS));
        QVERIFY2(file.open(QIODevice::ReadOnly | QIODevice::Text), HARD_POINTS);
        QCOMPARE(file.readLine().trimmed(),
                 QByteArray("expression,x,y,by,tensorflow,pytorch,jax,tensorflow_runs"));
        QVERIFY(file.readAll().count('\n') > 500);
    }

    void gradient_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("framework");
        QTest::addColumn<QString>("expected");
        QFile file(QStringLiteral(HARD_POINTS));
        if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
            return;
        const QStringList heads = fieldsOf(QString::fromUtf8(file.readLine()).trimmed());
        for (int line = 2; !file.atEnd(); ++line) {
            const QStringList fields = fieldsOf(QString::fromUtf8(file.readLine()).trimmed());
            for (int column = 4; column < 7; ++column)
                QTest::addRow("%d: d/d%s %s at x = %s, y = %s, %s", line, qPrintable(fields.at(3)),
                              qPrintable(fields.at(0)), qPrintable(fields.at(1)), qPrintable(fields.at(2)),
                              qPrintable(heads.at(column)))
                    << fields.at(0) << fields.at(1).toDouble() << fields.at(2).toDouble() << fields.at(3)
                    << heads.at(column) << fields.value(column);
        }
    }
    void gradient()
    {
        QFETCH(QString, expression);
        QFETCH(double, x);
        QFETCH(double, y);
        QFETCH(QString, by);
        QFETCH(QString, framework);
        QFETCH(QString, expected);
        const auto actual = gradientOf(expression, x, y, by, frameworkNamed(framework.toStdString()).value());
        if (expected == QLatin1String("None")) {
            QVERIFY2(!actual.has_value(), "disconnected in the framework");
            return;
        }
        bool isNumber = false;
        const double number = expected.toDouble(&isNumber);
        QVERIFY(isNumber);
        // JAX has no disconnected gradients, only zeros.
        QVERIFY(actual.has_value() || framework == QLatin1String("jax"));
        QVERIFY2(
            agrees(actual.value_or(0.0), number),
            qPrintable(QString("%1 rather than %2").arg(actual.value_or(0.0), 0, 'g', 17).arg(expected)));
    }
};

QTEST_APPLESS_MAIN(TestHardPoints)
#include "tst_hard_points.moc"
