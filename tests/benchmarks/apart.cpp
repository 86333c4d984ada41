// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/apart.h"

#include <array>
#include <cstdio>
#include <exception>
#include <sstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sluice::benchmarks {

namespace {

double peakBytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) * 1024.0;
}

/// A line each, the name of a stage after its seconds.
std::string written(const Measured& measured)
{
    std::ostringstream text;
    text.precision(17);
    text << measured.items << ' ' << measured.bytes << '\n' << measured.error << '\n';
    for (const auto& [stage, seconds] : measured.stages)
        text << seconds << ' ' << stage << '\n';
    return text.str();
}

Measured fromText(const std::string& text)
{
    Measured measured;
    std::istringstream lines(text);
    lines >> measured.items >> measured.bytes;
    lines.ignore();
    std::getline(lines, measured.error);
    double seconds = 0.0;
    for (std::string stage; lines >> seconds >> std::ws && std::getline(lines, stage);)
        measured.addStage(stage, seconds);
    return measured;
}

Measured measuredHere(const std::function<Measured()>& work)
{
    const double before = peakBytes();
    Measured measured;
    try {
        measured = work();
    } catch (const std::exception& error) {
        measured.error = error.what();
    }
    measured.bytes = peakBytes() - before;
    return measured;
}

[[noreturn]] void report(int pipe, const Measured& measured)
{
    const std::string text = written(measured);
    const bool isWritten = write(pipe, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    _exit(isWritten ? 0 : 1);
}

std::string readAll(int pipe)
{
    std::string text;
    std::array<char, 4096> block{};
    for (ssize_t count = read(pipe, block.data(), block.size()); count > 0;
         count = read(pipe, block.data(), block.size()))
        text.append(block.data(), static_cast<std::size_t>(count));
    return text;
}

} // namespace

double Measured::seconds() const
{
    double sum = 0.0;
    for (const auto& [stage, seconds] : stages)
        sum += seconds;
    return sum;
}

Measured measureApart(const std::function<Measured()>& work)
{
    const Measured failed{.items = 0.0, .bytes = 0.0, .stages = {}, .error = "the process came to no end"};
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0)
        return failed;
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child == 0)
        report(ends[1], measuredHere(work));
    close(ends[1]);
    const std::string text = child > 0 ? readAll(ends[0]) : std::string();
    close(ends[0]);
    int status = 0;
    const bool isDone = child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status);
    return isDone && !text.empty() ? fromText(text) : failed;
}

} // namespace sluice::benchmarks
