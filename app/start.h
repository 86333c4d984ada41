// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace sluice {

/// What happens without a command: opens the window with the file, or, where there is no display, writes its
/// figure to `sluice.png` and prints its values. Returns the exit status. @throws CommandLineError,
/// InputError
int start(int& argumentCount, char** argumentValues, const std::string& file);

} // namespace sluice
