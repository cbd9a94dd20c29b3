// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "platform/db/db.hpp"

namespace damwand::db {

std::string zet_identiteit(const Identiteit& wie) {
    return fmt::format(
        "set local damwand.organisatie = '{}'; set local damwand.gebruiker = '{}'; set local damwand.operatie = '{}';"
        " set local damwand.niveau = '{}'; set local damwand.activiteit = '{}'",
        static_cast<int>(wie.organisatie.waarde), wie.gebruiker ? wie.gebruiker->tekst() : "", wie.operatie.tekst(), wie.niveau,
        wie.activiteit ? std::to_string(*wie.activiteit) : "");
}

Transactie::Transactie(Pool& pool, const Identiteit& wie) : m_pool(pool), m_verbinding(pool.neem()), m_wie(wie) {
    try {
        m_verbinding->script("begin; " + zet_identiteit(wie));
    } catch (const DbFout&) {
        // A connection that broke while idle (the database restarted): once more on a fresh one.
        try {
            *this->m_verbinding = Verbinding(m_pool.dsn());
            m_verbinding->script("begin; " + zet_identiteit(wie));
        } catch (...) {
            m_pool.geef(std::move(m_verbinding));
            throw;
        }
    }
}

Transactie::~Transactie() {
    if (!m_verbinding) return;
    if (!m_vast) {
        try {
            m_verbinding->script("rollback");
        } catch (const std::exception&) {
            // The pool drops a connection that is not idle; the server rolls back by itself.
        }
    }
    m_pool.geef(std::move(m_verbinding));
}

void Transactie::word(GebruikerId gebruiker, int niveau, std::optional<std::int16_t> activiteit) {
    m_wie.gebruiker = gebruiker;
    m_wie.niveau = niveau;
    m_wie.activiteit = activiteit;
    m_verbinding->script(zet_identiteit(m_wie));
}

void Transactie::leg_vast() {
    m_verbinding->leg_vast();
    m_vast = true;
}

Tijdstip Transactie::nu() {
    if (!m_nu) m_nu = doe("select basis.nu() as nu")[0].veld<Tijdstip>("nu");
    return *m_nu;
}

std::vector<Verbinding> Transactie::meelezers(std::size_t aantal) {
    const auto moment = een("select pg_export_snapshot() as moment")[0].veld<std::string>("moment");
    if (moment.find_first_not_of("0123456789ABCDEF-") != std::string::npos) throw std::logic_error("the name of a snapshot");  // it can only be given in the text
    std::vector<Verbinding> uit;
    for (std::size_t i = 0; i < aantal; ++i) uit.emplace_back(m_pool.dsn()).script("begin transaction isolation level repeatable read read only; set transaction snapshot '" + moment + "'");
    return uit;
}

Verbinding& Transactie::verbinding() { return *m_verbinding; }

// A statement is planned once per connection: under the policies planning anew costs more than running, and what a plan
// must know stands in the statement's text, not in its values (ADR 0028). Nor does a statement get helpers: starting them takes 10 to 30 ms, and while
// many ask at once the cores are taken (ADR 0056).
Pool::Pool(std::string dsn, std::size_t hoogstens)
    : m_dsn(std::move(dsn) + " options='-c plan_cache_mode=force_generic_plan -c max_parallel_workers_per_gather=0'"), m_hoogstens(hoogstens) {}

std::unique_ptr<Verbinding> Pool::neem() {
    std::unique_lock slot(m_slot);
    if (!m_wacht.wait_for(slot, std::chrono::seconds(5), [&] { return !m_vrij.empty() || m_uit < m_hoogstens; })) {
        throw Fout(FoutSoort::niet_beschikbaar, "te-druk", "Het is te druk. Probeer het zo nog eens.", {}, "pool exhausted");
    }
    ++m_uit;
    if (!m_vrij.empty()) {
        auto verbinding = std::move(m_vrij.back());
        m_vrij.pop_back();
        return verbinding;
    }
    slot.unlock();
    try {
        return std::make_unique<Verbinding>(m_dsn);
    } catch (...) {
        const std::lock_guard weer(m_slot);
        --m_uit;
        m_wacht.notify_one();
        throw;
    }
}

void Pool::geef(std::unique_ptr<Verbinding> verbinding) noexcept {
    const std::lock_guard slot(m_slot);
    if (m_uit > 0) --m_uit;
    if (verbinding && verbinding->in_orde()) m_vrij.push_back(std::move(verbinding));
    m_wacht.notify_one();
}

}  // namespace damwand::db
