// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace sluice {

/// The words of a list that is written with spaces between them.
[[nodiscard]] inline std::vector<std::string_view> wordsOf(std::string_view list)
{
    std::vector<std::string_view> words;
    while (!list.empty()) {
        const std::string_view word = list.substr(0, list.find(' '));
        if (!word.empty())
            words.push_back(word);
        list.remove_prefix(word.size() < list.size() ? word.size() + 1 : list.size());
    }
    return words;
}

} // namespace sluice
