// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/language/program.h"
#include "ui/workspace/literal_rewriting.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>
#include <vector>

namespace sluice {

class Workspace;

/// A number of the text that is moved back and forth between two limits.
struct AnimatedNumber
{
    /// As the panel of noise and parameters calls it.
    QString name;
    LiteralReference literal;
    double low = 0.0;
    double high = 1.0;

    bool operator==(const AnimatedNumber&) const = default;
};

/// The numbers that can be moved in this program, each within the limits that its slider begins with.
[[nodiscard]] std::vector<AnimatedNumber> animatedNumbersOf(const Program& program,
                                                            const Experiment& experiment);

/// Where a number is after this many milliseconds of going back and forth, in steps that a person would
/// choose: at the start at `start` and on its way up.
[[nodiscard]] double animatedValue(const AnimatedNumber& number, double start, qint64 milliseconds);

/// Plays the experiment: moves one number of it, or draws the noise anew, again and again. The next frame is
/// asked for when the last has been computed, and no faster than the display shows them; the number's place
/// is a matter of time, so that a slow computation drops frames. All of it is one step of undo. Whatever else
/// changes the experiment ends it.
class Animation : public QObject
{
    Q_OBJECT

public:
    explicit Animation(Workspace& workspace, QObject* parent = nullptr);

    /// What is played: a number by its name, or the draws where there is none. What runs ends.
    void setSubject(std::optional<LiteralReference> literal);
    [[nodiscard]] const std::optional<LiteralReference>& subject() const { return m_subject; }
    /// From frame to frame at least, in milliseconds.
    void setFrameTime(int milliseconds) { m_frameTime = milliseconds; }

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// Nothing happens where there is nothing to play: the text has errors, or the number is gone.
    void play();
    void pause();

signals:
    void runningChanged(bool isRunning);
    void subjectChanged();

private:
    void followChange();
    void followOutcome();
    void askNext();
    void advance();
    [[nodiscard]] std::optional<AnimatedNumber> subjectNumber() const;

    Workspace& m_workspace;
    std::optional<LiteralReference> m_subject;
    int m_frameTime = 16;

    bool m_isRunning = false;
    /// The change that is being made is ours.
    bool m_isChanging = false;
    int m_gesture = -1;
    AnimatedNumber m_number;
    double m_start = 0.0;
    QElapsedTimer m_clock;
    QElapsedTimer m_sinceFrame;
    QTimer m_next;
};

} // namespace sluice
