// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/streamed_summary.h"

#include "core/statistics/sorting.h"

#include <utility>

namespace sluice {

void MomentStream::append(const Moments& block)
{
    Node node{.moments = block, .level = 0};
    while (!m_nodes.empty() && m_nodes.back().level == node.level) {
        node.moments = Moments::merged(m_nodes.back().moments, node.moments);
        ++node.level;
        m_nodes.pop_back();
    }
    m_nodes.push_back(node);
}

Moments MomentStream::total() const
{
    Moments total;
    for (std::size_t i = m_nodes.size(); i-- > 0;)
        total = Moments::merged(m_nodes[i].moments, total);
    return total;
}

SampleBlock::SampleBlock(std::span<const double> samples)
    : m_nonFinite(keepFinite(samples, m_sorted)), m_moments(Moments::of(m_sorted).value())
{
    sortAscending(m_sorted);
}

void StreamedSummary::append(SampleBlock block)
{
    m_nonFinite.nans += block.m_nonFinite.nans;
    m_nonFinite.infinities += block.m_nonFinite.infinities;
    m_moments.append(block.m_moments);
    m_sketch.append(std::move(block.m_sorted));
}

Summary StreamedSummary::summary() const
{
    return summaryOf(m_moments.total(), m_sketch.quantiles(), m_nonFinite);
}

Comparison StreamedSummary::compare(double target) const
{
    return comparisonOf(m_moments.total(), target);
}

} // namespace sluice
