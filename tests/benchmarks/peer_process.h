// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/workloads.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <sys/types.h>
#include <vector>

namespace sluice::benchmarks {

/// What a peer says it can compute.
struct PeerOffer
{
    std::string workload;
    std::string precision;
    std::size_t threads = 1;
    /// It is measured at the first point and each `stride` further.
    std::size_t stride = 1;
    std::string name;

    [[nodiscard]] std::size_t evaluations() const noexcept
    {
        return (points + stride - 1) / stride * samples;
    }
};

/// A peer at work in a process of its own, so that it can be measured in turn with all others. They speak in
/// lines: the peer lists its offers and says "ready"; to "run 3" or "check 3" it answers with the seconds
/// that offer 3 took, having written its results to a file in the latter case.
class PeerProcess
{
public:
    /// Starts a program in a folder that holds the points and the noise of the workloads.
    PeerProcess(const std::vector<std::string>& command, std::filesystem::path folder);
    ~PeerProcess();
    PeerProcess(const PeerProcess&) = delete;
    PeerProcess& operator=(const PeerProcess&) = delete;

    /// Empty where the peer could not start: it is not installed.
    [[nodiscard]] const std::vector<PeerOffer>& offers() const noexcept { return m_offers; }

    /// The seconds that one run took: of the processor's time for one thread, of the wall's for several.
    [[nodiscard]] double run(std::size_t offer);

    /// The greatest difference of values and gradients from the expected ones, as in greatestDifference().
    [[nodiscard]] double check(std::size_t offer, const Outcome& expected);

private:
    struct CloseFile
    {
        void operator()(std::FILE* file) const noexcept { std::fclose(file); }
    };
    using File = std::unique_ptr<std::FILE, CloseFile>;

    void readOffers();
    [[nodiscard]] std::string readLine();
    [[nodiscard]] double ask(const char* what, std::size_t offer);

    std::filesystem::path m_folder;
    File m_toPeer;
    File m_fromPeer;
    pid_t m_process = -1;
    std::vector<PeerOffer> m_offers;
};

} // namespace sluice::benchmarks
