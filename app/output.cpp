// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output.h"

#include "app/failure.h"

#include <cerrno>
#include <iostream>
#include <system_error>

namespace sluice {

void print(std::string_view text)
{
    errno = 0;
    std::cout.write(text.data(), static_cast<std::streamsize>(text.size()));
    std::cout.flush();
    if (!std::cout) {
        const auto reason = errno != 0 ? std::generic_category().message(errno) : "it can't be written";
        throw InputError("standard output: error: " + reason);
    }
}

void printNote(std::string_view text)
{
    std::cerr << "sluice: note: " << text << '\n';
}

} // namespace sluice
