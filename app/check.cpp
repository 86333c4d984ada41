// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command.h"
#include "app/load.h"
#include "app/prepared.h"

namespace sluice {

int runCheck(const Arguments& arguments)
{
    CLI::App commandLine("Reads a file and reports its errors; prints nothing where it is fine.",
                         "sluice check");
    std::string file;
    commandLine.add_option("FILE", file, fileDescription)->required()->type_name("");
    if (parse(commandLine, arguments)) {
        const auto source = load(file);
        static_cast<void>(computationOf(source, readProgram(source, Notes::silent)));
    }
    return 0;
}

} // namespace sluice
