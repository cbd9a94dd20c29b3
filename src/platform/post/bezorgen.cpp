// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "base/fout.hpp"
#include "platform/post/post.hpp"

namespace damwand::post {
namespace {

db::Identiteit programma(OrganisatieId organisatie) { return {.organisatie = organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()}; }

int getal(const boost::json::value& aantallen, std::string_view naam) {
    const auto* w = aantallen.as_object().if_contains(naam);
    return w != nullptr && w->is_number() ? w->to_number<int>() : 0;
}

}  // namespace

Bezorger::Bezorger(db::Pool& pool, Instellingen instellingen, Dagwerk dagwerk, Uitnodiger uitnodiger)
    : m_pool(pool), m_instellingen(std::move(instellingen)), m_dagwerk(std::move(dagwerk)), m_uitnodiger(std::move(uitnodiger)) {
    controleer(m_instellingen);
}

std::vector<OrganisatieId> Bezorger::organisaties() {
    std::vector<OrganisatieId> uit;
    db::Transactie tx(m_pool, programma({}));
    for (const auto rij : tx.doe("select o from archief.organisaties() o")) uit.push_back(rij.veld<OrganisatieId>("o"));
    return uit;
}

void Bezorger::doe_dagwerk() {
    for (const auto organisatie : organisaties()) {
        db::Transactie tx(m_pool, programma(organisatie));
        m_dagwerk(tx);
        tx.leg_vast();
    }
}

std::size_t Bezorger::bezorg() {
    if (!m_instellingen.aan()) return 0;
    std::size_t weg = 0;
    for (const auto organisatie : organisaties()) {
        std::vector<Uuid> ids;
        {
            db::Transactie tx(m_pool, programma(organisatie));
            for (const auto rij : tx.doe("select id from post.uit where organisatie = $1 and verstuurd_op is null and gestopt_op is null and volgende <= basis.nu()"
                                         " and extract(hour from basis.nu() at time zone 'Europe/Amsterdam') between $2 and $3 order by volgende limit 100",
                                         organisatie, m_instellingen.van_uur, m_instellingen.tot_uur - 1)) {
                ids.push_back(rij.veld<Uuid>("id"));
            }
        }
        for (const auto& id : ids) weg += bezorg_een(organisatie, id) ? 1 : 0;
    }
    return weg;
}

/// What lies in the outbox, in words; none when there is nothing to say any more.
std::optional<std::string> Bezorger::schrijf(db::Transactie& tx, const db::Rij& uit, const Adres& adres) {
    const auto nu = uit.veld<Tijdstip>("nu");
    if (uit.veld<std::string>("soort") == "uitnodiging") {
        auto u = m_uitnodiger(tx, adres.id);
        if (!u) return std::nullopt;
        u->gemaakt = nu;
        u->adres = fmt::format("{}/overleg/{}", m_instellingen.schermen, u->id.tekst());
        return bericht(m_instellingen, adres, *u, nu);
    }
    const auto a = uit.veld<boost::json::value>("aantallen");
    return bericht(m_instellingen, adres,
                   Aantallen{.te_laat = getal(a, "teLaat"), .binnenkort = getal(a, "binnenkort"), .geescaleerd = getal(a, "geescaleerd"), .vragen = getal(a, "vragen"), .overleggen = getal(a, "overleggen")}, nu);
}

bool Bezorger::bezorg_een(OrganisatieId organisatie, const Uuid& id) {
    db::Transactie tx(m_pool, programma(organisatie));
    const auto rijen = tx.doe("select u.soort, u.pogingen, u.aantallen, a.adres, g.taal, basis.nu() as nu from post.uit u"
                              " left join (post.adres a join toegang.gebruiker g on g.organisatie = a.organisatie and g.id = a.gebruiker and g.actief)"
                              " on a.organisatie = u.organisatie and a.gebruiker = u.gebruiker"
                              " where u.organisatie = $1 and u.id = $2 and u.verstuurd_op is null and u.gestopt_op is null for update of u skip locked",
                              organisatie, id);
    if (rijen.leeg()) return false;
    const auto rij = rijen[0];
    const auto adres = rij.veld<std::optional<std::string>>("adres");
    const auto pogingen = rij.veld<int>("pogingen") + 1;
    bool weg = false;
    std::optional<std::chrono::minutes> straks;
    if (adres) {
        try {
            const auto taal = rij.veld<std::optional<std::string>>("taal") == "en" ? Taal::en : Taal::nl;
            if (const auto tekst = schrijf(tx, rij, {.aan = *adres, .id = id, .taal = taal})) {
                verstuur(m_instellingen, *adres, *tekst);
                weg = true;
            }
        } catch (const Fout& fout) {
            straks = wacht_na(pogingen);
            spdlog::warn("post: {} not sent at attempt {} ({})", id.tekst(), pogingen, fout.voor_log());
        }
    }
    // No address any more, nothing to say, or tried often enough: it stays, and is not tried again.
    tx.doe("update post.uit set pogingen = $3, verstuurd_op = case when $4 then basis.nu() end, gestopt_op = case when not $4 and $5::integer is null then basis.nu() end,"
           " volgende = basis.nu() + make_interval(mins => coalesce($5::integer, 0)) where organisatie = $1 and id = $2",
           organisatie, id, pogingen, weg, straks ? std::optional(static_cast<int>(straks->count())) : std::nullopt);
    tx.leg_vast();
    return weg;
}

void Bezorger::start() {
    m_draad = std::thread([this] { werk(); });
}

void Bezorger::stop() {
    {
        const std::lock_guard houd(m_slot);
        m_stop = true;
    }
    m_bel.notify_all();
    if (m_draad.joinable()) m_draad.join();
}

void Bezorger::werk() {
    while (true) {
        try {
            if (const auto vandaag = dag_in_amsterdam(SysteemKlok{}.nu()); m_gedaan != vandaag) {
                doe_dagwerk();
                m_gedaan = vandaag;
            }
            if (const auto aantal = bezorg(); aantal > 0) spdlog::info("post: {} sent", aantal);
        } catch (const std::exception& fout) {
            spdlog::warn("post: stopped for a moment ({})", fout.what());
        }
        std::unique_lock houd(m_slot);
        m_bel.wait_for(houd, std::chrono::seconds(20), [&] { return m_stop; });
        if (m_stop) return;
    }
}

}  // namespace damwand::post
