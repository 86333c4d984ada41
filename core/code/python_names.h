// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace sluice {

/// Gives names that Python accepts and that nothing else in the file bears.
class PythonNames
{
public:
    /// The name itself where it can be; `v#3` becomes `v_3`, a word of Python's or of the file's gets an
    /// underscore behind it, and a name that is taken a number.
    [[nodiscard]] std::string give(std::string_view wanted);

private:
    std::unordered_set<std::string> m_taken;
};

/// Text as a string literal of Python.
[[nodiscard]] std::string pythonString(std::string_view text);

/// A number as a literal of Python, never a whole number: `2.0`, `float("inf")`.
[[nodiscard]] std::string pythonNumber(double value);

} // namespace sluice
