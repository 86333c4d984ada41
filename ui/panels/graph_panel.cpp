// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/graph_panel.h"

#include "ui/graph/graph_view.h"
#include "ui/panels/node_line.h"
#include "ui/theme.h"

#include <QLabel>

#include <cmath>

namespace sluice {

namespace {

/// `yu = y * u`, or the name alone where it stands for itself.
QString formulaOfNode(const NodeReading& reading)
{
    const QString name = QString::fromStdString(reading.name);
    const QString expression = QString::fromStdString(reading.expression).simplified();
    return expression.isEmpty() || expression == name ? name
                                                      : QStringLiteral("%1 = %2").arg(name, expression);
}

/// What the gate on the selection is, and how to go on: that a second click leads further is not plain after
/// the first. In front, since what follows may be cut short.
QString withGate(const QString& text, std::optional<GateKind> gate)
{
    if (!gate) {
        return text;
    }
    return (*gate == GateKind::stop ? GraphPanel::tr("stop (next click: clean) · %1")
                                    : GraphPanel::tr("clean (next click: no gate) · %1"))
        .arg(text);
}

} // namespace

GraphPanel::GraphPanel(const Workspace& workspace, QWidget* parent)
    : Panel(tr("Graph"), parent),
      m_view(new GraphView),
      m_legend(new QLabel),
      m_line(new NodeLine),
      m_readings(workspace)
{
    setContentFlush();
    m_legend->setAccessibleName(tr("What the backward pass carries along an edge"));
    addTool(m_legend);
    addContent(m_view);
    addContent(m_line, 0);
    m_view->setAccessibleName(tr("Graph"));
    m_view->setToolTip({});
    // A scene takes every drag, whatever it holds; here the window shall have them.
    m_view->setAcceptDrops(false);
    m_view->viewport()->setAcceptDrops(false);
    connect(m_view, &GraphView::selectionChanged, this, [this] {
        m_readings.select(m_view->selection().node);
        showReading();
    });
    connect(&m_readings, &NodeReadings::changed, this, &GraphPanel::showReading);
    showReading();
}

void GraphPanel::setTheme(const Theme& theme)
{
    m_view->setTheme(theme);
    m_legend->setText(
        QStringLiteral("<small><span style='color:%1'>◀ %2</span>&nbsp; <span style='color:%3'>◁ %4</span>"
                       "&nbsp; <span style='color:%5'>┈ %6</span></small>")
            .arg(theme.noise.name(), tr("noisy"), theme.noiseFree.name(), tr("noise-free"),
                 theme.secondaryText.name(), tr("no gradient")));
}

void GraphPanel::readAt(double x)
{
    m_readings.moveTo(x);
}

void GraphPanel::showReading()
{
    const GraphSelection& selection = m_view->selection();
    QStringList lines = selection.description.split(QLatin1Char('\n'));
    const QString first = withGate(lines.takeFirst(), selection.gate);
    const auto& node = m_readings.shown();
    if (selection.description.isEmpty()) {
        m_line->setTexts({}, tr("Click a node or an edge: stop, clean, no gate"));
    } else if (node == nullptr) {
        m_line->setTexts(first, lines.join(QStringLiteral(" · ")));
    } else if (!node->error.isEmpty()) {
        m_line->setTexts(first, node->error);
    } else {
        const std::vector<double>& x = node->outcome->curves->x;
        const double spacing = x.size() > 1 ? std::abs(x[1] - x[0]) : 0.0;
        m_line->setTexts(withGate(formulaOfNode(node->reading), selection.gate),
                         nodeReadingText(node->reading, spacing));
    }
}

} // namespace sluice
