// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/experiment_change.h"

#include <utility>

namespace sluice {

ExperimentChange::ExperimentChange(const QString& action, Experiment before, Experiment after, int gesture,
                                   Adopt adopt)
    : QUndoCommand(action),
      m_before(std::move(before)),
      m_after(std::move(after)),
      m_gesture(gesture),
      m_adopt(std::move(adopt))
{
}

bool ExperimentChange::mergeWith(const QUndoCommand* other)
{
    const auto* later = dynamic_cast<const ExperimentChange*>(other);
    if (later == nullptr || later->m_gesture != m_gesture || later->text() != text()) {
        return false;
    }
    m_after = later->m_after;
    setObsolete(m_after == m_before);
    return true;
}

} // namespace sluice
