// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <igraph/igraph.h>

// igraph's objects as values that free themselves. For files that are compiled alone: igraph's macros change
// what comes after them.
namespace sluice {

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
    [[nodiscard]] igraph_vector_int_t* get() { return &m_vector; }
    [[nodiscard]] std::size_t size() const
    {
        return static_cast<std::size_t>(igraph_vector_int_size(&m_vector));
    }
    [[nodiscard]] std::size_t at(std::size_t position) const
    {
        return static_cast<std::size_t>(VECTOR(m_vector)[position]);
    }
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

} // namespace sluice
