// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sluice {

/// Something said to the user, in the words of this program but in no language yet: an English pattern and
/// what stands at its places %1, %2, …. The command line and every file take it in English; a window looks
/// the patterns up in a translation. lupdate finds them as the literals given to of() and marked(), with
/// `-tr-function-alias tr+=of,QT_TR_NOOP+=marked`, and gives all of them the context `Phrase`: it does not
/// recognise a class with an attribute, and takes the name as it is written.
class [[nodiscard]] Phrase
{
public:
    class Argument;

    /// Says nothing.
    Phrase() = default;
    /// The pattern must outlive the phrase: a literal, or what marked() gave.
    static Phrase of(std::string_view pattern);
    static Phrase of(std::string_view pattern, std::vector<Argument> arguments);
    /// A text that is the same in all languages.
    static Phrase verbatim(std::string text);
    /// The pattern itself, where it has to stand apart from the phrase: in a table, in a choice.
    [[nodiscard]] static constexpr std::string_view marked(std::string_view pattern) { return pattern; }

    [[nodiscard]] bool isEmpty() const noexcept { return m_pattern.empty(); }
    [[nodiscard]] std::string_view pattern() const noexcept { return m_pattern; }
    [[nodiscard]] const std::vector<Argument>& arguments() const noexcept { return m_arguments; }

    bool operator==(const Phrase& other) const;

private:
    std::string_view m_pattern;
    std::vector<Argument> m_arguments;
};

/// What stands at a place of a pattern: a name, a number or another piece of the user's text, or a phrase.
class Phrase::Argument
{
public:
    // NOLINTBEGIN(google-explicit-constructor): either may stand in the list of arguments
    Argument(std::string text) : m_content(std::move(text)) {}
    Argument(std::string_view text) : m_content(std::string(text)) {}
    Argument(Phrase phrase) : m_content(std::move(phrase)) {}
    // NOLINTEND(google-explicit-constructor)

    [[nodiscard]] const std::variant<std::string, Phrase>& content() const noexcept { return m_content; }
    bool operator==(const Argument& other) const;

private:
    std::variant<std::string, Phrase> m_content;
};

/// With every pattern replaced by its translation, which has the same places.
[[nodiscard]] std::string worded(const Phrase& phrase,
                                 const std::function<std::string(std::string_view pattern)>& translated);
[[nodiscard]] std::string inEnglish(const Phrase& phrase);

/// `a`, `a or b`, `a, b or c`.
Phrase alternatives(const std::vector<std::string>& names);

} // namespace sluice
