// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/workspace.h"

#include <QElapsedTimer>

namespace sluice {

/// The gesture of changes that come one by one, as letters that are typed or steps while a key is held: they
/// are one step of undo until there is a pause.
class SteadyGesture
{
public:
    explicit SteadyGesture(Workspace& workspace) : m_workspace(workspace) {}

    /// The number for a change that comes now.
    [[nodiscard]] int next()
    {
        if (!m_sinceLast.isValid() || m_sinceLast.elapsed() > pause) {
            m_gesture = m_workspace.beginGesture();
        }
        m_sinceLast.start();
        return m_gesture;
    }

    /// What comes next is another gesture.
    void end() { m_sinceLast.invalidate(); }

private:
    /// In milliseconds.
    static constexpr qint64 pause = 1000;

    Workspace& m_workspace;
    QElapsedTimer m_sinceLast;
    int m_gesture = -1;
};

} // namespace sluice
