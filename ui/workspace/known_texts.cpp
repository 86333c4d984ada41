// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/known_texts.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace sluice {

KnownTexts::Text KnownTexts::of(const Owner& owner) const
{
    const auto known = m_texts.find(owner);
    return known != m_texts.end() ? known->second : Text();
}

const KnownTexts::Text& KnownTexts::take(const Owner& owner, const std::string& text,
                                         const std::shared_ptr<const Reading>& reading)
{
    Text& known = m_texts[owner];
    known.tried = text;
    known.diagnostics = reading->diagnostics;
    if (reading->program) {
        known.text = text;
        known.program = {reading, &*reading->program};
    }
    return known;
}

const KnownTexts::Text& KnownTexts::read(const Owner& owner, const std::string& text)
{
    const Text& known = m_texts[owner];
    return known.tried == text ? known
                               : take(owner, text, std::make_shared<const Reading>(sluice::read(text)));
}

void KnownTexts::carryNames(const std::vector<Variant>& before, const std::vector<Variant>& after)
{
    if (after.size() != before.size()) {
        return;
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
        const auto isCalledSo = [&](const Variant& each) { return each.name == before[i].name; };
        if (std::ranges::none_of(after, isCalledSo)) {
            if (auto known = m_texts.extract(before[i].name)) {
                known.key() = after[i].name;
                m_texts.insert(std::move(known));
            }
        }
    }
}

} // namespace sluice
