// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/algebra_system.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <string_view>
#include <sys/socket.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace sluice {

namespace {

using Clock = std::chrono::steady_clock;

/// An open file, closed at the end.
class Descriptor
{
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&&) = delete;

    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

/// A child process that ends with this object, at the latest.
class Process
{
public:
    explicit Process(pid_t id) : m_id(id) {}
    ~Process()
    {
        ::kill(m_id, SIGKILL);
        while (::waitpid(m_id, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

private:
    pid_t m_id;
};

/// What posix_spawn is to do with the child's files.
class FileActions
{
public:
    FileActions() { posix_spawn_file_actions_init(&m_actions); }
    ~FileActions() { posix_spawn_file_actions_destroy(&m_actions); }
    FileActions(const FileActions&) = delete;
    FileActions& operator=(const FileActions&) = delete;

    void duplicate(int from, int to) { posix_spawn_file_actions_adddup2(&m_actions, from, to); }
    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions{};
};

struct Talk
{
    Descriptor ours;
    Descriptor theirs;
};

// A pair of sockets rather than pipes: writing to a helper that has died must not raise SIGPIPE.
std::optional<Talk> openTalk()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return std::nullopt;
    return Talk{Descriptor(ends[0]), Descriptor(ends[1])};
}

// Spawned, not forked: the caller may have many threads.
std::optional<pid_t> spawn(const std::filesystem::path& helper, const Descriptor& end)
{
    FileActions actions;
    actions.duplicate(end.number(), STDIN_FILENO);
    actions.duplicate(end.number(), STDOUT_FILENO);
    std::string name = helper.string();
    std::array<char*, 2> arguments{name.data(), nullptr};
    pid_t id = 0;
    if (posix_spawn(&id, name.c_str(), actions.get(), nullptr, arguments.data(), environ) != 0)
        return std::nullopt;
    return id;
}

/// Waits until the socket is ready; false at the deadline.
bool waitFor(int socket, short event, Clock::time_point deadline)
{
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
        if (left.count() <= 0)
            return false;
        pollfd watched{.fd = socket, .events = event, .revents = 0};
        const int ready = ::poll(&watched, 1, static_cast<int>(std::min<long long>(left.count(), 60'000)));
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return false;
    }
}

bool sendAll(int socket, std::string_view text, Clock::time_point deadline)
{
    while (!text.empty()) {
        if (!waitFor(socket, POLLOUT, deadline))
            return false;
        const ssize_t sent = ::send(socket, text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && errno != EAGAIN && errno != EINTR)
            return false;
        text.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(sent, 0)));
    }
    return ::shutdown(socket, SHUT_WR) == 0;
}

/// Everything that comes until the other end closes.
std::optional<std::string> receiveAll(int socket, Clock::time_point deadline)
{
    std::string text;
    std::array<char, 256> buffer{};
    for (;;) {
        if (!waitFor(socket, POLLIN, deadline))
            return std::nullopt;
        const ssize_t received = ::recv(socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (received == 0)
            return text;
        if (received > 0)
            text.append(buffer.data(), static_cast<std::size_t>(received));
        else if (errno != EAGAIN && errno != EINTR)
            return std::nullopt;
    }
}

} // namespace

AlgebraSystem::AlgebraSystem()
{
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error)
        m_helper = program.parent_path() / "sluice-algebra";
}

AlgebraSystem::AlgebraSystem(std::filesystem::path helper) : m_helper(std::move(helper)) {}

AlgebraAnswer AlgebraSystem::ask(const AlgebraQuestion& question, std::chrono::milliseconds deadline) const
{
    if (m_helper.empty() || deadline.count() <= 0)
        return AlgebraAnswer::notAttempted;
    const Clock::time_point end = Clock::now() + deadline;
    std::string text;
    for (const std::string& line : question.lines)
        text += line + '\n';

    std::optional<Talk> talk = openTalk();
    if (!talk)
        return AlgebraAnswer::notAttempted;
    const auto id = spawn(m_helper, talk->theirs);
    if (!id)
        return AlgebraAnswer::notAttempted;
    const Process process(*id);
    const Descriptor ours = std::move(talk->ours);
    // Only the helper keeps its end, so that ours sees when it is gone.
    talk.reset();
    if (!sendAll(ours.number(), text, end))
        return AlgebraAnswer::notAttempted;
    const auto answer = receiveAll(ours.number(), end);
    if (answer == "proved\n")
        return AlgebraAnswer::proved;
    return answer == "not proved\n" ? AlgebraAnswer::notProved : AlgebraAnswer::notAttempted;
}

} // namespace sluice
