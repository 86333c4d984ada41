// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/outcome.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace sluice {

struct Theme;

/// The values at the points of interest as a table: a row a point; the input, every named value, and the
/// gradient of every variant as columns.
class PointsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit PointsModel(QObject* parent = nullptr);

    void setTheme(const Theme& theme);
    /// The named values are those of the selected variant; hidden variants' gradients are left out.
    void show(const std::shared_ptr<const Outcome>& outcome, std::size_t selected,
              const std::vector<bool>& hidden);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The cells as lines of tab-separated values with all their digits and decimal points, headers first.
    [[nodiscard]] QString asText(const QModelIndexList& cells) const;

private:
    struct Column
    {
        QString header;
        QString toolTip;
        std::vector<double> values;
        /// For a gradient: the place of its variant's colour among the theme's.
        std::optional<int> color;
        bool isDisconnected = false;

        bool operator==(const Column&) const = default;
    };
    [[nodiscard]] static std::vector<Column> columnsOf(const Outcome& outcome, std::size_t selected,
                                                       const std::vector<bool>& hidden);
    [[nodiscard]] static QString shownText(const Column& column, int row, int digits);
    [[nodiscard]] static QString cellText(const Column& column, int row);

    const Theme* m_theme;
    std::vector<Column> m_columns;
    int m_rows = 0;
};

} // namespace sluice
