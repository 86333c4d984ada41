// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/phrase.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sluice {

namespace {

bool isPlaceAt(std::string_view pattern, std::size_t offset)
{
    return pattern[offset] == '%' && offset + 1 < pattern.size() && pattern[offset + 1] >= '1' &&
           pattern[offset + 1] <= '9';
}

} // namespace

Phrase Phrase::of(std::string_view pattern)
{
    return of(pattern, {});
}

Phrase Phrase::of(std::string_view pattern, std::vector<Argument> arguments)
{
    Phrase phrase;
    phrase.m_pattern = pattern;
    phrase.m_arguments = std::move(arguments);
    return phrase;
}

Phrase Phrase::verbatim(std::string text)
{
    if (text.empty())
        return {};
    Phrase phrase;
    phrase.m_pattern = "%1";
    phrase.m_arguments.emplace_back(std::move(text));
    return phrase;
}

bool Phrase::operator==(const Phrase& other) const
{
    return m_pattern == other.m_pattern && std::ranges::equal(m_arguments, other.m_arguments);
}

// By hand: compared as variants, phrases that contain phrases send Clang 14 round in circles.
bool Phrase::Argument::operator==(const Argument& other) const
{
    const auto* phrase = std::get_if<Phrase>(&m_content);
    const auto* otherPhrase = std::get_if<Phrase>(&other.m_content);
    if (phrase != nullptr && otherPhrase != nullptr)
        return *phrase == *otherPhrase;
    return phrase == otherPhrase &&
           std::get<std::string>(m_content) == std::get<std::string>(other.m_content);
}

std::string worded(const Phrase& phrase,
                   const std::function<std::string(std::string_view pattern)>& translated)
{
    std::vector<std::string> arguments;
    std::ranges::transform(
        phrase.arguments(), std::back_inserter(arguments), [&](const Phrase::Argument& argument) {
            const auto* inner = std::get_if<Phrase>(&argument.content());
            return inner ? worded(*inner, translated) : std::get<std::string>(argument.content());
        });
    // In one go: what an argument contains is no place of the pattern.
    const std::string pattern = translated(phrase.pattern());
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (isPlaceAt(pattern, i))
            text += arguments.at(static_cast<std::size_t>(pattern[++i] - '1'));
        else
            text += pattern[i];
    }
    return text;
}

std::string inEnglish(const Phrase& phrase)
{
    return worded(phrase, [](std::string_view pattern) { return std::string(pattern); });
}

Phrase alternatives(const std::vector<std::string>& names)
{
    std::string list;
    for (std::size_t i = 0; i + 1 < names.size(); ++i)
        list += (i == 0 ? "" : ", ") + names[i];
    if (names.size() < 2)
        return Phrase::verbatim(names.empty() ? std::string() : names.front());
    return Phrase::of("%1 or %2", {list, names.back()});
}

} // namespace sluice
