// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/points_model.h"

#include "ui/local_number.h"
#include "ui/panels/number_box.h"
#include "ui/panels/panel.h"
#include "ui/plot/figure_content.h"
#include "ui/theme.h"

#include <QFont>

#include <algorithm>
#include <cmath>
#include <set>

namespace sluice {

namespace {

constexpr int shownDigits = 6;
constexpr int allDigits = 17;

} // namespace

PointsModel::PointsModel(QObject* parent) : QAbstractTableModel(parent), m_theme(&lightTheme()) {}

void PointsModel::setTheme(const Theme& theme)
{
    m_theme = &theme;
    if (!m_columns.empty()) {
        emit headerDataChanged(Qt::Horizontal, 0, static_cast<int>(m_columns.size()) - 1);
    }
}

std::vector<PointsModel::Column> PointsModel::columnsOf(const Outcome& outcome, std::size_t selected,
                                                        const std::vector<bool>& hidden)
{
    const PointValues& points = outcome.points;
    std::vector<Column> columns;
    const QString input = QString::fromStdString(points.input);
    const QString output = QString::fromStdString(points.output);
    columns.push_back({input, tr("the swept variable"), points.at, {}, false});
    if (selected < points.variants.size()) {
        for (const auto& [name, values] : points.variants[selected].nodes) {
            const QString shown = QString::fromStdString(name);
            columns.push_back({shown, tr("value of %1 in sample 0").arg(shown), values, {}, false});
        }
    }
    for (std::size_t i = 0; i < points.variants.size(); ++i) {
        if (i < hidden.size() && hidden[i]) {
            continue;
        }
        const VariantValues& variant = points.variants[i];
        columns.push_back({tr("d%1/d%2 · %3").arg(output, input).arg(i + 1),
                           tr("gradient of “%1” in sample 0").arg(QString::fromStdString(variant.name)),
                           variant.gradient, colorOf(outcome.experiment.variants, i), variant.disconnected});
    }
    return columns;
}

void PointsModel::show(const std::shared_ptr<const Outcome>& outcome, std::size_t selected,
                       const std::vector<bool>& hidden)
{
    auto columns = outcome ? columnsOf(*outcome, selected, hidden) : std::vector<Column>();
    const int rows = outcome ? static_cast<int>(outcome->points.at.size()) : 0;
    const auto sameHeader = [](const Column& one, const Column& other) {
        return one.header == other.header && one.toolTip == other.toolTip && one.color == other.color;
    };
    if (rows == m_rows && std::ranges::equal(columns, m_columns, sameHeader)) {
        // The same table with other numbers: selection and widths stay.
        m_columns = std::move(columns);
        if (rows > 0 && !m_columns.empty()) {
            emit dataChanged(index(0, 0), index(rows - 1, static_cast<int>(m_columns.size()) - 1));
        }
        return;
    }
    beginResetModel();
    m_columns = std::move(columns);
    m_rows = rows;
    endResetModel();
}

int PointsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int PointsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QString PointsModel::shownText(const Column& column, int row, int digits)
{
    const auto position = static_cast<std::size_t>(row);
    return position < column.values.size() ? readableNumber(column.values[position], digits) : QString();
}

/// As files have it.
QString PointsModel::cellText(const Column& column, int row)
{
    const auto position = static_cast<std::size_t>(row);
    if (position >= column.values.size()) {
        return {};
    }
    const double value = column.values[position];
    return numberText(value);
}

QVariant PointsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Column& column = m_columns[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return column.isDisconnected ? tr("disconnected") : shownText(column, index.row(), shownDigits);
    case Qt::ToolTipRole:
        return column.toolTip + QStringLiteral(": ") + shownText(column, index.row(), allDigits);
    case Qt::TextAlignmentRole:
        return {Qt::AlignRight | Qt::AlignVCenter};
    case Qt::FontRole:
        return monospaceFont();
    case Qt::ForegroundRole:
        return column.color ? m_theme->variantColor(*column.color) : m_theme->text;
    default:
        return {};
    }
}

QVariant PointsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const Column& column = m_columns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return column.header;
    case Qt::ToolTipRole:
        return column.toolTip;
    case Qt::TextAlignmentRole:
        return {Qt::AlignRight | Qt::AlignVCenter};
    case Qt::ForegroundRole:
        return column.color ? m_theme->variantColor(*column.color) : m_theme->secondaryText;
    default:
        return {};
    }
}

QString PointsModel::asText(const QModelIndexList& cells) const
{
    std::set<int> rows;
    std::set<int> columns;
    for (const QModelIndex& cell : cells) {
        rows.insert(cell.row());
        columns.insert(cell.column());
    }
    QStringList lines;
    QStringList headers;
    for (const int column : columns) {
        headers << m_columns[static_cast<std::size_t>(column)].header;
    }
    lines << headers.join(QLatin1Char('\t'));
    for (const int row : rows) {
        QStringList values;
        for (const int column : columns) {
            values << cellText(m_columns[static_cast<std::size_t>(column)], row);
        }
        lines << values.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace sluice
