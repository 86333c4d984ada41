// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/derivation_formula.h"

#include "ui/formula/read_formula.h"

#include <QCoreApplication>
#include <QStringList>

#include <utility>

namespace sluice {

namespace {

using Mark = TypesetFormula::Mark;

TypesetFormula equals()
{
    return TypesetFormula::sign(QStringLiteral("="));
}

TypesetFormula pathName(std::size_t number)
{
    return TypesetFormula::named(QStringLiteral("P#%1").arg(number + 1));
}

TypesetFormula partial(const Factor& factor)
{
    return partialDerivative(QString::fromStdString(factor.of), QString::fromStdString(factor.by));
}

QString sourcesNote(const std::vector<std::string>& sources)
{
    constexpr std::size_t mostNames = 3;
    QStringList names;
    for (std::size_t i = 0; i < sources.size() && i < mostNames; ++i) {
        names << QString::fromStdString(sources[i]);
    }
    if (sources.size() > mostNames) {
        names << QCoreApplication::translate("DerivationFormula", "%1 more").arg(sources.size() - mostNames);
    }
    return QStringLiteral("~ ") + names.join(QStringLiteral(", "));
}

QString gateNote(const Factor& factor, QChar symbol)
{
    return QString(symbol) + QLatin1Char(' ') + QString::fromStdString(factor.gate.value_or(""));
}

TypesetFormula noted(const TypesetFormula& formula, Mark mark, const QString& note)
{
    return TypesetFormula::annotated(formula.marked(mark), TypesetFormula::plain(note));
}

/// A sum between brackets where it is a factor among others.
TypesetFormula asFactor(TypesetFormula formula)
{
    const bool isSum =
        formula.kind == TypesetFormula::Kind::row && formula.parts.size() > 1 &&
        (formula.parts[1].kind == TypesetFormula::Kind::sign || formula.parts[0].text == QStringLiteral("−"));
    const bool isLoose = isSum || formula.kind == TypesetFormula::Kind::cases;
    return isLoose ? TypesetFormula::fenced(QStringLiteral("()"), std::move(formula)) : formula;
}

/// A factor of 1 that nothing stops or replaces says nothing in a product.
bool isPlainOne(const Factor& factor)
{
    return factor.text == "1" && factor.passage == Passage::open && factor.noise.empty();
}

/// The partial derivatives of a path, and what they are. Of a long one only the latter, lest they fill pages.
TypesetFormula pathFormula(TypesetFormula left, const Derivation& derivation, const Path& path)
{
    std::vector<TypesetFormula> partials;
    std::vector<TypesetFormula> factors;
    for (const std::size_t number : path.factors) {
        const Factor& factor = derivation.factors[number];
        partials.push_back(partial(factor));
        if (!isPlainOne(factor)) {
            factors.push_back(factorFormula(factor));
        }
    }
    std::vector<TypesetFormula> parts{std::move(left)};
    // Of a single step the partial derivative is what stands on the left already.
    constexpr std::size_t mostPartials = 12;
    if (partials.size() > 1 && partials.size() <= mostPartials) {
        parts.push_back(equals());
        parts.push_back(product(std::move(partials)));
    }
    parts.push_back(equals());
    parts.push_back(product(std::move(factors)));
    if (path.isStopped) {
        parts.push_back(equals());
        parts.push_back(TypesetFormula::plain(QStringLiteral("0")));
    }
    return TypesetFormula::row(std::move(parts));
}

TypesetFormula sumOfPaths(TypesetFormula total, std::size_t count)
{
    std::vector<TypesetFormula> parts{std::move(total), equals()};
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) {
            parts.push_back(TypesetFormula::sign(QStringLiteral("+")));
        }
        parts.push_back(pathName(i));
    }
    return TypesetFormula::row(std::move(parts));
}

} // namespace

TypesetFormula factorFormula(const Factor& factor)
{
    TypesetFormula formula = asFactor(readFormula(factor.text));
    if (factor.passage == Passage::stopped) {
        return noted(formula, Mark::stopped, gateNote(factor, u'‖'));
    }
    if (!factor.noise.empty()) {
        return noted(formula, Mark::noisy, sourcesNote(factor.noise));
    }
    if (factor.passage == Passage::replaced) {
        return noted(formula, Mark::noiseFree, gateNote(factor, u'○'));
    }
    return formula;
}

std::vector<TypesetFormula> derivationFormulas(const Derivation& derivation, const QString& output,
                                               const QString& input)
{
    std::vector<TypesetFormula> formulas;
    const TypesetFormula total = totalDerivative(output, input);
    if (derivation.paths.size() == 1) {
        formulas.push_back(pathFormula(total, derivation, derivation.paths.front()));
    } else if (!derivation.paths.empty()) {
        formulas.push_back(sumOfPaths(total, derivation.paths.size()));
        for (std::size_t i = 0; i < derivation.paths.size(); ++i) {
            formulas.push_back(pathFormula(pathName(i), derivation, derivation.paths[i]));
        }
    } else {
        for (const Factor& factor : derivation.factors) {
            formulas.push_back(TypesetFormula::row({partial(factor), equals(), factorFormula(factor)}));
        }
    }
    return formulas;
}

} // namespace sluice
