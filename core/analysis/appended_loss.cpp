// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/appended_loss.h"

#include "core/language/identifiers.h"
#include "core/language/lexer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>
#include <vector>

namespace sluice {

namespace {

/// Every name that is written in a text, as Python sees it.
void addNames(std::set<std::string>& names, std::string_view text)
{
    Messages ignored;
    Identifiers identifiers;
    for (const Token& token : tokenize(text, ignored))
        if (token.kind == TokenKind::name)
            names.emplace(
                identifiers.normalized(text.substr(token.span.begin, token.span.end - token.span.begin)));
}

std::string freeName(std::string_view text, std::string_view expression)
{
    std::set<std::string> taken;
    addNames(taken, text);
    addNames(taken, expression);
    std::string name = "loss";
    for (std::size_t number = 2; taken.contains(name); ++number)
        name = "loss_" + std::to_string(number);
    return name;
}

std::string literalText(double value)
{
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    return {digits.data(), end};
}

/// How the text ends its lines.
std::string_view lineEnd(std::string_view text)
{
    const std::size_t end = text.find_first_of("\r\n");
    if (end == std::string_view::npos || text[end] == '\n')
        return "\n";
    return text.substr(end).starts_with("\r\n") ? "\r\n" : "\r";
}

bool isWritable(std::string_view name)
{
    return name.find_first_of("#.") == std::string_view::npos;
}

bool isComparison(std::string_view symbol)
{
    return symbol == "==" || symbol == "!=" || symbol == "<=" || symbol == ">=";
}

/// What is wrong with the expression, or with what it does to the text.
Phrase complaint(const Reading& reading, std::string_view expression, std::size_t begin)
{
    const auto error = std::ranges::find(reading.diagnostics, Severity::error, &Diagnostic::severity);
    if (error == reading.diagnostics.end())
        return Phrase::of("the loss can't become the output of this text");
    if (error->span.begin >= begin && error->span.begin <= begin + expression.size())
        return Phrase::of("the loss `%1`, column %2: %3",
                          {expression, std::to_string(error->span.begin - begin + 1), error->message});
    return Phrase::of("the loss `%1`: %2", {expression, error->message});
}

/// What would be more than one expression, of which only a part would be read.
void refuseStatements(std::string_view expression)
{
    Messages ignored;
    int depth = 0;
    for (const Token& token : tokenize(expression, ignored)) {
        const std::string_view symbol =
            expression.substr(token.span.begin, token.span.end - token.span.begin);
        if (token.kind != TokenKind::symbol)
            continue;
        if (symbol == "(" || symbol == "[" || symbol == "{")
            ++depth;
        else if (symbol == ")" || symbol == "]" || symbol == "}")
            --depth;
        const bool isSeparator = symbol == ";";
        if (isSeparator || (depth == 0 && symbol.ends_with('=') && !isComparison(symbol))) {
            const std::string_view pattern =
                isSeparator
                    ? Phrase::marked(
                          "the loss `%1`, column %2: a loss is one expression, without `%3`; write further "
                          "statements into the text")
                    : Phrase::marked(
                          "the loss `%1`, column %2: a loss is one expression, without `%3`; it gets a name "
                          "of its own, and == compares");
            throw LossError(Phrase::of(pattern, {expression, std::to_string(token.span.begin + 1), symbol}));
        }
    }
}

bool isMeant(const Reading& reading, const std::string& loss, const Program& before)
{
    return reading.program && reading.program->outputName == loss &&
           reading.program->withRespectTo == before.withRespectTo;
}

} // namespace

std::string squaredError(const Program& program, double target)
{
    if (!std::isfinite(target))
        throw LossError(Phrase::of("the target of a squared error must be a finite number"));
    std::vector<std::string> names{program.outputName};
    if (const Place* place = program.placeOf(program.output))
        names.insert(names.end(), place->otherNames.begin(), place->otherNames.end());
    const auto name = std::ranges::find_if(names, isWritable);
    if (name == names.end())
        throw LossError(Phrase::of(
            "the output `%1` has no name that a new line could use; assign it to one, as in z = ...",
            {program.outputName}));
    return "(" + *name + (std::signbit(target) ? " + " : " - ") + literalText(std::abs(target)) + ")**2";
}

AppendedLoss appendLoss(std::string_view text, const Program& program, std::string_view expression)
{
    if (expression.find_first_of("\r\n") != std::string_view::npos)
        throw LossError(Phrase::of("the loss is one expression, on one line"));
    refuseStatements(expression);
    const std::string_view end = lineEnd(text);
    std::string start(text);
    if (!start.empty() && !start.ends_with('\n') && !start.ends_with('\r'))
        start += end;
    const std::string name = freeName(text, expression);
    start += name + " = ";
    const std::size_t begin = start.size();
    start.append(expression).append(end);

    // The fewest words that make the loss the output, differentiated by the same variable: the text may ask
    // for its former output by name or by a gradient, and may use either word for something else.
    const std::string output = "output(" + name + ")";
    const std::string gradient = "grad(" + name + ", " + program.withRespectTo + ")";
    for (const std::string& ending :
         {std::string(), output, gradient, output + std::string(end) + gradient}) {
        const std::string whole = ending.empty() ? start : start + ending + std::string(end);
        if (isMeant(read(whole), name, program))
            return {.text = whole, .name = name};
    }
    throw LossError(complaint(read(start), expression, begin));
}

} // namespace sluice
