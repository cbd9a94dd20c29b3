// SPDX-License-Identifier: EUPL-1.2
#include "platform/poort/loket.hpp"

namespace damwand::poort {
namespace {

using json::bj::array;
using json::bj::object;
using json::bj::value;

struct ProbleemFout {
    std::string veld, code, uitleg;
};
BOOST_DESCRIBE_STRUCT(ProbleemFout, (), (veld, code, uitleg))
struct Probleem {
    int status = 0;
    std::string code, title, detail;
    std::vector<ProbleemFout> fouten;
    std::string verzoek;
};
BOOST_DESCRIBE_STRUCT(Probleem, (), (status, code, title, detail, fouten, verzoek))

std::string_view woord(http::Methode methode) {
    switch (methode) {
        case http::Methode::get: return "get";
        case http::Methode::post: return "post";
        case http::Methode::put: return "put";
        case http::Methode::patch: return "patch";
        case http::Methode::verwijder: return "delete";
        default: return "get";
    }
}

/// The declared classes of a route, as ontwerp.md §3 and §4 name them.
std::string_view woord(Audit klasse) {
    switch (klasse) {
        case Audit::openbaar: return "openbaar";
        case Audit::lezen: return "lezen";
        case Audit::schrijven: return "schrijven";
        default: return "geen";
    }
}
std::string_view woord(Tarief klasse) {
    switch (klasse) {
        case Tarief::licht: return "licht";
        case Tarief::gewoon: return "gewoon";
        default: return "zwaar";
    }
}
std::string_view woord(Export klasse) {
    switch (klasse) {
        case Export::open: return "open";
        case Export::dossier: return "dossier";
        case Export::massa: return "massa";
        default: return "geen";
    }
}

object parameter(std::string_view naam, std::string_view waar, std::string_view uitleg, bool verplicht, value schema) {
    return {{"name", naam}, {"in", waar}, {"description", uitleg}, {"required", verplicht}, {"schema", std::move(schema)}};
}

array parameters_van(const Route& r) {
    array uit;
    const auto pad = *r.kop.pad;
    for (std::size_t i = pad.find('{'); i != std::string_view::npos; i = pad.find('{', i + 1)) {
        const auto naam = pad.substr(i + 1, pad.find('}', i) - i - 1);
        uit.push_back(parameter(naam, "path", "Id van het object.", true, {{"type", "string"}, {"format", "uuid"}}));
    }
    for (const auto& v : r.kop.vragen) uit.push_back(parameter(v.naam, "query", v.uitleg, false, {{"type", "string"}}));
    for (const auto& k : r.kop.koppen) uit.push_back(parameter(k.naam, "header", k.uitleg, k.naam == "Bestandsnaam", {{"type", "string"}}));
    if (r.kop.if_match) {
        uit.push_back(parameter("If-Match", "header", "De versie die u zag, tussen aanhalingstekens.", true, {{"type", "string"}}));
    }
    const bool sleutel = *r.kop.methode == http::Methode::post && !r.zelf && pad.substr(pad.rfind('/') + 1).front() != '_';
    if (sleutel) {
        uit.push_back(parameter("Idempotency-Key", "header", "Een UUID; dezelfde sleutel doet het werk één keer.", true,
                                {{"type", "string"}, {"format", "uuid"}}));
    }
    return uit;
}

object operatie_van(const Route& r, json::SchemaBoek& in, json::SchemaBoek& uit) {
    const auto deel = (*r.kop.pad).substr(4);
    object op{{"operationId", *r.kop.naam},
              {"summary", r.kop.samenvatting},
              {"tags", array{value(deel.substr(0, deel.find('/')))}},
              {"parameters", parameters_van(r)},
              {"x-recht", *r.kop.recht},
              {"x-verwerkingsactiviteit", *r.kop.activiteit},
              {"x-auditklasse", woord(*r.kop.audit)},
              {"x-tariefklasse", woord(*r.kop.tarief)},
              {"x-exportklasse", woord(*r.kop.export_klasse)}};
    if (r.invoer) {
        op["requestBody"] = object{{"required", true}, {"content", object{{"application/json", object{{"schema", r.invoer(in)}}}}}};
    }
    if (r.kop.bestand > 0) {
        op["requestBody"] = object{{"required", true},
                                   {"content", object{{"application/octet-stream",
                                                       object{{"schema", object{{"type", "string"}, {"format", "binary"}, {"maxLength", r.kop.bestand}}}}}}}};
    }
    const object kop{{"API-Version", object{{"description", "Volledige versie van de API."}, {"schema", object{{"type", "string"}}}}}};
    object goed{{"description", "Gelukt."}, {"headers", kop}};
    if (r.uitvoer) goed["content"] = object{{"application/json", object{{"schema", r.uitvoer(uit)}}}};
    if (r.stroom) goed["content"] = object{{r.mediatype, object{{"schema", object{{"type", "string"}}}}}};
    object antwoorden{{std::to_string(status_van(r)), goed}};
    const object fout{{"description", "Niet gelukt."},
                      {"content", object{{"application/problem+json", object{{"schema", json::Vorm<Probleem>::schema(uit)}}}}}};
    for (const auto* status : {"400", "401", "403", "404", "429", "503"}) antwoorden[status] = fout;
    if (r.kop.if_match) antwoorden["412"] = fout;
    if (r.kop.bestand > 0) antwoorden["413"] = fout;
    if (*r.kop.methode != http::Methode::get || r.mediatype == "application/octet-stream") antwoorden["409"] = fout;
    op["responses"] = std::move(antwoorden);
    return op;
}

}  // namespace

value openapi_van(const std::vector<Route>& routes, const std::string& versie) {
    json::SchemaBoek in;
    in.invoer = true;
    json::SchemaBoek uit;
    object paden;
    for (const auto& r : routes) {
        auto& pad = paden[(*r.kop.pad).substr(3)];
        if (!pad.is_object()) pad = object{};
        pad.as_object()[woord(*r.kop.methode)] = operatie_van(r, in, uit);
    }
    object schemas;
    for (auto* boek : {&in, &uit}) {
        for (auto& [naam, schema] : boek->schemas) {
            if (!schemas.emplace(naam, schema).second) throw std::logic_error("two schemas are called " + naam);
        }
    }
    return object{
        {"openapi", "3.1.0"},
        {"info", object{{"title", "Damwand"},
                        {"version", versie},
                        {"description", "Van signaal naar interventie bij de bestuurlijke aanpak van ondermijning."},
                        {"contact", object{{"name", "Damwand"}, {"email", "beheer@damwand.example"}, {"url", "https://damwand.example"}}},
                        {"license", object{{"name", "EUPL-1.2"}, {"identifier", "EUPL-1.2"}}}}},
        {"servers", array{object{{"url", "/v1"}}}},
        {"security", array{object{{"sessie", array{}}}}},
        {"paths", std::move(paden)},
        {"components", object{{"schemas", std::move(schemas)},
                              {"securitySchemes", object{{"sessie", object{{"type", "apiKey"}, {"in", "cookie"}, {"name", "__Host-damwand"}}}}}}}};
}

}  // namespace damwand::poort
