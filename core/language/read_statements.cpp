// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Statements: what is executed, what is dropped, and what is bound to a name.
#include "core/language/reader.h"
#include "core/operations/table.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sluice {

using namespace syntax;

namespace {

/// Whether the call is read although nothing uses its result.
bool matters(CallKind kind)
{
    switch (kind) {
    case CallKind::output:
    case CallKind::gradient:
    case CallKind::gradientList:
    case CallKind::gradientOfTape:
    case CallKind::backward:
    case CallKind::requireGradient:
    case CallKind::clearGradient:
        return true;
    default:
        return false;
    }
}

/// What the attributes are attributes of.
const Expression& rootOf(const Expression& expression)
{
    const auto* attribute = expression.as<Attribute>();
    return attribute ? rootOf(*attribute->object) : expression;
}

} // namespace

std::optional<Value> Reader::execute(const Block& block)
{
    for (const Statement& statement : block) {
        if (m_messages.isFull())
            throw LimitReached{};
        if (auto returned = execute(statement))
            return returned;
    }
    return std::nullopt;
}

std::optional<Value> Reader::execute(const Statement& statement)
{
    m_here = statement.span;
    if (const auto* broken = std::get_if<Broken>(&statement.form)) {
        for (const std::string_view name : broken->names)
            bindName(name, PoisonedValue{});
    } else if (const auto* assignment = std::get_if<Assignment>(&statement.form)) {
        executeAssignment(*assignment);
    } else if (const auto* augmented = std::get_if<AugmentedAssignment>(&statement.form)) {
        executeAugmented(*augmented);
    } else if (const auto* expression = std::get_if<ExpressionStatement>(&statement.form)) {
        executeExpression(*expression->expression);
    } else if (const auto* import = std::get_if<Import>(&statement.form)) {
        executeImport(*import);
    } else if (const auto* with = std::get_if<With>(&statement.form)) {
        return executeWith(*with);
    } else if (const auto* loop = std::get_if<For>(&statement.form)) {
        return executeFor(*loop);
    } else if (const auto* function = std::get_if<syntax::Function>(&statement.form)) {
        executeFunction(*function);
    } else if (const auto* result = std::get_if<Return>(&statement.form)) {
        if (!m_call) {
            m_messages.error(statement.span, Phrase::of("`return` stands outside of a function"));
            return std::nullopt;
        }
        if (!result->value)
            return Value(ObjectValue{"None", ObjectKind::none});
        Value value =
            m_isReturnDifferentiated ? evaluateDifferentiated(*result->value) : evaluate(*result->value);
        m_naming.placeOperations(*m_call, std::exchange(m_occurrences, {}), std::nullopt);
        return value;
    }
    return std::nullopt;
}

void Reader::executeAssignment(const Assignment& assignment)
{
    if (!assignment.value)
        return;
    const Expression& expression = *assignment.value;
    const Expression& target = *assignment.targets.front();
    const auto* targets = target.as<Sequence>();
    const auto* values = expression.as<Sequence>();
    const bool isByElement = assignment.targets.size() == 1 && targets != nullptr && values != nullptr &&
                             targets->elements.size() == values->elements.size();
    if (!isByElement) {
        const std::size_t before = m_messages.errorCount();
        Value value = evaluate(expression);
        const bool isShared = assignment.targets.size() > 1;
        for (const ExpressionPointer& each : assignment.targets) {
            assign(*each, m_messages.errorCount() > before ? Value(PoisonedValue{}) : value, expression,
                   isShared);
            // An input or parameter is one, however many names it has.
            const auto* name = each->as<Name>();
            const Value* bound = name ? m_scope->find(name->name) : nullptr;
            if (bound && (value.is<InputValue>() || value.is<NumberValue>()))
                value = *bound;
        }
        m_occurrences.clear();
        return;
    }
    // All right sides first, each with unnamed operations of its own.
    std::vector<std::pair<Value, std::vector<Occurrence>>> evaluated;
    for (const ExpressionPointer& element : values->elements) {
        Value value = evaluate(*element);
        evaluated.emplace_back(std::move(value), std::exchange(m_occurrences, {}));
    }
    for (std::size_t i = 0; i < evaluated.size(); ++i) {
        m_occurrences = std::move(evaluated[i].second);
        assign(*targets->elements[i], std::move(evaluated[i].first), *values->elements[i], false);
        m_occurrences.clear();
    }
}

void Reader::executeAugmented(const AugmentedAssignment& assignment)
{
    const auto* name = assignment.target->as<Name>();
    const auto left = operand(*assignment.target);
    const auto right = operand(*assignment.value);
    if (!left || !right) {
        bindName(name->name, PoisonedValue{});
        m_occurrences.clear();
        return;
    }
    const Operation& row = operationNamed(assignment.operation);
    const NodeId result = append(row, std::array{*left, *right});
    const Expression& value = *assignment.value;
    occur(assignment.operatorSpan.begin, result, row, {}, {assignment.target->span.begin, value.span.end});
    bindNode(*name, result, value, false);
    m_occurrences.clear();
}

void Reader::poison(const Expression& target)
{
    if (const auto* name = target.as<Name>())
        bindName(name->name, PoisonedValue{});
    if (const auto* sequence = target.as<Sequence>())
        for (const ExpressionPointer& element : sequence->elements)
            poison(*element);
}

void Reader::assign(const Expression& target, Value value, const Expression& expression, bool isShared)
{
    if (const auto* attribute = target.as<Attribute>())
        return assignAttribute(*attribute, value, expression);
    if (value.isPoisoned())
        return poison(target);
    if (const auto* name = target.as<Name>())
        return assignName(*name, std::move(value), expression, isShared);
    if (const auto* targets = target.as<Sequence>())
        return assignElements(*targets, value, expression);
    if (const auto* unsupported = target.as<Unsupported>())
        m_messages.error(unsupported->span, unsupported->message);
    else if (isPartOfNode(*target.as<Subscript>()->object))
        m_messages.error(
            target.span,
            Phrase::of("elements can't be assigned to: every value is a single number, computed at each "
                       "point. To choose between two values write `where(condition, a, b)`"));
    else
        m_messages.note(target.span, Phrase::of("this line changes nothing here and is left out"));
}

void Reader::assignElements(const Sequence& targets, const Value& value, const Expression& expression)
{
    std::vector<Value> elements;
    if (const auto* tuple = value.as<TupleValue>())
        elements = tuple->elements;
    else if (const auto* gradients = value.as<GradientListValue>())
        for (const NodeId node : gradients->nodes)
            elements.emplace_back(NodeValue{node});
    else if (value.as<ObjectValue>())
        elements.assign(targets.elements.size(), value);
    if (elements.size() != targets.elements.size()) {
        const std::string names = std::to_string(targets.elements.size());
        m_messages.error(
            expression.span,
            elements.empty()
                ? Phrase::of("there are %1 names left of `=`, but %2 right of it", {names, describe(value)})
                : Phrase::of("there are %1 names left of `=`, but %2 values right of it",
                             {names, std::to_string(elements.size())}));
        for (const ExpressionPointer& target : targets.elements)
            poison(*target);
        return;
    }
    // Nothing is the outermost operation of one name alone.
    for (std::size_t i = 0; i < elements.size(); ++i)
        assign(*targets.elements[i], std::move(elements[i]), expression, false);
}

void Reader::assignAttribute(const Attribute& attribute, const Value& value, const Expression& expression)
{
    const std::string_view name = attribute.name.name;
    const auto* number = value.as<NumberValue>();
    if (name == "requires_grad" && number && number->value != 0.0)
        makeInput(evaluate(*attribute.object));
    if (name == "grad" || name == "requires_grad" || name == "name" || !isPartOfNode(*attribute.object))
        return;
    const std::string object = written(rootOf(*attribute.object).span);
    m_messages.error(attribute.name.span,
                     Phrase::of("%1 of a value can't be assigned to: write %2",
                                {quoted(name), quoted(object + " = " + written(expression.span))}));
}

bool Reader::isPartOfNode(const Expression& expression) const
{
    const auto* name = rootOf(expression).as<Name>();
    const Value* value = name ? m_scope->find(name->name) : nullptr;
    return value != nullptr && value->is<NodeValue>();
}

std::string Reader::written(TextSpan span) const
{
    return std::string(m_text.substr(span.begin, span.end - span.begin));
}

void Reader::refuseChangeInPlace(const Attribute& method, TextSpan span)
{
    const std::string_view name = method.name.name;
    const std::string_view plain = name.substr(0, name.size() - 1);
    const std::string object = written(rootOf(*method.object).span);
    const bool isOperation = findOperation(plain) != nullptr;
    const std::string instead =
        isOperation ? object + '.' + std::string(plain) + written({method.name.span.end, span.end}) : "…";
    m_messages.error(method.name.span,
                     Phrase::of("%1 changes a value in place, which is not in the language: write %2",
                                {quoted(name), quoted(object + " = " + instead)}));
}

void Reader::assignName(const Name& name, Value value, const Expression& expression, bool isShared)
{
    const Value* former = m_scope->find(name.name);
    if (const auto* node = value.as<NodeValue>()) {
        // `x = tf.constant(x)` leaves x what it is.
        const auto* formerNode = former ? former->as<NodeValue>() : nullptr;
        if (formerNode && formerNode->node == node->node && expression.as<Call>())
            return;
        return bindNode(name, node->node, expression, isShared);
    }
    if (const auto* number = value.as<NumberValue>()) {
        const bool isLoopBound = number->isInteger && m_loopBounds.contains(name.name);
        if (isTopLevel() && number->literal && !isLoopBound)
            return bindParameter(name, *number, expression.span);
        const NodeId node = appendConstant(number->value);
        if (!isLoopBound)
            return bindNode(name, node, expression, isShared);
        m_naming.place(m_naming.define(m_call, name.name), node, expression.span, false);
        bindName(name.name, NumberValue{number->value, true, std::nullopt});
        return;
    }
    if (const auto* input = value.as<InputValue>())
        return bindInput(name, *input, expression.span);
    if (const auto* gradients = value.as<GradientListValue>(); gradients && gradients->nodes.size() == 1) {
        bindNode(name, gradients->nodes.front(), expression, isShared);
        const Value* bound = m_scope->find(name.name);
        bindName(name.name, GradientListValue{{bound->as<NodeValue>()->node}});
        return;
    }
    if (const auto* function = value.as<FunctionValue>();
        function && function->lambda && function->name.empty()) {
        FunctionValue named = *function;
        named.name = name.name;
        value = std::move(named);
    }
    if (expression.is<Text>() || expression.is<Sequence>() || expression.is<Dictionary>())
        m_valueless = {expression.span, describe(value)};
    m_naming.placeOperations(m_naming.statement(name.name), std::exchange(m_occurrences, {}), std::nullopt);
    bindName(name.name, std::move(value));
}

void Reader::bindNode(const Name& name, NodeId node, const Expression& expression, bool isShared)
{
    const DefinitionId definition = m_naming.define(m_call, name.name);
    const bool isAssigned = !m_call;
    const Role role = m_graph[node].operation->role;
    const bool isNoise = role == Role::noise && !m_naming.hasPlace(node);
    if (isNoise)
        nameNoise(node, definition);
    NodeId bound = node;
    if (m_stopDepth > 0)
        bound = append(operationNamed("stop_gradient"), std::array{node});
    else if (m_naming.isUnnamed(node) && !isShared && expression.as<Call>())
        m_naming.rename(node, definition, expression.span, isAssigned);
    else if (m_naming.hasPlace(node) || isShared || role == Role::upstream)
        bound = append(operationNamed("identity"), std::array{node});
    m_naming.placeOperations(definition, std::exchange(m_occurrences, {}), bound);
    if (!m_naming.hasPlace(bound))
        m_naming.place(definition, bound, expression.span, isAssigned);
    bindName(name.name, NodeValue{bound});
}

void Reader::finishStatement(std::string_view name, std::optional<NodeId> outermost, TextSpan span)
{
    if (m_occurrences.empty() && (!outermost || m_naming.hasPlace(*outermost)))
        return;
    const DefinitionId statement = m_naming.statement(name);
    m_naming.placeOperations(statement, std::exchange(m_occurrences, {}), outermost);
    if (outermost && !m_naming.hasPlace(*outermost))
        m_naming.place(statement, *outermost, span, false);
}

void Reader::executeExpression(const Expression& expression)
{
    if (const auto* call = expression.as<Call>())
        return executeCall(expression, *call);
    if (const auto* name = expression.as<Name>()) {
        evaluateName(*name);
        return;
    }
    if (expression.is<Unsupported>())
        evaluate(expression);
    else if (!expression.as<Text>())
        m_messages.note(expression.span, Phrase::of("this line has no effect and is left out"));
}

/// Only few calls matter whose result nothing uses; the others are not even evaluated.
void Reader::executeCall(const Expression& expression, const Call& call)
{
    const auto path = pathOf(*call.function);
    const auto* attribute = call.function->as<Attribute>();
    const auto* bare = call.function->as<Name>();
    const bool isOwn = bare != nullptr && m_scope->find(bare->name) != nullptr && !path;
    const std::string_view name = path        ? path->back()
                                  : attribute ? attribute->name.name
                                  : bare      ? bare->name
                                              : std::string_view();
    const Origin origin = path ? originOf(*path) : bare ? Origin::bare : Origin::method;
    const FrameworkCall* row = isOwn ? nullptr : findFrameworkCall(name, origin);
    if (row && row->kind == CallKind::noise && origin == Origin::method && attribute->object->is<Name>()) {
        // `u.uniform_(0, 1)` fills u in place.
        assign(*attribute->object, evaluate(expression), expression, false);
        m_occurrences.clear();
        return;
    }
    if (row && matters(row->kind)) {
        const Value value = evaluate(expression);
        const auto* node = value.as<NodeValue>();
        finishStatement(row->kind == CallKind::output || row->kind == CallKind::backward ? "output" : "grad",
                        node ? std::optional(node->node) : std::nullopt, expression.span);
        return;
    }
    if (!row && origin == Origin::method && attribute && name.ends_with('_') &&
        isPartOfNode(*attribute->object))
        return refuseChangeInPlace(*attribute, expression.span);
    const bool isKnown = row != nullptr || isOwn || origin == Origin::plotting ||
                         findOperation(name) != nullptr || isCallOnObject(*call.function);
    executeDropped(call, isKnown, name, expression.span);
}

/// Whether it is a method of something that is no value: of a session, a plot.
bool Reader::isCallOnObject(const Expression& function) const
{
    const auto* attribute = function.as<Attribute>();
    const auto* object = attribute ? attribute->object->as<Name>() : nullptr;
    const Value* value = object && !pathOf(function) ? m_scope->find(object->name) : nullptr;
    return value != nullptr && !value->is<NodeValue>();
}

void Reader::executeDropped(const Call& call, bool isKnown, std::string_view name, TextSpan span)
{
    if (!isKnown)
        m_messages.note(span, Phrase::of("the call of %1 is not known here and is left out", {quoted(name)}));
    for (const CallArgument& argument : call.arguments) {
        readFeeds(*argument.value);
        if (name == "print" && asksForGradient(*argument.value)) {
            evaluate(*argument.value);
            finishStatement("grad", std::nullopt, argument.value->span);
        }
    }
    const auto* attribute = call.function->as<Attribute>();
    if (attribute && (name == "run" || name == "eval"))
        for (const CallArgument& argument : call.arguments)
            if (const auto* feed = argument.value->as<Dictionary>())
                readFeed(*feed);
}

void Reader::executeImport(const Import& import)
{
    for (const Import::Binding& binding : import.bindings)
        m_scope->set(binding.name, importedValue(importedPath(binding.path)));
}

std::optional<Value> Reader::executeWith(const With& with)
{
    std::size_t stops = 0;
    for (const With::Item& item : with.items) {
        const auto* call = item.context->as<Call>();
        const auto path = call ? pathOf(*call->function) : std::nullopt;
        const bool isOff =
            call != nullptr && !call->arguments.empty() && call->arguments.front().value->isName("False");
        const std::string_view name = path ? path->back() : std::string_view();
        const auto* method = call ? call->function->as<Attribute>() : nullptr;
        const bool isStop = name == "no_grad" || name == "inference_mode" ||
                            (name == "set_grad_enabled" && isOff) ||
                            (method != nullptr && method->name.name == "stop_recording");
        stops += isStop ? 1 : 0;
        if (!item.target)
            continue;
        const bool isTape = name == "GradientTape";
        const auto* target = item.target->as<Name>();
        if (target)
            bindName(target->name, isTape ? ObjectValue{Phrase::marked("a gradient tape"), ObjectKind::tape}
                                          : ObjectValue{Phrase::marked("a context")});
    }
    m_stopDepth += stops;
    auto returned = execute(with.body);
    m_stopDepth -= stops;
    return returned;
}

} // namespace sluice
