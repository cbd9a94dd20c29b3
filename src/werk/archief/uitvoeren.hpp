// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <condition_variable>
#include <mutex>
#include <thread>

#include "platform/documenten/opslag.hpp"
#include "platform/logboek/logboek.hpp"
#include "werk/archief/gegevens.hpp"
#include "werk/archief/boek.hpp"

namespace damwand::archief {

/// Carries out the lists that were begun, and goes on where it was when the program fell. Per dossier, in one
/// transaction: the database judges and deletes; the ledger says so on disk; key and files go; commit. Whoever falls in
/// between finds the ledger at the next start (`herhaal`), or the list still begun. Once a day it forgets sign-ins, rows of the
/// municipality's own registers, lists and meetings whose term is over: no file, nothing to judge. One thread.
class Uitvoerder {
  public:
    /// `pool` is of role toepassing.
    Uitvoerder(db::Pool& pool, documenten::Opslag& opslag, Vernietigingsboek& boek, const logboek::Pseudoniem& pseudoniem)
        : m_pool(pool), m_opslag(opslag), m_boek(boek), m_pseudoniem(pseudoniem) {}
    ~Uitvoerder() { stop(); }
    Uitvoerder(const Uitvoerder&) = delete;
    Uitvoerder& operator=(const Uitvoerder&) = delete;

    void start();
    void stop();  ///< after the dossier that is being destroyed
    void wek();   ///< a list may have been begun
    /// Everything there is to do, now. Returns the number of dossiers destroyed.
    std::size_t werk_af();
    /// Sign-ins that are over their term, of every organisation. Returns how many; a line in the audit log where there were any.
    std::size_t vergeet_aanmeldingen();
    /// Rows of registers of the municipality (gemeenteregister) that are over their term, likewise.
    std::size_t vergeet_registers();
    /// Lists to work through whose last day has passed. Returns how many.
    std::size_t vergeet_werklijsten();
    /// What stands in meetings of which the term is over, and is of no dossier. Returns how many rows; a hold or a request keeps a meeting.
    std::size_t vergeet_overleggen();

  private:
    std::size_t vergeet(const std::string& sql, std::string_view handeling, std::string_view soort);
    std::size_t voer_uit(OrganisatieId organisatie, LijstId lijst);
    bool vernietig(OrganisatieId organisatie, LijstId lijst, const Uuid& object);
    void werk();
    db::Pool& m_pool;
    documenten::Opslag& m_opslag;
    Vernietigingsboek& m_boek;
    const logboek::Pseudoniem& m_pseudoniem;
    std::optional<Datum> m_vandaag_gedaan;
    std::mutex m_slot;
    std::condition_variable m_bel;
    bool m_stop = false, m_gewekt = false;
    std::thread m_draad;
};

/// What the ledger says is destroyed, destroyed again where an older backup brought it back: rows, keys and files; and
/// the declarations put back. Before the service opens. `beheer` is of an administrator. Returns the number of dossiers
/// that had come back.
std::size_t herhaal(db::Pool& beheer, documenten::Opslag& opslag, const Vernietigingsboek& boek, const logboek::Pseudoniem& pseudoniem);

/// One place that was looked at for what is left of a dossier.
struct Vindplaats {
    std::string plaats;
    std::int64_t gevonden = 0;
    bool goed = true;  ///< nothing of it, or in a log only ids and codes
    std::string uitleg;
};
/// Looks everywhere for a casus or signaal that was destroyed: the ledger, every table of a tenant by its text, the logs
/// (only ids and codes), key store and files. Reads every row: for a proof, not for every day.
[[nodiscard]] std::vector<Vindplaats> bewijs(db::Pool& beheer, const documenten::Opslag& opslag, const Vernietigingsboek& boek, OrganisatieId organisatie, const Uuid& dossier);

}  // namespace damwand::archief
