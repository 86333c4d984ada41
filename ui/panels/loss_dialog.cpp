// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/loss_dialog.h"

#include "core/analysis/appended_loss.h"
#include "ui/local_number.h"
#include "ui/panels/panel.h"
#include "ui/phrase_text.h"
#include "ui/workspace/variant_editing.h"
#include "ui/workspace/workspace.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sluice {

LossDialog::LossDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent),
      m_workspace(workspace),
      m_program(workspace.program()),
      m_target(new QLineEdit(QStringLiteral("0.5"))),
      m_expression(new QLineEdit),
      m_message(new QLabel)
{
    setWindowTitle(tr("Append loss"));
    auto* introduction = new QLabel(
        tr("The loss becomes the output. Its gradient reaches the graph as the upstream gradient: where that "
           "reads a noisy value, noise returns, whatever gates stand before it."));
    introduction->setWordWrap(true);
    m_target->setAccessibleName(tr("Target"));
    m_target->setToolTip(tr("Makes the loss the squared error to this number"));
    m_expression->setAccessibleName(tr("Expression of the loss"));
    m_expression->setFont(monospaceFont());
    m_message->setAccessibleName(tr("What is wrong with the loss"));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_append = buttons->addButton(tr("Append"), QDialogButtonBox::AcceptRole);
    m_append->setDefault(true);
    auto* form = new QFormLayout;
    form->addRow(tr("Target"), m_target);
    form->addRow(tr("Loss"), m_expression);
    auto* column = new QVBoxLayout(this);
    column->addWidget(introduction);
    column->addLayout(form);
    column->addWidget(m_message);
    column->addWidget(buttons);
    setMinimumWidth(380);

    connect(m_target, &QLineEdit::textEdited, this, &LossDialog::takeTarget);
    connect(m_expression, &QLineEdit::textChanged, this, &LossDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    takeTarget();
    check();
    m_expression->setFocus();
}

void LossDialog::takeTarget()
{
    const std::optional<double> target = typedNumber(m_target->text());
    if (!target) {
        return;
    }
    try {
        m_expression->setText(QString::fromStdString(squaredError(*m_program, *target)));
    } catch (const LossError& error) {
        m_message->setText(messageOf(error));
    }
}

void LossDialog::check()
{
    QString message;
    try {
        const std::string expression = m_expression->text().toStdString();
        const AppendedLoss loss = appendLoss(m_workspace.shownText(), *m_program, expression);
        message = tr("%1 = %2").arg(QString::fromStdString(loss.name), m_expression->text());
        m_append->setEnabled(true);
    } catch (const LossError& error) {
        message = messageOf(error);
        m_append->setEnabled(false);
    }
    m_message->setText(message);
}

void LossDialog::accept()
{
    if (!m_append->isEnabled()) {
        return;
    }
    const std::string expression = m_expression->text().toStdString();
    Experiment next = withText(m_workspace.experiment(), m_workspace.selectedVariant(),
                               appendLoss(m_workspace.shownText(), *m_program, expression).text);
    // The loss is what is looked at from now on.
    next.output.reset();
    m_workspace.change(tr("Append loss"), std::move(next));
    QDialog::accept();
}

} // namespace sluice
