// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Calls: whose function is meant, and what becomes of it.
#include "core/language/reader.h"
#include "core/language/similar_names.h"
#include "core/language/words.h"
#include "core/operations/table.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace sluice {

using namespace syntax;

namespace {

/// The row that may be called by this name in a text.
const Operation* findCallable(std::string_view name)
{
    const Operation* row = findOperation(name);
    const bool isOwn = row != nullptr && (row->role == Role::elementwise || row->role == Role::stopGradient ||
                                          row->role == Role::surrogate);
    return isOwn ? row : nullptr;
}

Slot slotOf(const Argument& argument, std::string& storage)
{
    storage = std::string(argument.name) + ' ' + std::string(argument.otherNames);
    return {storage};
}

bool isWholeNumber(const GivenArgument& argument)
{
    const auto* number = argument.expression ? argument.expression->as<Number>() : nullptr;
    return number != nullptr && number->isInteger;
}

/// What leaves the graph, or is filled anew, does not ask for its object's value.
bool needsReceiver(CallKind kind)
{
    switch (kind) {
    case CallKind::fetch:
    case CallKind::object:
    case CallKind::refused:
    case CallKind::backward:
    case CallKind::noise:
    case CallKind::clearGradient:
    case CallKind::emptyTensor:
    case CallKind::requireGradient:
        return false;
    default:
        return true;
    }
}

} // namespace

Value Reader::evaluateCall(const Expression& expression, const Call& call)
{
    CallSite site{call, nullptr, std::nullopt, {}, call.function->span, Origin::bare, expression.span};
    if (auto path = pathOf(*call.function)) {
        const auto* attribute = call.function->as<Attribute>();
        site.nameSpan = attribute ? attribute->name.span : call.function->span;
        return callPath(*path, std::move(site));
    }
    if (const auto* attribute = call.function->as<Attribute>()) {
        site.object = attribute->object.get();
        site.name = attribute->name.name;
        site.nameSpan = attribute->name.span;
        site.origin = Origin::method;
        return callMethod(*attribute, std::move(site));
    }
    if (const auto* name = call.function->as<Name>()) {
        if (const Value* own = lookUp(*name)) {
            site.name = name->name;
            return callValue(*own, site);
        }
        return callPath({name->name}, std::move(site));
    }
    return callValue(evaluate(*call.function), site);
}

Value Reader::callPath(const Path& path, CallSite site)
{
    site.name = path.back();
    site.origin = originOf(path);
    site.space = path.size() > 1 ? path[path.size() - 2] : std::string_view();
    if (const FrameworkCall* row = findFrameworkCall(site.name, site.origin))
        return dispatch(*row, site);
    if (site.origin == Origin::plotting)
        return ObjectValue{Phrase::marked("a plot")};
    if (const Operation* row = findCallable(site.name))
        return applyOperation(*row, {}, site);
    if (path.size() == 1)
        unknownName(site.name, site.nameSpan, true);
    else
        m_messages.error(site.nameSpan,
                         withProposal(Phrase::of("%1 is not known here", {quoted(toString(path))}),
                                      didYouMean(site.name, callableNames())));
    return poisonedCall(site);
}

Value Reader::callMethod(const Attribute& attribute, CallSite site)
{
    const FrameworkCall* row = findFrameworkCall(site.name, Origin::method);
    if (row && !needsReceiver(row->kind))
        return dispatch(*row, site);
    Value object = evaluate(*attribute.object);
    if (object.isPoisoned())
        return poisonedCall(site);
    if (const auto* other = object.as<ObjectValue>())
        return callOnObject(*other, site);
    if (object.as<FunctionValue>() || object.as<GradientFunctionValue>() || object.as<PathValue>())
        return poisonedCall(site, site.nameSpan,
                            Phrase::of("this is %1, which has no %2", {describe(object), quoted(site.name)}));
    site.receiver = std::move(object);
    if (row)
        return dispatch(*row, site);
    const Operation* operation = findCallable(site.name);
    if (!operation && site.name.ends_with('_'))
        return poisonedCall(
            site, site.nameSpan,
            Phrase::of("%1 changes a value in place, which is not in the language: write %2",
                       {quoted(site.name),
                        "`v = v." + std::string(site.name.substr(0, site.name.size() - 1)) + "(…)`"}));
    if (!operation)
        return poisonedCall(site, site.nameSpan,
                            withProposal(Phrase::of("there is no method %1", {quoted(site.name)}),
                                         didYouMean(site.name, callableNames())));
    return applyOperation(*operation, {}, site);
}

/// What a framework's object returns is again no value, apart from noise and gradients.
Value Reader::callOnObject(const ObjectValue& object, const CallSite& site)
{
    if (object.kind == ObjectKind::tape && site.name == "gradient")
        return readGradientList(site, true);
    if (object.kind == ObjectKind::generator) {
        const FrameworkCall* row = findFrameworkCall(site.name, object.origin);
        if (row && (row->kind == CallKind::noise || row->kind == CallKind::refused))
            return dispatch(*row, site);
    }
    return object;
}

Value Reader::callValue(const Value& callee, const CallSite& site)
{
    if (callee.isPoisoned())
        return poisonedCall(site);
    if (const auto* function = callee.as<FunctionValue>())
        return callFunction(*function, site, false);
    if (const auto* function = callee.as<GradientFunctionValue>())
        return callGradientFunction(*function, site);
    if (const auto* path = callee.as<PathValue>())
        return callPath(path->path, site);
    if (callee.as<NodeValue>() || callee.as<NumberValue>())
        return poisonedCall(site, site.span,
                            Phrase::of("this is a value, not a function: a product is written with `*`"));
    return poisonedCall(site, site.span,
                        Phrase::of("this is %1, which can't be called here", {describe(callee)}));
}

Value Reader::dispatch(const FrameworkCall& row, const CallSite& site)
{
    switch (row.kind) {
    case CallKind::operation:
        return applyOperation(operationNamed(row.target), row.order, site);
    case CallKind::noise:
        return isTrue(site.call, "requires_grad") ? Value(InputValue{}) : readNoise(row, site);
    case CallKind::input:
        return readInput(site);
    case CallKind::placeholder:
        return InputValue{};
    case CallKind::interval:
        return readInterval(row, site);
    case CallKind::variable:
        return readVariable(site);
    case CallKind::constant:
        return readConstant(site);
    case CallKind::filled:
        return readFilled(row.target == "1" ? 1.0 : 0.0, site);
    case CallKind::passOn:
        return passOn(site);
    case CallKind::object:
        return ObjectValue{row.target};
    case CallKind::tape:
        return ObjectValue{row.target, ObjectKind::tape};
    case CallKind::generator:
        return ObjectValue{row.target, ObjectKind::generator, site.origin};
    case CallKind::emptyTensor:
        return ObjectValue{row.target, ObjectKind::tensor};
    case CallKind::fetch:
        for (const CallArgument& argument : site.call.arguments)
            if (const auto* feed = argument.value->as<Dictionary>())
                readFeed(*feed);
        return ObjectValue{row.target};
    case CallKind::statement:
        return ObjectValue{"None", ObjectKind::none};
    case CallKind::output:
        return readOutput(site);
    case CallKind::gradient:
        return readGradient(site);
    case CallKind::gradientList:
        return readGradientList(site, false);
    case CallKind::gradientOfTape:
        return readGradientList(site, true);
    case CallKind::gelu:
        return readGelu(row, site);
    case CallKind::customGradient:
        return readCustomGradient(site);
    case CallKind::valueAndGradient:
        return readGradientFunction(site, true);
    case CallKind::transformation:
        return passOn(site);
    case CallKind::backward:
        return readBackward(site);
    case CallKind::requireGradient:
        return requireGradient(site);
    case CallKind::clearGradient:
        m_backward.reset();
        return ObjectValue{"None", ObjectKind::none};
    case CallKind::refused:
        if (site.object && !site.receiver)
            evaluate(*site.object);
        return poisonedCall(site, site.nameSpan, Phrase::of(row.target, {quoted(site.name)}));
    }
    return PoisonedValue{};
}

Value Reader::poisonedCall(const CallSite& site)
{
    for (const CallArgument& argument : site.call.arguments)
        if (!argument.keyword || !isDroppedKeyword(argument.keyword->name))
            evaluate(*argument.value);
    return PoisonedValue{};
}

Value Reader::poisonedCall(const CallSite& site, TextSpan span, Phrase message)
{
    m_messages.error(span, std::move(message));
    return poisonedCall(site);
}

Value Reader::passOn(const CallSite& site)
{
    if (site.receiver)
        return *site.receiver;
    if (site.call.arguments.empty() || site.call.arguments.front().isUnpacked)
        return poisonedWith(site.span, Phrase::of("%1 needs an argument", {quoted(site.name)}));
    return evaluate(*site.call.arguments.front().value);
}

/// `approximate=True` or `"tanh"` asks for one form, `False` or `"none"` for the other.
std::optional<bool> Reader::approximation(const Expression& expression) const
{
    if (const auto* name = expression.as<Name>(); name && (name->name == "True" || name->name == "False"))
        return name->name == "True";
    const std::string word = written(expression.span);
    if (expression.is<Text>() && word.size() > 2) {
        const std::string_view inside = std::string_view(word).substr(1, word.size() - 2);
        if (inside == "tanh" || inside == "none")
            return inside == "tanh";
    }
    return std::nullopt;
}

Value Reader::readGelu(const FrameworkCall& call, const CallSite& site)
{
    const Operation& exact = operationNamed("gelu");
    std::string storage;
    const std::array slots{slotOf(exact.arguments[0], storage), Slot{"approximate"}};
    const auto given = bind(site, slots, false);
    if (!given)
        return poisonedCall(site);
    bool isApproximate = call.target == "tanh" || site.space == "ops";
    if (const Expression* expression = (*given)[1].expression) {
        const auto chosen = approximation(*expression);
        if (!chosen)
            return poisonedCall(site, expression->span,
                                Phrase::of(R"(`approximate` is `True`, `False`, `"tanh"` or `"none"`)"));
        isApproximate = *chosen;
    }
    const auto operands = operandsOf(exact, 0, site, std::span(*given).first(1),
                                     std::array{exact.arguments[0].fallback}, nullptr);
    if (!operands)
        return PoisonedValue{};
    const NodeId result = append(isApproximate ? operationNamed("gelu tanh") : exact, *operands);
    occur(site.nameSpan.begin, result, exact, site.name, site.span);
    return NodeValue{result};
}

Value Reader::applyOperation(const Operation& row, std::string_view order, const CallSite& site)
{
    std::array<std::string, Node::maximumArity> storage;
    std::array<std::optional<double>, Node::maximumArity> fallbacks;
    std::vector<Slot> slots;
    for (std::size_t i = 0; i < row.arity; ++i) {
        slots.push_back(slotOf(row.arguments[i], storage[i]));
        fallbacks[i] = row.arguments[i].fallback;
    }
    // Another order is the row's own, rearranged.
    std::vector<std::size_t> places;
    for (const OrderedArgument& argument : argumentsInOrder(order))
        for (std::size_t i = 0; i < row.arity; ++i)
            if (row.arguments[i].name == argument.name) {
                places.push_back(i);
                fallbacks[i] = argument.fallback ? argument.fallback : fallbacks[i];
            }
    if (places.size() == row.arity) {
        const std::vector<Slot> own = slots;
        std::ranges::transform(places, slots.begin(), [&](std::size_t i) { return own[i]; });
    }
    auto given = bind(site, slots, false);
    if (!given)
        return poisonedCall(site);
    if (places.size() == row.arity) {
        const std::vector<GivenArgument> inOrder = *given;
        for (std::size_t i = 0; i < places.size(); ++i)
            (*given)[places[i]] = inOrder[i];
    }
    const bool isExtremum = site.name == "max" || site.name == "min";
    if (isExtremum && site.origin != Origin::bare && (!(*given)[1] || isWholeNumber((*given)[1])))
        return poisonedCall(
            site, site.nameSpan,
            Phrase::of("%1 makes one number of many, but here every value is a single number: "
                       "the larger of two values is `maximum(a, b)`",
                       {quoted(site.name)}));
    const auto operands = operandsOf(row, 0, site, *given, fallbacks, nullptr);
    if (!operands)
        return PoisonedValue{};
    const NodeId result = append(row, *operands);
    occur(site.nameSpan.begin, result, row, site.name, site.span);
    return NodeValue{result};
}

} // namespace sluice
