// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/derivation_as_python.h"
#include "tests/core/analysis/explained.h"

using namespace sluice;
using namespace sluice::test;

Q_DECLARE_METATYPE(Strings)

class TestDerivationAsPython : public QObject
{
    Q_OBJECT

private slots:
    void statements_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<Strings>("gates");
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("statements");
        const auto add = [](const char* name, std::string_view text, const Strings& gates, const char* output,
                            const char* statements) {
            QTest::newRow(name) << std::string(text) << gates << output << statements;
        };
        add("origin", origin, {}, "z",
            "# v\n"
            "dz_dyu = 1/(2*sqrt(yu))  # reads u\n"
            "dyu_dy = u  # reads u\n"
            "dy_dx = 2*x\n"
            "dz_dx = dz_dyu * dyu_dy * dy_dx\n");
        add("a gate replaces", origin, {"z=clean"}, "z",
            "# v\n"
            "dz_dyu = 1/(2*sqrt(y))  # replaced by z=clean\n"
            "dyu_dy = 1  # replaced by z=clean\n"
            "dy_dx = 2*x\n"
            "dz_dx = dz_dyu * dyu_dy * dy_dx\n");
        add("a gate stops", origin, {"y=stop"}, "z",
            "# v\n"
            "dz_dyu = 1/(2*sqrt(yu))  # reads u\n"
            "dyu_dy = u  # stopped by y=stop; reads u\n"
            "# stopped, counts for nothing: dz_dyu * dyu_dy\n"
            "dz_dx = 0\n");
        add("two paths", "x = input(-2, 2)\ny = sin(x)\nz = x*y\n", {}, "z",
            "# v\n"
            "dz_dx = y\n"
            "dz_dy = x\n"
            "dy_dx = cos(x)\n"
            "total_dz_dx = (dz_dx\n"
            "             + dz_dy * dy_dx)\n");
        add("names that Python doesn't have", "x = input(-2, 2)\nv = x\nv = v*0.5\nv = sin(v*1e-3)\n", {},
            "v",
            "# v\n"
            "dv_3_dv_3_mul = cos(v_3_mul)\n"
            "dv_3_mul_dv_2 = 0.001\n"
            "dv_2_dv_1 = 0.5\n"
            "dv_1_dx = 1\n"
            "dv_dx = dv_3_dv_3_mul * dv_3_mul_dv_2 * dv_2_dv_1 * dv_1_dx\n");
        add("one operand twice", "x = input(-2, 2)\ny = 2*x\nz = y*y\n", {}, "z",
            "# v\n"
            "dz_dy = y\n"
            "dz_dy_2 = y\n"
            "dy_dx = 2\n"
            "dz_dx = (dz_dy * dy_dx\n"
            "       + dz_dy_2 * dy_dx)\n");
    }
    void statements()
    {
        QFETCH(std::string, text);
        QFETCH(Strings, gates);
        QFETCH(QString, output);
        const Derivation derivation = explainerOf(text, gates).derivation(0);
        QTEST(QString::fromStdString(derivationAsPython(derivation, "v", output.toStdString(), "x")),
              "statements");
    }

    void tooManyPathsAreNotWrittenOut()
    {
        std::string text = "x = input(-2, 2)\nv0 = x\n";
        for (int layer = 1; layer <= 6; ++layer) {
            const std::string before = "v" + std::to_string(layer - 1);
            text += "v" + std::to_string(layer) + " = sin(" + before + ") + cos(" + before + ")\n";
        }
        const std::string python = derivationAsPython(explainerOf(text, {}).derivation(0), "v", "v6", "x");
        QVERIFY(python.find("dv6_dx is the sum of the products along more than 12 paths") !=
                std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestDerivationAsPython)
#include "tst_derivation_as_python.moc"
