// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/layer_order.h"

#include <igraph/igraph.h>

namespace sluice {

namespace {

/// Keeps a failure of igraph from ending the program, for as long as it lives.
class IgnoredErrors
{
public:
    IgnoredErrors() : m_previous(igraph_set_error_handler(igraph_error_handler_ignore)) {}
    ~IgnoredErrors() { igraph_set_error_handler(m_previous); }
    IgnoredErrors(const IgnoredErrors&) = delete;
    IgnoredErrors& operator=(const IgnoredErrors&) = delete;

private:
    igraph_error_handler_t* m_previous;
};

class IntegerVector
{
public:
    explicit IntegerVector(std::size_t size)
        : m_isValid(igraph_vector_int_init(&m_vector, static_cast<igraph_integer_t>(size)) == IGRAPH_SUCCESS)
    {
    }
    ~IntegerVector()
    {
        if (m_isValid) {
            igraph_vector_int_destroy(&m_vector);
        }
    }
    IntegerVector(const IntegerVector&) = delete;
    IntegerVector& operator=(const IntegerVector&) = delete;

    [[nodiscard]] bool isValid() const { return m_isValid; }
    [[nodiscard]] const igraph_vector_int_t* get() const { return &m_vector; }
    void set(std::size_t position, std::size_t value)
    {
        VECTOR(m_vector)[position] = static_cast<igraph_integer_t>(value);
    }

private:
    igraph_vector_int_t m_vector{};
    bool m_isValid;
};

class Matrix
{
public:
    Matrix() : m_isValid(igraph_matrix_init(&m_matrix, 0, 0) == IGRAPH_SUCCESS) {}
    ~Matrix()
    {
        if (m_isValid) {
            igraph_matrix_destroy(&m_matrix);
        }
    }
    Matrix(const Matrix&) = delete;
    Matrix& operator=(const Matrix&) = delete;

    [[nodiscard]] bool isValid() const { return m_isValid; }
    [[nodiscard]] igraph_matrix_t* get() { return &m_matrix; }
    [[nodiscard]] std::size_t rows() const { return static_cast<std::size_t>(igraph_matrix_nrow(&m_matrix)); }
    [[nodiscard]] double at(std::size_t row, std::size_t column) const
    {
        return igraph_matrix_get(&m_matrix, static_cast<igraph_integer_t>(row),
                                 static_cast<igraph_integer_t>(column));
    }

private:
    igraph_matrix_t m_matrix{};
    bool m_isValid;
};

class DirectedGraph
{
public:
    DirectedGraph(const IntegerVector& ends, std::size_t vertices)
        : m_isValid(igraph_create(&m_graph, ends.get(), static_cast<igraph_integer_t>(vertices),
                                  igraph_bool_t(true)) == IGRAPH_SUCCESS)
    {
    }
    ~DirectedGraph()
    {
        if (m_isValid) {
            igraph_destroy(&m_graph);
        }
    }
    DirectedGraph(const DirectedGraph&) = delete;
    DirectedGraph& operator=(const DirectedGraph&) = delete;

    [[nodiscard]] bool isValid() const { return m_isValid; }
    [[nodiscard]] const igraph_t* get() const { return &m_graph; }

private:
    igraph_t m_graph{};
    bool m_isValid;
};

} // namespace

std::vector<double> positionsWithinLayers(std::span<const std::size_t> layers,
                                          std::span<const LayerStep> steps)
{
    const IgnoredErrors ignored;
    IntegerVector layerNumbers(layers.size());
    IntegerVector ends(2 * steps.size());
    Matrix result;
    if (!layerNumbers.isValid() || !ends.isValid() || !result.isValid()) {
        return {};
    }
    for (std::size_t vertex = 0; vertex < layers.size(); ++vertex) {
        layerNumbers.set(vertex, layers[vertex]);
    }
    for (std::size_t step = 0; step < steps.size(); ++step) {
        ends.set(2 * step, steps[step].from);
        ends.set(2 * step + 1, steps[step].to);
    }
    const DirectedGraph graph(ends, layers.size());
    constexpr double gap = 1.0;
    constexpr igraph_integer_t iterations = 100;
    if (!graph.isValid() ||
        igraph_layout_sugiyama(graph.get(), result.get(), nullptr, nullptr, layerNumbers.get(), gap, gap,
                               iterations, nullptr) != IGRAPH_SUCCESS) {
        return {};
    }
    if (result.rows() < layers.size()) {
        return {};
    }
    std::vector<double> positions(layers.size());
    for (std::size_t vertex = 0; vertex < positions.size(); ++vertex) {
        positions[vertex] = result.at(vertex, 0);
    }
    return positions;
}

} // namespace sluice
