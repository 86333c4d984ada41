// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/explanation.h"
#include "core/analysis/point_samples.h"
#include "core/experiment/experiment.h"
#include "core/language/program.h"
#include "ui/workspace/latest_task.h"

#include <QMetaType>
#include <QObject>
#include <QString>
#include <QTimer>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>

namespace sluice {

class Workspace;

/// What a variant's gradient is made of, with all that is needed to show it. Never changed.
struct ExplainedVariant
{
    std::shared_ptr<const Program> program;
    /// With the explained variant alone.
    Experiment experiment;
    /// Null where the experiment can't be explained; then there is a message.
    std::shared_ptr<const Explainer> explainer;
    Explanation explanation;
    QString error;
};

/// One sample at one point, of an explained variant.
struct WalkedPoint
{
    std::shared_ptr<const ExplainedVariant> variant;
    std::size_t point = 0;
    std::size_t sample = 0;
    PointWalk walk;
    QString error;
};

/// What was pointed at over a point of the sweep.
struct PointedAt
{
    enum class Quantity
    {
        value,
        gradient
    };
    Quantity quantity = Quantity::gradient;
    /// Without a number, the whole point: the sample is chosen that tells most. NaN for the mark of samples
    /// that are not finite.
    std::optional<double> number;
};

/// The sample whose number is nearest to what was pointed at; one that is not finite where that lies beyond
/// all others, as the marks of such samples do.
[[nodiscard]] std::size_t sampleNear(const PointSamples& samples, const PointedAt& at);

/// Explains the selected variant off the GUI thread, whenever what is computed has changed.
class Explanations : public QObject
{
    Q_OBJECT

public:
    explicit Explanations(Workspace& workspace, QObject* parent = nullptr);
    ~Explanations() override;

    /// The last answer; null before the first.
    [[nodiscard]] const std::shared_ptr<const ExplainedVariant>& shown() const { return m_shown; }
    /// Whether it is of the experiment, and of the variant that is selected, as they stand.
    [[nodiscard]] bool isCurrent() const { return m_isCurrent; }
    /// Whether it is not, and won't be: the text has errors.
    [[nodiscard]] bool isOutdated() const;
    /// Whether an answer is on its way.
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// Ends what runs, and leaves the question open until something changes.
    void stop();

    /// Walks through a sample at a point of the sweep; the answer comes with walked().
    void walk(double x, std::size_t point, std::size_t sample);
    /// The same for the sample that was pointed at.
    void walkNear(double x, std::size_t point, const PointedAt& at);

signals:
    /// Whether the last answer is current.
    void changed();
    /// There is a new answer.
    void answered();
    void walked(std::shared_ptr<const sluice::WalkedPoint> point);
    /// From the thread.
    void explained(std::shared_ptr<const sluice::ExplainedVariant> variant);

private:
    void ask();
    /// In the thread.
    void answerWalk(const std::shared_ptr<const ExplainedVariant>& variant, double x, std::size_t point,
                    const std::function<std::size_t()>& sample);
    void accept(const std::shared_ptr<const ExplainedVariant>& variant);

    Workspace& m_workspace;
    /// Answers are wanted after a burst of changes, not amid it.
    QTimer m_pause;
    std::shared_ptr<const ExplainedVariant> m_asked;
    std::shared_ptr<const ExplainedVariant> m_shown;
    bool m_isCurrent = false;
    bool m_isRunning = false;
    /// Last, so that they have ended before anything else goes.
    LatestTask m_explaining;
    LatestTask m_walking;
};

} // namespace sluice

Q_DECLARE_METATYPE(std::shared_ptr<const sluice::ExplainedVariant>)
Q_DECLARE_METATYPE(std::shared_ptr<const sluice::WalkedPoint>)
