// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;

namespace sluice {

class Explanations;
enum class DerivationNotation;

/// Copies the selected variant's derivation for another program: for a menu.
class DerivationActions : public QObject
{
    Q_OBJECT

public:
    explicit DerivationActions(const Explanations& explanations, QObject* parent = nullptr);

    /// As LaTeX, Unicode and Python, in this order; without shortcuts.
    [[nodiscard]] const QList<QAction*>& actions() const { return m_actions; }

signals:
    void copied(const QString& what);

private:
    void copy(DerivationNotation notation);
    void refresh();

    const Explanations& m_explanations;
    QList<QAction*> m_actions;
};

} // namespace sluice
