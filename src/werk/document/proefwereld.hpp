// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "platform/documenten/keuring.hpp"
#include "platform/documenten/proefplek.hpp"
#include "steun/casusproef.hpp"
#include "werk/casus/casus.hpp"
#include "werk/document/document.hpp"

/// For the tests of this room: signalen, casussen and files that are inspected. One per test binary.
namespace damwand::proef {

struct Wereld {
    explicit Wereld(const std::filesystem::path& ontleder) : plek{ontleder} {}
    Documentplek plek;
    Omgeving o{[this] {
                   std::vector<poort::Route> alle;
                   for (auto&& kamer : {entiteit::routes(), signaal::routes(), casus::routes(), document::routes({.opslag = &plek.opslag, .wek = {}})}) {
                       alle.insert(alle.end(), kamer.begin(), kamer.end());
                   }
                   return alle;
               }(),
               "fsync=off full_page_writes=off", [this] { return plek.opslag.vang_op(); }};
    documenten::Keuring keuring{o.toepassing(), plek.opslag, o.pseudoniem(), plek.gereedschap};

    void keur_alles() {
        while (keuring.keur_volgende(std::chrono::seconds(0)) && wachtend() > 0) {
        }
    }
    int wachtend() { return o.beheer().doe("select count(*)::integer as n from documenten.document where staat = 'wordt_gecontroleerd'")[0].veld<int>("n"); }
};

Wereld& wereld();

}  // namespace damwand::proef
