// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <string>
#include <string_view>

namespace sluice {

/// Whether a character begins an identifier, or may stand inside of one, as in Python.
[[nodiscard]] bool startsIdentifier(char32_t code);
[[nodiscard]] bool continuesIdentifier(char32_t code);

/// Python takes identifiers for the same that differ only in how their characters are encoded: `ﬁ` is `fi`.
/// Keeps the spellings that differ from the text's, for as long as names refer to them.
class Identifiers
{
public:
    /// The name that Python would see; the same piece of the text where that is what is written.
    [[nodiscard]] std::string_view normalized(std::string_view written);

private:
    std::deque<std::string> m_spellings;
};

} // namespace sluice
