// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/peers/peer.h"

#include "tests/benchmarks/data_folder.h"

#include <ctime>
#include <filesystem>
#include <iostream>
#include <map>
#include <span>

namespace sluice::peers {

namespace {

namespace filesystem = std::filesystem;

Data dataOf(const filesystem::path& folder, const std::string& workload)
{
    Data data{.x = benchmarks::readNumbers(folder / "points.f64"), .noise = {}};
    const std::vector<double> noise = benchmarks::readNumbers(folder / (workload + ".noise.f64"));
    for (auto begin = noise.begin(); begin != noise.end(); begin += points * samples)
        data.noise.emplace_back(begin, begin + points * samples);
    return data;
}

struct Rows
{
    std::vector<double> values;
    std::vector<double> gradients;
};

/// What the processor spent on it.
double secondsFor(const Offer& offer, const Data& data, Rows& rows)
{
    const std::clock_t start = std::clock();
    for (std::size_t point = 0; point < points; point += offer.stride)
        offer.compute(data, point, &rows.values[point * samples], &rows.gradients[point * samples]);
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// The values of the points that are measured, then the gradients.
std::vector<double> measured(const Offer& offer, const Rows& rows)
{
    std::vector<double> numbers;
    for (const std::vector<double>& all : {std::cref(rows.values), std::cref(rows.gradients)})
        for (std::size_t point = 0; point < points; point += offer.stride) {
            const auto row = std::span(all).subspan(point * samples, samples);
            numbers.insert(numbers.end(), row.begin(), row.end());
        }
    return numbers;
}

} // namespace

int serve(int argumentCount, char** arguments, const std::vector<Offer>& offers)
{
    const std::span all(arguments, static_cast<std::size_t>(argumentCount));
    if (all.size() != 2) {
        std::cerr << "usage: " << all[0] << " FOLDER\n";
        return 2;
    }
    const filesystem::path folder = all[1];
    std::map<std::string, Data> data;
    for (const Offer& offer : offers) {
        if (!data.contains(offer.workload))
            data.emplace(offer.workload, dataOf(folder, offer.workload));
        std::cout << "offer " << offer.workload << " float64 1 " << offer.stride << ' ' << offer.name << '\n';
    }
    std::cout << "ready" << std::endl;

    Rows rows{.values = std::vector<double>(points * samples),
              .gradients = std::vector<double>(points * samples)};
    std::string command;
    std::size_t number = 0;
    while (std::cin >> command >> number) {
        const Offer& offer = offers.at(number);
        const double seconds = secondsFor(offer, data.at(offer.workload), rows);
        if (command == "check")
            benchmarks::writeNumbers(folder / "outcome.f64", measured(offer, rows));
        std::cout << seconds << std::endl;
    }
    return 0;
}

} // namespace sluice::peers
