// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/streamed_point.h"

#include "core/experiment/sweep_curves.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sluice {

StreamedPoint::StreamedPoint(const Computation::Parts& parts, std::size_t samples)
    : m_parts(parts), m_differences(parts.valueRows.size())
{
    for (const VariantRows& rows : parts.rows)
        for (const std::size_t row : {rows.value, rows.gradient})
            m_rows.push_back(row);
    std::ranges::sort(m_rows);
    m_rows.erase(std::unique(m_rows.begin(), m_rows.end()), m_rows.end());
    m_streams.assign(m_rows.size(), StreamedSummary(samples));
}

StreamedPoint::Block StreamedPoint::summarised(const Row& row, const FirstOfRow& first, const Row& above,
                                               const Row& below) const
{
    Block block;
    std::ranges::transform(m_rows, std::back_inserter(block.rows),
                           [&](std::size_t r) { return SampleBlock(row(r)); });
    if (above) {
        Summariser summariser;
        for (const std::size_t r : m_parts.valueRows)
            block.differences.push_back(
                summariser.differenceMoments(above(r), below(r), 2.0 * m_parts.differenceStep));
    }
    block.noiseFreeValue = first(m_parts.noiseFreeRows.value);
    for (std::size_t v = 0; v < m_parts.rows.size(); ++v)
        block.targets.push_back(first(m_parts.targetOf(v).gradient));
    return block;
}

void StreamedPoint::append(Block block)
{
    for (std::size_t r = 0; r < m_streams.size(); ++r)
        m_streams[r].append(std::move(block.rows[r]));
    for (std::size_t v = 0; v < block.differences.size(); ++v)
        m_differences[v].append(block.differences[v]);
    m_noiseFreeValue = block.noiseFreeValue;
    m_targets = std::move(block.targets);
}

const StreamedSummary& StreamedPoint::streamOf(std::size_t row) const
{
    const auto found = std::ranges::lower_bound(m_rows, row);
    return m_streams[static_cast<std::size_t>(found - m_rows.begin())];
}

void StreamedPoint::store(Curves& curves, std::size_t point) const
{
    curves.noiseFreeValue[point] = m_noiseFreeValue;
    for (std::size_t v = 0; v < curves.variants.size(); ++v) {
        VariantCurves& variant = curves.variants[v];
        sluice::store(streamOf(m_parts.rows[v].value).summary(), variant.value, point);
        const StreamedSummary& gradient = streamOf(m_parts.rows[v].gradient);
        sluice::store(gradient.summary(), variant.gradient, point);
        sluice::store(gradient.compare(m_targets[v]), m_targets[v], variant.comparison, point);
        if (!variant.comparison.gradientOfMean.empty())
            sluice::store(estimateOf(m_differences[v].total()), variant.comparison, point);
    }
}

double StreamedPoint::rankError() const
{
    double largest = 0.0;
    for (const StreamedSummary& stream : m_streams)
        largest = std::max(largest, stream.rankError());
    return largest;
}

} // namespace sluice
