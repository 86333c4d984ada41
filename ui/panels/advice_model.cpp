// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/advice_model.h"

#include "ui/panels/panel.h"
#include "ui/panels/placement_text.h"
#include "ui/panels/verdict_text.h"

#include <QFont>
#include <QGuiApplication>

#include <cmath>
#include <limits>
#include <utility>

namespace sluice {

namespace {

constexpr int briefDigits = 2;

/// What the verdict begins with, and ends with where it does not hold everywhere.
QString verdictSymbol(const Placement& placement)
{
    const QString verdict = placementVerdict(placement);
    return verdict.left(1) + (placement.exceptWhereZero.empty() ? QString() : QStringLiteral("*"));
}

int alignmentOf(int column)
{
    const auto side = column <= AdviceModel::verdictColumn ? Qt::AlignLeft : Qt::AlignRight;
    return static_cast<int>(side | Qt::AlignVCenter);
}

double numberOf(const Placement& placement, int column)
{
    switch (column) {
    case AdviceModel::biasColumn:
        return placement.biasAgainst(GradientTarget::noiseFree).value;
    case AdviceModel::deviationColumn:
        return placement.stddev;
    case AdviceModel::errorColumn:
        return placement.rmse;
    case AdviceModel::signalColumn:
        return placement.snr;
    default:
        return static_cast<double>(placement.extraNodes);
    }
}

} // namespace

AdviceModel::AdviceModel(QObject* parent) : QAbstractTableModel(parent), m_theme(&lightTheme()) {}

bool AdviceModel::show(std::shared_ptr<const AdvisedExperiment> advised)
{
    if (advised == m_advised) {
        return false;
    }
    beginResetModel();
    m_advised = std::move(advised);
    endResetModel();
    return true;
}

void AdviceModel::setTheme(const Theme& theme)
{
    m_theme = &theme;
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1), {Qt::ForegroundRole});
    }
}

void AdviceModel::setBrevity(Brevity brevity)
{
    if (brevity == m_brevity) {
        return;
    }
    m_brevity = brevity;
    emit headerDataChanged(Qt::Horizontal, 0, columnTotal - 1);
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1), {Qt::DisplayRole});
    }
}

const Placement* AdviceModel::placement(int row) const
{
    const bool exists = row >= 0 && row < rowCount();
    return exists ? &m_advised->advice->placements[static_cast<std::size_t>(row)] : nullptr;
}

int AdviceModel::rowCount(const QModelIndex& parent) const
{
    const bool hasRows = !parent.isValid() && m_advised && m_advised->advice;
    return hasRows ? static_cast<int>(m_advised->advice->placements.size()) : 0;
}

int AdviceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant AdviceModel::text(const Placement& placement, int column) const
{
    switch (column) {
    case gatesColumn:
        return gatesText(placement.gates);
    case verdictColumn:
        return m_brevity == Brevity::symbols ? verdictSymbol(placement) : placementVerdict(placement);
    case nodesColumn:
        return placement.extraNodes > 0
                   ? QStringLiteral("+%1").arg(placement.extraNodes)
                   : QString::number(placement.extraNodes).replace(QLatin1Char('-'), QStringLiteral("−"));
    case biasColumn:
        return biasText(placement.biasAgainst(GradientTarget::noiseFree),
                        isBrief() ? briefDigits : placementDigits);
    default:
        return placementNumber(numberOf(placement, column), isBrief() ? briefDigits : placementDigits);
    }
}

QVariant AdviceModel::sortKey(const Placement& placement, int row, int column)
{
    switch (column) {
    case gatesColumn:
        return gatesText(placement.gates);
    case verdictColumn:
        // The advisor's own ranking.
        return row;
    default: {
        const double number = numberOf(placement, column);
        // What isn't known comes last.
        return std::isnan(number) ? std::numeric_limits<double>::infinity() : std::abs(number);
    }
    }
}

QString AdviceModel::toolTip(const Placement& placement, int column)
{
    switch (column) {
    case gatesColumn:
    case verdictColumn:
        return placementToolTip(placement);
    case biasColumn:
        return biasesText(placement);
    case nodesColumn:
        return tr("Nodes that the gates add to value and gradient");
    default:
        constexpr int allDigits = 17;
        return placementNumber(numberOf(placement, column), allDigits);
    }
}

QVariant AdviceModel::data(const QModelIndex& index, int role) const
{
    const Placement* each = placement(index.row());
    if (each == nullptr || !index.isValid()) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return text(*each, index.column());
    case Qt::ToolTipRole:
        return toolTip(*each, index.column());
    case Qt::FontRole:
        return smaller(index.column() == verdictColumn ? QGuiApplication::font() : monospaceFont());
    case Qt::TextAlignmentRole:
        return alignmentOf(index.column());
    case Qt::ForegroundRole:
        return index.column() == verdictColumn ? verdictColor(each->noiseFree, each->isDisconnected, *m_theme)
                                               : m_theme->text;
    case sortRole:
        return sortKey(*each, index.row(), index.column());
    default:
        return {};
    }
}

QVariant AdviceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    const std::array<std::pair<QString, QString>, columnTotal> headers{{
        {tr("gates"), tr("Where the gates stand, and their kinds")},
        {m_brevity == Brevity::symbols ? QStringLiteral("∇") : tr("gradient"),
         tr("Whether the gradient is free of noise, and how sure that is")},
        {tr("bias"),
         tr("Against the noise-free gradient: root mean square over the points of the sweep, freed of "
            "what sampling adds; \"<\" where the samples can't tell it from 0")},
        {isBrief() ? tr("dev.") : tr("deviation"),
         tr("The gradient's standard deviation: root mean square over the sweep")},
        {tr("rmse"), tr("Root mean square error around the noise-free gradient")},
        {tr("SNR"), tr("Signal to noise: mean over deviation")},
        {tr("nodes"), tr("What the gates cost: nodes that they add to value and gradient")},
    }};
    const auto& [name, explanation] = headers.at(static_cast<std::size_t>(section));
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::ToolTipRole:
        return explanation;
    case Qt::FontRole:
        return smaller(QGuiApplication::font());
    case Qt::TextAlignmentRole:
        return alignmentOf(section);
    default:
        return {};
    }
}

} // namespace sluice
