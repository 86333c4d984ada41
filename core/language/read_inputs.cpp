// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Inputs, parameters, and what a session feeds.
#include "core/language/reader.h"
#include "core/operations/table.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <set>
#include <utility>

namespace sluice {

using namespace syntax;

namespace {

void widen(InputValue& input, double value)
{
    input.low = std::min(input.low, value);
    input.high = std::max(input.high, value);
}

InputValue withPoints(std::vector<double> points)
{
    InputValue input;
    for (const double point : points)
        widen(input, point);
    input.points = std::move(points);
    return input;
}

} // namespace

Value Reader::readInput(const CallSite& site)
{
    const Expression* low = argumentOf(site.call, 0, "low");
    const Expression* high = argumentOf(site.call, 1, "high");
    if (!low && !high && site.call.arguments.empty())
        return InputValue{};
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    const double first = low ? constantOf(*low).value_or(nothing) : nothing;
    const double last = high ? constantOf(*high).value_or(nothing) : nothing;
    if (std::isnan(first) || std::isnan(last))
        return poisonedWith(
            site.span,
            Phrase::of("an input needs two numbers, where it begins and where it ends: `input(-2, 2)`"));
    if (!std::isfinite(first) || !std::isfinite(last) || first >= last)
        return poisonedWith(
            site.span,
            Phrase::of(
                "the range of an input goes from a smaller to a larger finite number: `input(-2, 2)`"));
    return InputValue{first, last, std::nullopt, {}};
}

Value Reader::readInterval(const FrameworkCall& row, const CallSite& site)
{
    const Expression* low = argumentOf(site.call, 0, "start low");
    const Expression* high = argumentOf(site.call, 1, "stop end high limit");
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    double first = low ? constantOf(*low).value_or(nothing) : nothing;
    double last = high ? constantOf(*high).value_or(nothing) : nothing;
    if (row.target == "arange" && !high)
        last = std::exchange(first, 0.0);
    if (!std::isfinite(first) || !std::isfinite(last) || first == last)
        return poisonedWith(
            site.span, Phrase::of("%1 needs two different finite numbers, where it begins and where it ends",
                                  {quoted(site.name)}));
    return InputValue{std::min(first, last), std::max(first, last), std::nullopt, {}};
}

Value Reader::inputAround(const Value& value, TextSpan span)
{
    if (value.isPoisoned() || value.as<NodeValue>() || value.as<InputValue>())
        return value;
    if (const auto* number = value.as<NumberValue>()) {
        if (!std::isfinite(number->value))
            return poisonedWith(span, Phrase::of("an input can't be held at a value that is not finite"));
        InputValue input;
        widen(input, number->value);
        input.held = number->value;
        return input;
    }
    if (const auto* list = value.as<NumberListValue>())
        return withPoints(list->values);
    if (value.as<ObjectValue>())
        return InputValue{};
    return poisonedWith(
        span, Phrase::of("a number or a list of numbers is needed here, not %1", {describe(value)}));
}

Value Reader::readVariable(const CallSite& site)
{
    const Expression* initial = argumentOf(site.call, 0, "initial_value initializer value data");
    return initial ? inputAround(evaluate(*initial), initial->span) : Value(InputValue{});
}

/// A number is a parameter, and a list of numbers an input; of anything else it is the same value.
Value Reader::readConstant(const CallSite& site)
{
    const Expression* content = argumentOf(site.call, 0, "value values data object a x");
    if (!content)
        return poisonedWith(site.span,
                            Phrase::of("%1 needs a number or a list of numbers", {quoted(site.name)}));
    Value value = evaluate(*content);
    if (isTrue(site.call, "requires_grad") || value.as<NumberListValue>())
        return inputAround(value, content->span);
    if (const auto* tuple = value.as<TupleValue>();
        tuple && !tuple->elements.empty() && tuple->elements.front().as<NumberListValue>())
        return poisonedWith(
            content->span,
            Phrase::of("matrices are not in the language: give a plain list, as in `[-2, -1, 1]`"));
    if (value.as<TupleValue>())
        return poisonedWith(content->span, Phrase::of("a list may contain only numbers here"));
    return value;
}

Value Reader::readFilled(double value, const CallSite& site)
{
    const NumberValue number{value, false, std::nullopt};
    return isTrue(site.call, "requires_grad") ? inputAround(number, site.span) : Value(number);
}

std::optional<std::vector<double>> Reader::numbersOf(const Expression& list)
{
    const auto* sequence = list.as<Sequence>();
    if (!sequence) {
        const auto number = constantOf(list);
        return number ? std::optional(std::vector{*number}) : std::nullopt;
    }
    std::vector<double> numbers;
    for (const ExpressionPointer& element : sequence->elements) {
        const auto number = constantOf(*element);
        if (!number)
            return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

void Reader::bindInput(const Name& name, const InputValue& input, TextSpan span)
{
    if (!isTopLevel()) {
        m_messages.error(span,
                         Phrase::of("an input stands at the top level, not inside of a function or loop"));
        bindName(name.name, PoisonedValue{});
        return;
    }
    bindName(name.name, NodeValue{appendInput(name.name, input, span)});
}

NodeId Reader::appendInput(std::string_view name, const InputValue& input, TextSpan span)
{
    checkSize();
    const DefinitionId definition = m_naming.define(std::nullopt, name);
    const NodeId node = m_graph.appendVariable(std::string(name));
    m_naming.place(definition, node, span, true);
    m_inputs.push_back({definition, node, input});
    return node;
}

Value Reader::nameInput(const Value& input, std::string_view name, TextSpan span)
{
    const auto* range = input.as<InputValue>();
    return range ? Value(NodeValue{appendInput(name, *range, span)}) : input;
}

void Reader::bindParameter(const Name& name, const NumberValue& number, TextSpan span)
{
    checkSize();
    const DefinitionId definition = m_naming.define(std::nullopt, name.name);
    const NodeId node = m_graph.appendVariable(std::string(name.name));
    m_naming.place(definition, node, span, true);
    m_parameterOfNode.emplace(node, m_parameters.size());
    m_parameters.push_back({definition, node, {number.value, *number.literal}});
    bindName(name.name, NodeValue{node});
}

Value Reader::requireGradient(const CallSite& site)
{
    const Expression& object = *site.object;
    const Expression* flag = argumentOf(site.call, 0, "requires_grad");
    const bool isOff = flag != nullptr && flag->isName("False");
    // What is drawn at random is an input from then on.
    const auto* call = object.as<Call>();
    const auto path = call ? pathOf(*call->function) : std::nullopt;
    const FrameworkCall* row = path ? findFrameworkCall(path->back(), originOf(*path)) : nullptr;
    if (row && row->kind == CallKind::noise && !isOff)
        return InputValue{};
    Value value = evaluate(object);
    if (isOff)
        return value;
    if (value.is<NumberValue>())
        return inputAround(value, object.span);
    makeInput(value);
    return value;
}

/// `x.requires_grad_()` says that x is to be differentiated by.
void Reader::makeInput(const Value& variable)
{
    const auto* node = variable.as<NodeValue>();
    const auto found = node ? m_parameterOfNode.find(node->node) : m_parameterOfNode.end();
    if (found == m_parameterOfNode.end())
        return;
    ParameterDraft& parameter = m_parameters[found->second];
    InputValue input;
    widen(input, parameter.literal.value);
    input.held = parameter.literal.value;
    m_inputs.push_back({parameter.definition, parameter.node, std::move(input)});
    parameter.isInput = true;
    m_parameterOfNode.erase(found);
}

/// Feeds inside of a call that is dropped, as in `print(sess.run(z, {x: [1, 2]}))`.
void Reader::readFeeds(const Expression& expression)
{
    const auto* call = expression.as<Call>();
    if (!call)
        return;
    const auto* method = call->function->as<Attribute>();
    const bool isFetch = method != nullptr && (method->name.name == "run" || method->name.name == "eval");
    for (const CallArgument& argument : call->arguments) {
        const auto* dictionary = argument.value->as<Dictionary>();
        if (isFetch && dictionary)
            readFeed(*dictionary);
        else
            readFeeds(*argument.value);
    }
}

void Reader::readFeed(const Dictionary& dictionary)
{
    for (const auto& [key, value] : dictionary.items)
        if (const auto* name = key->as<Name>())
            feed(evaluateName(*name), *key, *value);
}

void Reader::feed(const Value& key, const Expression& keyExpression, const Expression& value)
{
    const auto* node = key.as<NodeValue>();
    const auto input = node ? std::ranges::find(m_inputs, node->node, &InputDraft::node) : m_inputs.end();
    if (input == m_inputs.end()) {
        if (!key.isPoisoned())
            m_messages.note(keyExpression.span, Phrase::of("only inputs can be fed: this is left out"));
        return;
    }
    const Value fed = evaluate(value);
    std::vector<double> points;
    if (const auto* list = fed.as<NumberListValue>())
        points = list->values;
    else if (const auto* range = fed.as<InputValue>())
        points = range->points;
    else if (const auto number = constantOf(value))
        points = {*number};
    else if (const auto* wrapped = fed.as<NumberValue>())
        points = {wrapped->value};
    else if (!fed.isPoisoned())
        m_messages.note(
            value.span,
            Phrase::of("only numbers and lists of numbers become points of interest: this is left out"));
    if (const auto* range = fed.as<InputValue>()) {
        widen(input->input, range->low);
        widen(input->input, range->high);
    }
    for (const double point : points)
        if (std::isfinite(point))
            widen(input->input, point);
    if (points.size() == 1 && !value.as<Sequence>() && !fed.as<NumberListValue>())
        input->input.held = points.front();
    // Several runs with the same feed are the same points.
    std::vector<double>& known = input->input.points;
    const std::set<double> before(known.begin(), known.end());
    std::ranges::copy_if(points, std::back_inserter(known),
                         [&](double point) { return !before.contains(point); });
}

} // namespace sluice
