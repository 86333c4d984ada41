// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>

namespace sluice {

/// The command line is wrong: exit status 2.
class CommandLineError : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// The input has an error, or something could not be read or written: exit status 1. what() is the whole
/// message, with the name of the file.
class InputError : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

} // namespace sluice
