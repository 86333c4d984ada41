// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Requests for gradients and the output, in the forms of all frameworks.
#include "core/language/reader.h"
#include "core/operations/table.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sluice {

using namespace syntax;

namespace {

bool isReduction(std::string_view name)
{
    return name == "sum" || name == "mean" || name == "reduce_sum" || name == "reduce_mean";
}

/// A weight of the gradient that changes nothing: none, or ones.
bool isOnes(const Expression& expression)
{
    if (const auto* name = expression.as<Name>())
        return name->name == "None";
    if (const auto* number = expression.as<Number>())
        return number->value == 1.0;
    const auto* call = expression.as<Call>();
    const auto* function = call ? call->function->as<Attribute>() : nullptr;
    const auto* nested = call && !call->arguments.empty() ? call->arguments.front().value.get() : nullptr;
    if (function && function->name.name == "tensor" && nested)
        return isOnes(*nested);
    return function != nullptr && function->name.name.starts_with("ones");
}

} // namespace

/// `sum` and `mean` around what is differentiated make the scalar that frameworks want, and mean nothing
/// here.
Value Reader::evaluateDifferentiated(const Expression& expression)
{
    const auto* call = expression.as<Call>();
    const auto* attribute = call ? call->function->as<Attribute>() : nullptr;
    const auto* bare = call ? call->function->as<Name>() : nullptr;
    const std::string_view name = attribute ? attribute->name.name : bare ? bare->name : std::string_view();
    const bool isNamespace = call != nullptr && pathOf(*call->function).has_value();
    const bool isOwn = bare != nullptr && m_scope->find(name) != nullptr && !isNamespace;
    if (!isReduction(name) || isOwn) {
        const auto* list = expression.as<Sequence>();
        return list && list->elements.size() == 1 ? evaluateDifferentiated(*list->elements.front())
                                                  : evaluate(expression);
    }
    if (name.ends_with("mean"))
        m_messages.note(
            expression.span,
            Phrase::of(
                "the mean is left out: the gradient is the one of each value, not divided by their number"));
    if (attribute && !isNamespace)
        return evaluate(*attribute->object);
    if (call->arguments.empty())
        return poisonedWith(expression.span, Phrase::of("%1 needs an argument", {quoted(name)}));
    return evaluate(*call->arguments.front().value);
}

NodeId Reader::appendGradient(NodeId value, NodeId by, const CallSite& site)
{
    const Operation& row = operationNamed("grad");
    const NodeId result = append(row, std::array{value, by});
    occur(site.nameSpan.begin, result, row, site.name, site.span);
    return result;
}

Value Reader::readGradientList(const CallSite& site, bool isTape)
{
    if (site.space == "func")
        return readGradientFunction(site, false);
    const Expression* of = argumentOf(site.call, 0, "ys outputs target loss z");
    const Expression* by = argumentOf(site.call, 1, "xs inputs sources variables x");
    if (!of || !by)
        return poisonedWith(site.span,
                            Phrase::of("%1 needs two arguments: of what the gradient is taken, and by what",
                                       {quoted(site.name)}));
    if (const Expression* weight = argumentOf(site.call, 2, "grad_ys grad_outputs output_gradients");
        weight && !isOnes(*weight))
        return poisonedWith(
            weight->span,
            Phrase::of(
                "a weight of the gradient is not in the language: multiply what is differentiated by it"));
    if (const Expression* stopped = argumentOf(site.call, 7, "stop_gradients"); stopped && !isTape)
        return poisonedWith(stopped->span,
                            Phrase::of("write `stop_gradient(v)` where the gradient is to be stopped"));
    const auto value = nodeOf(evaluateDifferentiated(*of), of->span);
    const Value variables = evaluate(*by);
    if (!value || variables.isPoisoned())
        return PoisonedValue{};

    std::vector<Value> each{variables};
    const auto* tuple = variables.as<TupleValue>();
    if (tuple)
        each = tuple->elements;
    GradientRequest request{*value, std::nullopt, {}, site.span};
    GradientListValue gradients;
    for (const Value& variable : each) {
        const auto node = variable.as<NumberValue>() ? std::nullopt : nodeOf(variable, by->span);
        if (!node) {
            if (variable.as<NumberValue>())
                m_messages.error(
                    by->span,
                    Phrase::of(
                        "a gradient is taken by an input or another value with a name, not by a number"));
            return PoisonedValue{};
        }
        gradients.nodes.push_back(appendGradient(*value, *node, site));
        request.by = request.by.value_or(*node);
    }
    if (gradients.nodes.empty())
        return poisonedWith(by->span, Phrase::of("this list is empty: by what is the gradient to be taken?"));
    request.results = gradients.nodes;
    m_requests.push_back(std::move(request));
    if (isTape && !tuple)
        return NodeValue{gradients.nodes.front()};
    return gradients;
}

Value Reader::readGradient(const CallSite& site)
{
    const Expression* of = argumentOf(site.call, 0, "z fun");
    if (of && !argumentOf(site.call, 1, "x")) {
        Value value = evaluate(*of);
        if (value.isPoisoned())
            return value;
        if (value.is<FunctionValue>() || value.is<GradientFunctionValue>())
            return readGradientFunction(site, false);
    }
    const Expression* second = argumentOf(site.call, 1, "x argnums");
    if (of && second && site.origin == Origin::jax)
        return readGradientFunction(site, false);
    return readGradientList(site, true);
}

Value Reader::readBackward(const CallSite& site)
{
    const Expression* of = site.object ? site.object : argumentOf(site.call, 0, "tensors");
    if (!of)
        return poisonedWith(site.span,
                            Phrase::of("`backward` needs what is to be differentiated: `z.backward()`"));
    const Expression* weight = argumentOf(site.call, site.object ? 0 : 1, "gradient grad_tensors");
    if (weight && !isOnes(*weight))
        return poisonedWith(
            weight->span,
            Phrase::of(
                "a weight of the gradient is not in the language: multiply what is differentiated by it"));
    const auto value = nodeOf(evaluateDifferentiated(*of), of->span);
    if (!value)
        return PoisonedValue{};
    m_addsUp = m_backward.has_value();
    m_requests.push_back({*value, std::nullopt, {}, site.span});
    m_backward = m_requests.size() - 1;
    return NodeValue{*value};
}

Value Reader::gradientAttribute(const Expression& variable, TextSpan span, TextSpan nameSpan)
{
    const auto by = operand(variable);
    if (!by)
        return PoisonedValue{};
    if (!m_backward)
        return poisonedWith(nameSpan, Phrase::of("there is a `.grad` only after `z.backward()`"));
    if (m_addsUp)
        return poisonedWith(
            nameSpan,
            Phrase::of(
                "the gradients of several `backward()` add up in `.grad`, which is not in the language: "
                "write `torch.autograd.grad(z, x)[0]`"));
    GradientRequest& request = m_requests[*m_backward];
    const Operation& row = operationNamed("grad");
    const NodeId result = append(row, std::array{request.value, *by});
    occur(nameSpan.begin, result, row, {}, span);
    request.by = request.by.value_or(*by);
    request.results.push_back(result);
    return NodeValue{result};
}

bool Reader::asksForGradient(const Expression& expression) const
{
    if (const auto* subscript = expression.as<Subscript>())
        return asksForGradient(*subscript->object);
    const auto* call = expression.as<Call>();
    if (!call)
        return false;
    if (call->function->is<Call>())
        return asksForGradient(*call->function);
    const auto path = pathOf(*call->function);
    const auto* bare = call->function->as<Name>();
    const auto* method = call->function->as<Attribute>();
    const FrameworkCall* row = nullptr;
    if (path)
        row = findFrameworkCall(path->back(), originOf(*path));
    else if (bare && m_scope->find(bare->name) == nullptr)
        row = findFrameworkCall(bare->name, Origin::bare);
    else if (method)
        row = findFrameworkCall(method->name.name, Origin::method);
    if (!row)
        return false;
    switch (row->kind) {
    case CallKind::gradient:
    case CallKind::gradientList:
    case CallKind::gradientOfTape:
    case CallKind::valueAndGradient:
        return true;
    case CallKind::transformation:
        return !call->arguments.empty() && asksForGradient(*call->arguments.front().value);
    default:
        return false;
    }
}

Value Reader::readOutput(const CallSite& site)
{
    const Expression* of = argumentOf(site.call, 0, "z");
    if (!of || site.call.arguments.size() != 1)
        return poisonedWith(site.span, Phrase::of("`output` takes one argument: `output(z)`"));
    if (m_call)
        return poisonedWith(site.span,
                            Phrase::of("`output` stands at the top level, not inside of a function"));
    const auto node = operand(*of);
    if (!node)
        return PoisonedValue{};
    m_output = *node;
    return NodeValue{*node};
}

} // namespace sluice
