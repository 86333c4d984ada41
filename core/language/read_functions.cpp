// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Functions of the text, expanded where they are called, and loops, unrolled.
#include "core/language/reader.h"
#include "core/language/similar_names.h"
#include "core/operations/table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace sluice {

using namespace syntax;

namespace {

std::string_view lastName(const Expression& expression)
{
    if (const auto* call = expression.as<Call>())
        return lastName(*call->function);
    if (const auto* attribute = expression.as<Attribute>())
        return attribute->name.name;
    const auto* name = expression.as<Name>();
    return name ? name->name : std::string_view();
}

} // namespace

void Reader::executeFunction(const syntax::Function& function)
{
    m_rememberedScopes.push_back(m_scope);
    FunctionValue value{
        function.name.name, &function, nullptr, m_scope, false, evaluateFallbacks(function.parameters)};
    for (const ExpressionPointer& decorator : function.decorators) {
        const std::string_view name = lastName(*decorator);
        value.stopsGradient = value.stopsGradient || name == "no_grad" || name == "inference_mode";
        const FrameworkCall* row = findFrameworkCall(name, Origin::tensorflow);
        if (row && row->kind == CallKind::refused) {
            m_messages.error(decorator->span, Phrase::of(row->target, {quoted(name)}));
            bindName(function.name.name, PoisonedValue{});
            return;
        }
    }
    bindName(function.name.name, std::move(value));
}

std::shared_ptr<const std::vector<Value>>
Reader::evaluateFallbacks(const std::vector<FunctionParameter>& parameters)
{
    auto surrounding = std::exchange(m_occurrences, {});
    auto fallbacks = std::make_shared<std::vector<Value>>(parameters.size());
    for (std::size_t i = 0; i < parameters.size(); ++i)
        if (const Expression* fallback = parameters[i].fallback.get())
            (*fallbacks)[i] = evaluate(*fallback);
    // A keyword, so that no function or value has the same name.
    if (!m_occurrences.empty())
        m_naming.placeOperations(m_naming.statement("def"), std::move(m_occurrences), std::nullopt);
    m_occurrences = std::move(surrounding);
    return fallbacks;
}

void Reader::countExpansion(TextSpan span)
{
    if (++m_expansions <= maximumExpansions)
        return;
    m_messages.error(
        span, Phrase::of(
                  "loops and calls of functions are expanded more than 1,000,000 times, which is the limit"));
    throw LimitReached{};
}

Value Reader::callFunction(const FunctionValue& function, const CallSite& site, bool isDifferentiated)
{
    const auto arguments = bindParameters(function, site);
    return arguments ? runFunction(function, *arguments, site.span, isDifferentiated)
                     : Value(PoisonedValue{});
}

std::optional<std::vector<Value>> Reader::bindParameters(const FunctionValue& function, const CallSite& site)
{
    const std::vector<FunctionParameter>& parameters = function.parameters();
    std::vector<Slot> slots;
    std::ranges::transform(parameters, std::back_inserter(slots),
                           [](const FunctionParameter& p) { return Slot{p.name.name}; });
    const auto given = bind(site, slots, false);
    if (!given) {
        poisonedCall(site);
        return std::nullopt;
    }
    std::vector<Value> arguments(parameters.size());
    // In the order of the text, as Python would.
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < parameters.size(); ++i)
        if ((*given)[i])
            order.push_back(i);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) {
        return (*given)[i].expression ? (*given)[i].expression->span.begin : 0;
    });
    for (const std::size_t i : order) {
        arguments[i] = valueOf((*given)[i]);
        // An input that stands in the call bears the parameter's name.
        if (arguments[i].is<InputValue>() && isTopLevel())
            arguments[i] = nameInput(arguments[i], parameters[i].name.name, site.span);
    }
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if ((*given)[i])
            continue;
        if (!parameters[i].fallback) {
            m_messages.error(site.span, Phrase::of("%1 needs its argument %2",
                                                   {quoted(site.name), quoted(parameters[i].name.name)}));
            return std::nullopt;
        }
        arguments[i] = (*function.fallbacks)[i];
    }
    const bool isSound = std::ranges::none_of(arguments, &Value::isPoisoned);
    return isSound ? std::optional(std::move(arguments)) : std::nullopt;
}

Value Reader::runFunction(const FunctionValue& function, const std::vector<Value>& arguments, TextSpan span,
                          bool isDifferentiated)
{
    countExpansion(span);
    const void* body = function.definition ? static_cast<const void*>(function.definition) : function.lambda;
    if (std::ranges::find(m_activeFunctions, body) != m_activeFunctions.end())
        return poisonedWith(
            span,
            Phrase::of(
                "a function that calls itself is not in the language: write a `for` loop over `range`"));
    if (m_activeFunctions.size() >= maximumNesting) {
        m_messages.error(span, Phrase::of("calls are nested deeper than %1 levels, which is the limit",
                                          {std::to_string(maximumNesting)}));
        throw LimitReached{};
    }
    const std::size_t errors = m_messages.errorCount();
    const auto outside = std::exchange(m_scope, std::make_shared<Scope>(function.scope, m_ruleDepth));
    const auto outerCall =
        std::exchange(m_call, m_naming.call(function.name.empty() ? "lambda" : function.name));
    auto outerOccurrences = std::exchange(m_occurrences, {});
    const std::size_t outerLoops = std::exchange(m_loopDepth, 0);
    m_activeFunctions.push_back(body);
    m_stopDepth += function.stopsGradient ? 1 : 0;
    const bool wasDifferentiated = std::exchange(m_isReturnDifferentiated, isDifferentiated);

    const std::vector<FunctionParameter>& parameters = function.parameters();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        Value argument = arguments[i];
        // Inside, a number is no literal that a slider could move.
        if (const auto* number = argument.as<NumberValue>())
            argument = NumberValue{number->value, number->isInteger, std::nullopt};
        m_scope->set(parameters[i].name.name, std::move(argument));
    }
    std::optional<Value> result;
    if (function.lambda) {
        result = isDifferentiated ? evaluateDifferentiated(*function.lambda->body)
                                  : evaluate(*function.lambda->body);
        m_naming.placeOperations(*m_call, std::exchange(m_occurrences, {}), std::nullopt);
    } else {
        result = execute(function.definition->body);
    }

    m_isReturnDifferentiated = wasDifferentiated;
    m_stopDepth -= function.stopsGradient ? 1 : 0;
    m_activeFunctions.pop_back();
    m_loopDepth = outerLoops;
    m_occurrences = std::move(outerOccurrences);
    m_call = outerCall;
    m_scope = outside;
    if (m_messages.errorCount() > errors)
        return PoisonedValue{};
    if (result && result->as<NumberValue>())
        result = NumberValue{result->as<NumberValue>()->value, false, std::nullopt};
    if (result && function.stopsGradient)
        if (const auto* node = result->as<NodeValue>())
            result = NodeValue{append(operationNamed("stop_gradient"), std::array{node->node})};
    return result.value_or(
        ObjectValue{Phrase::marked("None: the function returns nothing"), ObjectKind::none});
}

Value Reader::readGradientFunction(const CallSite& site, bool isWithValue)
{
    const Expression* of = argumentOf(site.call, 0, "fun f");
    if (!of)
        return poisonedWith(site.span, Phrase::of("%1 needs a function", {quoted(site.name)}));
    Value value = evaluate(*of);
    if (value.isPoisoned())
        return value;
    GradientFunctionValue gradient;
    if (const auto* function = value.as<FunctionValue>())
        gradient.function = *function;
    else if (const auto* inner = value.as<GradientFunctionValue>(); inner && !inner->isWithValue)
        gradient = *inner;
    else
        return poisonedWith(of->span, Phrase::of("%1 needs a function of this text, not %2",
                                                 {quoted(site.name), describe(value)}));
    gradient.isWithValue = isWithValue;
    std::size_t by = 0;
    if (const Expression* number = argumentOf(site.call, 1, "argnums")) {
        const auto argument = constantOf(*number);
        if (!argument || *argument < 0 ||
            *argument >= static_cast<double>(gradient.function.parameters().size()) ||
            std::floor(*argument) != *argument)
            return poisonedWith(
                number->span,
                Phrase::of("`argnums` is the number of one argument of the function, counted from 0"));
        by = static_cast<std::size_t>(*argument);
    }
    gradient.arguments.push_back(by);
    return gradient;
}

Value Reader::callGradientFunction(const GradientFunctionValue& gradient, const CallSite& site)
{
    auto arguments = bindParameters(gradient.function, site);
    if (!arguments)
        return PoisonedValue{};
    std::vector<NodeId> by;
    for (const std::size_t position : gradient.arguments) {
        if (position >= arguments->size())
            return poisonedWith(site.span, Phrase::of("this function has no argument to differentiate by"));
        Value& argument = (*arguments)[position];
        // A number at which the gradient is asked for is an input that is held there.
        if (argument.is<NumberValue>() && isTopLevel())
            argument = nameInput(inputAround(argument, site.span),
                                 gradient.function.parameters()[position].name.name, site.span);
        const auto node = nodeOf(argument, site.span);
        if (!node)
            return PoisonedValue{};
        argument = NodeValue{*node};
        by.push_back(*node);
    }
    const Value value = runFunction(gradient.function, *arguments, site.span, true);
    auto of = value.isPoisoned() ? std::nullopt : nodeOf(value, site.span);
    if (!of)
        return PoisonedValue{};
    for (std::size_t i = 0; i + 1 < by.size(); ++i)
        of = appendGradient(*of, by[i], site);
    const NodeId result = appendGradient(*of, by.back(), site);
    m_requests.push_back({*of, by.back(), {result}, site.span});
    if (!gradient.isWithValue)
        return NodeValue{result};
    return TupleValue{{NodeValue{*of}, NodeValue{result}}};
}

std::optional<Value> Reader::executeFor(const For& loop)
{
    const auto* call = loop.iterable->as<Call>();
    const auto* function = call ? call->function->as<Name>() : nullptr;
    const auto* counter = loop.target->as<Name>();
    if (!function || function->name != "range" || !counter || call->arguments.empty() ||
        call->arguments.size() > 3) {
        m_messages.error(loop.iterable->span,
                         Phrase::of("a loop runs over `range(n)`, `range(a, b)` or `range(a, b, "
                                    "step)` here, with one name before `in`"));
        return std::nullopt;
    }
    std::array<double, 3> bounds{0.0, 0.0, 1.0};
    for (std::size_t i = 0; i < call->arguments.size(); ++i) {
        const Expression& bound = *call->arguments[i].value;
        const auto number = constantOf(bound);
        if (!number || std::floor(*number) != *number || std::abs(*number) > 1e15 ||
            call->arguments[i].keyword) {
            // A name that is unknown has an error of its own.
            if (!number && bound.is<Name>() && evaluate(bound).isPoisoned())
                return std::nullopt;
            m_messages.error(
                bound.span,
                Phrase::of(
                    "the bounds of `range` are whole numbers, or names to which a whole number is assigned"));
            return std::nullopt;
        }
        bounds[call->arguments.size() == 1 ? 1 : i] = *number;
    }
    if (bounds[2] == 0.0) {
        m_messages.error(loop.iterable->span, Phrase::of("the step of `range` can't be 0"));
        return std::nullopt;
    }
    const std::size_t errors = m_messages.errorCount();
    std::optional<Value> returned;
    ++m_loopDepth;
    const double rounds = std::max(0.0, std::ceil((bounds[1] - bounds[0]) / bounds[2]));
    for (std::size_t round = 0; static_cast<double>(round) < rounds && !returned; ++round) {
        countExpansion(loop.iterable->span);
        const double counted = bounds[0] + static_cast<double>(round) * bounds[2];
        bindName(counter->name, NumberValue{counted, true, std::nullopt});
        returned = execute(loop.body);
        // What is wrong once is wrong in every round.
        if (m_messages.errorCount() > errors)
            break;
    }
    --m_loopDepth;
    return returned;
}

} // namespace sluice
