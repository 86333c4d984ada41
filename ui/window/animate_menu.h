// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QActionGroup;

namespace sluice {

class Animation;
class Workspace;

/// What there is to animate: the draws, or one of the numbers in the text.
class AnimateMenu : public QMenu
{
    Q_OBJECT

public:
    AnimateMenu(const Workspace& workspace, Animation& animation, QWidget* parent = nullptr);

    /// Plays and pauses; its text says which, and its tooltip what.
    [[nodiscard]] QAction* play() const { return m_play; }

private:
    void refill();
    void showState();
    [[nodiscard]] QString subjectName() const;

    const Workspace& m_workspace;
    Animation& m_animation;
    QActionGroup* m_subjects = nullptr;
    QAction* m_play = nullptr;
};

} // namespace sluice
