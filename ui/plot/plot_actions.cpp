// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot_actions.h"

#include "ui/plot/gradient_reading.h"
#include "ui/plot/plot_view.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include <algorithm>

namespace sluice {

PlotActions::PlotActions(PlotView& view)
    : QObject(&view), m_view(view), m_readings(new QActionGroup(this)), m_targets(new QActionGroup(this))
{
    createLayers();
    createReadings();
    createTargets();
    createHistory();
    m_layerMenu = createMenu(tr("&Curves"), layerActions());
    m_readingMenu = createMenu(tr("Lower &plot"), readingActions());
    m_readingMenu->addSeparator();
    m_readingMenu->addActions(targetActions());
    connect(&m_view, &PlotView::viewChanged, this, &PlotActions::refresh);
    connect(&m_view, &PlotView::historyChanged, this, &PlotActions::refresh);
    refresh();
}

QAction* PlotActions::add(const QString& text, const QString& toolTip, const QString& keys)
{
    auto* action = new QAction(text, this);
    action->setShortcut(QKeySequence(keys));
    action->setToolTip(
        QStringLiteral("%1 (%2)").arg(toolTip, action->shortcut().toString(QKeySequence::NativeText)));
    // A key that is for the plots alone works where their widget has the action.
    m_view.addAction(action);
    return action;
}

void PlotActions::addLayer(FigureLayer layer, const QString& text, const QString& toolTip,
                           const QString& keys)
{
    QAction* action = add(text, toolTip, keys);
    action->setCheckable(true);
    // A single key: for who is in the plots, not for who types an expression.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, &m_view, [this, layer](bool on) {
        FigureView next = m_view.view();
        next.layers.setFlag(layer, on);
        m_view.setView(next);
    });
    m_layers.append({layer, action});
}

void PlotActions::createLayers()
{
    addLayer(FigureLayer::bands, tr("&Bands"), tr("Where half and nine tenths of the samples lie"),
             QStringLiteral("B"));
    addLayer(FigureLayer::paths, tr("&Sample paths"), tr("Single samples along the sweep"),
             QStringLiteral("S"));
    addLayer(FigureLayer::mean, tr("&Mean"), tr("The mean of the samples"), QStringLiteral("M"));
    addLayer(FigureLayer::noiseFree, tr("&Noise-free line"), tr("Value and gradient without noise"),
             QStringLiteral("N"));
    addLayer(FigureLayer::difference, tr("By &differences"),
             tr("The honest derivative: differences of the mean value on the same draws, which no surrogate "
                "and no gate bends; takes three times as long"),
             QStringLiteral("D"));
}

void PlotActions::createReadings()
{
    const auto addReading = [this](GradientReading reading, const QString& text, const QString& toolTip,
                                   const QString& keys) {
        QAction* action = add(text, toolTip, keys);
        action->setCheckable(true);
        action->setData(static_cast<int>(reading));
        m_readings->addAction(action);
    };
    addReading(GradientReading::gradient, tr("&Gradient"), tr("The gradient itself"),
               QStringLiteral("Alt+1"));
    addReading(GradientReading::deviation, tr("&Standard deviation"),
               tr("The gradient's standard deviation, on a logarithmic scale, with its confidence interval"),
               QStringLiteral("Alt+2"));
    addReading(GradientReading::bias, tr("&Bias"),
               tr("How far the mean gradient is from its target, with a confidence interval; no line where "
                  "the samples can’t tell it from 0"),
               QStringLiteral("Alt+3"));
    addReading(GradientReading::logBias, tr("|Bias|, &logarithmic"),
               tr("The size of the bias on a logarithmic scale"), QStringLiteral("Alt+4"));
    connect(m_readings, &QActionGroup::triggered, &m_view, [this](const QAction* action) {
        FigureView next = m_view.view();
        next.reading = static_cast<GradientReading>(action->data().toInt());
        m_view.setView(next);
    });
}

void PlotActions::createTargets()
{
    const auto addTarget = [this](GradientTarget target, const QString& text, const QString& toolTip) {
        auto* action = new QAction(text, this);
        action->setToolTip(toolTip);
        action->setCheckable(true);
        action->setData(static_cast<int>(target));
        m_targets->addAction(action);
    };
    addTarget(GradientTarget::noiseFree, tr("Bias against the &noise-free gradient"),
              tr("The gradient of the graph without noise and without gates"));
    addTarget(GradientTarget::gradientOfMean, tr("Bias against the gradient of the &mean value"),
              tr("What descent on the mean value follows, by differences; takes three times as long"));
    addTarget(GradientTarget::pathwise, {}, {});
    connect(m_targets, &QActionGroup::triggered, &m_view, [this](const QAction* action) {
        FigureView next = m_view.view();
        next.target = static_cast<GradientTarget>(action->data().toInt());
        if (next.reading != GradientReading::logBias) {
            next.reading = GradientReading::bias;
        }
        m_view.setView(next);
    });
}

void PlotActions::createHistory()
{
    m_back = add(tr("View bac&k"), tr("Show what was shown before"), QStringLiteral("Alt+Left"));
    m_forward =
        add(tr("View for&ward"), tr("Show again what was left by going back"), QStringLiteral("Alt+Right"));
    connect(m_back, &QAction::triggered, &m_view, &PlotView::goBack);
    connect(m_forward, &QAction::triggered, &m_view, &PlotView::goForward);
}

QList<QAction*> PlotActions::layerActions() const
{
    QList<QAction*> actions;
    for (const auto& [layer, action] : m_layers) {
        actions << action;
    }
    return actions;
}

QList<QAction*> PlotActions::readingActions() const
{
    return m_readings->actions();
}

QList<QAction*> PlotActions::targetActions() const
{
    return m_targets->actions();
}

QMenu* PlotActions::createMenu(const QString& title, const QList<QAction*>& actions)
{
    auto* menu = new QMenu(title, &m_view);
    menu->addActions(actions);
    menu->setToolTipsVisible(true);
    return menu;
}

QList<QAction*> PlotActions::menuActions() const
{
    return {m_back, m_forward, m_layerMenu->menuAction(), m_readingMenu->menuAction()};
}

QString PlotActions::readingText() const
{
    switch (m_view.view().reading) {
    case GradientReading::gradient:
        return tr("Gradient");
    case GradientReading::deviation:
        return tr("Deviation");
    case GradientReading::bias:
        return tr("Bias");
    case GradientReading::logBias:
        return tr("|Bias|");
    }
    return {};
}

void PlotActions::refresh()
{
    const FigureView& view = m_view.view();
    for (const auto& [layer, action] : m_layers) {
        action->setChecked(view.layers.testFlag(layer));
    }
    for (QAction* action : m_readings->actions()) {
        action->setChecked(action->data().toInt() == static_cast<int>(view.reading));
    }
    refreshTargets();
    refreshPaths();
    m_back->setEnabled(m_view.hasBack());
    m_forward->setEnabled(m_view.hasForward());
}

void PlotActions::refreshTargets()
{
    const bool hasUngated = std::ranges::any_of(
        m_view.figure().variants, [](const FigureVariant& each) { return each.ungated.has_value(); });
    for (QAction* action : m_targets->actions()) {
        const auto target = static_cast<GradientTarget>(action->data().toInt());
        action->setChecked(target == m_view.view().target);
        if (target == GradientTarget::pathwise) {
            action->setEnabled(hasUngated);
            action->setText(hasUngated ? tr("Bias against the mean gradient without &gates")
                                       : tr("Bias against the mean gradient without &gates (needs a variant "
                                            "without gates)"));
            action->setToolTip(tr("The mean over all samples of the gradient that the graph has by itself"));
        }
    }
}

void PlotActions::refreshPaths()
{
    for (const auto& [layer, action] : m_layers) {
        if (layer != FigureLayer::paths) {
            continue;
        }
        const bool hasPaths = m_view.figure().hasSharedDraws;
        action->setEnabled(hasPaths);
        action->setText(hasPaths ? tr("&Sample paths") : tr("&Sample paths (with shared draws only)"));
        action->setToolTip(hasPaths ? tr("Single samples along the sweep (S)")
                                    : tr("Under independent draws the noise of neighbouring points has "
                                         "nothing in common, so that a sample has no path. Choose shared "
                                         "noise in the panel “Sampling”."));
    }
}

} // namespace sluice
