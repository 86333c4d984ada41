// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/unknown_name.h"

#include "core/language/similar_names.h"

namespace sluice {

std::string unknownName(std::string_view what, std::string_view name, const std::vector<std::string>& known)
{
    constexpr std::size_t mostNames = 20;
    std::string message = "there is no " + std::string(what) + " \"" + std::string(name) + '"';
    const std::vector<std::string_view> names(known.begin(), known.end());
    if (const auto proposal = didYouMean(name, names); !proposal.isEmpty()) {
        return message + ": " + inEnglish(proposal);
    }
    for (std::size_t i = 0; i < names.size() && i < mostNames; ++i) {
        message += i == 0 ? "; there is " : ", ";
        message += names[i];
    }
    return message + (names.size() > mostNames ? ", and more" : names.empty() ? "; there is none" : "");
}

} // namespace sluice
