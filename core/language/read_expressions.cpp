// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Expressions: names, operators, and what becomes a node.
#include "core/language/reader.h"
#include "core/language/similar_names.h"
#include "core/operations/table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace sluice {

using namespace syntax;

namespace {

struct NamedNumber
{
    std::string_view name;
    double value;
};

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr std::array namedNumbers{
    NamedNumber{"pi", std::numbers::pi}, NamedNumber{"e", std::numbers::e},
    NamedNumber{"inf", infinity},        NamedNumber{"nan", notANumber},
    NamedNumber{"Inf", infinity},        NamedNumber{"NaN", notANumber},
    NamedNumber{"infty", infinity},      NamedNumber{"tau", 2 * std::numbers::pi},
};

/// Deep enough for any expression within the limit of nesting, shallow enough for any stack.
constexpr std::size_t deepestEvaluation = 1'000;

const NamedNumber* findNumber(std::string_view name)
{
    const auto* const found = std::ranges::find(namedNumbers, name, &NamedNumber::name);
    return found == namedNumbers.end() ? nullptr : &*found;
}

std::optional<double> computed(std::string_view operation, double left, double right)
{
    if (operation == "add")
        return left + right;
    if (operation == "sub")
        return left - right;
    if (operation == "mul")
        return left * right;
    if (operation == "div")
        return left / right;
    return operation == "pow" ? std::optional(std::pow(left, right)) : std::nullopt;
}

bool isShapeLike(std::string_view attribute)
{
    constexpr std::array<std::string_view, 7> names{"shape", "dtype",         "device", "size",
                                                    "ndim",  "requires_grad", "name"};
    return std::ranges::find(names, attribute) != names.end();
}

} // namespace

Value Reader::evaluate(const Expression& expression)
{
    struct Guard
    {
        std::size_t& depth;
        ~Guard() { --depth; }
    } guard{++m_depth};
    if (m_depth > deepestEvaluation) {
        m_messages.error(
            expression.span,
            Phrase::of("with all functions expanded this is nested deeper than %1 levels, which is the limit",
                       {std::to_string(maximumNesting)}));
        throw LimitReached{};
    }
    if (const auto* name = expression.as<Name>())
        return evaluateName(*name);
    if (const auto* number = expression.as<Number>())
        return NumberValue{number->value, number->isInteger, expression.span};
    if (const auto* attribute = expression.as<Attribute>())
        return evaluateAttribute(expression, *attribute);
    if (const auto* call = expression.as<Call>())
        return evaluateCall(expression, *call);
    if (const auto* subscript = expression.as<Subscript>())
        return evaluateSubscript(expression, *subscript);
    if (const auto* sign = expression.as<Sign>())
        return evaluateSign(expression, *sign);
    if (const auto* chain = expression.as<Chain>())
        return evaluateChain(expression, *chain);
    if (const auto* sequence = expression.as<Sequence>())
        return evaluateSequence(expression, *sequence);
    if (const auto* lambda = expression.as<Lambda>()) {
        m_rememberedScopes.push_back(m_scope);
        return FunctionValue{{}, nullptr, lambda, m_scope, false, evaluateFallbacks(lambda->parameters)};
    }
    if (expression.as<Text>())
        return ObjectValue{Phrase::marked("a string"), ObjectKind::text};
    if (expression.as<Dictionary>())
        return ObjectValue{Phrase::marked("a dictionary")};
    const auto& unsupported = std::get<Unsupported>(expression.form);
    m_messages.error(unsupported.span, unsupported.message);
    // What else is wrong with it.
    const auto outside = m_scope;
    if (!unsupported.names.empty()) {
        m_scope = std::make_shared<Scope>(outside, m_ruleDepth);
        for (const std::string_view name : unsupported.names)
            m_scope->set(name, PoisonedValue{});
    }
    for (const ExpressionPointer& operand : unsupported.operands)
        evaluate(*operand);
    m_scope = outside;
    return PoisonedValue{};
}

Value Reader::poisonedWith(TextSpan span, Phrase message)
{
    m_messages.error(span, std::move(message));
    return PoisonedValue{};
}

Value Reader::evaluateName(const Name& name)
{
    if (const Value* value = lookUp(name))
        return *value;
    if (name.name == "True" || name.name == "False")
        return NumberValue{name.name == "True" ? 1.0 : 0.0, false, std::nullopt};
    if (name.name == "None")
        return ObjectValue{"None", ObjectKind::none};
    if (const NamedNumber* number = findNumber(name.name))
        return NumberValue{number->value, false, std::nullopt};
    if (auto path = wellKnownNamespace(name.name))
        return PathValue{std::move(*path)};
    if (findOperation(name.name) || findFrameworkCall(name.name, Origin::bare))
        return PathValue{{name.name}};
    return unknownName(name.name, name.span, false);
}

Phrase Reader::proposalFor(std::string_view name, std::span<const std::string_view> known)
{
    m_comparisonsLeft -= std::min(m_comparisonsLeft, known.size());
    return didYouMean(name, known);
}

Value Reader::unknownName(std::string_view name, TextSpan span, bool isCalled)
{
    std::vector<std::string_view> known;
    if (m_comparisonsLeft > 0)
        known = m_scope->names();
    if (isCalled) {
        std::erase_if(known,
                      [&](std::string_view each) { return m_scope->find(each)->as<NodeValue>() != nullptr; });
        std::ranges::copy(callableNames(), std::back_inserter(known));
        std::ranges::copy(languageCallNames(), std::back_inserter(known));
        return poisonedWith(span, withProposal(Phrase::of("there is no function %1", {quoted(name)}),
                                               proposalFor(name, known)));
    }
    for (const NamedNumber& number : namedNumbers)
        known.push_back(number.name);
    Phrase proposal = proposalFor(name, known);
    if (proposal.isEmpty())
        proposal = proposalFor(name, callableNames());
    if (proposal.isEmpty())
        proposal = Phrase::of("assign something to it first, as in %1",
                              {quoted(std::string(name) + " = input(-2, 2)")});
    return poisonedWith(span, withProposal(Phrase::of("there is no name %1 here", {quoted(name)}), proposal));
}

std::optional<Path> Reader::pathOf(const Expression& expression) const
{
    if (const auto* name = expression.as<Name>()) {
        const Value* value = m_scope->find(name->name);
        if (!value)
            return wellKnownNamespace(name->name);
        const auto* path = value->as<PathValue>();
        return path ? std::optional(path->path) : std::nullopt;
    }
    const auto* attribute = expression.as<Attribute>();
    if (!attribute)
        return std::nullopt;
    auto path = pathOf(*attribute->object);
    if (path)
        path->push_back(attribute->name.name);
    return path;
}

/// A constant that is imported by its name is a number, anything else a path.
Value Reader::importedValue(Path path)
{
    const NamedNumber* number = path.size() > 1 ? findNumber(path.back()) : nullptr;
    if (number && !findOperation(path.back()) && !findFrameworkCall(path.back(), originOf(path)))
        return NumberValue{number->value, false, std::nullopt};
    return PathValue{std::move(path)};
}

Value Reader::evaluateAttribute(const Expression& expression, const Attribute& attribute)
{
    const std::string_view name = attribute.name.name;
    if (auto path = pathOf(expression)) {
        if (const NamedNumber* number = findNumber(name))
            return NumberValue{number->value, false, std::nullopt};
        return PathValue{std::move(*path)};
    }
    if (name == "grad")
        return gradientAttribute(*attribute.object, expression.span, attribute.name.span);
    if (isShapeLike(name))
        return ObjectValue{Phrase::marked("a shape")};
    Value object = evaluate(*attribute.object);
    if (object.isPoisoned() || object.as<ObjectValue>())
        return object;
    return poisonedWith(attribute.name.span,
                        Phrase::of("%1 has no %2 here", {describe(object), quoted(name)}));
}

Value Reader::evaluateSubscript(const Expression& expression, const Subscript& subscript)
{
    Value object = evaluate(*subscript.object);
    if (object.isPoisoned() || object.as<ObjectValue>())
        return object;
    const auto* number = subscript.index->as<Number>();
    const bool isIndex = number != nullptr && number->isInteger;
    const auto* gradients = object.as<GradientListValue>();
    if (gradients && isIndex && number->value < static_cast<double>(gradients->nodes.size()))
        return NodeValue{gradients->nodes[static_cast<std::size_t>(number->value)]};
    const auto* tuple = object.as<TupleValue>();
    if (tuple && isIndex && number->value < static_cast<double>(tuple->elements.size()))
        return tuple->elements[static_cast<std::size_t>(number->value)];
    if (gradients || tuple)
        return poisonedWith(expression.span, Phrase::of("this list has no such element: take `[0]` of it"));
    return poisonedWith(
        expression.span,
        Phrase::of("indexing is not in the language, apart from `[0]` of a gradient: every value is a single "
                   "number, computed at each point"));
}

Value Reader::evaluateSign(const Expression& expression, const Sign& sign)
{
    const Value value = evaluate(*sign.operand);
    // A sign before a number belongs to it.
    if (const auto* number = value.as<NumberValue>(); number && sign.operand->as<Number>())
        return NumberValue{sign.isNegative ? -number->value : number->value, number->isInteger,
                           expression.span};
    const auto node = nodeOf(value, sign.operand->span);
    if (!node)
        return PoisonedValue{};
    if (!sign.isNegative)
        return NodeValue{*node};
    const Operation& row = operationNamed("neg");
    const NodeId result = append(row, std::array{*node});
    occur(sign.operatorSpan.begin, result, row, {}, expression.span);
    return NodeValue{result};
}

Value Reader::evaluateChain(const Expression& expression, const Chain& chain)
{
    const auto first = operand(*chain.first);
    bool isPoisoned = !first;
    NodeId left = first.value_or(NodeId{});
    for (const Chain::Link& link : chain.links) {
        const auto right = operand(*link.operand);
        isPoisoned = isPoisoned || !right;
        if (isPoisoned)
            continue;
        const Operation& row = operationNamed(link.operation);
        left = append(row, std::array{left, *right});
        occur(link.operatorSpan.begin, left, row, {}, {expression.span.begin, link.operand->span.end});
    }
    return isPoisoned ? Value(PoisonedValue{}) : Value(NodeValue{left});
}

Value Reader::evaluateSequence(const Expression& expression, const Sequence& sequence)
{
    const auto isNumber = [this](const ExpressionPointer& element) {
        const auto* name = element->as<Name>();
        const Value* value = name ? m_scope->find(name->name) : nullptr;
        const bool isNode = value != nullptr && value->is<NodeValue>();
        return !isNode && constantOf(*element).has_value();
    };
    const bool isNumbers =
        !sequence.isTuple && !sequence.elements.empty() && std::ranges::all_of(sequence.elements, isNumber);
    if (isNumbers)
        return NumberListValue{*numbersOf(expression)};
    TupleValue tuple;
    for (const ExpressionPointer& element : sequence.elements)
        tuple.elements.push_back(evaluate(*element));
    const bool isSound = std::ranges::none_of(tuple.elements, &Value::isPoisoned);
    return isSound ? Value(std::move(tuple)) : Value(PoisonedValue{});
}

std::optional<NodeId> Reader::nodeOf(const Value& value, TextSpan span)
{
    if (const auto* node = value.as<NodeValue>())
        return node->node;
    if (const auto* number = value.as<NumberValue>())
        return appendConstant(number->value);
    if (value.isPoisoned())
        return std::nullopt;
    Phrase message = Phrase::of("this is %1, but a value is needed here", {describe(value)});
    if (value.as<InputValue>())
        message = Phrase::of("an input needs a name of its own: write `x = …` on a line before, and x here");
    else if (value.as<GradientListValue>())
        message = Phrase::of("this is a list of gradients: write `[0]` behind it");
    else if (value.as<FunctionValue>() || value.as<GradientFunctionValue>() || value.as<PathValue>())
        message =
            Phrase::of("this is %1, but a value is needed here: call it, with its arguments in brackets",
                       {describe(value)});
    else if (value.as<NumberListValue>())
        message = Phrase::of(
            "this is a list of numbers: make it an input with `x = tf.constant([…])`, or give a single "
            "number");
    else if (value.as<TupleValue>())
        message = Phrase::of("this is a list: every value is a single number here");
    m_messages.error(span, std::move(message));
    return std::nullopt;
}

void Reader::checkSize() const
{
    if (m_graph.size() >= maximumReadNodes)
        throw GraphTooLarge(maximumReadNodes);
}

NodeId Reader::append(const Operation& row, std::span<const NodeId> operands)
{
    checkSize();
    return m_graph.append(row, operands);
}

NodeId Reader::appendConstant(double value)
{
    checkSize();
    return m_graph.appendConstant(value);
}

void Reader::occur(std::size_t position, NodeId node, const Operation& row, std::string_view written,
                   TextSpan span)
{
    const bool isOtherName = !written.empty() && written != row.name;
    m_occurrences.push_back({position, node, row.name, isOtherName ? written : std::string_view(), span});
}

std::optional<double> Reader::constantOf(const Expression& expression) const
{
    if (const auto* number = expression.as<Number>())
        return number->value;
    if (const auto* name = expression.as<Name>())
        return constantNamed(*name);
    if (const auto* sign = expression.as<Sign>()) {
        const auto value = constantOf(*sign->operand);
        return value && sign->isNegative ? -*value : value;
    }
    if (const auto* attribute = expression.as<Attribute>()) {
        const NamedNumber* known = pathOf(expression) ? findNumber(attribute->name.name) : nullptr;
        return known ? std::optional(known->value) : std::nullopt;
    }
    const auto* chain = expression.as<Chain>();
    auto result = chain ? constantOf(*chain->first) : std::nullopt;
    for (std::size_t i = 0; result && i < chain->links.size(); ++i) {
        const auto right = constantOf(*chain->links[i].operand);
        result = right ? computed(chain->links[i].operation, *result, *right) : std::nullopt;
    }
    return result;
}

std::optional<double> Reader::constantNamed(const Name& name) const
{
    const Value* value = lookUp(name);
    if (!value) {
        const NamedNumber* known = findNumber(name.name);
        return known ? std::optional(known->value) : std::nullopt;
    }
    if (const auto* number = value->as<NumberValue>())
        return number->value;
    const auto* node = value->as<NodeValue>();
    const auto parameter = node ? m_parameterOfNode.find(node->node) : m_parameterOfNode.end();
    return parameter == m_parameterOfNode.end()
               ? std::nullopt
               : std::optional(m_parameters[parameter->second].literal.value);
}

} // namespace sluice
