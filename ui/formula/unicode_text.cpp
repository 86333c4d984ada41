// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formula/formula_markup.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace sluice {

namespace {

using Kind = TypesetFormula::Kind;
using Mark = TypesetFormula::Mark;

/// The text in small letters above or below the line, where Unicode has all of them.
std::optional<QString> smallLetters(const QString& text, const QString& letters)
{
    static const QString plain = QStringLiteral("0123456789−");
    QString result;
    for (const QChar c : text) {
        const qsizetype position = plain.indexOf(c);
        if (position < 0) {
            return std::nullopt;
        }
        result += letters[position];
    }
    return result;
}

/// Whether it stands as it is before an exponent, below a fraction's slash, behind a root.
bool standsAlone(const TypesetFormula& formula)
{
    switch (formula.kind) {
    case Kind::row:
        // A function with its arguments, a differential.
        return formula.parts.size() == 1
                   ? standsAlone(formula.parts[0])
                   : std::ranges::none_of(formula.parts, [](const TypesetFormula& part) {
                         return part.kind == Kind::sign || part.kind == Kind::times ||
                                part.text == QStringLiteral("−") || !standsAlone(part);
                     });
    case Kind::fraction:
    case Kind::sign:
    case Kind::times:
    case Kind::cases:
    case Kind::annotated:
        return false;
    default:
        return formula.mark != Mark::stopped;
    }
}

QString unicodeAtom(const TypesetFormula& formula)
{
    const QString text = unicodeText(formula);
    return standsAlone(formula) ? text : QLatin1Char('(') + text + QLatin1Char(')');
}

/// Above the slash a product needs no brackets.
bool isPlainProduct(const TypesetFormula& formula)
{
    return formula.kind == Kind::row && std::ranges::none_of(formula.parts, [](const TypesetFormula& part) {
               return part.kind == Kind::sign || part.kind == Kind::cases;
           });
}

QString fractionText(const TypesetFormula& formula)
{
    const TypesetFormula& above = formula.parts[0];
    return (isPlainProduct(above) ? unicodeText(above) : unicodeAtom(above)) + QLatin1Char('/') +
           unicodeAtom(formula.parts[1]);
}

QString raisedText(const TypesetFormula& formula)
{
    const QString exponent = unicodeText(formula.parts[1]);
    const auto above = smallLetters(exponent, QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹⁻"));
    return unicodeAtom(formula.parts[0]) +
           (above ? *above : QLatin1Char('^') + unicodeAtom(formula.parts[1]));
}

QString unicodeUnmarked(const TypesetFormula& formula)
{
    const auto part = [&](std::size_t number) { return unicodeText(formula.parts[number]); };
    switch (formula.kind) {
    case Kind::text:
    case Kind::name:
        return formula.text;
    case Kind::sign:
        return QLatin1Char(' ') + formula.text + QLatin1Char(' ');
    case Kind::times:
        return formula.text.isEmpty() ? QString() : QStringLiteral(" · ");
    case Kind::row: {
        QString text;
        for (const TypesetFormula& each : formula.parts) {
            text += unicodeText(each);
        }
        return text;
    }
    case Kind::fraction:
        return fractionText(formula);
    case Kind::root:
        return QStringLiteral("√") + unicodeAtom(formula.parts[0]);
    case Kind::raised:
        return raisedText(formula);
    case Kind::lowered: {
        const auto below = smallLetters(part(1), QStringLiteral("₀₁₂₃₄₅₆₇₈₉₋"));
        return part(0) + (below ? *below : QLatin1Char('_') + part(1));
    }
    case Kind::fenced:
        return formula.text.front() + part(0) + formula.text.back();
    case Kind::cases:
        return QCoreApplication::translate("Formula", "{%1 if %2, otherwise %3}")
            .arg(part(0), part(1), part(2));
    case Kind::annotated:
        return part(0) + QStringLiteral(" [%1]").arg(part(1));
    }
    return {};
}

} // namespace

QString unicodeText(const TypesetFormula& formula)
{
    return unicodeUnmarked(formula);
}

} // namespace sluice
