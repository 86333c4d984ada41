// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/code/code.h"
#include "ui/workspace/explanations.h"
#include "ui/workspace/latest_task.h"

#include <QMetaType>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>

namespace sluice {

class Workspace;

/// A variant as code. Never changed.
struct WrittenCode
{
    std::shared_ptr<const Program> program;
    /// With the written variant alone.
    Experiment experiment;
    CodeRequest request;
    /// Empty where there is an error.
    QString text;
    QString error;
};

/// Writes the selected variant as code off the GUI thread, as long as somebody wants to see it; what has been
/// found about its gradient stands in the code.
class WrittenCodes : public QObject
{
    Q_OBJECT

public:
    WrittenCodes(const Workspace& workspace, const Explanations& explanations, QObject* parent = nullptr);
    ~WrittenCodes() override;

    void setWanted(bool wanted);
    void setTarget(CodeTarget target);
    void setForm(CodeForm form);
    [[nodiscard]] CodeTarget target() const { return m_target; }
    [[nodiscard]] CodeForm form() const { return m_form; }

    /// The last answer; null before the first.
    [[nodiscard]] const std::shared_ptr<const WrittenCode>& shown() const { return m_shown; }
    /// Whether it is of the variant that is selected, as it stands, and in the chosen form.
    [[nodiscard]] bool isCurrent() const;

signals:
    void changed();
    /// From the thread.
    void written(std::shared_ptr<const sluice::WrittenCode> code);

private:
    [[nodiscard]] std::optional<WrittenCode> question() const;
    void ask();
    void accept(const std::shared_ptr<const WrittenCode>& code);

    const Workspace& m_workspace;
    const Explanations& m_explanations;
    CodeTarget m_target = CodeTarget::tensorflow;
    CodeForm m_form = usualForm(CodeTarget::tensorflow);
    bool m_isWanted = false;
    QTimer m_pause;
    std::optional<WrittenCode> m_asked;
    std::shared_ptr<const WrittenCode> m_shown;
    /// Last, so that it has ended before anything else goes.
    LatestTask m_task;
};

} // namespace sluice

Q_DECLARE_METATYPE(std::shared_ptr<const sluice::WrittenCode>)
