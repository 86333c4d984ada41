// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/similar_names.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <optional>
#include <utility>

namespace sluice {

namespace {

/// Names beyond this length are no misspellings of ours.
constexpr std::size_t longest = 40;
constexpr std::size_t mostProposals = 3;

std::string lowerCase(std::string_view name)
{
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one into the other.
std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> beforeLast(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

/// Whether `whole` is `part` with letters left out of it: `sqr` of `square`.
bool isAbbreviation(std::string_view part, std::string_view whole)
{
    if (part.size() < 3 || whole.size() > 2 * part.size() || part.front() != whole.front())
        return false;
    std::size_t matched = 0;
    for (const char c : whole)
        matched += matched < part.size() && part[matched] == c ? 1 : 0;
    return matched == part.size();
}

std::optional<std::size_t> distance(const std::string& misspelled, const std::string& known)
{
    const bool isFarInLength =
        known.size() > 2 * misspelled.size() + 2 || misspelled.size() > known.size() + 2;
    if (isFarInLength)
        return std::nullopt;
    const std::size_t edits = editDistance(misspelled, known);
    const std::size_t most = misspelled.size() <= 2 ? 1 : misspelled.size() <= 5 ? 1 : 2;
    const bool isOneLetter = misspelled.size() == 1 || known.size() == 1;
    if (edits <= most &&
        (!isOneLetter || (misspelled.size() + known.size() == 3 && known.front() == misspelled.front())))
        return edits;
    return isAbbreviation(misspelled, known) ? std::optional(edits) : std::nullopt;
}

} // namespace

std::vector<std::string_view> similarNames(std::string_view misspelled,
                                           std::span<const std::string_view> known)
{
    if (misspelled.empty() || misspelled.size() > longest)
        return {};
    const std::string wrong = lowerCase(misspelled);
    std::vector<std::pair<std::size_t, std::string_view>> near;
    for (const std::string_view name : known)
        if (name.size() <= longest && name != misspelled)
            if (const auto edits = distance(wrong, lowerCase(name)))
                near.emplace_back(*edits, name);
    std::ranges::sort(near);
    near.erase(std::unique(near.begin(), near.end()), near.end());
    std::vector<std::string_view> best;
    // Where only the case of letters differs, nothing else is meant.
    const bool isExact = !near.empty() && near.front().first == 0;
    for (std::size_t i = 0; i < std::min(near.size(), isExact ? 1 : mostProposals); ++i)
        best.push_back(near[i].second);
    return best;
}

Phrase didYouMean(std::string_view misspelled, std::span<const std::string_view> known)
{
    std::vector<std::string> near;
    for (const std::string_view name : similarNames(misspelled, known))
        near.push_back('`' + std::string(name) + '`');
    return near.empty() ? Phrase() : Phrase::of("did you mean %1?", {alternatives(near)});
}

Phrase withProposal(Phrase message, const Phrase& proposal)
{
    return proposal.isEmpty() ? message : Phrase::of("%1: %2", {std::move(message), proposal});
}

} // namespace sluice
