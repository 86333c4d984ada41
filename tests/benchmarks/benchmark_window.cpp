// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person feels of the window: how smoothly the curves follow a slider, how long the first picture
// takes after the start, and how much memory it all needs.
#include "core/experiment/examples.h"
#include "ui/main_window.h"
#include "ui/panels/range_slider.h"
#include "ui/plot/plot_view.h"

#include <QApplication>
#include <QEventLoop>
#include <QMetaEnum>
#include <QMouseEvent>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <numbers>
#include <set>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

using namespace sluice;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr const char* startOnly = "--start";

Experiment workload()
{
    Experiment experiment = *example("origin");
    experiment.points = 401;
    experiment.samples = 1000;
    return experiment;
}

double quantile(std::vector<double> values, double rank)
{
    if (values.empty())
        return std::nan("");
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(rank * static_cast<double>(values.size() - 1))];
}

/// Measures what the event loop's time goes to, by the receivers of events.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        // Afterwards the receiver may be gone.
        const std::string name =
            std::string(receiver->metaObject()->className()) + ", " + nameOf(event->type());
        const Clock::time_point begin = Clock::now();
        const double innerBefore = std::exchange(m_inner, 0.0);
        const bool isDone = QApplication::notify(receiver, event);
        const double whole = Milliseconds(Clock::now() - begin).count();
        m_times[name] += whole - m_inner;
        m_inner = innerBefore + whole;
        return isDone;
    }

    void forget() { m_times.clear(); }
    /// What takes most, in milliseconds, without what was done for others inside of it.
    [[nodiscard]] std::vector<std::pair<double, std::string>> slowest(std::size_t count) const
    {
        std::vector<std::pair<double, std::string>> all;
        for (const auto& [name, time] : m_times)
            all.emplace_back(time, name);
        std::ranges::sort(all, std::ranges::greater());
        all.resize(std::min(count, all.size()));
        return all;
    }

private:
    static std::string nameOf(QEvent::Type type)
    {
        const char* name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
        return name != nullptr ? name : std::to_string(type);
    }

    std::map<std::string, double> m_times;
    /// The time of the events sent while another is being handled.
    double m_inner = 0.0;
};

/// Counts how often what has been computed anew is painted.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(PlotView& plot) : m_plot(plot)
    {
        for (QWidget* widget : plot.findChildren<QWidget*>())
            widget->installEventFilter(this);
        plot.installEventFilter(this);
    }

    [[nodiscard]] std::size_t pictures() const { return m_seen.size(); }
    void reset() { m_seen.clear(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && m_plot.figure().curves != nullptr)
            m_seen.insert(m_plot.figure().curves);
        return QObject::eventFilter(watched, event);
    }

private:
    PlotView& m_plot;
    /// They are kept, so that no later picture bears the same address.
    std::set<std::shared_ptr<const Curves>> m_seen;
};

void send(RangeSlider& slider, QEvent::Type type, const QPointF& position)
{
    const bool isDown = type != QEvent::MouseButtonRelease;
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, position, slider.mapToGlobal(position), button,
                      isDown ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&slider, &event);
}

/// Drags a handle to and fro, and tells how late the events came.
std::vector<double> drag(RangeSlider& slider, double seconds)
{
    constexpr double eventsPerSecond = 120.0;
    constexpr double amplitude = 60.0;
    const QPointF start = slider.handlePosition(RangeSlider::Handle::low);
    std::vector<double> lags;
    QEventLoop loop;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    timer.setInterval(0);
    send(slider, QEvent::MouseButtonPress, start);
    const Clock::time_point begin = Clock::now();
    std::size_t next = 0;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        const double now = Milliseconds(Clock::now() - begin).count() / 1000.0;
        if (now >= seconds)
            loop.quit();
        for (double due = static_cast<double>(next) / eventsPerSecond; due <= now;
             due = static_cast<double>(++next) / eventsPerSecond) {
            lags.push_back(1000.0 * (now - due));
            const double phase = 2.0 * std::numbers::pi * due / 2.0;
            send(slider, QEvent::MouseMove, start - QPointF(amplitude * 0.5 * (1.0 - std::cos(phase)), 0.0));
        }
        // As a display server would: nothing until the next event is due.
        const double wait =
            static_cast<double>(next) / eventsPerSecond - Milliseconds(Clock::now() - begin).count() / 1000.0;
        timer.setInterval(std::max(0, static_cast<int>(1000.0 * wait)));
    });
    timer.start();
    loop.exec();
    send(slider, QEvent::MouseButtonRelease, start);
    return lags;
}

void waitForTheFirstPicture(MainWindow& window)
{
    QEventLoop loop;
    QObject::connect(&window.workspace(), &Workspace::outcomeChanged, &loop, [&] {
        if (window.workspace().shownOutcome())
            QTimer::singleShot(0, &loop, &QEventLoop::quit);
    });
    loop.exec();
    QCoreApplication::processEvents();
    window.repaint();
}

void showDrag(WatchedApplication& application)
{
    MainWindow window(workload(), "origin");
    window.resize(1600, 1000);
    window.show();
    waitForTheFirstPicture(window);
    auto& plot = *window.findChild<PlotView*>();
    auto& slider = *window.findChild<RangeSlider*>("slider:u");
    PaintWatch watch(plot);
    std::printf("%-28s %10s %10s %10s %10s\n", "drag, 120 events a second", "pictures/s", "lag p50",
                "lag p99", "lag max");
    constexpr double seconds = 4.0;
    for (const char* round : {"warming up", "first", "second", "third"}) {
        watch.reset();
        application.forget();
        const std::vector<double> lags = drag(slider, seconds);
        std::printf("%-28s %10.1f %7.1f ms %7.1f ms %7.1f ms\n", round,
                    static_cast<double>(watch.pictures()) / seconds, quantile(lags, 0.5),
                    quantile(lags, 0.99), quantile(lags, 1.0));
    }
    const auto& outcome = window.workspace().shownOutcome();
    std::printf("%-28s %10.1f ms\n\n%-52s %s\n", "last computation", outcome ? outcome->milliseconds : 0.0,
                "the event loop's time, by receiver and event", "share of a second");
    for (const auto& [time, name] : application.slowest(8))
        std::printf("%-52s %10.1f %%\n", name.c_str(), time / (10.0 * seconds));
}

/// From the start of a process to the first picture, and its memory's peak.
void showStart(char* program)
{
    std::vector<double> times;
    std::vector<double> memory;
    for (int repetition = 0; repetition < 7; ++repetition) {
        const Clock::time_point begin = Clock::now();
        const pid_t child = fork();
        if (child == 0) {
            execl(program, program, startOnly, nullptr);
            _exit(1);
        }
        int status = 0;
        rusage usage{};
        wait4(child, &status, 0, &usage);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
            std::printf("the program didn't start\n");
            return;
        }
        times.push_back(Milliseconds(Clock::now() - begin).count());
        memory.push_back(static_cast<double>(usage.ru_maxrss) / 1024.0);
    }
    std::printf("%-28s %10.0f ms %7.0f ms at worst\n", "start to the first picture", quantile(times, 0.5),
                quantile(times, 1.0));
    std::printf("%-28s %10.0f MB\n", "memory's peak", quantile(memory, 1.0));
}

} // namespace

int main(int argumentCount, char** arguments)
{
    const bool isStart = argumentCount > 1 && std::strcmp(arguments[1], startOnly) == 0;
    if (!isStart)
        showStart(arguments[0]);
    QStandardPaths::setTestModeEnabled(true);
    WatchedApplication application(argumentCount, arguments);
    QApplication::setStyle(QStringLiteral("Fusion"));
    installFonts();
    if (isStart) {
        MainWindow window(workload(), "origin");
        window.show();
        waitForTheFirstPicture(window);
        // What the program frees at its end is no part of its start.
        _exit(0);
    }
    showDrag(application);
    return 0;
}
