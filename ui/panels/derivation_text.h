// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/derivation.h"

#include <QString>

namespace sluice {

/// How a derivation is written for another program.
enum class DerivationNotation
{
    latex,
    unicode,
    python
};

/// What a derivation is of.
struct DerivationSubject
{
    QString variant;
    QString output;
    QString input;
};

/// A variant's chain rule as text, with its name in a comment where there can be one; it ends with a line
/// break.
[[nodiscard]] QString derivationText(const Derivation& derivation, const DerivationSubject& subject,
                                     DerivationNotation notation);

} // namespace sluice
