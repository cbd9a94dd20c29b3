// SPDX-License-Identifier: EUPL-1.2
#include "platform/poort/loket.hpp"

#include <fmt/format.h>
#include <sodium.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <mutex>

#include "base/tekst.hpp"
#include "platform/poort/tempo.hpp"
#include "platform/poort/voorraad.hpp"

namespace damwand::poort {
namespace {

using http::Methode;

// A line of class openbaar about what lies in memory waits for the disk, which the tiles between do not. It is written when the whole way is gone anyway (a session is told once a
// minute that somebody is there), and at last after a minute and a half.
constexpr std::chrono::seconds regel_uit_voorraad{30}, langst_zonder_regel{90};
const Voorraad* voorraad_van(const Route& route) { return route.stroom.target<Voorraad>(); }

std::vector<std::string_view> delen_van(std::string_view pad) {
    std::vector<std::string_view> uit;
    while (!pad.empty()) {
        pad.remove_prefix(1);
        const auto einde = std::min(pad.find('/'), pad.size());
        uit.push_back(pad.substr(0, einde));
        pad.remove_prefix(einde);
    }
    return uit;
}

bool wijzigt(Methode m) { return m == Methode::post || m == Methode::put || m == Methode::patch || m == Methode::verwijder; }

/// W3C trace context in, else the operation's own id.
std::array<std::uint8_t, 16> trace_van(const http::Verzoek& verzoek, OperatieId operatie) {
    std::array<std::uint8_t, 16> uit = operatie.waarde.bytes;
    const auto kop = verzoek.kop("traceparent");
    if (!kop || kop->size() != 55) return uit;
    std::array<std::uint8_t, 16> gelezen{};
    std::size_t aantal = 0;
    if (sodium_hex2bin(gelezen.data(), gelezen.size(), kop->data() + 3, 32, nullptr, &aantal, nullptr) == 0 && aantal == 16) uit = gelezen;
    return uit;
}

/// The file that a Location stands in: its first id.
std::optional<Uuid> eerste_id(std::string_view plaats) {
    for (const auto deel : delen_van(plaats)) {
        if (const auto id = Uuid::lees(deel)) return id;
    }
    return std::nullopt;
}

/// A changing request must carry the session's token and come from our own pages (veiligheid.md rule 18).
void eis_eigen_pagina(const http::Verzoek& verzoek, const toegang::Subject& wie) {
    const auto token = verzoek.kop("x-csrf-token").value_or("");
    const bool goed = token.size() == wie.csrf.size() && sodium_memcmp(token.data(), wie.csrf.data(), token.size()) == 0;
    const auto herkomst = verzoek.kop("origin");
    const auto plaats = verzoek.kop("sec-fetch-site");
    const bool eigen = (!herkomst || herkomst->ends_with("://" + verzoek.kop("host").value_or("?"))) &&
                       (!plaats || *plaats == "same-origin" || *plaats == "none");
    if (!goed || !eigen) throw Fout(FoutSoort::verboden, "csrf", "Dit verzoek kwam niet van een eigen pagina. Laad de pagina opnieuw.");
}

/// What this request is for: the activity that the route declares, or the one that the caller says he is about.
std::string doel_van(const Route& route, const http::Verzoek& verzoek) {
    return verzoek.kop("verwerkingsactiviteit").value_or(std::string(*route.kop.activiteit));
}

/// A live list, and what a page reads again because of one, do not keep a session alive (veiligheid.md rule 17). A caller
/// can only shorten his own session with the header.
toegang::Aanleiding aanleiding_van(const Route& route, const http::Verzoek& verzoek) {
    const bool levend = route.stroom && route.mediatype == "text/event-stream";  // a file is fetched by somebody
    return levend || verzoek.kop("automatisch") == "ja" ? toegang::Aanleiding::vanzelf : toegang::Aanleiding::iemand;
}

/// The codes of an audit line, with a space between them; nothing when there are none.
std::optional<std::string> codes(std::string_view een, std::string_view ander) {
    if (een.empty() && ander.empty()) return std::nullopt;
    return fmt::format("{}{}{}", een, een.empty() || ander.empty() ? "" : " ", ander);
}

void eis_bekende_vragen(const http::Verzoek& verzoek, const Kop& kop) {
    std::vector<VeldFout> fouten;
    for (const auto& [naam, waarde] : verzoek.query) {
        const bool bekend = std::any_of(kop.vragen.begin(), kop.vragen.end(), [&](const Vraag& v) { return v.naam == naam; });
        if (!bekend) fouten.push_back({"/query/" + naam.substr(0, 60), "onbekend", "Deze vraag bestaat hier niet."});
    }
    if (!fouten.empty()) throw Fout(FoutSoort::ongeldig, "vraag-onbekend", "De vraag klopt niet. Zie de genoemde velden.", std::move(fouten));
}

}  // namespace

struct Loket::Binnenwerk {
    std::vector<Route> routes;
    Onderdelen delen;
    Tempo tempo;
    std::string openapi;
    std::mutex slot;
    std::map<std::string, Tijdstip> openbaar_gelogd;  ///< user and route → last line of class openbaar

    Binnenwerk(std::vector<Route> r, const Onderdelen& d) : routes(std::move(r)), delen(d), tempo(d.tempo) {}

    const Route* vind(const http::Verzoek& verzoek, std::map<std::string, std::string, std::less<>>& segmenten, std::string& wel) const;
    http::Antwoord door_de_poort(const Route& route, const http::Verzoek& verzoek, std::map<std::string, std::string, std::less<>> segmenten);
    void eis_getuige(const Route& route) const;
    void laat_binnen(const Route& route, const http::Verzoek& verzoek, db::Transactie& tx, std::optional<toegang::Subject>& wie);
    void log_weigering(const Route& route, const http::Verzoek& verzoek, OperatieId operatie, const toegang::Subject* wie, OrganisatieId organisatie, const Fout& fout);
    std::optional<http::Antwoord> uit_voorraad(const Route& route, const http::Verzoek& verzoek, const Segmenten& segmenten);
    std::chrono::seconds sinds_regel(OrganisatieId organisatie, GebruikerId gebruiker, const Route& route, bool schrijft, std::chrono::seconds elke);
    bool openbaar_nu(const toegang::Subject& wie, const Route& route);
};

Loket::Loket(std::vector<Route> routes, Onderdelen onderdelen) : m(std::make_unique<Binnenwerk>(std::move(routes), onderdelen)) {
    for (auto& r : platformroutes(onderdelen)) m->routes.push_back(std::move(r));
    std::set<std::string> gezien;
    for (const auto& r : m->routes) {
        const auto sleutel = fmt::format("{} {}", static_cast<int>(*r.kop.methode), *r.kop.pad);
        if (!gezien.insert(sleutel).second || !gezien.insert(std::string(*r.kop.naam)).second) {
            throw std::logic_error(fmt::format("route {} is declared twice", *r.kop.pad));
        }
        if (voorraad_van(r) != nullptr && (*r.kop.methode != Methode::get || *r.kop.audit != Audit::openbaar || r.kop.vraagt_vers_bewijs())) throw std::logic_error(fmt::format("{} answers from memory what is not public", *r.kop.pad));
        if (!(*r.kop.pad).starts_with("/v1/")) throw std::logic_error("a route stands outside /v1");
    }
    m->openapi = json::bj::serialize(openapi());  // at the start: what cannot be described does not start
}

Loket::~Loket() = default;
const std::vector<Route>& Loket::routes() const { return m->routes; }
json::bj::value Loket::openapi() const { return openapi_van(m->routes, m->delen.versie); }

const Route* Loket::Binnenwerk::vind(const http::Verzoek& verzoek, std::map<std::string, std::string, std::less<>>& segmenten, std::string& wel) const {
    const auto gevraagd = delen_van(verzoek.pad);
    const Route* beste = nullptr;
    for (const auto& route : routes) {
        const auto eigen = delen_van(*route.kop.pad);
        if (eigen.size() != gevraagd.size()) continue;
        std::map<std::string, std::string, std::less<>> hier;
        bool past = true;
        for (std::size_t i = 0; past && i < eigen.size(); ++i) {
            if (eigen[i].starts_with('{')) {
                hier.emplace(eigen[i].substr(1, eigen[i].size() - 2), gevraagd[i]);
            } else {
                past = eigen[i] == gevraagd[i];
            }
        }
        if (!past || (beste != nullptr && segmenten.size() <= hier.size())) continue;  // literal segments win
        const auto methode = verzoek.methode == Methode::head ? Methode::get : verzoek.methode;
        if (*route.kop.methode == methode) {
            beste = &route;
            segmenten = std::move(hier);
        } else {
            constexpr std::string_view woorden[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", ""};
            wel += (wel.empty() ? "" : ", ") + std::string(woorden[static_cast<std::size_t>(*route.kop.methode)]);
        }
    }
    return beste;
}

http::Antwoord Loket::doe(const http::Verzoek& verzoek) {
    if (verzoek.pad == "/livez") return {.status = 200, .lijf = R"({"status":"leeft"})"};
    if (verzoek.pad == "/readyz") {
        try {
            db::Transactie tx(m->delen.pool, {.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
            tx.doe("select 1");
            return {.status = 200, .lijf = R"({"status":"gereed","database":"goed"})"};
        } catch (const std::exception&) {
            return {.status = 503, .lijf = R"({"status":"niet-gereed","database":"onbereikbaar"})", .koppen = {{"Retry-After", "5"}}};
        }
    }
    if (verzoek.pad == "/v1/openapi.json" && verzoek.methode == Methode::get) {
        return {.status = 200, .lijf = m->openapi, .koppen = {{"Access-Control-Allow-Origin", "*"}}};
    }
    std::map<std::string, std::string, std::less<>> segmenten;
    std::string wel;
    const auto* route = m->vind(verzoek, segmenten, wel);
    if (route == nullptr) {
        if (wel.empty()) return http::probleem(onbekend(), verzoek.id);
        auto antwoord = http::probleem(Fout(FoutSoort::ongeldig, "methode", "Dit kan hier niet met deze methode."), verzoek.id);
        antwoord.status = 405;
        antwoord.koppen.emplace_back("Allow", wel);
        return antwoord;
    }
    if (route->kop.bestand > 0 && !verzoek.ontvangen) {
        auto antwoord = http::probleem(Fout(FoutSoort::ongeldig, "geen-bestand", "Stuur een bestand als application/octet-stream."), verzoek.id);
        antwoord.status = 415;
        return antwoord;
    }
    if (wijzigt(verzoek.methode) && !verzoek.lijf.empty() && !verzoek.kop("content-type").value_or("").starts_with("application/json")) {
        auto antwoord = http::probleem(Fout(FoutSoort::ongeldig, "geen-json", "Stuur application/json."), verzoek.id);
        antwoord.status = 415;
        return antwoord;
    }
    try {
        m->eis_getuige(*route);
        if (route->zelf) return route->zelf(verzoek);
        for (int poging = 0;; ++poging) {
            try {
                return m->door_de_poort(*route, verzoek, segmenten);
            } catch (const db::DbFout& fout) {
                if (!fout.nog_eens() || poging == 3) throw;
            }
        }
    } catch (const Fout& fout) {
        if (!fout.voor_log().empty()) spdlog::warn("{} {}: {}", *route->kop.naam, fout.code(), fout.voor_log());
        return http::probleem(fout, verzoek.id);
    } catch (const db::DbFout& fout) {
        spdlog::error("{}: database {} {}", *route->kop.naam, fout.sqlstate(), fout.what());
        if (fout.sqlstate() == "23505") {
            return http::probleem(Fout(FoutSoort::botsing, "bestaat-al", "Dit bestaat al."), verzoek.id);
        }
        // No log, no data; and never a word about what was asked.
        auto antwoord = http::probleem(
            Fout(FoutSoort::niet_beschikbaar, "niet-beschikbaar", "Dit kan nu even niet. Er is niets opgeslagen. Probeer het zo nog eens."), verzoek.id);
        if (!fout.buiten_bereik() && fout.sqlstate() != "42501" && !fout.sqlstate().starts_with("P0")) antwoord.status = fout.sqlstate().starts_with("22") || fout.sqlstate().starts_with("23") ? 500 : 503;
        return antwoord;
    }
}

/// No audit, no data (veiligheid.md V9): what is logged waits until somebody outside sees the logs again.
void Loket::Binnenwerk::eis_getuige(const Route& route) const {
    if (*route.kop.audit == Audit::geen || *route.kop.audit == Audit::openbaar || !delen.dicht || !delen.dicht()) return;
    throw Fout(FoutSoort::niet_beschikbaar, "getuige-zwijgt", "De logboeken worden al te lang niet buiten deze machine bewaard. Tot dat weer gebeurt kan hier niets. Er is niets opgeslagen.");
}

/// Who asks, and whether his role may do this at all: what can be said before any object is looked at. A body that was
/// taken was let in once already, and is not counted twice.
void Loket::Binnenwerk::laat_binnen(const Route& route, const http::Verzoek& verzoek, db::Transactie& tx,
                                    std::optional<toegang::Subject>& wie) {
    const auto& kop = route.kop;
    if (const auto teken = toegang::Teken::lees(verzoek.koekje("__Host-damwand").value_or(""))) wie = toegang::wie_is(tx, *teken, doel_van(route, verzoek), aanleiding_van(route, verzoek));
    if (!wie) throw Fout(FoutSoort::niet_aangemeld, "niet-aangemeld", "Meld u aan.");
    if (!verzoek.ontvangen) {
        if (const auto wacht = tempo.wacht(*wie->gebruiker, *kop.tarief); wacht > 0) {
            throw Fout(FoutSoort::te_vaak, "te-vaak", "Dit gaat te snel. Wacht een ogenblik.").na(std::chrono::seconds(wacht));
        }
    }
    if (wijzigt(verzoek.methode)) eis_eigen_pagina(verzoek, *wie);
    if (!toegang::activiteit_van(*wie, doel_van(route, verzoek), *kop.activiteit)) {
        throw Fout(FoutSoort::verboden, "activiteit-ongeldig", "Dit kan niet onder deze verwerkingsactiviteit: zij geldt niet, staat niet open voor uw rol, of is hier niet voor.");
    }
    if (*kop.recht != aangemeld) toegang::authorize(*wie, *kop.recht);
    if (wie->noodtoegang_tot && (*kop.export_klasse == Export::dossier || *kop.export_klasse == Export::massa)) {
        throw Fout(FoutSoort::verboden, "noodtoegang-geen-uitvoer", "Tijdens noodtoegang kunt u niets uitvoeren of afdrukken. Sluit de noodtoegang eerst.");
    }
    if (kop.vraagt_vers_bewijs()) toegang::eis_vers_bewijs(*wie);
    eis_bekende_vragen(verzoek, kop);
}

std::shared_ptr<http::Ontvanger> Loket::vang_op(const http::Verzoek& verzoek) {
    std::map<std::string, std::string, std::less<>> segmenten;
    std::string wel;
    const auto* route = m->vind(verzoek, segmenten, wel);
    if (route == nullptr || route->kop.bestand == 0 || !m->delen.opvang) return nullptr;
    m->eis_getuige(*route);
    const auto operatie = OperatieId::nieuw();
    const auto teken = toegang::Teken::lees(verzoek.koekje("__Host-damwand").value_or(""));
    const auto organisatie = teken ? teken->organisatie : OrganisatieId{};
    std::optional<toegang::Subject> wie;
    try {
        db::Transactie tx(m->delen.pool, {.organisatie = organisatie, .gebruiker = std::nullopt, .operatie = operatie});
        m->laat_binnen(*route, verzoek, tx, wie);
        tx.leg_vast();
        std::uint64_t lengte = 0;
        const auto gezegd = verzoek.kop("content-length").value_or("");
        std::from_chars(gezegd.data(), gezegd.data() + gezegd.size(), lengte);
        if (lengte == 0) throw Fout(FoutSoort::ongeldig, "bestand-leeg", "Dit bestand is leeg.");
        if (lengte > route->kop.bestand) throw Fout(FoutSoort::te_groot, "bestand-te-groot", "Dit bestand is groter dan 50 MB.");
        return m->delen.opvang();
    } catch (const Fout& fout) {
        m->log_weigering(*route, verzoek, operatie, wie ? &*wie : nullptr, organisatie, fout);
        throw;
    } catch (const db::DbFout& fout) {
        spdlog::error("{}: database {} {}", *route->kop.naam, fout.sqlstate(), fout.what());
        throw Fout(FoutSoort::niet_beschikbaar, "niet-beschikbaar", "Dit kan nu even niet. Er is niets opgeslagen. Probeer het zo nog eens.");
    }
}

/// How long ago the last line of class openbaar of this user and route was written. `schrijft`: one is written now if that is `elke` or longer.
std::chrono::seconds Loket::Binnenwerk::sinds_regel(OrganisatieId organisatie, GebruikerId gebruiker, const Route& route, bool schrijft, std::chrono::seconds elke) {
    const auto sleutel = fmt::format("{}/{}/{}", static_cast<int>(organisatie.waarde), gebruiker.tekst(), *route.kop.naam);
    const auto nu = SysteemKlok().nu();
    const std::lock_guard grendel(slot);
    if (openbaar_gelogd.size() > 10000) openbaar_gelogd.clear();
    auto& laatst = openbaar_gelogd[sleutel];
    const auto geleden = std::chrono::duration_cast<std::chrono::seconds>(nu - laatst);
    if (schrijft && geleden >= elke) laatst = nu;
    return geleden;
}

bool Loket::Binnenwerk::openbaar_nu(const toegang::Subject& wie, const Route& route) {
    const auto elke = voorraad_van(route) != nullptr ? regel_uit_voorraad : std::chrono::seconds(10);
    return sinds_regel(wie.organisatie, *wie.gebruiker, route, true, elke) >= elke;
}

/// What lies ready for who may have it, when nothing has to be written for it: a session that was told lately that he is there, and a line in the log not long ago.
/// Anything else is for door_de_poort, which says no in the right words and writes that down.
std::optional<http::Antwoord> Loket::Binnenwerk::uit_voorraad(const Route& route, const http::Verzoek& verzoek, const Segmenten& segmenten) {
    const auto* voorraad = voorraad_van(route);
    if (voorraad == nullptr || verzoek.methode != Methode::get || verzoek.kop("verwerkingsactiviteit") || verzoek.kop("automatisch")) return std::nullopt;
    const auto& kop = route.kop;
    if (!std::ranges::all_of(verzoek.query, [&](const auto& q) { return std::ranges::find(kop.vragen, std::string_view(q.first), &Vraag::naam) != kop.vragen.end(); })) return std::nullopt;
    const auto teken = toegang::Teken::lees(verzoek.koekje("__Host-damwand").value_or(""));
    if (!teken) return std::nullopt;
    auto rechten = voorraad->rechten;
    rechten.emplace_back(*kop.recht);
    std::optional<toegang::Mag> mag;
    try {
        mag = toegang::mag_nu(delen.pool, *teken, *kop.activiteit, rechten, voorraad->stand);
    } catch (const db::DbFout&) {
        return std::nullopt;  // a connection that broke while idle; the whole way tries once more, and says what is wrong
    }
    if (!mag || mag->bijwerken || !mag->rechten.contains(*kop.recht)) return std::nullopt;
    if (sinds_regel(teken->organisatie, mag->gebruiker, route, false, {}) >= langst_zonder_regel) return std::nullopt;
    auto uit = voorraad->vind(verzoek, segmenten, *mag);
    if (!uit || tempo.wacht(mag->gebruiker, *kop.tarief) > 0) return std::nullopt;
    return uit;
}

http::Antwoord Loket::Binnenwerk::door_de_poort(const Route& route, const http::Verzoek& verzoek,
                                                std::map<std::string, std::string, std::less<>> segmenten) {
    if (auto klaar = uit_voorraad(route, verzoek, segmenten)) return *std::move(klaar);
    const auto& kop = route.kop;
    const auto operatie = OperatieId::nieuw();
    const auto teken = toegang::Teken::lees(verzoek.koekje("__Host-damwand").value_or(""));
    const auto organisatie = teken ? teken->organisatie : OrganisatieId{};
    std::optional<toegang::Subject> wie;
    try {
        db::Transactie tx(delen.pool, {.organisatie = organisatie, .gebruiker = std::nullopt, .operatie = operatie});
        laat_binnen(route, verzoek, tx, wie);
        const auto activiteit = toegang::activiteit_van(*wie, doel_van(route, verzoek), *kop.activiteit);

        Gang gang(verzoek, kop, *wie, tx, *activiteit, delen.pseudoniem, delen.kluis);
        gang.segmenten = std::move(segmenten);

        const bool met_sleutel = verzoek.methode == Methode::post && !verzoek.pad.substr(verzoek.pad.rfind('/') + 1).starts_with('_');
        std::string vorm;
        std::optional<Uuid> sleutel;
        http::Antwoord antwoord;
        bool herhaald = false;
        if (met_sleutel) {
            sleutel = Uuid::lees(verzoek.kop("idempotency-key").value_or(""));
            if (!sleutel) throw Fout(FoutSoort::ongeldig, "sleutel-ontbreekt", "Stuur een Idempotency-Key (UUID) mee.");
            std::array<unsigned char, 32> som{};
            const auto alles = verzoek.pad + "\n" + (verzoek.ontvangen ? verzoek.ontvangen->kenmerk() : verzoek.lijf);
            crypto_generichash(som.data(), som.size(), reinterpret_cast<const unsigned char*>(alles.data()), alles.size(), nullptr, 0);
            vorm = "\\x" + als_hex(som);
            // The first with this key does the work; a second waits for its row and then repeats the answer.
            tx.doe("delete from toegang.idempotentie where organisatie = $1 and gebruiker = $2 and op < basis.nu() - interval '24 hours'", wie->organisatie, wie->gebruiker);
            const auto nieuw = tx.doe("insert into toegang.idempotentie (organisatie, gebruiker, sleutel, vorm, status, op) values ($1, $2, $3, $4::bytea, 0, basis.nu()) on conflict do nothing",
                                      wie->organisatie, wie->gebruiker, *sleutel, vorm);
            if (nieuw.geraakt() == 0) {
                const auto eerder = tx.een("select status, object, plaats, vorm = $4::bytea as zelfde from toegang.idempotentie where organisatie = $1 and gebruiker = $2 and sleutel = $3",
                                           wie->organisatie, wie->gebruiker, *sleutel, vorm);
                if (!eerder[0].veld<bool>("zelfde")) {
                    throw Fout(FoutSoort::botsing, "sleutel-gebruikt", "Deze Idempotency-Key is al voor iets anders gebruikt.");
                }
                antwoord.status = eerder[0].veld<int>("status");
                if (const auto id = eerder[0].veld<std::optional<Uuid>>("object")) antwoord.lijf = json::bj::serialize(json::bj::object{{"id", id->tekst()}});
                if (const auto plaats = eerder[0].veld<std::optional<std::string>>("plaats")) {
                    antwoord.koppen.emplace_back("Location", *plaats);
                    if (const auto dossier = eerste_id(*plaats)) gang.raakt(*dossier);
                }
                antwoord.koppen.emplace_back("Idempotency-Replayed", "true");
                herhaald = true;
            }
        }

        if (!herhaald) {
            if (route.stroom) {
                antwoord = route.stroom(gang);
            } else {
                if (auto lijf = route.doe(gang)) antwoord.lijf = json::bj::serialize(*lijf);
                antwoord.status = status_van(route);
            }
            if (gang.gemaakt().has_value() != kop.maakt) throw std::logic_error(fmt::format("{}: says and does differ in whether it makes something (Kop::maakt)", *kop.naam));
            if (gang.etag()) antwoord.koppen.emplace_back("ETag", fmt::format("\"{}\"", *gang.etag()));
            if (!gang.plaats().empty()) antwoord.koppen.emplace_back("Location", gang.plaats());
            for (const auto& k : gang.koppen()) antwoord.koppen.push_back(k);
            if (sleutel) {
                std::optional<std::string> plaats;
                if (!gang.plaats().empty()) plaats = gang.plaats();
                tx.doe("update toegang.idempotentie set status = $4, object = $5, plaats = $6 where organisatie = $1 and gebruiker = $2 and sleutel = $3",
                       wie->organisatie, wie->gebruiker, *sleutel, antwoord.status, gang.gemaakt(), plaats);
            }
        }
        if (*kop.audit != Audit::geen && (*kop.audit != Audit::openbaar || openbaar_nu(*wie, route))) {
            logboek::schrijf(tx,
                             {.naam = std::string(*kop.naam), .activiteit = *activiteit, .actor = wie->gebruiker,
                              .rol = wie->rollen.empty() ? "" : wie->rollen.front(), .acr = wie->acr, .sessie = wie->sessie,
                              .status = antwoord.status, .oorsprong = verzoek.afkomst,
                              .toelichting = codes(wie->noodtoegang_tot ? "noodtoegang" : "", gang.uitsnede()),
                              .trace = trace_van(verzoek, operatie)},
                             gang.log(), delen.pseudoniem);
        }
        tx.leg_vast();
        if (delen.verdeler != nullptr && wijzigt(verzoek.methode)) delen.verdeler->wek();
        for (const auto& doe : gang.daarna()) doe();
        return antwoord;
    } catch (const Fout& fout) {
        log_weigering(route, verzoek, operatie, wie ? &*wie : nullptr, organisatie, fout);
        throw;
    }
}

void Loket::Binnenwerk::log_weigering(const Route& route, const http::Verzoek& verzoek, OperatieId operatie, const toegang::Subject* wie,
                                      OrganisatieId organisatie, const Fout& fout) {
    if (fout.soort() == FoutSoort::niet_beschikbaar) return;
    db::Transactie tx(delen.pool, {.organisatie = wie != nullptr ? organisatie : OrganisatieId{}, .gebruiker = wie != nullptr ? wie->gebruiker : std::nullopt, .operatie = operatie});
    const bool geweigerd = fout.soort() == FoutSoort::niet_aangemeld || fout.soort() == FoutSoort::verboden ||
                           fout.soort() == FoutSoort::onbekend || fout.soort() == FoutSoort::te_vaak;
    logboek::schrijf(tx,
                     {.naam = std::string(*route.kop.naam), .activiteit = std::nullopt, .actor = wie != nullptr ? wie->gebruiker : std::nullopt,
                      .rol = wie != nullptr && !wie->rollen.empty() ? wie->rollen.front() : "", .acr = wie != nullptr ? wie->acr : "",
                      .sessie = wie != nullptr ? wie->sessie : std::nullopt, .resultaat = geweigerd ? "geweigerd" : "mislukt",
                      .status = http::status_van(fout.soort()), .oorsprong = verzoek.afkomst, .toelichting = fout.code(),
                      .trace = trace_van(verzoek, operatie), .verwerkt = false},
                     {}, delen.pseudoniem);
    tx.leg_vast();
}

}  // namespace damwand::poort
