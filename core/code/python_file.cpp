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

} // namespace

std::string pythonFile(std::string_view text, const CodeContents& contents, std::span<const Replacement> own)
{
    std::vector<Replacement> all(own.begin(), own.end());
    all.emplace_back("HEAD", asComment(codeHead(contents)));
    all.emplace_back("PARAMETERS", parametersOf(contents.graph));
    all.emplace_back("POINTS", listOf(contents.points));
    all.emplace_back("HELPERS", helpersOf(contents.statements));
    all.emplace_back("INPUT", contents.statements.input);
    all.emplace_back("BODY", bodyOf(contents.statements));
    all.emplace_back("OUTPUT", contents.graph.outputName);
    all.emplace_back("BY", contents.graph.byName);

    std::string file;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        while (text[i] == '@' && end < text.size() && isPlaceLetter(text[end]))
            ++end;
        if (text[i] != '@' || end == text.size() || text[end] != '@') {
            file += text[i++];
            continue;
        }
        const std::string_view place = text.substr(i + 1, end - i - 1);
        const auto found = std::ranges::find(all, place, &Replacement::first);
        if (found != all.end())
            file += found->second;
        i = end + 1;
        // Text that brings its own end of line, or is none, needs no other.
        const bool isLineEnded = file.empty() || file.back() == '\n';
        if (isLineEnded && i < text.size() && text[i] == '\n')
            ++i;
    }
    return file;
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
