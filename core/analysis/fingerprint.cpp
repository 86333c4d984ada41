// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/fingerprint.h"

#include "core/operations/operation.h"

#include <bit>
#include <string_view>
#include <vector>

namespace sluice {

namespace {

/// A mixing step of SplitMix64 (Steele, Lea and Flood 2014): every bit of the input reaches every bit.
std::uint64_t mixed(std::uint64_t value)
{
    value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9U;
    value = (value ^ value >> 27) * 0x94d049bb133111ebU;
    return value ^ value >> 31;
}

void take(Fingerprint& print, std::uint64_t word)
{
    print.high = mixed((print.high + 0x9e3779b97f4a7c15U) ^ word);
    print.low = mixed((print.low ^ 0xd1b54a32d192ed03U) + mixed(word));
}

void take(Fingerprint& print, std::string_view text)
{
    take(print, text.size());
    for (const char c : text)
        take(print, static_cast<unsigned char>(c));
}

} // namespace

Fingerprint fingerprintOf(const Graph& graph, NodeId node)
{
    std::vector<Fingerprint> prints(index(node) + 1);
    for (std::size_t i = 0; i < prints.size(); ++i) {
        const NodeId id{static_cast<std::uint32_t>(i)};
        const Node& each = graph[id];
        Fingerprint& print = prints[i];
        take(print, each.operation->name);
        const Role role = each.operation->role;
        if (role == Role::variable || role == Role::draw)
            take(print, graph.symbol(id));
        if (role == Role::constant)
            take(print, std::bit_cast<std::uint64_t>(each.constant));
        for (const NodeId operand : each.operands()) {
            take(print, prints[index(operand)].high);
            take(print, prints[index(operand)].low);
        }
    }
    return prints.back();
}

} // namespace sluice
