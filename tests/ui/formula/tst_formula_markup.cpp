// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formula/formula_markup.h"
#include "ui/formula/read_formula.h"

#include <QTest>

using namespace sluice;

/// Formulas for other programs.
class FormulaMarkupTest : public QObject
{
    Q_OBJECT

private slots:
    void expressions_data();
    void expressions();
    void derivatives();
    void notes();
};

void FormulaMarkupTest::expressions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("latex");
    QTest::addColumn<QString>("unicode");
    const auto row = [](const char* expression, const char* latex, const char* unicode) {
        QTest::newRow(expression) << expression << latex << unicode;
    };
    row("x", "x", "x");
    row("yu", R"(\mathit{yu})", "yu");
    row("my_name", R"(\mathit{my\_name})", "my_name");
    row("σ*x", R"(\sigma \cdot x)", "σ · x");
    row("1/(2*sqrt(yu))", R"(\frac{1}{2\,\sqrt{\mathit{yu}}})", "1/(2√yu)");
    row("x**2", "{x}^{2}", "x²");
    row("x**-1.5", "{x}^{-1.5}", "x^(−1.5)");
    row("(x + y)**2", R"({\left(x + y\right)}^{2})", "(x + y)²");
    row("v#3*w", R"({v}_{3} \cdot w)", "v₃ · w");
    row("abs(x - 1)", R"(\left|x - 1\right|)", "|x − 1|");
    row("floor(x)", R"(\left\lfloor x\right\rfloor )", "⌊x⌋");
    row("tanh(x)", R"(\tanh\left(x\right))", "tanh(x)");
    row("sigmoid(x)", R"(\operatorname{sigmoid}\left(x\right))", "sigmoid(x)");
    row("where(x > 0, x, -x)", R"(\begin{cases} x & \text{if } x > 0 \\ -x & \text{otherwise} \end{cases})",
        "{x if x > 0, otherwise −x}");
    row("x <= 1", R"(x \le 1)", "x ≤ 1");
    row("(x + 1)/(y - 1)", R"(\frac{x + 1}{y - 1})", "(x + 1)/(y − 1)");
    row("2*x/y", R"(\frac{2\,x}{y})", "2x/y");
}

void FormulaMarkupTest::expressions()
{
    QFETCH(QString, expression);
    const TypesetFormula formula = readFormula(expression.toStdString());
    QTEST(latexText(formula), "latex");
    QTEST(unicodeText(formula), "unicode");
}

void FormulaMarkupTest::derivatives()
{
    const TypesetFormula partial = partialDerivative("z", "yu");
    QCOMPARE(latexText(partial), QStringLiteral(R"(\frac{\partial z}{\partial \mathit{yu}})"));
    QCOMPARE(unicodeText(partial), QStringLiteral("∂z/∂yu"));
    const TypesetFormula total = totalDerivative("v#2", "x");
    QCOMPARE(latexText(total), QStringLiteral(R"(\frac{\mathrm{d}{v}_{2}}{\mathrm{d}x})"));
    QCOMPARE(unicodeText(total), QStringLiteral("dv₂/dx"));
}

void FormulaMarkupTest::notes()
{
    const auto noted = [](TypesetFormula::Mark mark, const QString& note) {
        return TypesetFormula::annotated(readFormula("2*x").marked(mark), TypesetFormula::plain(note));
    };
    const TypesetFormula noisy = noted(TypesetFormula::Mark::noisy, "~ u_1");
    QCOMPARE(latexText(noisy), QStringLiteral(R"(\underbrace{2\,x}_{{}\sim \text{u\_1}})"));
    QCOMPARE(unicodeText(noisy), QStringLiteral("2x [~ u_1]"));
    const TypesetFormula stopped = noted(TypesetFormula::Mark::stopped, "‖ y=stop");
    QCOMPARE(latexText(stopped),
             QStringLiteral(R"(\underbrace{\cancel{2\,x}}_{\text{\(\parallel\) y=stop}})"));
    QCOMPARE(unicodeText(stopped), QStringLiteral("2x [‖ y=stop]"));
}

QTEST_APPLESS_MAIN(FormulaMarkupTest)
#include "tst_formula_markup.moc"
