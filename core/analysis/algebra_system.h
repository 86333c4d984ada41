// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace sluice {

/// A proof wanted from the computer algebra system, as lines of its little language (algebra/main.cpp).
struct AlgebraQuestion
{
    std::vector<std::string> lines;
};

enum class AlgebraAnswer : std::uint8_t
{
    proved,
    notProved,
    /// The helper is missing, died, or ran out of time: nothing is known.
    notAttempted
};

/// GiNaC in a process of its own: it is not safe in two threads, and simplifying can take unbounded time and
/// memory. May be used by several threads at once, each question starts a process.
class AlgebraSystem
{
public:
    /// The helper that stands beside the running program.
    AlgebraSystem();
    explicit AlgebraSystem(std::filesystem::path helper);

    [[nodiscard]] AlgebraAnswer ask(const AlgebraQuestion& question,
                                    std::chrono::milliseconds deadline) const;

private:
    std::filesystem::path m_helper;
};

} // namespace sluice
