// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formula/read_formula.h"

#include <QTest>

using namespace sluice;

namespace {

using Kind = TypesetFormula::Kind;

/// The tree in one line: `frac(1; 2~root(yu))`, names in their letters, ~ for a product without a dot.
QString treeOf(const TypesetFormula& formula)
{
    QStringList parts;
    for (const TypesetFormula& part : formula.parts) {
        parts << treeOf(part);
    }
    const QString listed = parts.join("; ");
    switch (formula.kind) {
    case Kind::text:
    case Kind::name:
        return formula.text;
    case Kind::sign:
        return " " + formula.text + " ";
    case Kind::times:
        return formula.text.isEmpty() ? QString("~") : formula.text;
    case Kind::row:
        return parts.join("");
    case Kind::fraction:
        return "frac(" + listed + ")";
    case Kind::root:
        return "root(" + listed + ")";
    case Kind::raised:
        return "raised(" + listed + ")";
    case Kind::lowered:
        return "lowered(" + listed + ")";
    case Kind::fenced:
        return formula.text.left(1) + listed + formula.text.right(1);
    case Kind::cases:
        return "cases(" + listed + ")";
    case Kind::annotated:
        return "annotated(" + listed + ")";
    }
    return {};
}

} // namespace

/// Expressions of the language as mathematics writes them, and back as text.
class ReadFormulaTest : public QObject
{
    Q_OBJECT

private slots:
    void typesets_data();
    void typesets();
    void readsBackAsText_data();
    void readsBackAsText();
    void tellsMarksInWords();
    void typesetsDerivatives();
    void takesTheDeepestExpression();
};

void ReadFormulaTest::typesets_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("tree");
    const auto row = [](const char* expression, const char* tree) {
        QTest::newRow(expression) << QString(expression) << QString(tree);
    };
    row("x", "x");
    row("2*x", "2~x");
    row("x*2", "x·2");
    row("2*3", "2·3");
    row("yu*u", "yu·u");
    row("1/(2*sqrt(yu))", "frac(1; 2~root(yu))");
    row("a/b/c", "frac(a; b·c)");
    row("a*b/c", "frac(a·b; c)");
    row("a/b*c", "frac(a; b)·c");
    row("(a + b)/c", "frac(a + b; c)");
    row("(a + b)*c", "(a + b)·c");
    row("a*(b - c)", "a·(b − c)");
    row("a - (b - c)", "a − (b − c)");
    row("a + b*c", "a + b·c");
    row("a + -b", "a + (−b)");
    row("-0.5*g", "−0.5~g");
    row("-(a + b)", "−(a + b)");
    row("x**2", "raised(x; 2)");
    row("(x + 1)**2", "raised((x + 1); 2)");
    row("(x**2)**3", "raised((raised(x; 2)); 3)");
    row("x**(a - 1)", "raised(x; a − 1)");
    row("square(x)", "raised(x; 2)");
    row("tf.sqrt(x)", "root(x)");
    row("abs(x)", "|x|");
    row("floor(x)", "⌊x⌋");
    row("ceil(x)", "⌈x⌉");
    row("rsqrt(x)", "frac(1; root(x))");
    row("reciprocal(x)", "frac(1; x)");
    row("tanh(w*v + b)", "tanh(w·v + b)");
    row("atan2(y, x)", "atan2(y, x)");
    row("where(x > 0, x**2, -x)", "cases(raised(x; 2); x > 0; −x)");
    row("2*where(a, b, c)", "2~(cases(b; a; c))");
    row("a <= b", "a ≤ b");
    row("v#3", "lowered(v; 3)");
    row("z.mul#2*u", "lowered(z.mul; 2)·u");
    row("1e-05", "raised(10; −5)");
    row("2.5e+10", "2.5·raised(10; 10)");
    row("0.6931471805599453", "0.693147");
    row("unknown(x, 2)", "unknown(x, 2)");
    // No expression: shown as it stands.
    row("a = b = (", "a = b = (");
    row("", "");
}

void ReadFormulaTest::typesets()
{
    QFETCH(QString, expression);
    QFETCH(QString, tree);
    QCOMPARE(treeOf(readFormula(expression.toStdString())), tree);
}

void ReadFormulaTest::readsBackAsText_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* expression, const char* text) {
        QTest::newRow(expression) << QString(expression) << QString(text);
    };
    row("1/(2*sqrt(yu))", "1/(2*sqrt(yu))");
    row("2*x", "2*x");
    row("(a + b)/c", "(a + b)/c");
    row("x**2 - 1", "x**2 - 1");
    row("x**(a - 1)", "x**(a - 1)");
    row("(x**2)**3", "(x**2)**3");
    row("abs(x) + floor(x)", "abs(x) + floor(x)");
    row("where(x >= 0, x, -x)", "where(x >= 0, x, -x)");
    row("tanh(w*v#3 + b)", "tanh(w*v#3 + b)");
}

void ReadFormulaTest::readsBackAsText()
{
    QFETCH(QString, expression);
    QFETCH(QString, text);
    QCOMPARE(linearText(readFormula(expression.toStdString())), text);
}

void ReadFormulaTest::tellsMarksInWords()
{
    const TypesetFormula u = TypesetFormula::named("u");
    QCOMPARE(linearText(u.marked(TypesetFormula::Mark::noisy)), QString("[noisy: u]"));
    QCOMPARE(linearText(u.marked(TypesetFormula::Mark::stopped)), QString("[stopped: u]"));
    QCOMPARE(linearText(u.marked(TypesetFormula::Mark::noiseFree)), QString("[noise-free: u]"));
}

void ReadFormulaTest::typesetsDerivatives()
{
    const TypesetFormula chain =
        TypesetFormula::row({totalDerivative("z", "x"), TypesetFormula::sign("="),
                             product({partialDerivative("z", "yu"), partialDerivative("yu", "x")})});
    QCOMPARE(treeOf(chain), QString("frac(dz; dx) = frac(∂z; ∂yu)·frac(∂yu; ∂x)"));
    QCOMPARE(linearText(chain), QString("dz/dx = ∂z/∂yu*∂yu/∂x"));
}

void ReadFormulaTest::takesTheDeepestExpression()
{
    QString nested = "x";
    for (int i = 0; i < 190; ++i) {
        nested = "sqrt(" + nested + ")";
    }
    QCOMPARE(readFormula(nested.toStdString()).kind, Kind::root);
    // Deeper than the language allows.
    for (int i = 0; i < 2000; ++i) {
        nested = "sqrt(" + nested + ")";
    }
    QCOMPARE(readFormula(nested.toStdString()).kind, Kind::text);
}

QTEST_APPLESS_MAIN(ReadFormulaTest)
#include "tst_read_formula.moc"
