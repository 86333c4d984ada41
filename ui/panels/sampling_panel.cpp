// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/sampling_panel.h"

#include "ui/local_number.h"
#include "ui/panels/number_box.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSpinBox>

#include <algorithm>
#include <array>

namespace sluice {

namespace {

constexpr int mostSamples = 1'000'000'000;
constexpr int mostPoints = 100'000;
constexpr std::array frameworks{Framework::tensorflow, Framework::pytorch, Framework::jax};

int clampedInt(std::size_t value, int highest)
{
    return static_cast<int>(std::min(value, static_cast<std::size_t>(highest)));
}

} // namespace

SamplingPanel::SamplingPanel(Workspace& workspace, QWidget* parent)
    : Panel(tr("Sampling"), parent), m_workspace(workspace), m_steps(workspace)
{
    auto* content = new QWidget;
    auto* form = new QFormLayout(content);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(4);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    buildDraws(*form);
    buildSweep(*form);
    buildConventions(*form);
    addContent(content, 0);

    connect(&m_workspace, &Workspace::experimentChanged, this, &SamplingPanel::refresh);
    connect(&m_workspace, &Workspace::readingChanged, this, &SamplingPanel::refresh);
    refresh();
}

QSpinBox* SamplingPanel::addCount(QFormLayout& form, const QString& label, const QString& toolTip,
                                  int highest)
{
    auto* box = new QSpinBox;
    box->setRange(1, highest);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setKeyboardTracking(false);
    box->setFont(monospaceFont());
    box->setToolTip(toolTip);
    box->setAccessibleName(label);
    form.addRow(label, box);
    return box;
}

QComboBox* SamplingPanel::addChoice(QFormLayout& form, const QString& label, const QString& toolTip,
                                    const QStringList& choices)
{
    auto* box = new QComboBox;
    box->addItems(choices);
    box->setToolTip(toolTip);
    box->setAccessibleName(label);
    box->setMinimumContentsLength(10);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form.addRow(label, box);
    return box;
}

QLineEdit* SamplingPanel::createBound(const QString& name)
{
    auto* edit = new QLineEdit;
    edit->setFont(monospaceFont());
    edit->setAccessibleName(name);
    edit->setToolTip(tr("Leave empty for the range in the expression"));
    edit->setMinimumWidth(44);
    return edit;
}

void SamplingPanel::buildDraws(QFormLayout& form)
{
    m_samples = addCount(form, tr("samples"), tr("Draws of the noise at every point"), mostSamples);
    connect(m_samples, &QSpinBox::valueChanged, this, [this](int value) {
        if (!m_isShowing) {
            Experiment next = m_workspace.experiment();
            next.samples = static_cast<std::size_t>(value);
            m_workspace.change(tr("Change samples"), std::move(next), m_steps.next());
        }
    });
    m_seed = new QLineEdit;
    m_seed->setFont(monospaceFont());
    m_seed->setAccessibleName(tr("seed"));
    m_seed->setToolTip(tr("The same seed gives the same draws"));
    m_seed->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{1,20}")), m_seed));
    form.addRow(tr("seed"), m_seed);
    connect(m_seed, &QLineEdit::editingFinished, this, &SamplingPanel::takeSeed);

    m_noise = addChoice(
        form, tr("noise"),
        tr("A fresh draw at every point of the sweep, or one draw per sample along the whole sweep"),
        {tr("independent"), tr("shared")});
    connect(m_noise, &QComboBox::activated, this, [this](int index) {
        Experiment next = m_workspace.experiment();
        next.noise = index == 0 ? NoiseAlongSweep::independent : NoiseAlongSweep::shared;
        m_workspace.change(tr("Change noise along the sweep"), std::move(next));
    });
}

void SamplingPanel::buildSweep(QFormLayout& form)
{
    m_points = addCount(form, tr("points"), tr("Points of the sweep"), mostPoints);
    connect(m_points, &QSpinBox::valueChanged, this, [this](int value) {
        if (!m_isShowing) {
            Experiment next = m_workspace.experiment();
            next.points = static_cast<std::size_t>(value);
            m_workspace.change(tr("Change points"), std::move(next), m_steps.next());
        }
    });
    m_from = createBound(tr("sweep from"));
    m_to = createBound(tr("sweep to"));
    connect(m_from, &QLineEdit::editingFinished, this, [this] { takeBound(*m_from, &Experiment::from); });
    connect(m_to, &QLineEdit::editingFinished, this, [this] { takeBound(*m_to, &Experiment::to); });
    auto* bounds = new QHBoxLayout;
    bounds->setSpacing(4);
    bounds->addWidget(m_from);
    bounds->addWidget(new QLabel(QStringLiteral("…")));
    bounds->addWidget(m_to);
    form.addRow(tr("from, to"), bounds);
}

void SamplingPanel::buildConventions(QFormLayout& form)
{
    m_semantics = addChoice(form, tr("semantics"),
                            tr("The framework whose conventions decide at kinks, where frameworks differ"),
                            {QStringLiteral("TensorFlow"), QStringLiteral("PyTorch"), QStringLiteral("JAX")});
    connect(m_semantics, &QComboBox::activated, this, [this](int index) {
        Experiment next = m_workspace.experiment();
        next.semantics = frameworks.at(static_cast<std::size_t>(index));
        m_workspace.change(tr("Change semantics"), std::move(next));
    });
    m_precision = addChoice(form, tr("precision"), tr("The arithmetic: double or single precision"),
                            {QStringLiteral("float64"), QStringLiteral("float32")});
    connect(m_precision, &QComboBox::activated, this, [this](int index) {
        Experiment next = m_workspace.experiment();
        next.precision = index == 0 ? Precision::float64 : Precision::float32;
        m_workspace.change(tr("Change precision"), std::move(next));
    });
}

void SamplingPanel::refresh()
{
    const Experiment& experiment = m_workspace.experiment();
    m_isShowing = true;
    m_samples->setValue(clampedInt(experiment.samples, mostSamples));
    m_points->setValue(clampedInt(experiment.points, mostPoints));
    m_seed->setText(QString::number(experiment.seed));
    m_noise->setCurrentIndex(experiment.noise == NoiseAlongSweep::independent ? 0 : 1);
    m_semantics->setCurrentIndex(
        static_cast<int>(std::ranges::find(frameworks, experiment.semantics) - frameworks.begin()));
    m_precision->setCurrentIndex(experiment.precision == Precision::float64 ? 0 : 1);

    const auto& program = m_workspace.program();
    const std::string& swept = experiment.withRespectTo ? *experiment.withRespectTo
                               : program                ? program->withRespectTo
                                                        : std::string();
    const Input* input = program ? program->findInput(swept) : nullptr;
    showBound(*m_from, experiment.from, input != nullptr ? std::optional(input->low) : std::nullopt);
    showBound(*m_to, experiment.to, input != nullptr ? std::optional(input->high) : std::nullopt);
    m_isShowing = false;
}

void SamplingPanel::takeSeed()
{
    bool isNumber = false;
    const qulonglong seed = m_seed->text().toULongLong(&isNumber);
    if (!isNumber) {
        refresh();
        return;
    }
    Experiment next = m_workspace.experiment();
    next.seed = seed;
    m_workspace.change(tr("Change seed"), std::move(next));
}

void SamplingPanel::takeBound(QLineEdit& edit, std::optional<double> Experiment::*bound)
{
    const QString typed = edit.text().trimmed();
    const std::optional<double> value = typedNumber(typed);
    if (!typed.isEmpty() && !value) {
        refresh();
        return;
    }
    Experiment next = m_workspace.experiment();
    next.*bound = value;
    m_workspace.change(tr("Change sweep"), std::move(next));
}

void SamplingPanel::showBound(QLineEdit& edit, const std::optional<double>& bound,
                              const std::optional<double>& ofText)
{
    edit.setPlaceholderText(ofText ? localNumber(numberText(*ofText)) : tr("text"));
    edit.setText(bound ? localNumber(numberText(*bound)) : QString());
}

} // namespace sluice
