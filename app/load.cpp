// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load.h"

#include "app/failure.h"
#include "app/unknown_name.h"
#include "core/experiment/examples.h"
#include "core/experiment/experiment_file.h"
#include "ui/export/carried_experiment.h"

#include <QByteArray>
#include <QLoggingCategory>

#include <cctype>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>

namespace sluice {
namespace {

/// Larger than any input that is accepted. What is longer is cut here and refused by whoever reads it; an
/// endless device ends here too.
constexpr std::streamsize maximumBytes = 64 * 1024 * 1024;
constexpr std::string_view examplePrefix = "example:";

[[noreturn]] void fail(const std::string& name, const std::string& message)
{
    throw InputError(name + ": error: " + message);
}

std::string contentsOf(std::istream& stream, const std::string& name)
{
    std::string contents;
    std::string block(64 * 1024, '\0');
    while (stream && contents.size() < static_cast<std::size_t>(maximumBytes)) {
        stream.read(block.data(), static_cast<std::streamsize>(block.size()));
        contents.append(block, 0, static_cast<std::size_t>(stream.gcount()));
    }
    if (stream.bad()) {
        fail(name, "it could not be read");
    }
    return contents;
}

std::string contentsOf(const std::string& file)
{
    if (std::error_code ignored; std::filesystem::is_directory(file, ignored)) {
        fail(file, "it is a folder, not a file");
    }
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        fail(file, "it could not be read: " + std::generic_category().message(errno));
    }
    return contentsOf(stream, file);
}

bool hasEnding(const std::string& file, std::string_view ending)
{
    auto extension = std::filesystem::path(file).extension().string();
    for (char& character : extension) {
        character = static_cast<char>(std::tolower(static_cast<unsigned char>(character)));
    }
    return extension == ending;
}

/// The experiment that an exported picture carries.
std::string experimentInPicture(const std::string& name, const QByteArray& contents)
{
    // A damaged picture gets one message, ours.
    QLoggingCategory::setFilterRules("qt.gui.imageio.warning=false\ndefault.warning=false");
    const auto json = carriedExperiment(contents);
    if (!json) {
        fail(name, "it is damaged, or no PNG, SVG or PDF picture");
    }
    if (json->isEmpty()) {
        fail(name, "this picture holds no experiment; the PNG, SVG and PDF files that Sluice exported have "
                   "one, as long as no other program has written them anew");
    }
    return json->toStdString();
}

bool isCalledPicture(const std::string& file)
{
    return hasEnding(file, ".png") || hasEnding(file, ".svg") || hasEnding(file, ".pdf");
}

Source sourceFrom(const std::string& name, const std::string& json)
{
    try {
        auto [experiment, view] = experimentFileFromJson(json);
        return {name, std::move(experiment), std::move(view)};
    } catch (const ExperimentFileError& error) {
        fail(name, error.what());
    }
}

Source namedExample(const std::string& file)
{
    const auto name = file.substr(examplePrefix.size());
    auto found = example(name);
    if (!found) {
        throw CommandLineError(unknownName("example", name, exampleNames()));
    }
    return {file, std::move(*found)};
}

} // namespace

Source load(const std::string& file)
{
    if (file.starts_with(examplePrefix)) {
        return namedExample(file);
    }
    const bool isStandardInput = file == "-";
    const auto name = isStandardInput ? "<stdin>" : file;
    const auto contents = isStandardInput ? contentsOf(std::cin, name) : contentsOf(file);
    const auto bytes = QByteArray::fromRawData(contents.data(), static_cast<qsizetype>(contents.size()));
    if (pictureFormat(bytes) || isCalledPicture(file)) {
        return sourceFrom(name, experimentInPicture(name, bytes));
    }
    if (hasEnding(file, ".sluice") || looksLikeExperiment(contents)) {
        return sourceFrom(name, contents);
    }
    Source source{name, {}};
    source.experiment.text = contents;
    return source;
}

Program readProgram(const Source& source, Notes notes)
{
    auto reading = read(source.experiment.text);
    std::string errors;
    for (const auto& diagnostic : reading.diagnostics) {
        const auto message = formatted(diagnostic, source.name, source.experiment.text);
        if (diagnostic.severity == Severity::error) {
            errors += (errors.empty() || errors.ends_with('\n') ? "" : "\n") + message;
        } else if (notes == Notes::printed) {
            std::cerr << message << (message.ends_with('\n') ? "" : "\n");
        }
    }
    if (!reading.program) {
        throw InputError(errors);
    }
    return std::move(*reading.program);
}

} // namespace sluice
