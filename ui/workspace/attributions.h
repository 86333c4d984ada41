// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/attribution.h"
#include "ui/workspace/explanations.h"
#include "ui/workspace/long_question.h"

#include <QString>

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
class Attributions : public LongQuestion
{
    Q_OBJECT

public:
    explicit Attributions(const Explanations& explanations, QObject* parent = nullptr);

    /// Whether answers are wanted now.
    void setWanted(bool wanted);
    /// Whether there is anything to attribute: a gradient that is noisy from two sources at least.
    [[nodiscard]] bool isFitting() const;
    /// The answer to what is explained now; null before it has come.
    [[nodiscard]] std::shared_ptr<const AttributedVariant> current() const;
    /// Asks again after a stop.
    void ask();

private:
    void follow();

    const Explanations& m_explanations;
    bool m_isWanted = false;
    /// What was last asked about, also where it was stopped: it is not asked again by itself.
    std::shared_ptr<const ExplainedVariant> m_asked;
    std::shared_ptr<const AttributedVariant> m_shown;
};

} // namespace sluice
