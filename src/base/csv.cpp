// SPDX-License-Identifier: EUPL-1.2
#include "base/csv.hpp"

namespace damwand::csv {
namespace {

void schrijf(std::string& uit, std::string_view tekst) {
    const bool formule = !tekst.empty() && std::string_view("=+-@\t").find(tekst.front()) != std::string_view::npos;
    const bool tussen_tekens = tekst.find_first_of(";\"\r\n") != std::string_view::npos;
    if (tussen_tekens) uit += '"';
    if (formule) uit += '\'';
    for (const char c : tekst) {
        if (c == '"') uit += '"';
        uit += c;
    }
    if (tussen_tekens) uit += '"';
}

}  // namespace

std::string regel(std::span<const std::string> velden) {
    std::string uit;
    for (const auto& v : velden) {
        if (&v != velden.data()) uit += ';';
        schrijf(uit, v);
    }
    return uit + "\r\n";
}

}  // namespace damwand::csv
