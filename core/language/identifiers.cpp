// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/identifiers.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utf8proc.h>

namespace sluice {

namespace {

/// What Unicode counts among identifiers' characters for the sake of older versions.
constexpr std::array<char32_t, 6> otherStarts{0x1885, 0x1886, 0x2118, 0x212E, 0x309B, 0x309C};
constexpr std::array<char32_t, 12> otherContinuations{0x00B7, 0x0387, 0x1369, 0x136A, 0x136B, 0x136C,
                                                      0x136D, 0x136E, 0x136F, 0x1370, 0x1371, 0x19DA};

/// A letter by its category, but reserved for syntax.
constexpr char32_t verticalTilde = 0x2E2F;

bool isStart(char32_t code)
{
    if (code == verticalTilde)
        return false;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
        return true;
    default:
        return code == U'_' || std::ranges::find(otherStarts, code) != otherStarts.end();
    }
}

bool isContinuation(char32_t code)
{
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC:
        return true;
    default:
        return isStart(code) || std::ranges::find(otherContinuations, code) != otherContinuations.end();
    }
}

/// The compatibility decomposition of one character.
struct Decomposition
{
    explicit Decomposition(char32_t code)
    {
        int boundary = 0;
        const auto count = utf8proc_decompose_char(
            static_cast<utf8proc_int32_t>(code), codes.data(), static_cast<utf8proc_ssize_t>(codes.size()),
            static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE), &boundary);
        size = count > 0 ? std::min(static_cast<std::size_t>(count), codes.size()) : 0;
    }

    [[nodiscard]] bool continuesFrom(std::size_t first) const
    {
        for (std::size_t i = first; i < size; ++i)
            if (!isContinuation(static_cast<char32_t>(codes[i])))
                return false;
        return true;
    }

    // The longest one of all is of 18 characters.
    std::array<utf8proc_int32_t, 32> codes{};
    std::size_t size = 0;
};

} // namespace

bool startsIdentifier(char32_t code)
{
    if (code < 0x80)
        return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z') || code == U'_';
    if (!isStart(code))
        return false;
    // What is written must be an identifier in its other encoding, too.
    const Decomposition other(code);
    return other.size > 0 && isStart(static_cast<char32_t>(other.codes[0])) && other.continuesFrom(1);
}

bool continuesIdentifier(char32_t code)
{
    if (code < 0x80)
        return startsIdentifier(code) || (code >= U'0' && code <= U'9');
    if (!isContinuation(code))
        return false;
    const Decomposition other(code);
    return other.size > 0 && other.continuesFrom(0);
}

std::string_view Identifiers::normalized(std::string_view written)
{
    if (std::ranges::all_of(written, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return written;
    utf8proc_uint8_t* mapped = nullptr;
    const auto size = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(written.data()), // NOLINT(*-reinterpret-cast): its bytes
        static_cast<utf8proc_ssize_t>(written.size()), &mapped,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    if (size <= 0)
        return written;
    std::string spelling(mapped, mapped + size);
    return spelling == written ? written : std::string_view(m_spellings.emplace_back(std::move(spelling)));
}

} // namespace sluice
