// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/derivation_actions.h"

#include "ui/panels/derivation_text.h"
#include "ui/workspace/explanations.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

#include <array>
#include <utility>

namespace sluice {

DerivationActions::DerivationActions(const Explanations& explanations, QObject* parent)
    : QObject(parent), m_explanations(explanations)
{
    const std::array<std::pair<DerivationNotation, QString>, 3> all{
        {{DerivationNotation::latex, tr("Copy derivation as &LaTeX")},
         {DerivationNotation::unicode, tr("Copy derivation as &text")},
         {DerivationNotation::python, tr("Copy derivation as P&ython")}}};
    for (const auto& [notation, text] : all) {
        auto* action = new QAction(text, this);
        action->setToolTip(tr("The selected variant's chain rule, to the clipboard"));
        connect(action, &QAction::triggered, this, [this, notation = notation] { copy(notation); });
        m_actions << action;
    }
    connect(&m_explanations, &Explanations::changed, this, &DerivationActions::refresh);
    refresh();
}

void DerivationActions::refresh()
{
    const auto& shown = m_explanations.shown();
    for (QAction* action : std::as_const(m_actions)) {
        action->setEnabled(shown && shown->error.isEmpty());
    }
}

void DerivationActions::copy(DerivationNotation notation)
{
    const auto shown = m_explanations.shown();
    if (!shown || !shown->error.isEmpty()) {
        return;
    }
    const Program& program = *shown->program;
    const DerivationSubject subject{
        .variant = QString::fromStdString(shown->explanation.name),
        .output = QString::fromStdString(shown->experiment.output.value_or(program.outputName)),
        .input = QString::fromStdString(shown->experiment.withRespectTo.value_or(program.withRespectTo))};
    QGuiApplication::clipboard()->setText(derivationText(shown->explanation.derivation, subject, notation));
    emit copied(tr("The derivation is on the clipboard."));
}

} // namespace sluice
