// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/noise_shares.h"

#include "ui/local_number.h"
#include "ui/panels/panel.h"
#include "ui/plot/figure_style.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sluice {

namespace {

constexpr std::size_t mostRows = 12;
constexpr double gap = 8.0;
constexpr int shortestBar = 24;
constexpr int readableBar = 50;

} // namespace

QString shareText(const Share& share)
{
    if (!std::isfinite(share.value)) {
        return NoiseShares::tr("can't tell");
    }
    const double half = 50.0 * (share.high - share.low);
    const int decimals = half >= 1.0 ? 0 : half >= 0.1 ? 1 : 2;
    const auto text = [decimals](double number) {
        QString plain = QString::number(number, 'f', decimals);
        // A zero has no sign, whichever side it was rounded from.
        const QString sign = plain.toDouble() < 0.0 ? QStringLiteral("−") : QString();
        return sign + localNumber(plain.remove(QLatin1Char('-')));
    };
    return QStringLiteral("%1 ± %2 %").arg(text(100.0 * share.value), text(half));
}

/// Where in a row what stands, from left to right.
struct NoiseShares::Columns
{
    double source = 0.0;
    double bar = 0.0;
    double alone = 0.0;
    double total = 0.0;
};

NoiseShares::NoiseShares(QWidget* parent) : QWidget(parent), m_theme(&lightTheme())
{
    setAccessibleName(tr("Which source causes how much of the gradient's variance"));
    setToolTip(tr("The share of the gradient's variance that a source causes: alone, and together with the "
                  "others; estimates with their confidence intervals of 95 %. Can't tell: few samples decide "
                  "the variance (heavy tails)"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(policy);
}

void NoiseShares::setAttribution(const Attribution& attribution)
{
    m_rows.clear();
    for (const SourceShare& share : attribution.sources) {
        if (m_rows.size() < mostRows) {
            const Share unknown{.value = std::nan(""), .low = std::nan(""), .high = std::nan("")};
            m_rows.push_back({QString::fromStdString(share.source), share.isTold ? share.firstOrder : unknown,
                              share.isTold ? share.total : unknown});
        }
    }
    m_others = attribution.sources.size() - m_rows.size();
    setAccessibleDescription(texts().join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

void NoiseShares::setTheme(const Theme& theme)
{
    m_theme = &theme;
    update();
}

QStringList NoiseShares::texts() const
{
    QStringList lines;
    for (const Row& row : m_rows) {
        lines << (std::isfinite(row.total.value)
                      ? tr("%1: %2 alone, %3 in total")
                            .arg(row.source, shareText(row.alone), shareText(row.total))
                      : tr("%1: can't tell (heavy tails)").arg(row.source));
    }
    if (m_others > 0) {
        lines << tr("and %n more", nullptr, static_cast<int>(m_others));
    }
    return lines;
}

int NoiseShares::rowHeight() const
{
    return QFontMetrics(smaller(font())).height() + 4;
}

QSize NoiseShares::sizeHint() const
{
    const auto lines = static_cast<int>(m_rows.size()) + 1 + (m_others > 0 ? 1 : 0);
    return {minimumSizeHint().width() + 80, lines * rowHeight()};
}

QSize NoiseShares::minimumSizeHint() const
{
    const Columns widths = columns();
    return {static_cast<int>(widths.source + widths.total + 2.0 * gap) + shortestBar, rowHeight()};
}

/// Widths of the texts; the bar gets what is left.
NoiseShares::Columns NoiseShares::columns() const
{
    constexpr double widestSource = 90.0;
    const QFontMetricsF words(smaller(font()));
    const QFontMetricsF names(smaller(monospaceFont()));
    Columns widths;
    widths.alone = words.horizontalAdvance(tr("alone"));
    widths.total = words.horizontalAdvance(tr("in total"));
    for (const Row& row : m_rows) {
        widths.source = std::max(widths.source, names.horizontalAdvance(row.source));
        widths.alone = std::max(widths.alone, words.horizontalAdvance(shareText(row.alone)));
        widths.total = std::max(widths.total, words.horizontalAdvance(shareText(row.total)));
    }
    widths.source = std::min(std::ceil(widths.source), widestSource);
    // The bar shows the share alone as well: its number is the first to go.
    if (width() < widths.source + widths.alone + widths.total + 3.0 * gap + readableBar) {
        widths.alone = 0.0;
    }
    const double gaps = widths.alone > 0.0 ? 3.0 * gap : 2.0 * gap;
    widths.bar = std::max(0.0, width() - widths.source - widths.alone - widths.total - gaps);
    return widths;
}

void NoiseShares::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Columns widths = columns();
    paintHeader(painter, widths);
    double top = rowHeight();
    for (const Row& row : m_rows) {
        paintRow(painter, widths, row, top);
        top += rowHeight();
    }
    if (m_others > 0) {
        painter.setFont(smaller(font()));
        painter.setPen(m_theme->secondaryText);
        painter.drawText(QRectF(0.0, top, width(), rowHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("and %n more", nullptr, static_cast<int>(m_others)));
    }
}

void NoiseShares::paintHeader(QPainter& painter, const Columns& columns) const
{
    painter.setFont(smaller(font()));
    painter.setPen(m_theme->secondaryText);
    const double end = columns.source + gap + columns.bar;
    const QString title = tr("share of the variance");
    painter.drawText(QRectF(0.0, 0.0, end, rowHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(title, Qt::ElideRight, static_cast<int>(end)));
    paintNumbers(painter, columns, tr("alone"), tr("in total"), 0.0);
}

/// Right-aligned, the one left of the other.
void NoiseShares::paintNumbers(QPainter& painter, const Columns& columns, const QString& alone,
                               const QString& total, double top) const
{
    const double right = width() - columns.total;
    if (columns.alone > 0.0) {
        painter.drawText(QRectF(right - gap - columns.alone, top, columns.alone, rowHeight()),
                         Qt::AlignRight | Qt::AlignVCenter, alone);
    }
    painter.drawText(QRectF(right, top, columns.total, rowHeight()), Qt::AlignRight | Qt::AlignVCenter,
                     total);
}

void NoiseShares::paintRow(QPainter& painter, const Columns& columns, const Row& row, double top) const
{
    const QFont names = smaller(monospaceFont());
    painter.setFont(names);
    painter.setPen(m_theme->text);
    painter.drawText(QRectF(0.0, top, columns.source, rowHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(names).elidedText(row.source, Qt::ElideMiddle, columns.source));
    paintBar(painter, QRectF(columns.source + gap, top, columns.bar, rowHeight()), row);
    painter.setFont(smaller(font()));
    painter.setPen(m_theme->text);
    paintNumbers(painter, columns, shareText(row.alone), shareText(row.total), top);
}

void NoiseShares::paintBar(QPainter& painter, const QRectF& area, const Row& row) const
{
    if (!std::isfinite(row.total.value)) {
        return;
    }
    const QRectF track = area.adjusted(0.0, 4.0, 0.0, -4.0);
    const auto reaching = [&](double share) {
        QRectF bar = track;
        bar.setWidth(track.width() * std::clamp(share, 0.0, 1.0));
        return bar;
    };
    painter.fillRect(track, m_theme->grid);
    painter.fillRect(reaching(row.total.value), withOpacity(m_theme->noise, 0.4));
    painter.fillRect(reaching(row.alone.value), m_theme->noise);
    painter.setPen(QPen(m_theme->text, 1.0));
    painter.drawLine(QLineF(reaching(row.total.low).right(), track.center().y(),
                            reaching(row.total.high).right(), track.center().y()));
}

} // namespace sluice
