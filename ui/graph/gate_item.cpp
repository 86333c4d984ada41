// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/gate_item.h"

#include "ui/phrase_text.h"

#include <QStringList>
#include <QTextDocument>

#include <utility>

namespace sluice {

GateItem::GateItem(QString target, const Theme& theme) : m_theme(theme), m_target(std::move(target))
{
    setFlag(ItemIsFocusable);
}

void GateItem::setGate(const std::optional<DrawnGate>& gate)
{
    if (m_gate != gate) {
        m_gate = gate;
        // A gated edge lies on top, so that no other line crosses its symbol.
        setZValue(baseLevel() + (gate ? 0.5 : 0.0));
        prepareGeometryChange();
        updateToolTip();
        update();
    }
}

void GateItem::setHovered(bool isHovered)
{
    m_isHovered = isHovered;
    update();
}

QString GateItem::gateSentence() const
{
    if (!m_gate) {
        return tr("No gate: the value passes, and the gradient flows back through %1.").arg(m_target);
    }
    if (m_gate->kind == GateKind::stop) {
        return tr("stop_gradient: the value passes, no gradient flows back through %1.").arg(m_target);
    }
    return tr("clean: forward noisy, backward as if the noise were at its nominal value.");
}

void GateItem::updateToolTip()
{
    QStringList lines{description(), gateSentence()};
    if (m_gate && m_gate->changesNothing) {
        const QString reason = translated(m_gate->reason);
        lines << (reason.isEmpty() ? tr("It changes nothing here.")
                                   : tr("It changes nothing here: %1").arg(reason));
    }
    const QString text = lines.join(QLatin1Char('\n'));
    setToolTip(Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text);
}

} // namespace sluice
