// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/syntax.h"
#include "core/language/token_stream.h"

namespace sluice {

/// `import a.b as c` or `from a import b as c`, from its first word.
[[nodiscard]] syntax::Import parseImport(TokenStream& tokens);

} // namespace sluice
