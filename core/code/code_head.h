// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/code/python_file.h"

#include <string>

namespace sluice {

/// The comment at the head of a file: what it computes, what its gates do and why, and what to beware of.
[[nodiscard]] std::string codeHead(const CodeContents& contents);

} // namespace sluice
