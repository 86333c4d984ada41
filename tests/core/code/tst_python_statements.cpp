// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/python_statements.h"
#include "core/language/program.h"

#include <QTest>

#include <string>

using namespace sluice;

namespace {

CodeGraph codeOfText(const QString& text, const QStringList& gates)
{
    Experiment experiment;
    experiment.text = text.toStdString();
    Variant variant;
    for (const QString& gate : gates)
        variant.gates.push_back(gate.toStdString());
    const Program program = read(experiment.text).program.value();
    return codeGraph(program, experiment, variant);
}

QString linesOf(const PythonStatements& statements)
{
    QStringList lines;
    for (const std::string& line : statements.lines)
        lines << QString::fromStdString(line);
    return lines.join('\n');
}

QString written(const QString& text, const QStringList& gates, const Dialect& dialect, CodeForm form)
{
    return linesOf(pythonStatements(codeOfText(text, gates), dialect, form));
}

constexpr auto origin = "x = input(-2, 2)\ny = x**2\nu = uniform(0.9, 1.1)\nyu = y*u\nz = sqrt(yu)\n";

} // namespace

/// Graphs as statements of Python.
class TestPythonStatements : public QObject
{
    Q_OBJECT

private slots:
    void inPyTorch_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("gates");
        QTest::addColumn<QString>("lines");
        const auto add = [](const char* name, const char* text, const QStringList& gates, const char* lines) {
            QTest::newRow(name) << text << gates << lines;
        };
        add("the origin", origin, {},
            "y = x ** 2\nu = 0.9 + (1.1 - 0.9) * noise[\"u\"]\nyu = y * u\nz = torch.sqrt(yu)\nreturn z");
        add("a clean gate on the output", origin, {"z=clean"},
            "y = x ** 2\nu = 0.9 + (1.1 - 0.9) * noise[\"u\"]\nu_clean = 1.0\nyu = y * u\n"
            "yu_clean = y * u_clean\nz = torch.sqrt(yu)\nz_clean = torch.sqrt(yu_clean)\n"
            "z_gated = surrogate(z, z_clean)  # the gate z=clean\nreturn z_gated");
        add("a stop on an edge", "x = input()\ny = x*x\nz = y*y\n", {"y->z[1]=stop"},
            "y = x * x\ny_for_z = y.detach()  # the gate y->z=stop\nz = y * y_for_z\nreturn z");
        add("a parameter", "x = input()\na = 0.5\nz = a*x\n", {},
            "a = torch.as_tensor(parameters[\"a\"], dtype=x.dtype, device=x.device)\nz = a * x\nreturn z");
        add("brackets where Python needs them", "x = input()\nz = (x + 1)*(x - (2 - x))**2/-x\n", {},
            "z = (x + 1.0) * (x - (2.0 - x)) ** 2 / -x\nreturn z");
        add("numbers are computed", "x = input()\nz = x*sqrt(4)\n", {}, "z = x * 2.0\nreturn z");
        add("a condition as a number", "x = input()\nz = (x > 1)*x\n", {},
            "z = (x > 1.0).to(x.dtype) * x\nreturn z");
        add("a condition as it is", "x = input()\nz = where(x > 1, x, 0)\n", {},
            "z = torch.where(x > 1.0, x, 0.0)\nreturn z");
        add("the shape of the input", "x = input()\na = 2\nz = stop_gradient(a)\noutput(z)\n", {},
            "a = torch.as_tensor(parameters[\"a\"], dtype=x.dtype, device=x.device)\nz = a.detach()\n"
            "return z.expand_as(x)");
        add("a rule", "x = input()\nz = custom_gradient(x**2, lambda g: 2*g*x)\n", {},
            "def z_rule(gradient, x):\n    return 2.0 * gradient * x\n"
            "z = replaced_gradient(x ** 2, z_rule, x)\nreturn z");
        add("a gradient is written out", "x = input()\ny = x**3\nz = grad(y, x)\noutput(z)\n", {},
            "z = 3.0 * x ** 2\nreturn z");
        add("a reassigned name", "x = input()\nv = x*x\nv = v*v\nz = v*x\n", {},
            "v_1 = x * x\nv_2 = v_1 * v_1\nz = v_2 * x\nreturn z");
        add("what the output doesn't need", "x = input()\nb = 3\ny = x*b\nz = x*x\noutput(z)\n", {},
            "z = x * x\nreturn z");
    }
    void inPyTorch()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, gates);
        QFETCH(QString, lines);
        QCOMPARE(written(text, gates, pytorchDialect(), CodeForm::exact), lines);
    }

    void forms_data()
    {
        QTest::addColumn<const Dialect*>("dialect");
        QTest::addColumn<CodeForm>("form");
        QTest::addColumn<QString>("line");
        const auto add = [](const char* name, const Dialect& dialect, CodeForm form, const char* line) {
            QTest::newRow(name) << &dialect << form << line;
        };
        using enum CodeForm;
        add("TensorFlow, exact", tensorflowDialect(), exact, "surrogate(yu, y)");
        add("TensorFlow, by hand", tensorflowDialect(), stopGradient,
            "tf.stop_gradient(yu) + (y - tf.stop_gradient(y))");
        add("TensorFlow's graph mode, by hand", tensorflow1Dialect(), stopGradient,
            "tf.stop_gradient(yu - y) + y");
        add("PyTorch, by hand", pytorchDialect(), stopGradient, "yu.detach() + (y - y.detach())");
        add("JAX, exact", jaxDialect(), exact, "surrogate(yu, y)");
        add("JAX, by hand", jaxDialect(), stopGradient,
            "jax.lax.stop_gradient(yu) + (y - jax.lax.stop_gradient(y))");
    }
    void forms()
    {
        QFETCH(const Dialect*, dialect);
        QFETCH(CodeForm, form);
        QFETCH(QString, line);
        const QString text = "x = input()\ny = x*x\nyu = y*uniform()\nz = surrogate(yu, y)\n";
        QVERIFY2(written(text, {}, *dialect, form).contains("z = " + line + "\n"),
                 qPrintable(written(text, {}, *dialect, form)));
    }

    void helpersOnceAndInOrder()
    {
        const auto statements =
            pythonStatements(codeOfText("x = input()\nz = gelu(x) + gelu(softplus(x))*log2(x)\n", {}),
                             tensorflowDialect(), CodeForm::exact);
        QCOMPARE(statements.helpers.size(), std::size_t(2));
        QVERIFY(statements.helpers[0].find("def gelu(") != std::string::npos);
        QVERIFY(statements.helpers[1].find("def log2(") != std::string::npos);
    }

    void leavesAsArguments()
    {
        const auto statements =
            pythonStatements(codeOfText("x = input()\na = 2\nu = normal(0, a)\nz = x*u*normal()\n", {}),
                             jaxDialect(), CodeForm::exact, Leaves::asArguments);
        QCOMPARE(statements.parameters.size(), std::size_t(1));
        QCOMPARE(statements.parameters[0].identifier, std::string("a"));
        QCOMPARE(statements.draws.size(), std::size_t(2));
        QCOMPARE(statements.draws[0].name, std::string("u"));
        QCOMPARE(linesOf(statements), "u = a * u_draw\nz = x * u * noise_1_draw\nreturn z");
    }

    /// Python's own parser is recursive: no expression may become too deep for it.
    void longChainsAreCut()
    {
        QString text = "x = input()\nz = x";
        for (int i = 0; i < 10'000; ++i)
            text += " + x";
        const auto statements = pythonStatements(codeOfText(text + '\n', {}), jaxDialect(), CodeForm::exact);
        QVERIFY(statements.lines.size() > 1'000);
        for (const std::string& line : statements.lines)
            QVERIFY(line.size() < 120);
    }

    void rulesMayNotBeNestedForEver()
    {
        QString text = "x = input()\nz = custom_gradient(x, lambda g0: ";
        constexpr int depth = 30;
        for (int i = 1; i < depth; ++i)
            text += QStringLiteral("custom_gradient(x*g%1, lambda g%2: ").arg(i - 1).arg(i);
        text += QStringLiteral("x*g%1").arg(depth - 1) + QString(depth, ')') + '\n';
        const CodeGraph code = codeOfText(text, {});
        QVERIFY_THROWS_EXCEPTION(CodeError,
                                 static_cast<void>(pythonStatements(code, jaxDialect(), CodeForm::exact)));
    }
};

QTEST_APPLESS_MAIN(TestPythonStatements)
#include "tst_python_statements.moc"
