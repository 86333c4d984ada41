// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <QUndoCommand>

#include <functional>

namespace sluice {

/// A step of undo: the experiment before and after. Changes of one gesture, such as a slider's drag, are one
/// step.
class ExperimentChange : public QUndoCommand
{
public:
    using Adopt = std::function<void(const Experiment&)>;

    /// A gesture of -1 stands alone.
    ExperimentChange(const QString& action, Experiment before, Experiment after, int gesture, Adopt adopt);

    [[nodiscard]] int id() const override { return m_gesture; }
    bool mergeWith(const QUndoCommand* other) override;
    void undo() override { m_adopt(m_before); }
    void redo() override { m_adopt(m_after); }

private:
    Experiment m_before;
    Experiment m_after;
    int m_gesture;
    Adopt m_adopt;
};

} // namespace sluice
