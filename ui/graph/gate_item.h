// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_model.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QGraphicsItem>
#include <QPolygonF>
#include <QString>

#include <cstddef>
#include <optional>

namespace sluice {

/// What a drawn node and a drawn edge have in common: a gate can be set there.
class GateItem : public QGraphicsItem
{
    Q_DECLARE_TR_FUNCTIONS(GateItem)

public:
    /// @param theme Outlives the item.
    GateItem(QString target, const Theme& theme);

    /// The node or edge as a gate names it.
    [[nodiscard]] const QString& target() const { return m_target; }
    [[nodiscard]] const std::optional<DrawnGate>& gate() const { return m_gate; }
    void setGate(const std::optional<DrawnGate>& gate);
    void setHovered(bool isHovered);
    /// What the gate does to the gradient here, or that there is none, in a sentence.
    [[nodiscard]] virtual QString gateSentence() const;
    /// What a menu about it is headed by.
    [[nodiscard]] virtual QString heading() const { return m_target; }
    /// Whether this is one place of the text, and not several that are drawn as one.
    [[nodiscard]] virtual bool canHaveGate() const { return !m_target.isEmpty(); }
    /// For a group of nodes how many they are, else 0.
    [[nodiscard]] virtual std::size_t groupSize() const { return 0; }

    /// Points of the scene at which a click can be meant for this item, the best first.
    [[nodiscard]] virtual QPolygonF anchors() const = 0;
    /// What this is, in a sentence.
    [[nodiscard]] virtual QString description() const = 0;
    /// How far a point of the scene is from the item's line or box.
    [[nodiscard]] virtual double distanceTo(const QPointF& point) const = 0;

protected:
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    [[nodiscard]] bool isHovered() const { return m_isHovered; }
    void updateToolTip();

private:
    /// Nodes lie above edges.
    [[nodiscard]] virtual double baseLevel() const = 0;

    const Theme& m_theme;
    QString m_target;
    std::optional<DrawnGate> m_gate;
    bool m_isHovered = false;
};

} // namespace sluice
