// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formula/typeset_formula.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <utility>

namespace sluice {

namespace {

using Kind = TypesetFormula::Kind;

TypesetFormula derivative(const QString& differential, const QString& of, const QString& by)
{
    const auto side = [&](const QString& name) {
        return TypesetFormula::row({TypesetFormula::plain(differential), TypesetFormula::named(name)});
    };
    return TypesetFormula::fraction(side(of), side(by));
}

/// Whether it needs no brackets as a part of a power or of a fraction.
bool isOneTerm(const TypesetFormula& formula)
{
    switch (formula.kind) {
    case Kind::row:
        return std::ranges::all_of(formula.parts, [](const TypesetFormula& part) {
            return part.kind != Kind::sign && part.kind != Kind::times && part.kind != Kind::fraction &&
                   isOneTerm(part);
        });
    case Kind::fraction:
        return false;
    case Kind::annotated:
        return isOneTerm(formula.parts[0]);
    default:
        return true;
    }
}

QString bracketed(const TypesetFormula& formula)
{
    const QString text = linearText(formula);
    return isOneTerm(formula) ? text : QLatin1Char('(') + text + QLatin1Char(')');
}

/// A sign as it is typed.
QString typed(const QString& sign)
{
    static const QHash<QString, QString> signs{{QStringLiteral("−"), QStringLiteral("-")},
                                               {QStringLiteral("≤"), QStringLiteral("<=")},
                                               {QStringLiteral("≥"), QStringLiteral(">=")},
                                               {QStringLiteral("≠"), QStringLiteral("!=")}};
    return signs.value(sign, sign);
}

QString fencedText(const TypesetFormula& formula)
{
    static const QHash<QString, QString> functions{{QStringLiteral("||"), QStringLiteral("abs")},
                                                   {QStringLiteral("⌊⌋"), QStringLiteral("floor")},
                                                   {QStringLiteral("⌈⌉"), QStringLiteral("ceil")}};
    return QStringLiteral("%1(%2)").arg(functions.value(formula.text), linearText(formula.parts[0]));
}

QString rowText(const std::vector<TypesetFormula>& parts)
{
    QString text;
    for (const TypesetFormula& part : parts) {
        text += linearText(part);
    }
    return text;
}

QString unmarkedText(const TypesetFormula& formula)
{
    switch (formula.kind) {
    case Kind::text:
        return typed(formula.text);
    case Kind::name:
        return formula.text;
    case Kind::sign:
        return QLatin1Char(' ') + typed(formula.text) + QLatin1Char(' ');
    case Kind::times:
        return QStringLiteral("*");
    case Kind::row:
        return rowText(formula.parts);
    case Kind::fraction:
        return bracketed(formula.parts[0]) + QLatin1Char('/') + bracketed(formula.parts[1]);
    case Kind::root:
        return QStringLiteral("sqrt(%1)").arg(linearText(formula.parts[0]));
    case Kind::raised:
        return bracketed(formula.parts[0]) + QStringLiteral("**") + bracketed(formula.parts[1]);
    case Kind::lowered:
        return linearText(formula.parts[0]) + QLatin1Char('#') + linearText(formula.parts[1]);
    case Kind::fenced:
        return fencedText(formula);
    case Kind::cases:
        return QStringLiteral("where(%1, %2, %3)")
            .arg(linearText(formula.parts[1]), linearText(formula.parts[0]), linearText(formula.parts[2]));
    case Kind::annotated:
        return linearText(formula.parts[0]) + QStringLiteral(" [%1]").arg(linearText(formula.parts[1]));
    }
    return {};
}

} // namespace

TypesetFormula TypesetFormula::plain(const QString& text)
{
    return {.kind = Kind::text, .text = text, .parts = {}};
}

TypesetFormula TypesetFormula::named(const QString& name)
{
    const qsizetype number = name.lastIndexOf(QLatin1Char('#'));
    if (number < 0) {
        return {.kind = Kind::name, .text = name, .parts = {}};
    }
    return {
        .kind = Kind::lowered,
        .text = {},
        .parts = {{.kind = Kind::name, .text = name.left(number), .parts = {}}, plain(name.mid(number + 1))}};
}

TypesetFormula TypesetFormula::sign(const QString& sign)
{
    return {.kind = Kind::sign, .text = sign, .parts = {}};
}

TypesetFormula TypesetFormula::times()
{
    return {.kind = Kind::times, .text = QStringLiteral("·"), .parts = {}};
}

TypesetFormula TypesetFormula::bareTimes()
{
    return {.kind = Kind::times, .text = {}, .parts = {}};
}

TypesetFormula TypesetFormula::row(std::vector<TypesetFormula> parts)
{
    return {.kind = Kind::row, .text = {}, .parts = std::move(parts)};
}

TypesetFormula TypesetFormula::fraction(TypesetFormula above, TypesetFormula below)
{
    return {.kind = Kind::fraction, .text = {}, .parts = {std::move(above), std::move(below)}};
}

TypesetFormula TypesetFormula::root(TypesetFormula of)
{
    return {.kind = Kind::root, .text = {}, .parts = {std::move(of)}};
}

TypesetFormula TypesetFormula::raised(TypesetFormula base, TypesetFormula exponent)
{
    return {.kind = Kind::raised, .text = {}, .parts = {std::move(base), std::move(exponent)}};
}

TypesetFormula TypesetFormula::fenced(const QString& fences, TypesetFormula inside)
{
    return {.kind = Kind::fenced, .text = fences, .parts = {std::move(inside)}};
}

TypesetFormula TypesetFormula::cases(TypesetFormula value, TypesetFormula condition, TypesetFormula otherwise)
{
    return {.kind = Kind::cases,
            .text = {},
            .parts = {std::move(value), std::move(condition), std::move(otherwise)}};
}

TypesetFormula TypesetFormula::annotated(TypesetFormula of, TypesetFormula note)
{
    return {.kind = Kind::annotated, .text = {}, .parts = {std::move(of), std::move(note)}};
}

TypesetFormula TypesetFormula::marked(Mark as) const
{
    TypesetFormula formula = *this;
    formula.mark = as;
    return formula;
}

TypesetFormula partialDerivative(const QString& of, const QString& by)
{
    return derivative(QStringLiteral("∂"), of, by);
}

TypesetFormula totalDerivative(const QString& of, const QString& by)
{
    return derivative(QStringLiteral("d"), of, by);
}

TypesetFormula product(std::vector<TypesetFormula> factors)
{
    if (factors.empty()) {
        return TypesetFormula::plain(QStringLiteral("1"));
    }
    std::vector<TypesetFormula> parts;
    for (TypesetFormula& factor : factors) {
        if (!parts.empty()) {
            parts.push_back(TypesetFormula::times());
        }
        parts.push_back(std::move(factor));
    }
    return TypesetFormula::row(std::move(parts));
}

QString linearText(const TypesetFormula& formula)
{
    QString text = unmarkedText(formula);
    switch (formula.mark) {
    case TypesetFormula::Mark::stopped:
        return QCoreApplication::translate("Formula", "[stopped: %1]").arg(text);
    case TypesetFormula::Mark::noisy:
        return QCoreApplication::translate("Formula", "[noisy: %1]").arg(text);
    case TypesetFormula::Mark::noiseFree:
        return QCoreApplication::translate("Formula", "[noise-free: %1]").arg(text);
    case TypesetFormula::Mark::none:
        break;
    }
    return text;
}

} // namespace sluice
