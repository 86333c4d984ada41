// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/advisor.h"
#include "ui/theme.h"
#include "ui/workspace/advices.h"

#include <QAbstractTableModel>

#include <memory>

namespace sluice {

/// The advisor's placements as a table, best first.
class AdviceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        gatesColumn,
        verdictColumn,
        biasColumn,
        deviationColumn,
        errorColumn,
        signalColumn,
        nodesColumn,
        columnTotal
    };
    /// What rows are sorted by.
    static constexpr int sortRole = Qt::UserRole;

    explicit AdviceModel(QObject* parent = nullptr);

    /// Whether that is something new.
    bool show(std::shared_ptr<const AdvisedExperiment> advised);
    void setTheme(const Theme& theme);
    /// For a narrow table: fewer digits, then symbols in place of words as well.
    enum class Brevity
    {
        none,
        digits,
        symbols
    };
    void setBrevity(Brevity brevity);
    /// Null beyond the last.
    [[nodiscard]] const Placement* placement(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] bool isBrief() const { return m_brevity != Brevity::none; }
    [[nodiscard]] QVariant text(const Placement& placement, int column) const;
    [[nodiscard]] static QVariant sortKey(const Placement& placement, int row, int column);
    [[nodiscard]] static QString toolTip(const Placement& placement, int column);

    std::shared_ptr<const AdvisedExperiment> m_advised;
    const Theme* m_theme;
    Brevity m_brevity = Brevity::none;
};

} // namespace sluice
