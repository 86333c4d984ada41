// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/python_file.h"

#include "core/code/code_head.h"
#include "core/code/python_names.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <array>

namespace sluice {

namespace {

std::string parametersOf(const CodeGraph& graph)
{
    std::string text;
    for (const CodeGraph::Held& held : graph.parameters)
        text += (text.empty() ? "" : ", ") + pythonString(held.name) + ": " + pythonNumber(held.value);
    return "{" + text + "}";
}

std::string listOf(std::span<const double> numbers)
{
    std::string text;
    for (const double number : numbers)
        text += (text.empty() ? "" : ", ") + pythonNumber(number);
    return "[" + text + "]";
}

std::string bodyOf(const PythonStatements& statements)
{
    std::string text;
    for (const std::string& line : statements.lines)
        text += "    " + line + '\n';
    return text;
}

std::string helpersOf(const PythonStatements& statements)
{
    std::string text;
    for (const std::string& helper : statements.helpers)
        text += helper + "\n\n";
    return text;
}

/// In a comment between three quotes, where neither three quotes nor a backslash may stand.
std::string asComment(std::string text)
{
    std::erase(text, '\\');
    std::ranges::replace(text, '"', '\'');
    return text;
}

std::string_view callFor(const Operation& draw, const DrawCalls& calls)
{
    const std::array<std::pair<std::string_view, std::string_view>, 6> byName{
        {{"uniform draw", calls.uniform},
         {"normal draw", calls.normal},
         {"laplace draw", calls.laplace},
         {"logistic draw", calls.logistic},
         {"gumbel draw", calls.gumbel},
         {"exponential draw", calls.exponential}}};
    return std::ranges::find(byName, draw.name, &std::pair<std::string_view, std::string_view>::first)
        ->second;
}

bool isPlaceLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || c == '_';
}

/// What all files have, with places of its own.
std::vector<Replacement> sections()
{
    return {{"SETTINGS", R"(# What is held while @BY@ varies.
PARAMETERS = @PARAMETERS@
POINTS = @POINTS@


@HELPERS@
)"},
            {"VALUE", R"(def value(@INPUT@, parameters, noise):
    """@OUTPUT@, elementwise: @INPUT@ and every draw have the same shape."""
@BODY@
)"},
            {"TABLE", R"(if __name__ == "__main__":
    print(f"{'@BY@':>14} {'@OUTPUT@':>14} {'d@OUTPUT@/d@BY@':>14}")
    for row in zip(POINTS, *compute(POINTS)):
        print(*(f"{number:14.6g}" for number in row))
)"}};
}

/// Places that are not among these stay.
std::string withPlacesFilled(std::string_view text, std::span<const Replacement> replacements)
{
    std::string filled;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        while (text[i] == '@' && end < text.size() && isPlaceLetter(text[end]))
            ++end;
        const std::string_view place = text.substr(i + 1, end - i - 1);
        const auto found = std::ranges::find(replacements, place, &Replacement::first);
        if (text[i] != '@' || end == text.size() || text[end] != '@' || found == replacements.end()) {
            filled += text[i++];
            continue;
        }
        filled += found->second;
        i = end + 1;
        // Text that brings its own end of line, or is none, needs no other.
        const bool isLineEnded = filled.empty() || filled.back() == '\n';
        if (isLineEnded && i < text.size() && text[i] == '\n')
            ++i;
    }
    return filled;
}

} // namespace

std::string pythonFile(std::string_view text, const CodeContents& contents, std::span<const Replacement> own)
{
    const bool isSingle = contents.experiment.precision == Precision::float32;
    std::vector<Replacement> places(own.begin(), own.end());
    places.emplace_back("HEAD", asComment(codeHead(contents)));
    places.emplace_back("TYPE", isSingle ? "float32" : "float64");
    places.emplace_back("PARAMETERS", parametersOf(contents.graph));
    places.emplace_back("POINTS", listOf(contents.points));
    places.emplace_back("HELPERS", helpersOf(contents.statements));
    places.emplace_back("INPUT", contents.statements.input);
    places.emplace_back("BODY", bodyOf(contents.statements));
    places.emplace_back("OUTPUT", contents.graph.outputName);
    places.emplace_back("BY", contents.graph.byName);
    return withPlacesFilled(withPlacesFilled(text, sections()), places);
}

std::string drawEntries(const CodeContents& contents, const DrawCalls& calls)
{
    std::string text;
    for (const CodeGraph::Source& source : contents.graph.sources)
        text +=
            "        " + pythonString(source.name) + ": " + std::string(callFor(*source.draw, calls)) + ",\n";
    return text;
}

std::string drawBody(const CodeContents& contents, std::string_view generator, const DrawCalls& calls)
{
    if (contents.graph.sources.empty())
        return "    return {}\n";
    const std::string first = generator.empty() ? std::string() : "    " + std::string(generator) + '\n';
    return first + "    return {\n" + drawEntries(contents, calls) + "    }\n";
}

} // namespace sluice
