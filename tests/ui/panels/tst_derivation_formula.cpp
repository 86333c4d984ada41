// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/derivation_formula.h"

#include <QTest>

using namespace sluice;

namespace {

Factor factor(const char* of, const char* by, const char* text)
{
    Factor factor;
    factor.of = of;
    factor.by = by;
    factor.text = text;
    return factor;
}

/// z = sqrt(yu), yu = y*u, y = x**2, as the analysis derives it.
Derivation originDerivation()
{
    Derivation derivation;
    derivation.factors = {factor("z", "yu", "1/(2*sqrt(yu))"), factor("yu", "y", "u"),
                          factor("y", "x", "2*x")};
    derivation.factors[0].noise = {"u"};
    derivation.factors[1].noise = {"u"};
    derivation.paths = {Path{{0, 1, 2}, false}};
    derivation.pathCount = 1.0;
    return derivation;
}

QStringList textsOf(const Derivation& derivation)
{
    QStringList texts;
    for (const TypesetFormula& formula : derivationFormulas(derivation, "z", "x")) {
        texts << linearText(formula);
    }
    return texts;
}

} // namespace

/// Derivations as formulas, read as text.
class DerivationFormulaTest : public QObject
{
    Q_OBJECT

private slots:
    void writesOnePathInOneLine();
    void strikesOutWhatIsStopped();
    void showsWhatReplaces();
    void sumsSeveralPaths();
    void listsEdgesOfManyPaths();
    void bracketsSumsAmongFactors();
    void shortensLongListsOfSources();
};

void DerivationFormulaTest::writesOnePathInOneLine()
{
    QCOMPARE(textsOf(originDerivation()), QStringList("dz/dx = ∂z/∂yu*∂yu/∂y*∂y/∂x = "
                                                      "[noisy: 1/(2*sqrt(yu))] [~ u]*[noisy: u] [~ u]*2*x"));
}

void DerivationFormulaTest::strikesOutWhatIsStopped()
{
    Derivation derivation = originDerivation();
    derivation.factors[1].passage = Passage::stopped;
    derivation.factors[1].gate = "y=stop";
    derivation.paths[0].isStopped = true;
    const TypesetFormula struck = factorFormula(derivation.factors[1]);
    QCOMPARE(struck.parts[0].mark, TypesetFormula::Mark::stopped);
    QCOMPARE(linearText(struck), QString("[stopped: u] [‖ y=stop]"));
    QVERIFY(textsOf(derivation)[0].endsWith("*2*x = 0"));
}

void DerivationFormulaTest::showsWhatReplaces()
{
    Factor replaced = factor("z", "yu", "1/(2*sqrt(y))");
    replaced.passage = Passage::replaced;
    replaced.gate = "z=clean";
    QCOMPARE(linearText(factorFormula(replaced)), QString("[noise-free: 1/(2*sqrt(y))] [○ z=clean]"));
    // A factor that reads noise all the same is noisy.
    replaced.noise = {"u"};
    QCOMPARE(factorFormula(replaced).parts[0].mark, TypesetFormula::Mark::noisy);
}

void DerivationFormulaTest::sumsSeveralPaths()
{
    Derivation derivation;
    derivation.factors = {factor("z", "a", "b"), factor("a", "x", "2"), factor("z", "b", "a"),
                          factor("b", "x", "cos(x)")};
    derivation.paths = {Path{{0, 1}, false}, Path{{2, 3}, false}};
    QCOMPARE(textsOf(derivation),
             (QStringList{"dz/dx = P#1 + P#2", "P#1 = ∂z/∂a*∂a/∂x = b*2", "P#2 = ∂z/∂b*∂b/∂x = a*cos(x)"}));
}

void DerivationFormulaTest::listsEdgesOfManyPaths()
{
    Derivation derivation = originDerivation();
    derivation.paths.clear();
    derivation.pathCount = 4096.0;
    const QStringList texts = textsOf(derivation);
    QCOMPARE(texts.size(), 3);
    QCOMPARE(texts[2], QString("∂y/∂x = 2*x"));
}

void DerivationFormulaTest::bracketsSumsAmongFactors()
{
    for (const char* sum : {"1 - y", "-y", "where(y > 0, 1, 0)"}) {
        QCOMPARE(factorFormula(factor("z", "y", sum)).kind, TypesetFormula::Kind::fenced);
    }
    for (const char* product : {"2*y", "1/y", "y**2", "sqrt(y)"}) {
        QVERIFY(factorFormula(factor("z", "y", product)).kind != TypesetFormula::Kind::fenced);
    }
}

void DerivationFormulaTest::shortensLongListsOfSources()
{
    Factor noisy = factor("z", "y", "y");
    noisy.noise = {"a", "b", "c", "d", "e"};
    QCOMPARE(linearText(factorFormula(noisy)), QString("[noisy: y] [~ a, b, c, 2 more]"));
}

QTEST_APPLESS_MAIN(DerivationFormulaTest)
#include "tst_derivation_formula.moc"
