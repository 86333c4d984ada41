// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formula/read_formula.h"

#include "core/language/parser.h"
#include "core/operations/table.h"

#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace sluice {

namespace {

using Kind = TypesetFormula::Kind;

/// How tightly what has been typeset holds together; a looser part of a tighter whole needs brackets.
enum class Binding
{
    comparison,
    sum,
    signed_,
    product,
    power,
    atom
};

struct Bound
{
    TypesetFormula formula;
    Binding binding = Binding::atom;
};

/// A number sign begins a comment in the language; this character continues a name.
constexpr std::string_view numberSignStandIn = "·";

std::string withoutNumberSigns(std::string_view expression)
{
    std::string text;
    for (const char c : expression) {
        c == '#' ? text += numberSignStandIn : text += c;
    }
    return text;
}

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString nameText(std::string_view name)
{
    return toQString(name).replace(toQString(numberSignStandIn), QStringLiteral("#"));
}

TypesetFormula numberFormula(std::string_view written, double value)
{
    constexpr int longest = 8;
    constexpr int significantDigits = 6;
    QString digits = toQString(written).remove(QLatin1Char('(')).remove(QLatin1Char(')'));
    if (digits.size() > longest) {
        digits = QString::number(value, 'g', significantDigits);
    }
    const qsizetype exponent = digits.indexOf(QLatin1Char('e'), 0, Qt::CaseInsensitive);
    if (exponent < 0) {
        return TypesetFormula::plain(digits);
    }
    const int power = digits.mid(exponent + 1).toInt();
    const QString text = QString::number(power).replace(QLatin1Char('-'), QStringLiteral("−"));
    const TypesetFormula ten =
        TypesetFormula::raised(TypesetFormula::plain(QStringLiteral("10")), TypesetFormula::plain(text));
    const QString mantissa = digits.left(exponent);
    return mantissa == QLatin1String("1")
               ? ten
               : TypesetFormula::row({TypesetFormula::plain(mantissa), TypesetFormula::times(), ten});
}

TypesetFormula inBrackets(TypesetFormula formula)
{
    return TypesetFormula::fenced(QStringLiteral("()"), std::move(formula));
}

TypesetFormula atLeast(Binding binding, Bound part)
{
    return part.binding < binding ? inBrackets(std::move(part.formula)) : std::move(part.formula);
}

/// Also with a minus before it.
bool isNumeral(const TypesetFormula& formula)
{
    if (formula.kind == Kind::row) {
        return formula.parts.size() == 2 && formula.parts[0].text == QStringLiteral("−") &&
               isNumeral(formula.parts[1]);
    }
    return formula.kind == Kind::text && !formula.text.isEmpty() && formula.text.back().isDigit();
}

/// Whether 2 can stand before it without a dot.
bool followsBare(const TypesetFormula& formula)
{
    switch (formula.kind) {
    case Kind::name:
    case Kind::root:
    case Kind::fenced:
        return true;
    case Kind::lowered:
    case Kind::raised:
        return followsBare(formula.parts[0]);
    case Kind::row:
        // A function's name before its arguments.
        return formula.parts.size() == 2 && formula.parts[1].kind == Kind::fenced;
    default:
        return false;
    }
}

/// Factors as they come, above and below the line.
class Product
{
public:
    explicit Product(Bound first) : m_above({std::move(first)}) {}

    void multiply(Bound factor)
    {
        if (!m_below.empty()) {
            m_above = {{fraction(), Binding::product}};
            m_below.clear();
        }
        m_above.push_back(std::move(factor));
    }
    void divide(Bound factor) { m_below.push_back(std::move(factor)); }
    [[nodiscard]] TypesetFormula formula() const { return m_below.empty() ? joined(m_above) : fraction(); }

private:
    /// Alone above or below the line nothing needs brackets.
    static TypesetFormula joined(const std::vector<Bound>& factors)
    {
        if (factors.size() == 1) {
            return factors.front().formula;
        }
        std::vector<TypesetFormula> parts;
        for (const Bound& factor : factors) {
            const bool isFirst = parts.empty();
            TypesetFormula next = atLeast(isFirst ? Binding::signed_ : Binding::product, factor);
            if (!isFirst) {
                const bool isBare = isNumeral(parts.back()) && followsBare(next);
                parts.push_back(isBare ? TypesetFormula::bareTimes() : TypesetFormula::times());
            }
            parts.push_back(std::move(next));
        }
        return TypesetFormula::row(std::move(parts));
    }
    [[nodiscard]] TypesetFormula fraction() const
    {
        return TypesetFormula::fraction(joined(m_above), joined(m_below));
    }

    std::vector<Bound> m_above;
    std::vector<Bound> m_below;
};

/// Turns the language's tree into mathematics.
class Typesetter
{
public:
    explicit Typesetter(std::string_view text) : m_text(text) {}

    [[nodiscard]] Bound typeset(const syntax::Expression& expression) const;

private:
    [[nodiscard]] Bound asWritten(const syntax::Expression& expression) const
    {
        return {TypesetFormula::plain(nameText(written(expression)))};
    }
    [[nodiscard]] std::string_view written(const syntax::Expression& expression) const
    {
        return m_text.substr(expression.span.begin, expression.span.end - expression.span.begin);
    }
    [[nodiscard]] Bound typesetChain(const syntax::Chain& chain) const;
    [[nodiscard]] Bound typesetSum(const syntax::Chain& chain) const;
    [[nodiscard]] Bound typesetProduct(const syntax::Chain& chain) const;
    [[nodiscard]] Bound typesetCall(const syntax::Call& call) const;
    [[nodiscard]] Bound negative(const syntax::Expression& operand) const;

    std::string_view m_text;
};

Bound power(Bound base, TypesetFormula exponent)
{
    return {TypesetFormula::raised(atLeast(Binding::atom, std::move(base)), std::move(exponent)),
            Binding::power};
}

Bound overOne(TypesetFormula below)
{
    return {TypesetFormula::fraction(TypesetFormula::plain(QStringLiteral("1")), std::move(below)),
            Binding::product};
}

Bound between(const Operation& operation, Bound left, Bound right)
{
    return {TypesetFormula::row({atLeast(Binding::sum, std::move(left)),
                                 TypesetFormula::sign(toQString(operation.sign)),
                                 atLeast(Binding::sum, std::move(right))}),
            Binding::comparison};
}

Bound Typesetter::typesetSum(const syntax::Chain& chain) const
{
    std::vector<TypesetFormula> parts{atLeast(Binding::sum, typeset(*chain.first))};
    for (const syntax::Chain::Link& link : chain.links) {
        const bool isSum = operationNamed(link.operation).notation == Notation::sum;
        parts.push_back(TypesetFormula::sign(isSum ? QStringLiteral("+") : QStringLiteral("−")));
        parts.push_back(atLeast(Binding::product, typeset(*link.operand)));
    }
    return {TypesetFormula::row(std::move(parts)), Binding::sum};
}

Bound Typesetter::typesetProduct(const syntax::Chain& chain) const
{
    Product product(typeset(*chain.first));
    for (const syntax::Chain::Link& link : chain.links) {
        if (operationNamed(link.operation).notation == Notation::product) {
            product.multiply(typeset(*link.operand));
        } else {
            product.divide(typeset(*link.operand));
        }
    }
    return {product.formula(), Binding::product};
}

Bound Typesetter::typesetChain(const syntax::Chain& chain) const
{
    const Operation& operation = operationNamed(chain.links.front().operation);
    switch (operation.notation) {
    case Notation::sum:
    case Notation::difference:
        return typesetSum(chain);
    case Notation::product:
    case Notation::fraction:
        return typesetProduct(chain);
    case Notation::power:
        return power(typeset(*chain.first), typeset(*chain.links.front().operand).formula);
    default:
        return between(operation, typeset(*chain.first), typeset(*chain.links.front().operand));
    }
}

Bound Typesetter::negative(const syntax::Expression& operand) const
{
    return {TypesetFormula::row(
                {TypesetFormula::plain(QStringLiteral("−")), atLeast(Binding::product, typeset(operand))}),
            Binding::signed_};
}

Bound Typesetter::typesetCall(const syntax::Call& call) const
{
    const auto* attribute = call.function->as<syntax::Attribute>();
    const auto* plain = call.function->as<syntax::Name>();
    const std::string_view name = attribute != nullptr ? attribute->name.name
                                  : plain != nullptr   ? plain->name
                                                       : written(*call.function);
    const Operation* operation = findOperation(name);
    const auto argument = [&](std::size_t number) { return typeset(*call.arguments[number].value); };
    const auto inside = [&](std::size_t number) { return argument(number).formula; };
    const bool isComplete = operation != nullptr && call.arguments.size() == operation->arity;
    switch (isComplete ? operation->notation : Notation::call) {
    case Notation::negative:
        return negative(*call.arguments[0].value);
    case Notation::infix:
        return between(*operation, argument(0), argument(1));
    case Notation::power:
        return power(argument(0), inside(1));
    case Notation::square:
        return power(argument(0), TypesetFormula::plain(QStringLiteral("2")));
    case Notation::root:
        return {TypesetFormula::root(inside(0))};
    case Notation::reciprocal:
        return overOne(inside(0));
    case Notation::reciprocalRoot:
        return overOne(TypesetFormula::root(inside(0)));
    case Notation::fraction:
        return {TypesetFormula::fraction(inside(0), inside(1)), Binding::product};
    case Notation::absoluteValue:
        return {TypesetFormula::fenced(QStringLiteral("||"), inside(0))};
    case Notation::floor:
        return {TypesetFormula::fenced(QStringLiteral("⌊⌋"), inside(0))};
    case Notation::ceiling:
        return {TypesetFormula::fenced(QStringLiteral("⌈⌉"), inside(0))};
    case Notation::cases:
        return {TypesetFormula::cases(inside(1), inside(0), inside(2)), Binding::comparison};
    case Notation::sum:
    case Notation::difference:
    case Notation::product:
    case Notation::call:
        break;
    }
    std::vector<TypesetFormula> arguments;
    for (const syntax::CallArgument& each : call.arguments) {
        if (!arguments.empty()) {
            arguments.push_back(TypesetFormula::plain(QStringLiteral(", ")));
        }
        if (each.keyword) {
            arguments.push_back(TypesetFormula::plain(nameText(each.keyword->name) + QLatin1Char('=')));
        }
        arguments.push_back(typeset(*each.value).formula);
    }
    return {TypesetFormula::row(
        {TypesetFormula::plain(nameText(name)), inBrackets(TypesetFormula::row(std::move(arguments)))})};
}

Bound Typesetter::typeset(const syntax::Expression& expression) const
{
    if (const auto* name = expression.as<syntax::Name>()) {
        return {TypesetFormula::named(nameText(name->name))};
    }
    if (const auto* number = expression.as<syntax::Number>()) {
        const TypesetFormula formula = numberFormula(written(expression), number->value);
        return {formula, formula.kind == Kind::text ? Binding::atom : Binding::product};
    }
    if (const auto* attribute = expression.as<syntax::Attribute>()) {
        const QString object = nameText(written(*attribute->object));
        return {TypesetFormula::named(object + QLatin1Char('.') + nameText(attribute->name.name))};
    }
    if (const auto* sign = expression.as<syntax::Sign>()) {
        return sign->isNegative ? negative(*sign->operand) : typeset(*sign->operand);
    }
    if (const auto* chain = expression.as<syntax::Chain>()) {
        return typesetChain(*chain);
    }
    if (const auto* call = expression.as<syntax::Call>()) {
        return typesetCall(*call);
    }
    return asWritten(expression);
}

} // namespace

TypesetFormula readFormula(std::string_view expression)
{
    const std::string text = withoutNumberSigns(expression);
    Messages messages;
    Identifiers identifiers;
    const syntax::Block block = parse(text, messages, identifiers);
    if (messages.errorCount() == 0 && block.size() == 1) {
        if (const auto* statement = std::get_if<syntax::ExpressionStatement>(&block.front().form)) {
            return Typesetter(text).typeset(*statement->expression).formula;
        }
    }
    return TypesetFormula::plain(toQString(expression));
}

} // namespace sluice
