// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/examples.h"

#include "app/command.h"
#include "app/output.h"

namespace sluice {

int runExamples(const Arguments& arguments)
{
    CLI::App commandLine("Prints the names of the examples, a line each. Use one as example:NAME.",
                         "sluice examples");
    if (parse(commandLine, arguments)) {
        std::string names;
        for (const auto& name : exampleNames()) {
            names += name + '\n';
        }
        print(names);
    }
    return 0;
}

} // namespace sluice
