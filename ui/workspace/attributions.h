// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/attribution.h"
#include "ui/workspace/explanations.h"
#include "ui/workspace/latest_task.h"

#include <QElapsedTimer>
#include <QMetaType>
#include <QObject>
#include <QString>

#include <atomic>
#include <memory>

namespace sluice {

/// Which source causes how much of the variance of an explained variant's gradient. Never changed.
struct AttributedVariant
{
    std::shared_ptr<const ExplainedVariant> variant;
    Attribution attribution;
    QString error;
};

/// Attributes the noise of the variant that is explained to its sources, off the GUI thread, where there are
/// several and as long as somebody wants to know.
class Attributions : public QObject
{
    Q_OBJECT

public:
    explicit Attributions(const Explanations& explanations, QObject* parent = nullptr);
    ~Attributions() override;

    /// Whether answers are wanted now.
    void setWanted(bool wanted);
    /// Whether there is anything to attribute: a gradient that is noisy from two sources at least.
    [[nodiscard]] bool isFitting() const;
    /// The answer to what is explained now; null before it has come.
    [[nodiscard]] std::shared_ptr<const AttributedVariant> current() const;
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] double progress() const { return m_progress->load(std::memory_order_relaxed); }
    /// How long the question has been running, in milliseconds.
    [[nodiscard]] qint64 elapsed() const { return m_isRunning ? m_clock.elapsed() : 0; }

    /// Ends what runs.
    void stop();
    /// Asks again after a stop.
    void ask();

signals:
    void changed();
    /// From the thread.
    void attributed(std::shared_ptr<const sluice::AttributedVariant> attributed);

private:
    void follow();
    void accept(const std::shared_ptr<const AttributedVariant>& attributed);

    const Explanations& m_explanations;
    QElapsedTimer m_clock;
    bool m_isWanted = false;
    bool m_isRunning = false;
    /// What was last asked about, also where it was stopped: it is not asked again by itself.
    std::shared_ptr<const ExplainedVariant> m_asked;
    std::shared_ptr<const AttributedVariant> m_shown;
    /// Of the question that runs; a stopped one may still count for a while.
    std::shared_ptr<std::atomic<double>> m_progress;
    /// Last, so that it has ended before anything else goes.
    LatestTask m_task;
};

} // namespace sluice

Q_DECLARE_METATYPE(std::shared_ptr<const sluice::AttributedVariant>)
