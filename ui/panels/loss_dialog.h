// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace sluice {

class Workspace;
struct Program;

/// Lets a loss follow the output: the squared error to a target, or any expression.
class LossDialog : public QDialog
{
    Q_OBJECT

public:
    explicit LossDialog(Workspace& workspace, QWidget* parent = nullptr);

    void accept() override;

private:
    void takeTarget();
    void check();

    Workspace& m_workspace;
    std::shared_ptr<const Program> m_program;
    QLineEdit* m_target = nullptr;
    QLineEdit* m_expression = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_append = nullptr;
};

} // namespace sluice
