// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/derivation_text.h"

#include "core/analysis/derivation_as_python.h"
#include "ui/formula/formula_markup.h"
#include "ui/panels/derivation_formula.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace sluice {

namespace {

struct DerivationText
{
    Q_DECLARE_TR_FUNCTIONS(sluice::DerivationText)
};

/// Lines of an aligned block stand below one another at their first sign.
QString alignedAtEquals(const TypesetFormula& formula)
{
    QString line = latexText(formula);
    const qsizetype equals = line.indexOf(QLatin1String(" = "));
    return equals < 0 ? line : line.insert(equals + 1, QLatin1Char('&'));
}

QString asLatex(const std::vector<TypesetFormula>& formulas, const DerivationSubject& subject)
{
    QStringList lines;
    for (const TypesetFormula& formula : formulas) {
        lines << QStringLiteral("  ") + alignedAtEquals(formula);
    }
    return QStringLiteral("% ") +
           DerivationText::tr("%1; needs amsmath and cancel").arg(subject.variant.simplified()) +
           QStringLiteral("\n\\begin{align*}\n") + lines.join(QStringLiteral(" \\\\\n")) +
           QStringLiteral("\n\\end{align*}\n");
}

QString asUnicode(const std::vector<TypesetFormula>& formulas, const DerivationSubject& subject)
{
    QString text = subject.variant.simplified() + QLatin1Char('\n');
    for (const TypesetFormula& formula : formulas) {
        text += QStringLiteral("  ") + unicodeText(formula) + QLatin1Char('\n');
    }
    return text;
}

} // namespace

QString derivationText(const Derivation& derivation, const DerivationSubject& subject,
                       DerivationNotation notation)
{
    if (notation == DerivationNotation::python) {
        return QString::fromStdString(derivationAsPython(derivation, subject.variant.toStdString(),
                                                         subject.output.toStdString(),
                                                         subject.input.toStdString()));
    }
    const std::vector<TypesetFormula> formulas =
        derivationFormulas(derivation, subject.output, subject.input);
    return notation == DerivationNotation::latex ? asLatex(formulas, subject) : asUnicode(formulas, subject);
}

} // namespace sluice
