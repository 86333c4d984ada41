// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/noise_panel.h"

#include "ui/panels/literal_row.h"
#include "ui/theme.h"
#include "ui/workspace/variant_editing.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace sluice {

namespace {

constexpr int widestName = 128;

} // namespace

NoisePanel::NoisePanel(Workspace& workspace, QWidget* parent)
    : Panel(tr("Noise and parameters"), parent),
      m_workspace(workspace),
      m_theme(&lightTheme()),
      m_list(new QWidget),
      m_layout(new QVBoxLayout(m_list)),
      m_steps(workspace)
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_list);
    m_list->setBackgroundRole(QPalette::Base);
    addContent(scroll);
    rebuild();

    connect(&m_workspace, &Workspace::readingChanged, this, &NoisePanel::refresh);
    connect(&m_workspace, &Workspace::experimentChanged, this, &NoisePanel::refresh);
}

void NoisePanel::setTheme(const Theme& theme)
{
    m_theme = &theme;
    rebuild();
}

void NoisePanel::refresh()
{
    // While the text has errors the numbers stand somewhere else than the program believes.
    m_list->setEnabled(!m_workspace.hasErrors());
    if (!m_workspace.isProgramCurrent()) {
        if (m_workspace.program() == nullptr && !m_rows.empty()) {
            m_rows.clear();
            rebuild();
        }
        return;
    }
    auto rows = noiseRowsOf(*m_workspace.program(), m_workspace.selectedAlone().experiment);
    const bool sameControls = !m_rows.empty() && haveSameControls(rows, m_rows);
    m_rows = std::move(rows);
    if (!sameControls) {
        rebuild();
        return;
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        updateControls(m_controls[i], m_rows[i]);
    }
}

void NoisePanel::updateControls(const Controls& controls, const NoiseRow& row)
{
    if (controls.slider != nullptr) {
        controls.slider->setRow(row);
    }
    if (controls.description != nullptr) {
        controls.description->setText(row.description);
        controls.description->setToolTip(row.description);
    }
    if (controls.writeOut != nullptr) {
        controls.writeOut->setToolTip(tr("Write %1 in the expression, so that its numbers have sliders")
                                          .arg(QString::fromStdString(row.writeOut->text)));
    }
}

void NoisePanel::rebuild()
{
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            // Later, since it may be the one whose signal brought us here.
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_controls.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const NoiseRow& row = m_rows[i];
        Controls controls;
        m_layout->addWidget(row.kind == NoiseRow::Kind::written ? writtenRow(i, controls)
                                                                : sliderRow(row, controls));
        updateControls(controls, row);
        m_controls.push_back(controls);
    }
    if (m_rows.empty()) {
        auto* hint =
            new QLabel(tr("No noise source or parameter in the expression. Write u = uniform(0.9, 1.1) for "
                          "noise, a = 0.5 for a parameter."));
        hint->setWordWrap(true);
        hint->setForegroundRole(QPalette::PlaceholderText);
        m_layout->addWidget(hint);
    }
    m_layout->addStretch();
    alignNames();
}

QWidget* NoisePanel::sliderRow(const NoiseRow& row, Controls& controls)
{
    auto* slider = new LiteralRow(row);
    slider->setTheme(*m_theme);
    controls.slider = slider;
    const QString action =
        tr("Change %1").arg(row.argument.isEmpty() ? row.name : row.name + " " + row.argument);
    connect(slider, &LiteralRow::gestureStarted, this, [this] { m_gesture = m_workspace.beginGesture(); });
    connect(slider, &LiteralRow::dragged, this, &NoisePanel::dragged);
    connect(slider, &LiteralRow::moved, this, [this, action](const std::vector<LiteralValue>& values) {
        m_workspace.setLiterals(action, values, m_gesture);
    });
    connect(slider, &LiteralRow::typed, this, [this, action](const std::vector<LiteralValue>& values) {
        m_workspace.setLiterals(action, values, m_steps.next());
    });
    return slider;
}

QWidget* NoisePanel::writtenRow(std::size_t index, Controls& controls)
{
    const NoiseRow& row = m_rows[index];
    auto* widget = new QWidget;
    auto* layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* name = new QLabel(row.name);
    name->setFont(monospaceFont());
    name->setStyleSheet(QStringLiteral("QLabel { color: %1; }").arg(m_theme->noise.name()));
    name->setToolTip(row.toolTip);
    controls.description = new QLabel;
    controls.description->setFont(monospaceFont());
    controls.description->setWordWrap(true);
    layout->addWidget(name);
    layout->addWidget(controls.description, 1);
    if (row.writeOut) {
        controls.writeOut = new QPushButton(tr("Write out"));
        controls.writeOut->setAccessibleName(tr("Write out %1").arg(row.name));
        connect(controls.writeOut, &QPushButton::clicked, this, [this, index] { writeOut(index); });
        layout->addWidget(controls.writeOut);
    }
    return widget;
}

void NoisePanel::alignNames()
{
    int width = 0;
    for (const Controls& each : m_controls) {
        width = each.slider != nullptr ? std::max(width, each.slider->nameWidth()) : width;
    }
    for (const Controls& each : m_controls) {
        if (each.slider != nullptr) {
            each.slider->setNameWidth(std::min(width, widestName));
        }
    }
}

void NoisePanel::writeOut(std::size_t index)
{
    // Where it stands, the row as it is now knows.
    if (!m_workspace.isProgramCurrent() || index >= m_rows.size() || !m_rows[index].writeOut) {
        return;
    }
    m_workspace.change(tr("Write out a noise source"),
                       withText(m_workspace.experiment(), m_workspace.selectedVariant(),
                                withReplacements(m_workspace.shownText(), {*m_rows[index].writeOut})));
}

} // namespace sluice
