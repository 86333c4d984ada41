// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>

/// How a call of the program ended.
struct Outcome
{
    int status = -1;
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] QByteArray firstError() const { return errors.left(errors.indexOf('\n')); }
};

/// Calls the program without a display, as on a server.
struct Program
{
    QString folder;
    /// Where standard output goes instead of being kept.
    QString outputFile;

    [[nodiscard]] Outcome run(const QStringList& arguments, const QByteArray& input = {}) const
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
            environment.remove(name);
        }
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder);
        if (!outputFile.isEmpty()) {
            process.setStandardOutputFile(outputFile);
        }
        process.start(SLUICE_PROGRAM, arguments);
        process.write(input);
        process.closeWriteChannel();
        constexpr int patience = 120'000;
        if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit) {
            return {-1, process.readAllStandardOutput(),
                    "crashed or hung: " + process.readAllStandardError()};
        }
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
};
