// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/examples.h"
#include "ui/main_window.h"

#include <QAction>
#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

namespace sluice {

/// What a test of the window has around it: the window with the origin experiment, small enough to be
/// computed at once, and settings of its own.
class OpenWindow
{
public:
    /// Once for a program: nothing of the user's is read or written.
    static void prepareApplication()
    {
        static const QTemporaryDir settings;
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName("Sluice");
        QCoreApplication::setApplicationName("Sluice");
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
        QApplication::setStyle("Fusion");
        installFonts();
    }

    static Experiment smallOrigin()
    {
        Experiment experiment = example("origin").value();
        experiment.points = 101;
        experiment.samples = 200;
        return experiment;
    }

    OpenWindow() : m_window(std::make_unique<MainWindow>(smallOrigin(), "origin"))
    {
        m_window->resize(1280, 800);
        m_window->show();
    }

    [[nodiscard]] MainWindow& window() const { return *m_window; }
    void close() { m_window.reset(); }
    [[nodiscard]] Workspace& workspace() const { return m_window->workspace(); }
    [[nodiscard]] QString text() const { return QString::fromStdString(workspace().experiment().text); }
    [[nodiscard]] const VariantCurves& curvesOf(std::size_t variant) const
    {
        return workspace().shownOutcome()->curves->variants.at(variant);
    }

    /// Whether what is shown is the last word on the experiment as it stands.
    [[nodiscard]] bool isAnswered() const
    {
        return workspace().outcome() && !workspace().isBusy() && !workspace().outcome()->isCoarse &&
               workspace().outcome()->experiment == workspace().experiment();
    }

    [[nodiscard]] QAction* action(const QString& text) const
    {
        const auto actions = m_window->findChildren<QAction*>();
        const auto found = std::ranges::find_if(
            actions, [&](const QAction* each) { return each->text().remove('&') == text; });
        return found != actions.end() ? *found : nullptr;
    }

    template <class Widget>
    [[nodiscard]] Widget& widget(const QString& name = {}) const
    {
        return *m_window->findChild<Widget*>(name);
    }

private:
    std::unique_ptr<MainWindow> m_window;
};

} // namespace sluice
