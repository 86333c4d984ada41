// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/peer_process.h"

#include "tests/benchmarks/data_folder.h"

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <spawn.h>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace sluice::benchmarks {

namespace {

/// The two ends of a pipe that programs started later don't inherit.
std::array<int, 2> closingPipe()
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        throw std::system_error(errno, std::generic_category(), "pipe");
    return ends;
}

/// The numbers of the points that were measured.
std::vector<double> atPoints(const std::vector<double>& all, std::size_t stride)
{
    std::vector<double> some;
    for (std::size_t point = 0; point < points; point += stride) {
        const auto row = std::span(all).subspan(point * samples, samples);
        some.insert(some.end(), row.begin(), row.end());
    }
    return some;
}

} // namespace

PeerProcess::PeerProcess(const std::vector<std::string>& command, std::filesystem::path folder)
    : m_folder(std::move(folder))
{
    const std::array<int, 2> input = closingPipe();
    const std::array<int, 2> output = closingPipe();
    std::vector<std::string> words = command;
    words.push_back(m_folder.string());
    std::vector<char*> arguments;
    std::ranges::transform(words, std::back_inserter(arguments),
                           [](std::string& word) { return word.data(); });
    arguments.push_back(nullptr);

    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
    const int error = posix_spawnp(&m_process, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(input[0]);
    close(output[1]);
    m_toPeer.reset(fdopen(input[1], "w"));
    m_fromPeer.reset(fdopen(output[0], "r"));
    if (error != 0)
        m_process = -1;
    else
        readOffers();
}

PeerProcess::~PeerProcess()
{
    // The end of its input ends the peer.
    m_toPeer.reset();
    if (m_process > 0)
        waitpid(m_process, nullptr, 0);
}

std::string PeerProcess::readLine()
{
    std::string line;
    for (int c = std::fgetc(m_fromPeer.get()); c != EOF && c != '\n'; c = std::fgetc(m_fromPeer.get()))
        line.push_back(static_cast<char>(c));
    return line;
}

void PeerProcess::readOffers()
{
    std::vector<PeerOffer> offers;
    std::string line = readLine();
    for (; line.starts_with("offer "); line = readLine()) {
        std::istringstream words(line);
        std::string keyword;
        PeerOffer& offer = offers.emplace_back();
        words >> keyword >> offer.workload >> offer.precision >> offer.threads >> offer.stride >> std::ws;
        std::getline(words, offer.name);
    }
    if (line == "ready")
        m_offers = std::move(offers);
}

double PeerProcess::ask(const char* what, std::size_t offer)
{
    std::fprintf(m_toPeer.get(), "%s %zu\n", what, offer);
    std::fflush(m_toPeer.get());
    const std::string answer = readLine();
    if (answer.empty())
        throw std::runtime_error("the peer has stopped");
    return std::stod(answer);
}

double PeerProcess::run(std::size_t offer)
{
    return ask("run", offer);
}

double PeerProcess::check(std::size_t offer, const Outcome& expected)
{
    static_cast<void>(ask("check", offer));
    const std::vector<double> found = readNumbers(m_folder / "outcome.f64");
    const std::size_t stride = m_offers[offer].stride;
    const std::size_t half = m_offers[offer].evaluations();
    if (found.size() != 2 * half)
        throw std::runtime_error("the peer wrote another count of results");
    return std::max(greatestDifference(std::span(found).first(half), atPoints(expected.value, stride)),
                    greatestDifference(std::span(found).last(half), atPoints(expected.gradient, stride)));
}

} // namespace sluice::benchmarks
