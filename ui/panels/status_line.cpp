// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/status_line.h"

#include "ui/local_number.h"
#include "ui/panels/variant_summary.h"
#include "ui/theme.h"
#include "ui/workspace/workspace.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>

namespace sluice {

namespace {

/// Shorter computations come and go without a progress bar.
constexpr int quietTime = 300;
constexpr int stepsOfProgress = 1000;

} // namespace

StatusLine::StatusLine(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_theme(&lightTheme()),
      m_counts(new QLabel),
      m_sentence(new QLabel),
      m_progress(new QProgressBar),
      m_stop(new QToolButton),
      m_watch(new QTimer(this))
{
    m_counts->setAccessibleName(tr("What was computed"));
    m_sentence->setAccessibleName(tr("On the selected variant"));
    m_sentence->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    // A long sentence gives way instead of widening the window.
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_sentence->installEventFilter(this);
    for (QLabel* label : {m_counts, m_sentence}) {
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setTextFormat(Qt::PlainText);
    }
    m_progress->setRange(0, stepsOfProgress);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(120, 8);
    m_progress->setAccessibleName(tr("Progress of the computation"));
    m_stop->setText(tr("Stop"));
    m_stop->setAutoRaise(true);
    m_stop->setToolTip(tr("End the computation; the last picture stays"));
    m_stop->setAccessibleName(tr("Stop the computation"));

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 2, 12, 2);
    layout->setSpacing(8);
    layout->addWidget(m_counts);
    layout->addWidget(m_progress);
    layout->addWidget(m_stop);
    layout->addWidget(m_sentence, 1);
    // The line is as high without the button: the plots would be laid out anew whenever it comes and goes.
    QSizePolicy policy = m_stop->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_stop->setSizePolicy(policy);
    showProgress(false);

    connect(m_stop, &QToolButton::clicked, &m_workspace, &Workspace::stop);
    connect(m_watch, &QTimer::timeout, this, &StatusLine::watchProgress);
    connect(&m_workspace, &Workspace::busyChanged, this, [this](bool busy) {
        if (busy) {
            m_watch->start(quietTime);
        } else {
            m_watch->stop();
            showProgress(false);
        }
    });
    connect(&m_workspace, &Workspace::outcomeChanged, this, [this] {
        // While a slider moves, one computation follows the other: the time of one counts.
        showProgress(false);
        if (m_workspace.isBusy()) {
            m_watch->start(quietTime);
        }
    });
    for (const auto signal : {&Workspace::outcomeChanged, &Workspace::selectionChanged,
                              &Workspace::experimentChanged, &Workspace::readingChanged}) {
        connect(&m_workspace, signal, this, &StatusLine::refresh);
    }
    refresh();
}

void StatusLine::setTheme(const Theme& theme)
{
    m_theme = &theme;
    refresh();
}

QString StatusLine::counts() const
{
    const auto& outcome = m_workspace.shownOutcome();
    if (!outcome) {
        return {};
    }
    const Curves& curves = *outcome->curves;
    const QString form = curves.variants.size() == 1 ? tr("%1 points × %2 samples × %3 variant · %4 ms")
                                                     : tr("%1 points × %2 samples × %3 variants · %4 ms");
    const QString text = form.arg(curves.x.size())
                             .arg(curves.samples)
                             .arg(curves.variants.size())
                             .arg(localNumber(QString::number(outcome->milliseconds, 'f',
                                                              outcome->milliseconds < 10.0 ? 1 : 0)));
    return outcome->isCoarse ? tr("%1 · preview").arg(text) : text;
}

QString StatusLine::sentence() const
{
    if (m_workspace.hasErrors()) {
        return m_workspace.shownOutcome()
                   ? tr("The expression has errors; the picture is of the last expression without errors")
                   : tr("The expression has errors");
    }
    const auto& outcome = m_workspace.outcome();
    if (!outcome) {
        return {};
    }
    if (!outcome->error.isEmpty()) {
        return outcome->error;
    }
    const std::size_t selected = m_workspace.selectedVariant();
    const VariantCurves* curves = m_workspace.curvesOf(selected);
    if (curves == nullptr) {
        return {};
    }
    const auto effects = m_workspace.effectsOf(selected);
    const QStringList remarks = remarksOn(effects);
    const Precision precision = m_workspace.experiment().precision;
    const QString text =
        remarks.isEmpty() ? summarySentence(*curves, precision) : tr("gate %1").arg(remarks.constFirst());
    const std::string& name = m_workspace.experiment().variants[selected].name;
    return tr("“%1”: %2").arg(QString::fromStdString(name), text);
}

void StatusLine::refresh()
{
    m_counts->setText(counts());
    m_sentence->setToolTip(sentence());
    m_sentence->setAccessibleDescription(sentence());
    fitSentence();
    // A palette would be overruled by the style sheet of the application.
    const QString style = m_workspace.hasFailed()
                              ? QStringLiteral("QLabel { color: %1; }").arg(m_theme->error.name())
                              : QString();
    if (m_sentence->styleSheet() != style) {
        m_sentence->setStyleSheet(style);
        // The style sheet gives its colour to placeholders as well, but half transparent.
        m_sentence->setForegroundRole(style.isEmpty() ? QPalette::PlaceholderText : QPalette::WindowText);
    }
}

void StatusLine::fitSentence()
{
    m_sentence->setText(
        m_sentence->fontMetrics().elidedText(sentence(), Qt::ElideRight, m_sentence->width()));
}

bool StatusLine::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_sentence && event->type() == QEvent::Resize) {
        fitSentence();
    }
    return QWidget::eventFilter(watched, event);
}

void StatusLine::watchProgress()
{
    showProgress(true);
    m_progress->setValue(static_cast<int>(m_workspace.progress() * stepsOfProgress));
    m_watch->start(100);
}

void StatusLine::showProgress(bool shown)
{
    m_progress->setVisible(shown);
    m_stop->setVisible(shown);
}

} // namespace sluice
