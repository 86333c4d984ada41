// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/verdict.h"

namespace sluice {

std::string_view nameOf(Certainty certainty)
{
    switch (certainty) {
    case Certainty::proved:
        return "proved";
    case Certainty::measured:
        return "measured";
    case Certainty::no:
        break;
    }
    return "no";
}

std::string_view nameOf(Doubt doubt)
{
    switch (doubt) {
    case Doubt::rounding:
        return "rounding";
    case Doubt::nothingFinite:
        return "not finite";
    case Doubt::notFiniteInSome:
        return "not finite in some samples";
    case Doubt::none:
        break;
    }
    return {};
}

std::string_view verdictName(Certainty noiseFree)
{
    return noiseFree == Certainty::no ? "noisy" : nameOf(noiseFree);
}

} // namespace sluice
