// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/graph.h"
#include "core/language/namespaces.h"
#include "core/language/syntax.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

/// What an expression can stand for while a text is read. Only some of it becomes nodes.
namespace sluice {

struct Value;
class Scope;

/// The outcome of something of which an error has been reported: no further errors.
struct PoisonedValue
{
};

struct NodeValue
{
    NodeId node{};
};

/// A number that becomes a node of its own wherever it is used.
struct NumberValue
{
    double value = 0.0;
    bool isInteger = false;
    /// Where it stands in the text, its sign included.
    std::optional<TextSpan> literal;
};

struct NumberListValue
{
    std::vector<double> values;
};

/// An input that has no name yet.
struct InputValue
{
    double low = -2.0;
    double high = 2.0;
    std::optional<double> held;
    std::vector<double> points;
};

/// What `tf.gradients` returns.
struct GradientListValue
{
    std::vector<NodeId> nodes;
};

struct TupleValue
{
    std::vector<Value> elements;
};

/// A function of the text: one of the two is set.
struct FunctionValue
{
    std::string_view name;
    const syntax::Function* definition = nullptr;
    const syntax::Lambda* lambda = nullptr;
    std::shared_ptr<Scope> scope;
    bool stopsGradient = false;
    /// The defaults of its parameters, poisoned where there is none.
    std::shared_ptr<const std::vector<Value>> fallbacks;

    [[nodiscard]] const std::vector<syntax::FunctionParameter>& parameters() const
    {
        return definition ? definition->parameters : lambda->parameters;
    }
};

/// `jax.grad(f)`, or `jax.grad(jax.grad(f))`: by which argument each is, the innermost first.
struct GradientFunctionValue
{
    FunctionValue function;
    std::vector<std::size_t> arguments;
    bool isWithValue = false;
};

/// A namespace or a framework's function.
struct PathValue
{
    Path path;
};

enum class ObjectKind
{
    other,
    tape,
    generator,
    tensor,
    text,
    none
};

/// A framework's object that is no value: a shape, a session, a key.
struct ObjectValue
{
    /// In words, with article; marked as a phrase.
    std::string_view description;
    ObjectKind kind = ObjectKind::other;
    /// Whose generator it is.
    Origin origin = Origin::none;
};

struct Value
{
    using Form =
        std::variant<PoisonedValue, NodeValue, NumberValue, NumberListValue, InputValue, GradientListValue,
                     TupleValue, FunctionValue, GradientFunctionValue, PathValue, ObjectValue>;
    Form form;

    Value() = default;
    template <class Alternative>
    requires std::constructible_from<Form, Alternative>
    Value(Alternative alternative) // NOLINT(google-explicit-constructor): any of them is a value
        : form(std::move(alternative))
    {
    }

    template <class Alternative>
    [[nodiscard]] const Alternative* as() const
    {
        return std::get_if<Alternative>(&form);
    }
    template <class Alternative>
    [[nodiscard]] bool is() const
    {
        return std::holds_alternative<Alternative>(form);
    }
    [[nodiscard]] bool isPoisoned() const { return is<PoisonedValue>(); }
};

/// What it is, in words, with article: for messages.
[[nodiscard]] Phrase describe(const Value& value);

/// Names and what they stand for at this moment, within those of the surrounding text.
class Scope
{
public:
    /// `ruleDepth`: how many rules of custom gradients are being called around what it belongs to.
    explicit Scope(std::shared_ptr<Scope> parent = nullptr, std::size_t ruleDepth = 0)
        : m_parent(std::move(parent)), m_ruleDepth(ruleDepth)
    {
    }

    void set(std::string_view name, Value value) { m_values[name] = std::move(value); }
    void clear() { m_values.clear(); }
    /// Null where nothing has this name.
    [[nodiscard]] const Value* find(std::string_view name) const;
    [[nodiscard]] std::vector<std::string_view> names() const;

    /// Remembers that a rule, called at this depth, has read the name at `span`: another value of the name
    /// would change what the rule means, unless the name is one of the rule's own.
    void markReadByRule(std::string_view name, TextSpan span, std::size_t ruleDepth);
    /// Where a rule has read this scope's name.
    [[nodiscard]] std::optional<TextSpan> readByRule(std::string_view name) const;

private:
    std::shared_ptr<Scope> m_parent;
    std::size_t m_ruleDepth;
    std::unordered_map<std::string_view, TextSpan> m_readByRules;
    std::unordered_map<std::string_view, Value> m_values;
};

} // namespace sluice
