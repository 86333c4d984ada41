// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/term.h"

#include "core/operations/table.h"

#include <array>

namespace sluice {

Term apply(std::string_view name, std::initializer_list<Term> operands)
{
    std::array<NodeId, Node::maximumArity> ids{};
    std::size_t count = 0;
    for (const Term& operand : operands)
        ids.at(count++) = operand.node;
    Graph* graph = operands.begin()->graph;
    return {graph, graph->append(operationNamed(name), std::span(ids).first(count))};
}

Term constantBeside(Term sibling, double value)
{
    return {sibling.graph, sibling.graph->appendConstant(value)};
}

Term operator+(Term a, Term b)
{
    return apply("add", {a, b});
}
Term operator-(Term a, Term b)
{
    return apply("sub", {a, b});
}
Term operator*(Term a, Term b)
{
    return apply("mul", {a, b});
}
Term operator/(Term a, Term b)
{
    return apply("div", {a, b});
}
Term operator-(Term a)
{
    return apply("neg", {a});
}
Term operator+(Term a, double b)
{
    return a + constantBeside(a, b);
}
Term operator-(Term a, double b)
{
    return a - constantBeside(a, b);
}
Term operator-(double a, Term b)
{
    return constantBeside(b, a) - b;
}
Term operator*(double a, Term b)
{
    return constantBeside(b, a) * b;
}
Term operator/(double a, Term b)
{
    return constantBeside(b, a) / b;
}
Term operator/(Term a, double b)
{
    return a / constantBeside(a, b);
}

Term where(Term condition, Term a, Term b)
{
    return apply("where", {condition, a, b});
}
Term zeroBeside(Term sibling)
{
    return constantBeside(sibling, 0.0);
}
Term isGreater(Term a, Term b)
{
    return apply("greater", {a, b});
}
Term isGreater(Term a, double b)
{
    return isGreater(a, constantBeside(a, b));
}
Term isLess(Term a, Term b)
{
    return apply("less", {a, b});
}
Term isLess(Term a, double b)
{
    return isLess(a, constantBeside(a, b));
}
Term isEqual(Term a, Term b)
{
    return apply("equal", {a, b});
}

} // namespace sluice
