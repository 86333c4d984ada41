// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/heat_map_dialog.h"

#include "ui/panels/panel.h"
#include "ui/phrase_text.h"
#include "ui/plot/axis_style.h"
#include "ui/plot/gradient_reading.h"
#include "ui/plot/heat_colors.h"
#include "ui/plot/plot_canvas.h"
#include "ui/plot/readout.h"
#include "ui/workspace/sweep_choice.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <limits>

namespace sluice {

namespace {

/// What takes no longer comes without a word, in milliseconds.
constexpr int mapPatience = 500;

struct MapChoice
{
    HeatMapQuantity quantity;
    GradientTarget target;
};

/// In the order in which they can be chosen.
constexpr std::array mapChoices{MapChoice{HeatMapQuantity::gradient, GradientTarget::noiseFree},
                                MapChoice{HeatMapQuantity::deviation, GradientTarget::noiseFree},
                                MapChoice{HeatMapQuantity::bias, GradientTarget::noiseFree},
                                MapChoice{HeatMapQuantity::bias, GradientTarget::gradientOfMean},
                                MapChoice{HeatMapQuantity::bias, GradientTarget::pathwise}};

QCPColorGradient gradientOf(const ColorScale& scale)
{
    QCPColorGradient gradient;
    gradient.clearColorStops();
    for (std::size_t i = 0; i < scale.size(); ++i) {
        gradient.setColorStopAt(static_cast<double>(i) / static_cast<double>(scale.size() - 1), scale[i]);
    }
    gradient.setLevelCount(256);
    gradient.setNanHandling(QCPColorGradient::nhTransparent);
    return gradient;
}

/// A bias that is not told from 0 is left out of the picture, as is what is no number.
double shownValue(const HeatMapCell& cell, HeatMapQuantity quantity)
{
    const bool isShown = quantity != HeatMapQuantity::bias || cell.isTold();
    return isShown ? cell.value : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

HeatMapDialog::HeatMapDialog(const Workspace& workspace, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_theme(&lightTheme())
{
    setWindowTitle(tr("Heat map of the gradient"));
    resize(620, 560);
    createControls();
    createMap();
    m_busy.setInterval(100);
    connect(&m_busy, &QTimer::timeout, this, &HeatMapDialog::showProgress);
    connect(&m_maps, &HeatMaps::changed, this, &HeatMapDialog::refresh);
    for (const auto signal :
         {&Workspace::experimentChanged, &Workspace::readingChanged, &Workspace::selectionChanged}) {
        connect(&m_workspace, signal, this, [this] {
            showNames();
            ask();
        });
    }
    setTheme(lightTheme());
}

HeatMapDialog::~HeatMapDialog() = default;

QComboBox* HeatMapDialog::createChoice(const QString& name, const QString& toolTip)
{
    auto* choice = new QComboBox;
    choice->setAccessibleName(name);
    choice->setToolTip(toolTip);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(6);
    return choice;
}

void HeatMapDialog::createControls()
{
    m_quantity = createChoice(tr("Quantity"), tr("What the colours stand for"));
    m_quantity->addItems({tr("gradient"), tr("standard deviation of the gradient"),
                          tr("bias against the noise-free gradient"),
                          tr("bias against the gradient of the mean value"),
                          tr("bias against the mean gradient without gates")});
    m_across = createChoice(tr("Across"), tr("What varies from left to right"));
    m_up = createChoice(tr("Up"), tr("What varies from bottom to top"));
    for (QComboBox* choice : {m_quantity, m_across, m_up}) {
        connect(choice, &QComboBox::activated, this, &HeatMapDialog::ask);
    }
    auto* choices = new QHBoxLayout;
    choices->addWidget(m_quantity, 3);
    choices->addWidget(new QLabel(tr("over")));
    choices->addWidget(m_across, 1);
    choices->addWidget(new QLabel(tr("and")));
    choices->addWidget(m_up, 1);

    m_state = new QLabel;
    m_state->setAccessibleName(tr("What the map shows"));
    m_reading = new QLabel;
    m_reading->setAccessibleName(tr("The value under the mouse"));
    m_reading->setFont(monospaceFont());
    for (QLabel* label : {m_state, m_reading}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_instead = new QLabel;
    m_instead->setAccessibleName(tr("Why there is no map"));
    m_instead->setTextFormat(Qt::PlainText);
    m_instead->setWordWrap(true);
    m_instead->setAlignment(Qt::AlignCenter);
    m_instead->setMargin(2 * panelMargin);
    m_progress = new QProgressBar;
    m_progress->setRange(0, 100);
    m_progress->setAccessibleName(tr("Progress of the map"));
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setAutoDefault(false);
    m_cancel->setToolTip(tr("Stop computing; the last map stays"));
    connect(m_cancel, &QPushButton::clicked, &m_maps, &HeatMaps::stop);
    auto* waiting = new QHBoxLayout;
    waiting->addWidget(m_progress, 1);
    waiting->addWidget(m_cancel);

    m_plot = new PlotCanvas(this);
    m_plot->setAccessibleName(tr("Heat map"));
    m_plot->setMinimumSize(240, 200);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(choices);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_instead, 1);
    layout->addWidget(m_reading);
    layout->addWidget(m_state);
    layout->addLayout(waiting);
    m_progress->hide();
    m_cancel->hide();
    // Nothing is drawn before there is a map.
    m_plot->hide();
}

void HeatMapDialog::createMap()
{
    m_map = new QCPColorMap(m_plot->xAxis, m_plot->yAxis);
    m_map->setInterpolate(false);
    m_map->setTightBoundary(false);
    m_map->setVisible(false);
    m_scale = new QCPColorScale(m_plot);
    m_plot->plotLayout()->addElement(0, 1, m_scale);
    m_scale->setType(QCPAxis::atRight);
    m_scale->setBarWidth(14);
    useLocalNumbers(*m_scale->axis());
    m_map->setColorScale(m_scale);
    auto* sides = new QCPMarginGroup(m_plot);
    m_plot->axisRect()->setMarginGroup(QCP::msTop | QCP::msBottom, sides);
    m_scale->setMarginGroup(QCP::msTop | QCP::msBottom, sides);
    connect(m_plot, &QCustomPlot::mouseMove, this,
            [this](const QMouseEvent* event) { readAt(event->position()); });
}

void HeatMapDialog::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_plot->styleForPanel(theme, font());
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() - 1.5);
    QCPAxis& axis = *m_scale->axis();
    axis.setTickLabelFont(small);
    axis.setLabelFont(small);
    axis.setTickLabelColor(theme.secondaryText);
    axis.setLabelColor(theme.secondaryText);
    axis.setBasePen(QPen(theme.line));
    axis.setTickPen(QPen(theme.line));
    axis.setSubTicks(false);
    showMap();
}

void HeatMapDialog::setSweptAt(std::optional<double> x)
{
    m_sweptAt = x;
}

void HeatMapDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    showNames();
    ask();
}

void HeatMapDialog::hideEvent(QHideEvent* event)
{
    QDialog::hideEvent(event);
    m_maps.stop();
}

void HeatMapDialog::showNames()
{
    QStringList names;
    if (const auto& program = m_workspace.program()) {
        for (const std::string& name : program->variableNames()) {
            names << QString::fromStdString(name);
        }
    }
    const auto shownNames = [](const QComboBox& box) {
        QStringList shown;
        for (int i = 0; i < box.count(); ++i) {
            shown << box.itemText(i);
        }
        return shown;
    };
    if (names == shownNames(*m_across)) {
        return;
    }
    int first = 0;
    for (QComboBox* choice : {m_across, m_up}) {
        const QString before = choice->currentText();
        const QSignalBlocker quiet(choice);
        choice->clear();
        choice->addItems(names);
        const auto kept = names.indexOf(before);
        choice->setCurrentIndex(kept >= 0 ? static_cast<int>(kept)
                                          : std::min(first, static_cast<int>(names.size()) - 1));
        ++first;
    }
    if (names.size() > 1 && m_up->currentIndex() == m_across->currentIndex()) {
        m_up->setCurrentIndex(m_across->currentIndex() == 0 ? 1 : 0);
    }
}

void HeatMapDialog::ask()
{
    if (!isVisible() || !m_workspace.program()) {
        return;
    }
    const bool hasNames = m_across->count() > 1;
    for (QComboBox* choice : {m_quantity, m_across, m_up}) {
        choice->setEnabled(hasNames);
    }
    if (!hasNames || m_across->currentIndex() == m_up->currentIndex()) {
        m_maps.stop();
        sayInstead(hasNames
                       ? tr("Choose two different names.")
                       : tr("A map needs two names that can vary: give the expression a parameter, as in "
                            "a = 0.5, or another input."));
        return;
    }
    const MapChoice choice = mapChoices.at(static_cast<std::size_t>(std::max(0, m_quantity->currentIndex())));
    auto [program, experiment] = m_workspace.selectedAlone();
    HeatMapRequest request;
    try {
        request.across = usualAxis(program, experiment, m_across->currentText().toStdString());
        request.up = usualAxis(program, experiment, m_up->currentText().toStdString());
    } catch (const std::exception& error) {
        sayInstead(messageOf(error));
        return;
    }
    request.quantity = choice.quantity;
    request.target = choice.target;
    request.sweptAt = m_sweptAt;
    m_maps.ask(program, std::move(experiment), std::move(request));
}

/// Axes without a map would look like one.
void HeatMapDialog::sayInstead(const QString& text)
{
    m_map->setVisible(false);
    m_plot->hide();
    m_instead->setText(text);
    m_instead->show();
    m_reading->clear();
    m_state->clear();
}

void HeatMapDialog::refresh()
{
    if (m_maps.isRunning()) {
        m_busy.start();
    } else {
        m_busy.stop();
    }
    showProgress();
    showMap();
}

void HeatMapDialog::showProgress()
{
    const bool isSlow = m_maps.isRunning() && m_maps.elapsed() > mapPatience;
    m_progress->setVisible(isSlow);
    m_cancel->setVisible(isSlow);
    m_progress->setValue(static_cast<int>(100.0 * m_maps.progress()));
}

QString HeatMapDialog::quantityText() const
{
    const HeatMap& map = m_maps.shown()->map;
    QString gradient =
        QStringLiteral("d%1/d%2").arg(QString::fromStdString(map.output), QString::fromStdString(map.input));
    switch (map.request.quantity) {
    case HeatMapQuantity::gradient:
        return gradient;
    case HeatMapQuantity::deviation:
        return tr("sd of %1").arg(gradient);
    case HeatMapQuantity::bias:
        break;
    }
    return tr("bias of %1 against %2")
        .arg(gradient, targetName(map.request.target, QString::fromStdString(map.input),
                                  QString::fromStdString(map.output)));
}

void HeatMapDialog::showMap()
{
    const auto& answer = m_maps.shown();
    if (!answer) {
        return;
    }
    if (!answer->error.isEmpty()) {
        sayInstead(answer->error);
        return;
    }
    m_plot->show();
    m_instead->hide();
    const HeatMap& map = answer->map;
    const HeatMapAxis& across = map.request.across;
    const HeatMapAxis& up = map.request.up;
    QCPColorMapData& data = *m_map->data();
    data.setSize(static_cast<int>(across.cells), static_cast<int>(up.cells));
    data.setRange(QCPRange(across.at(0), across.at(across.cells - 1)),
                  QCPRange(up.at(0), up.at(up.cells - 1)));
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -lowest;
    std::size_t blank = 0;
    for (std::size_t j = 0; j < up.cells; ++j) {
        for (std::size_t i = 0; i < across.cells; ++i) {
            const double value = shownValue(map.cell(i, j), map.request.quantity);
            data.setCell(static_cast<int>(i), static_cast<int>(j),
                         std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN());
            if (std::isfinite(value)) {
                lowest = std::min(lowest, value);
                highest = std::max(highest, value);
            } else {
                ++blank;
            }
        }
    }
    const bool isSigned = map.request.quantity != HeatMapQuantity::deviation;
    if (lowest > highest) {
        lowest = highest = 0.0;
    }
    // Its own order for signs: 0 in the middle.
    const double far = std::max({std::abs(lowest), std::abs(highest), 1e-300});
    m_map->setGradient(gradientOf(isSigned ? divergingScale(*m_theme) : sequentialScale(*m_theme)));
    m_map->setDataRange(isSigned ? QCPRange(-far, far) : QCPRange(0.0, far));
    m_map->setVisible(true);
    m_scale->axis()->setLabel(quantityText());
    m_plot->xAxis->setLabel(QString::fromStdString(across.name));
    m_plot->yAxis->setLabel(QString::fromStdString(up.name));
    m_plot->xAxis->setRange(across.from, across.to);
    m_plot->yAxis->setRange(up.from, up.to);
    m_plot->replot(QCustomPlot::rpQueuedReplot);

    QString state =
        map.isDisconnected
            ? tr("%1 is disconnected from %2: its gradient is 0 everywhere.")
                  .arg(QString::fromStdString(map.output), QString::fromStdString(map.input))
            : tr("%1: from %2 to %3, %4 samples a cell.")
                  .arg(quantityText(), significantText(lowest, 0.0), significantText(highest, 0.0))
                  .arg(map.samples);
    if (blank > 0) {
        const QString counted = map.request.quantity == HeatMapQuantity::bias
                                    ? tr("%1 of %2 cells are blank: the samples can’t tell them from 0, or "
                                         "they are not numbers.")
                                    : tr("%1 of %2 cells are blank: they are not numbers.");
        state += QLatin1Char(' ') + counted.arg(blank).arg(map.cells.size());
    }
    m_state->setText(state);
    m_plot->setAccessibleDescription(state);
}

QString HeatMapDialog::readingAt(std::size_t across, std::size_t up) const
{
    const auto& answer = m_maps.shown();
    if (!answer || !answer->error.isEmpty()) {
        return {};
    }
    const HeatMap& map = answer->map;
    const HeatMapCell& cell = map.cell(across, up);
    const bool isBias = map.request.quantity == HeatMapQuantity::bias;
    const QString value =
        readingText({.value = cell.value, .low = cell.low, .high = cell.high, .isTold = cell.isTold()},
                    isBias ? GradientReading::bias : GradientReading::deviation);
    return QStringLiteral("%1 = %2, %3 = %4: %5")
        .arg(QString::fromStdString(map.request.across.name),
             significantText(map.request.across.at(across), 0.0), QString::fromStdString(map.request.up.name),
             significantText(map.request.up.at(up), 0.0), value);
}

void HeatMapDialog::readAt(const QPointF& pixel)
{
    const auto& answer = m_maps.shown();
    if (!answer || !answer->error.isEmpty() || !m_map->visible()) {
        return;
    }
    const auto cellAt = [](const HeatMapAxis& axis, double value) -> std::optional<std::size_t> {
        const double share = (value - axis.from) / (axis.to - axis.from);
        if (!(share >= 0.0) || share >= 1.0) {
            return std::nullopt;
        }
        return static_cast<std::size_t>(share * static_cast<double>(axis.cells));
    };
    const auto across = cellAt(answer->map.request.across, m_plot->xAxis->pixelToCoord(pixel.x()));
    const auto up = cellAt(answer->map.request.up, m_plot->yAxis->pixelToCoord(pixel.y()));
    m_reading->setText(across && up ? readingAt(*across, *up) : QString());
}

} // namespace sluice
