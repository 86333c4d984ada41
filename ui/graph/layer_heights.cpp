// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/layer_heights.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <span>

namespace sluice {

namespace {

/// A wish for the height of one box.
struct Wish
{
    double height = 0.0;
    double weight = 0.0;
};

/// The non-decreasing sequence that is nearest to the wishes, by weighted squares: neighbours that would
/// come in the wrong order are pooled at their common mean.
std::vector<double> nearestNonDecreasing(std::span<const Wish> wishes)
{
    struct Pool
    {
        Wish mean;
        std::size_t size = 0;
    };
    std::vector<Pool> pools;
    for (const Wish& wish : wishes) {
        pools.push_back({wish, 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean.height >= pools.back().mean.height) {
            const Pool last = pools.back();
            pools.pop_back();
            Pool& before = pools.back();
            const double weight = before.mean.weight + last.mean.weight;
            before.mean.height =
                (before.mean.height * before.mean.weight + last.mean.height * last.mean.weight) / weight;
            before.mean.weight = weight;
            before.size += last.size;
        }
    }
    std::vector<double> result;
    result.reserve(wishes.size());
    for (const Pool& pool : pools) {
        result.insert(result.end(), pool.size, pool.mean.height);
    }
    return result;
}

/// Each layer in turn is moved as near to its neighbours as its order and its boxes allow.
class Balancer
{
public:
    explicit Balancer(const StackedLayers& stacked)
        : m_stacked(stacked),
          m_leftTies(stacked.boxHeights.size()),
          m_rightTies(stacked.boxHeights.size()),
          m_above(stacked.boxHeights.size()),
          m_below(stacked.boxHeights.size()),
          m_heights(stacked.boxHeights.size())
    {
        for (const StackedLayers::Tie& tie : stacked.ties) {
            m_leftTies[tie.to].push_back({tie.from, tie.weight});
            m_rightTies[tie.from].push_back({tie.to, tie.weight});
        }
        for (const std::vector<std::size_t>& layer : stacked.layers) {
            stack(layer);
            for (std::size_t i = 1; i < layer.size(); ++i) {
                m_above[layer[i]] = layer[i - 1];
                m_below[layer[i - 1]] = layer[i];
            }
        }
    }

    std::vector<double> balanced()
    {
        constexpr int oneSidedSweeps = 8;
        constexpr int finalSweeps = 8;
        for (int sweep = 0; sweep < oneSidedSweeps; ++sweep) {
            sweepRight(true, false);
            sweepLeft(false, true);
        }
        for (int sweep = 0; sweep < finalSweeps; ++sweep) {
            sweepRight(true, true);
            sweepLeft(true, true);
        }
        constexpr int straightenings = 3;
        for (int turn = 0; turn < straightenings; ++turn) {
            for (const std::vector<std::size_t>& line : m_stacked.lines) {
                straighten(line);
            }
        }
        // Distances are multiples of the grid, so rounding all heights alike keeps them.
        for (double& height : m_heights) {
            height = std::floor(height / m_stacked.grid + 0.5) * m_stacked.grid;
        }
        return m_heights;
    }

private:
    struct Neighbour
    {
        std::size_t box = 0;
        double weight = 0.0;
    };

    struct Room
    {
        double top = -std::numeric_limits<double>::infinity();
        double bottom = std::numeric_limits<double>::infinity();
    };

    [[nodiscard]] double distance(std::size_t upper, std::size_t lower) const
    {
        const double needed =
            (m_stacked.boxHeights[upper] + m_stacked.boxHeights[lower]) / 2.0 + m_stacked.gap;
        return std::ceil(needed / m_stacked.grid) * m_stacked.grid;
    }

    void stack(const std::vector<std::size_t>& layer)
    {
        double height = 0.0;
        for (std::size_t i = 1; i < layer.size(); ++i) {
            height += distance(layer[i - 1], layer[i]);
            m_heights[layer[i]] = height;
        }
        for (const std::size_t box : layer) {
            m_heights[box] -= height / 2.0;
        }
    }

    void sweepRight(bool mindLeft, bool mindRight)
    {
        for (const std::vector<std::size_t>& layer : m_stacked.layers) {
            place(layer, mindLeft, mindRight);
        }
    }

    void sweepLeft(bool mindLeft, bool mindRight)
    {
        for (std::size_t layer = m_stacked.layers.size(); layer > 0; --layer) {
            place(m_stacked.layers[layer - 1], mindLeft, mindRight);
        }
    }

    [[nodiscard]] Wish wishOf(std::size_t box, bool mindLeft, bool mindRight) const
    {
        // Whatever has no neighbour stays, and gives way to all that have.
        constexpr double faint = 1e-3;
        Wish wish{m_heights[box] * faint, faint};
        const auto add = [&](const std::vector<Neighbour>& neighbours) {
            for (const Neighbour& neighbour : neighbours) {
                wish.height += m_heights[neighbour.box] * neighbour.weight;
                wish.weight += neighbour.weight;
            }
        };
        if (mindLeft) {
            add(m_leftTies[box]);
        }
        if (mindRight) {
            add(m_rightTies[box]);
        }
        wish.height /= wish.weight;
        return wish;
    }

    void place(const std::vector<std::size_t>& layer, bool mindLeft, bool mindRight)
    {
        // With the distances to the first box taken off, "far enough below" becomes "not above".
        std::vector<Wish> wishes;
        std::vector<double> offsets;
        double offset = 0.0;
        for (std::size_t i = 0; i < layer.size(); ++i) {
            offset += i == 0 ? 0.0 : distance(layer[i - 1], layer[i]);
            Wish wish = wishOf(layer[i], mindLeft, mindRight);
            wish.height -= offset;
            wishes.push_back(wish);
            offsets.push_back(offset);
        }
        const std::vector<double> placed = nearestNonDecreasing(wishes);
        for (std::size_t i = 0; i < layer.size(); ++i) {
            m_heights[layer[i]] = placed[i] + offsets[i];
        }
    }

    /// The heights that a box may have while its neighbours in the layer stay.
    [[nodiscard]] Room roomOf(std::size_t box) const
    {
        Room room;
        if (m_above[box]) {
            room.top = m_heights[*m_above[box]] + distance(*m_above[box], box);
        }
        if (m_below[box]) {
            room.bottom = m_heights[*m_below[box]] - distance(box, *m_below[box]);
        }
        return room;
    }

    /// Levels a line in as few pieces as there is room for.
    void straighten(std::span<const std::size_t> line)
    {
        std::size_t first = 0;
        while (first < line.size()) {
            Room common = roomOf(line[first]);
            double sum = m_heights[line[first]];
            std::size_t end = first + 1;
            for (; end < line.size(); ++end) {
                const Room room = roomOf(line[end]);
                const Room both{std::max(common.top, room.top), std::min(common.bottom, room.bottom)};
                if (both.top > both.bottom) {
                    break;
                }
                common = both;
                sum += m_heights[line[end]];
            }
            const double mean = sum / static_cast<double>(end - first);
            for (std::size_t i = first; i < end; ++i) {
                m_heights[line[i]] = std::min(std::max(mean, common.top), common.bottom);
            }
            first = end;
        }
    }

    const StackedLayers& m_stacked;
    std::vector<std::vector<Neighbour>> m_leftTies;
    std::vector<std::vector<Neighbour>> m_rightTies;
    std::vector<std::optional<std::size_t>> m_above;
    std::vector<std::optional<std::size_t>> m_below;
    std::vector<double> m_heights;
};

} // namespace

std::vector<double> balancedHeights(const StackedLayers& stacked)
{
    return Balancer(stacked).balanced();
}

} // namespace sluice
