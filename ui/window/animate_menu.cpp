// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/animate_menu.h"

#include "ui/local_number.h"
#include "ui/window/animation.h"
#include "ui/window/tool_icons.h"
#include "ui/workspace/workspace.h"

#include <QActionGroup>

#include <algorithm>

namespace sluice {

namespace {

constexpr int limitDigits = 6;

} // namespace

AnimateMenu::AnimateMenu(const Workspace& workspace, Animation& animation, QWidget* parent)
    : QMenu(tr("Animate &what"), parent),
      m_workspace(workspace),
      m_animation(animation),
      m_subjects(new QActionGroup(this)),
      m_play(new QAction(this))
{
    m_play->setShortcut(QKeySequence(tr("F5")));
    m_play->setIconVisibleInMenu(false);
    connect(m_play, &QAction::triggered, this,
            [this] { m_animation.isRunning() ? m_animation.pause() : m_animation.play(); });
    connect(&m_animation, &Animation::runningChanged, this, &AnimateMenu::showState);
    connect(&m_animation, &Animation::subjectChanged, this, &AnimateMenu::showState);
    connect(&m_workspace, &Workspace::readingChanged, this, &AnimateMenu::showState);
    connect(this, &QMenu::aboutToShow, this, &AnimateMenu::refill);
    refill();
}

void AnimateMenu::refill()
{
    clear();
    const auto add = [this](const QString& text, const std::optional<LiteralReference>& literal) {
        QAction* action = addAction(text);
        action->setCheckable(true);
        action->setChecked(m_animation.subject() == literal);
        m_subjects->addAction(action);
        connect(action, &QAction::triggered, this, [this, literal] {
            m_animation.setSubject(literal);
            m_animation.play();
        });
    };
    add(tr("&Draws"), std::nullopt);
    if (m_workspace.program()) {
        for (const AnimatedNumber& each :
             animatedNumbersOf(*m_workspace.program(), m_workspace.selectedAlone().experiment)) {
            add(tr("%1 from %2 to %3")
                    .arg(each.name, readableNumber(each.low, limitDigits),
                         readableNumber(each.high, limitDigits)),
                each.literal);
        }
    }
    showState();
}

QString AnimateMenu::subjectName() const
{
    if (m_animation.subject() && m_workspace.program()) {
        const auto numbers =
            animatedNumbersOf(*m_workspace.program(), m_workspace.selectedAlone().experiment);
        const auto found = std::ranges::find(numbers, *m_animation.subject(), &AnimatedNumber::literal);
        if (found != numbers.end()) {
            return found->name;
        }
    }
    return {};
}

void AnimateMenu::showState()
{
    const QString name = subjectName();
    if (name.isEmpty() && m_animation.subject() && m_workspace.isProgramCurrent()) {
        // The text has lost what was chosen.
        m_animation.setSubject(std::nullopt);
        return;
    }
    const bool isRunning = m_animation.isRunning();
    m_play->setText(isRunning ? tr("&Pause") : tr("&Animate"));
    m_play->setIcon(isRunning ? pauseIcon() : playIcon());
    m_play->setIconText(isRunning ? tr("Pause") : tr("Animate"));
    const QString what =
        name.isEmpty() ? tr("Draw the noise anew, again and again") : tr("Move %1 back and forth").arg(name);
    m_play->setToolTip(QStringLiteral("%1 (%2)").arg(isRunning ? tr("Stop here") : what,
                                                     m_play->shortcut().toString(QKeySequence::NativeText)));
    m_play->setEnabled(isRunning || m_workspace.program());
}

} // namespace sluice
