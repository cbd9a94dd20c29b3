// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "werk/register/store.hpp"

/// damwand bag toon: a stored object in the words of the standard rather than our numbers.
namespace damwand::registers {
namespace {

namespace bj = json::bj;
using bag::ObjectType;

std::string statusnaam(ObjectType type, std::int64_t status) {
    switch (type) {
        case ObjectType::woonplaats:
            return std::string(bag::naam(static_cast<bag::WoonplaatsStatus>(status)));
        case ObjectType::openbare_ruimte:
        case ObjectType::nummeraanduiding:
            return std::string(bag::naam(static_cast<bag::NaamgevingStatus>(status)));
        case ObjectType::verblijfsobject:
            return std::string(bag::naam(static_cast<bag::VerblijfsobjectStatus>(status)));
        case ObjectType::ligplaats:
        case ObjectType::standplaats:
            return std::string(bag::naam(static_cast<bag::PlaatsStatus>(status)));
        case ObjectType::pand:
            return std::string(bag::naam(static_cast<bag::PandStatus>(status)));
    }
    return {};
}

/// What a column holds, as the standard writes it: ids with their leading zeros, names for numbers.
bj::value vertaal(ObjectType type, std::string_view kolom, const bj::value& waarde) {
    if (waarde.is_array()) {
        bj::array uit;
        for (const auto& item : waarde.get_array()) uit.push_back(vertaal(type, kolom, item));
        return uit;
    }
    if (!waarde.is_int64()) return waarde;
    const auto getal = waarde.get_int64();
    if (kolom == "hoofdadres" || kolom == "nevenadressen" || kolom == "panden" || kolom == "ligt_aan") {
        return bj::value(fmt::format("{:016}", getal));
    }
    if (kolom == "identificatie")
        return bj::value(fmt::format("{:0{}}", getal, type == ObjectType::woonplaats ? 4 : 16));
    if (kolom == "gemeente" || kolom == "ligt_in") return bj::value(fmt::format("{:04}", getal));
    if (kolom == "status") return bj::value(statusnaam(type, getal));
    if (kolom == "bestandsoort") return bj::value(bag::naam(static_cast<bag::Bestandsoort>(getal)));
    if (kolom == "gebruiksdoelen") return bj::value(bag::naam(static_cast<bag::Gebruiksdoel>(getal)));
    if (kolom == "type") return bj::value(bag::naam(static_cast<bag::OpenbareRuimteType>(getal)));
    if (kolom == "objectsoort") return bj::value(bag::naam(static_cast<bag::AdresseerbaarObject>(getal)));
    return waarde;
}

}  // namespace

std::optional<bj::value> toon_object(db::Transactie& tx, std::string_view identificatie) {
    for (const auto type : bag::alle_objecttypen) {
        const auto id = bag::lees_id(type, identificatie);
        if (!id) continue;
        bj::array voorkomens;
        for (const auto& rij : voorkomens_van(tx, type, *id)) {
            bj::object uit;
            for (const auto& [kolom, waarde] : rij.as_object()) {
                if (kolom != "gevouwen" && !waarde.is_null()) uit[json::camel(kolom)] = vertaal(type, kolom, waarde);
            }
            voorkomens.push_back(std::move(uit));
        }
        if (voorkomens.empty()) return std::nullopt;
        return bj::value{
            {"identificatie", identificatie}, {"type", bag::naam(type)}, {"voorkomens", std::move(voorkomens)}};
    }
    return std::nullopt;
}

}  // namespace damwand::registers
