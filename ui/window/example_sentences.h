// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sluice {

/// What the example of this name shows, in a sentence; empty for a name that is none.
[[nodiscard]] QString exampleSentence(const QString& name);

} // namespace sluice
