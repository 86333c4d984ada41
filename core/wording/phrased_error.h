// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/phrase.h"

#include <stdexcept>
#include <utility>

namespace sluice {

/// An error that can be told in the user's language; what() tells it in English.
class PhrasedError : public std::runtime_error
{
public:
    explicit PhrasedError(Phrase phrase) : std::runtime_error(inEnglish(phrase)), m_phrase(std::move(phrase))
    {
    }
    [[nodiscard]] const Phrase& phrase() const noexcept { return m_phrase; }

private:
    Phrase m_phrase;
};

} // namespace sluice
