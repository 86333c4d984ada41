// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command.h"
#include "app/failure.h"
#include "app/output.h"
#include "app/start.h"
#include "app/unknown_name.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <new>

namespace sluice {
namespace {

std::string listOfCommands()
{
    std::string text = "Commands, each with a --help of its own:\n";
    for (const auto& command : commands()) {
        text += "  " + std::string(command.name) + std::string(12 - command.name.size(), ' ') +
                std::string(command.description) + '\n';
    }
    return text;
}

/// A word that is neither a command nor a file is more likely a mistyped command than a file's name.
void refuseUnknownWord(const std::string& word)
{
    if (word == "-" || word.starts_with("example:") || std::filesystem::exists(word)) {
        return;
    }
    std::vector<std::string> names;
    for (const auto& command : commands()) {
        names.emplace_back(command.name);
    }
    throw CommandLineError("\"" + word + "\" is no file, and " + unknownName("command", word, names));
}

int runWithoutCommand(int argumentCount, char** argumentValues, const Arguments& arguments)
{
    CLI::App commandLine("Sluice shows what gradient a graph really has when its forward and its backward "
                         "expression differ. Without a command it opens the window.",
                         "sluice");
    commandLine.footer(listOfCommands());
    std::string file = "example:origin";
    commandLine.add_option("FILE", file, fileDescription)->type_name("")->capture_default_str();
    if (!arguments.empty() && (arguments.front() == "-" || !arguments.front().starts_with('-'))) {
        refuseUnknownWord(arguments.front());
    }
    return parse(commandLine, arguments) ? start(argumentCount, argumentValues, file) : 0;
}

int run(int argumentCount, char** argumentValues)
{
    Arguments arguments(argumentValues + std::min(argumentCount, 1), argumentValues + argumentCount);
    const auto all = commands();
    const auto command =
        arguments.empty() ? all.end() : std::ranges::find(all, arguments.front(), &Command::name);
    if (command == all.end()) {
        return runWithoutCommand(argumentCount, argumentValues, arguments);
    }
    arguments.erase(arguments.begin());
    return command->run(arguments);
}

} // namespace
} // namespace sluice

int main(int argumentCount, char** argumentValues)
{
    try {
        return sluice::run(argumentCount, argumentValues);
    } catch (const sluice::CommandLineError& error) {
        std::cerr << "sluice: error: " << error.what() << "\nsluice --help lists commands and options.\n";
        return 2;
    } catch (const sluice::InputError& error) {
        const std::string_view message = error.what();
        std::cerr << message << (message.ends_with('\n') ? "" : "\n");
    } catch (const std::bad_alloc&) {
        std::cerr << "sluice: error: the memory doesn't suffice; ask for fewer points or samples\n";
    } catch (const std::exception& error) {
        std::cerr << "sluice: error: " << error.what() << '\n';
    }
    return 1;
}
