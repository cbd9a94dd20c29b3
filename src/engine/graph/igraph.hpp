// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <igraph/igraph.h>

#include <cstdint>
#include <utility>
#include <vector>

/// igraph's C core behind values that clean up after themselves: the second solver of tests and benchmarks. Never part of the program.
namespace damwand::graph::igraph {

struct Getallen {
    igraph_vector_t v;
    Getallen() { igraph_vector_init(&v, 0); }
    ~Getallen() { igraph_vector_destroy(&v); }
    Getallen(const Getallen&) = delete;
    Getallen& operator=(const Getallen&) = delete;
    [[nodiscard]] double operator[](std::size_t i) const { return VECTOR(v)[i]; }
};
struct Gehelen {
    igraph_vector_int_t v;
    Gehelen() { igraph_vector_int_init(&v, 0); }
    ~Gehelen() { igraph_vector_int_destroy(&v); }
    Gehelen(const Gehelen&) = delete;
    Gehelen& operator=(const Gehelen&) = delete;
    [[nodiscard]] igraph_integer_t operator[](std::size_t i) const { return VECTOR(v)[i]; }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(igraph_vector_int_size(&v)); }
};
struct Graaf {
    igraph_t g;
    Graaf(std::size_t knopen, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& banden, bool gericht) {
        Gehelen einden;
        igraph_vector_int_reserve(&einden.v, static_cast<igraph_integer_t>(banden.size() * 2));
        for (const auto& [a, b] : banden) {
            igraph_vector_int_push_back(&einden.v, a);
            igraph_vector_int_push_back(&einden.v, b);
        }
        igraph_create(&g, &einden.v, static_cast<igraph_integer_t>(knopen), gericht);
    }
    ~Graaf() { igraph_destroy(&g); }
    Graaf(const Graaf&) = delete;
    Graaf& operator=(const Graaf&) = delete;
};

}  // namespace damwand::graph::igraph
