// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/noise_panel.h"

#include "ui/panels/literal_row.h"
#include "ui/theme.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace sluice {

namespace {

constexpr int widestName = 110;

} // namespace

NoisePanel::NoisePanel(Workspace& workspace, QWidget* parent)
    : Panel(tr("Noise and parameters"), parent),
      m_workspace(workspace),
      m_theme(&lightTheme()),
      m_list(new QWidget),
      m_layout(new QVBoxLayout(m_list))
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
    auto rows = noiseRowsOf(*m_workspace.program(), m_workspace.experiment());
    const bool sameControls = !m_rows.empty() && haveSameControls(rows, m_rows);
    m_rows = std::move(rows);
    if (!sameControls) {
        rebuild();
        return;
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_sliders[i] != nullptr) {
            m_sliders[i]->setRow(m_rows[i]);
        }
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
    m_sliders.clear();
    for (const NoiseRow& row : m_rows) {
        m_layout->addWidget(rowWidget(row));
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

QWidget* NoisePanel::rowWidget(const NoiseRow& row)
{
    if (row.kind == NoiseRow::Kind::written) {
        m_sliders.push_back(nullptr);
        return writtenRow(row);
    }
    auto* slider = new LiteralRow(row);
    slider->setTheme(*m_theme);
    m_sliders.push_back(slider);
    const QString action =
        tr("Change %1").arg(row.argument.isEmpty() ? row.name : row.name + " " + row.argument);
    connect(slider, &LiteralRow::gestureStarted, this, [this] { m_gesture = m_workspace.beginGesture(); });
    connect(slider, &LiteralRow::dragged, this, &NoisePanel::dragged);
    connect(slider, &LiteralRow::moved, this, [this, action](const std::vector<LiteralValue>& values) {
        m_workspace.setLiterals(action, values, m_gesture);
    });
    connect(slider, &LiteralRow::typed, this, [this, action](const std::vector<LiteralValue>& values) {
        m_workspace.setLiterals(action, values, -1);
    });
    return slider;
}

QWidget* NoisePanel::writtenRow(const NoiseRow& row)
{
    auto* widget = new QWidget;
    auto* layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* name = new QLabel(row.name);
    name->setFont(monospaceFont());
    name->setStyleSheet(QStringLiteral("QLabel { color: %1; }").arg(m_theme->noise.name()));
    name->setToolTip(row.toolTip);
    auto* description = new QLabel(row.description);
    description->setFont(monospaceFont());
    description->setWordWrap(true);
    description->setToolTip(row.description);
    layout->addWidget(name);
    layout->addWidget(description, 1);
    if (row.writeOut) {
        auto* button = new QPushButton(tr("Write out"));
        button->setAccessibleName(tr("Write out %1").arg(row.name));
        button->setToolTip(tr("Write %1 in the expression, so that its numbers have sliders")
                               .arg(QString::fromStdString(row.writeOut->text)));
        const Replacement replacement = *row.writeOut;
        connect(button, &QPushButton::clicked, this, [this, replacement] { writeOut(replacement); });
        layout->addWidget(button);
    }
    return widget;
}

void NoisePanel::alignNames()
{
    int width = 0;
    for (const LiteralRow* row : m_sliders) {
        width = row != nullptr ? std::max(width, row->nameWidth()) : width;
    }
    for (LiteralRow* row : m_sliders) {
        if (row != nullptr) {
            row->setNameWidth(std::min(width, widestName));
        }
    }
}

void NoisePanel::writeOut(const Replacement& replacement)
{
    if (!m_workspace.isProgramCurrent()) {
        return;
    }
    Experiment next = m_workspace.experiment();
    next.text = withReplacements(next.text, {replacement});
    m_workspace.change(tr("Write out a noise source"), std::move(next));
}

} // namespace sluice
