// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/waarde.hpp"

#include <fmt/format.h>

#include <charconv>
#include <stdexcept>

namespace damwand::db {
namespace {
[[noreturn]] void past_niet(std::string_view soort) {
    throw std::runtime_error(fmt::format("a column does not hold {}", soort));
}
}  // namespace

Parameter parameter(double w) { return fmt::format("{}", w); }

std::string reeks(const std::vector<Parameter>& delen) {
    std::string uit = "{";
    for (const auto& deel : delen) {
        if (uit.size() > 1) uit += ',';
        if (!deel) {
            uit += "NULL";
            continue;
        }
        uit += '"';
        for (const char c : *deel) {
            if (c == '"' || c == '\\') uit += '\\';
            uit += c;
        }
        uit += '"';
    }
    return uit + "}";
}

std::int64_t lees_geheel(std::string_view w) {
    std::int64_t uit = 0;
    const auto [einde, fout] = std::from_chars(w.data(), w.data() + w.size(), uit);
    if (fout != std::errc{} || einde != w.data() + w.size()) past_niet("an integer");
    return uit;
}

double Uit<double>::lees(std::string_view w) {
    double uit = 0;
    const auto [einde, fout] = std::from_chars(w.data(), w.data() + w.size(), uit);
    if (fout != std::errc{} || einde != w.data() + w.size()) past_niet("a number");
    return uit;
}

Uuid Uit<Uuid>::lees(std::string_view w) {
    if (auto id = Uuid::lees(w)) return *id;
    past_niet("a uuid");
}

Datum Uit<Datum>::lees(std::string_view w) {
    if (auto d = lees_datum(w)) return *d;
    past_niet("a date");
}

// "2026-11-22 01:38:00.5+00": the connection is set to ISO and UTC.
Tijdstip Uit<Tijdstip>::lees(std::string_view w) {
    std::string iso(w);
    if (iso.size() > 11 && iso[10] == ' ' && iso.ends_with("+00")) {
        iso[10] = 'T';
        iso.replace(iso.size() - 3, 3, "Z");
        if (auto t = lees_tijdstip(iso)) return *t;
    }
    past_niet("a timestamptz in UTC");
}

std::vector<std::string> Uit<std::vector<std::string>>::lees(std::string_view w) {
    std::vector<std::string> uit;
    if (w.size() < 2 || w.front() != '{' || w.back() != '}') past_niet("a text array");
    w = w.substr(1, w.size() - 2);
    for (std::size_t i = 0; i < w.size();) {
        std::string deel;
        if (w[i] == '"') {
            for (++i; i < w.size() && w[i] != '"'; ++i) {
                if (w[i] == '\\') ++i;
                if (i < w.size()) deel += w[i];
            }
            ++i;
        } else {
            while (i < w.size() && w[i] != ',') deel += w[i++];
        }
        uit.push_back(std::move(deel));
        if (i < w.size() && w[i] == ',') ++i;
    }
    return uit;
}

}  // namespace damwand::db
