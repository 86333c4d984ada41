// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/diagnostic.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// A text as a tree, before anything in it has a meaning. Names are pieces of the text, which must outlive
/// it.
namespace sluice::syntax {

struct Expression;
struct Statement;
using ExpressionPointer = std::unique_ptr<Expression>;
using Block = std::vector<Statement>;

struct Name
{
    std::string_view name;
    TextSpan span;
};

struct Number
{
    double value = 0.0;
    bool isInteger = false;
};

/// A string: of no use but as a name, a title, a docstring.
struct Text
{
};

struct Attribute
{
    ExpressionPointer object;
    Name name;
};

struct CallArgument
{
    /// Without a keyword: positional.
    std::optional<Name> keyword;
    ExpressionPointer value;
    /// `*values` or `**values`.
    bool isUnpacked = false;
};

struct Call
{
    ExpressionPointer function;
    std::vector<CallArgument> arguments;
};

struct Subscript
{
    ExpressionPointer object;
    ExpressionPointer index;
};

struct Sign
{
    bool isNegative = false;
    TextSpan operatorSpan;
    ExpressionPointer operand;
};

/// Operators of equal precedence from left to right: a list rather than a tree, so that a long sum is not
/// deep.
struct Chain
{
    struct Link
    {
        /// The name of the operation's row.
        std::string_view operation;
        TextSpan operatorSpan;
        ExpressionPointer operand;
    };
    ExpressionPointer first;
    std::vector<Link> links;
};

struct Sequence
{
    bool isTuple = false;
    std::vector<ExpressionPointer> elements;
};

struct Dictionary
{
    std::vector<std::pair<ExpressionPointer, ExpressionPointer>> items;
};

struct FunctionParameter
{
    Name name;
    ExpressionPointer fallback;
};

struct Lambda
{
    std::vector<FunctionParameter> parameters;
    ExpressionPointer body;
};

/// Python, but not in the language: an error where its value is needed, which says what to write instead.
struct Unsupported
{
    TextSpan span;
    Phrase message;
    /// What may have errors of its own.
    std::vector<ExpressionPointer> operands = {};
    /// Names that stand for something only inside of it.
    std::vector<std::string_view> names = {};
};

using Form = std::variant<Name, Number, Text, Attribute, Call, Subscript, Sign, Chain, Sequence, Dictionary,
                          Lambda, Unsupported>;

struct Expression
{
    TextSpan span;
    /// How many brackets, calls, signs and powers lie inside one another.
    std::size_t height = 0;
    Form form;

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
    /// Whether it is this name.
    [[nodiscard]] bool isName(std::string_view name) const { return is<Name>() && as<Name>()->name == name; }
};

/// `targets[0] = targets[1] = value`; without a value an annotation alone.
struct Assignment
{
    std::vector<ExpressionPointer> targets;
    ExpressionPointer value;
};

struct AugmentedAssignment
{
    ExpressionPointer target;
    std::string_view operation;
    TextSpan operatorSpan;
    ExpressionPointer value;
};

struct ExpressionStatement
{
    ExpressionPointer expression;
};

/// `import a.b as name`, or one name of `from a import b as name`; the path is `a.b` in both.
struct Import
{
    struct Binding
    {
        std::vector<std::string_view> path;
        std::string_view name;
    };
    std::vector<Binding> bindings;
};

struct With
{
    struct Item
    {
        ExpressionPointer context;
        ExpressionPointer target;
    };
    std::vector<Item> items;
    Block body;
};

struct For
{
    ExpressionPointer target;
    ExpressionPointer iterable;
    Block body;
};

struct Function
{
    Name name;
    std::vector<FunctionParameter> parameters;
    Block body;
    std::vector<ExpressionPointer> decorators;
};

struct Return
{
    ExpressionPointer value;
};

/// A statement of which an error has been reported: what it would define is unknown, and no error any more.
struct Broken
{
    std::vector<std::string_view> names;
};

struct Statement
{
    TextSpan span;
    std::variant<Broken, Assignment, AugmentedAssignment, ExpressionStatement, Import, With, For, Function,
                 Return>
        form;
};

} // namespace sluice::syntax
