// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/fout.hpp"
#include "werk/register/register.hpp"

/// The only SQL of the room. Internal to it.
namespace damwand::registers {

// ---- loading: in the order of a load, all in its transaction ----

[[nodiscard]] std::string_view tabelnaam(bag::ObjectType type) noexcept;
[[nodiscard]] std::string sql_kopieer(std::string_view tabel);
[[nodiscard]] std::string sql_kopieer_relatie();

void begin_lading(db::Transactie& tx);  ///< one load at a time; throws Fout `laden-bezig`
void maak_relatietabel(db::Transactie& tx);
/// A load into an empty register (ADR 0062): closes its tables and takes their indexes away; false when they are not empty or busy, and then nothing was done.
[[nodiscard]] bool begin_eerste_bag(db::Transactie& tx);
void sluit_eerste_bag(db::Transactie& tx);  ///< makes the indexes again
void wis(db::Verbinding& verbinding, const std::vector<std::int16_t>& codes, bool alles);
/// GEM-WPL-RELATIE is about more municipalities than those delivered: what is newer replaces, per municipality.
void neem_relaties_over(db::Transactie& tx, Datum standdatum);
void plaats_woonplaatsen(db::Transactie& tx, const std::vector<std::int16_t>& codes);
/// Takes objects of this delivery away from municipalities that held them in an earlier one.
void verhuis(db::Transactie& tx, const std::vector<std::int16_t>& codes, Datum standdatum);
/// `deel`: only the objects that mutations touched (pg_temp.geraakt).
[[nodiscard]] std::uint64_t maak_enkel(db::Transactie& tx, bag::ObjectType type, const std::vector<std::int16_t>& codes,
                                       bool alles, bool deel = false);
/// Fills `objecten`, and holds what was handed over against what the database says is there; throws when they differ.
void tel_opgeslagen(db::Transactie& tx, Laadverslag& verslag, const std::vector<std::int16_t>& codes);
/// These two derive a delivery's municipalities anew; after mutations only what those touched.
void bouw_adressen(db::Transactie& tx, const std::vector<std::int16_t>& codes, Laadverslag& verslag);
void bouw_kaart(db::Transactie& tx, const std::vector<std::int16_t>& codes, const Laadverslag& verslag);  ///< what the map draws
/// The row in register.lading with what hangs on it, missing partners, statistics, and the lines in both logs.
void leg_lading_vast(db::Transactie& tx, Laadverslag& verslag, const std::vector<Bron>& bronnen,
                     const std::vector<std::int16_t>& codes, const LaadOpties& opties);

// ---- mutations: in the order of a delivery ----

[[nodiscard]] std::string sql_kopieer_mutaties(std::string_view tabel);
/// Room in memory for the temporary tables of this session; before the first of them.
void ruimere_buffers(db::Transactie& tx);
void maak_mutatietabellen(db::Transactie& tx);
struct Gemeentestand {
    bag::Leveringsgebied gebied;
    Datum standdatum{};
};
[[nodiscard]] std::vector<Gemeentestand> gemeentestanden(db::Transactie& tx);
/// Holds every mutation against the register; fills `elders`, `aantal_misfit` and `misfits`.
void toets_mutaties(db::Transactie& tx, const std::vector<std::int16_t>& codes, const std::vector<std::string>& bestanden, Muteerverslag& verslag);
/// Puts them in the register; returns the municipalities in which something changed.
[[nodiscard]] std::vector<std::int16_t> verwerk_mutaties(db::Transactie& tx, const std::vector<std::int16_t>& codes, Muteerverslag& verslag);

// ---- loading companies ----

/// `tabel`: "onderneming" or "vestiging". Straight into it (the address is known), or into the temporary table.
[[nodiscard]] std::string sql_kopieer_bedrijven(std::string_view tabel, bool rechtstreeks);
[[nodiscard]] std::string sql_kopieer_nummers();
void maak_bedrijftabellen(db::Transactie& tx);
/// Merges what was copied; throws when the counts do not add up.
void verwerk_bedrijven(db::Transactie& tx, std::string_view tabel, std::string_view sleutel, const BedrijvenOpties& opties, Bedrijventelling& telling);
/// A first load (ADR 0058): closes the empty tables and takes their indexes away; false when they are not empty or busy, and then nothing was done.
[[nodiscard]] bool begin_eerste_bedrijven(db::Transactie& tx);
/// The ids of every address there is or was, in order.
[[nodiscard]] std::vector<std::int64_t> alle_nummeraanduidingen(db::Transactie& tx);
/// Merges what was copied into the temporary table beside the `rechtstreeks` rows that were copied straight; throws when the counts do not add up.
void verwerk_eerste(db::Transactie& tx, std::string_view tabel, std::string_view sleutel, const BedrijvenOpties& opties, std::uint64_t rechtstreeks, Bedrijventelling& telling);
void sluit_eerste_bedrijven(db::Transactie& tx);
void leg_bedrijven_vast(db::Transactie& tx, Bedrijvenverslag& verslag, const std::vector<Bron>& bronnen, const BedrijvenOpties& opties);

// ---- of any load ----

/// One line in each log for what a load or a list at the command line did: nobody's data was shown, so there is no data subject. `code`: a
/// stable word when it failed, never free text.
void schrijf_logregel(db::Transactie& tx, std::string_view handeling, std::string_view activiteit, std::string_view resultaat, int status,
                      const std::optional<std::string>& code);
/// A load that failed leaves one line in the audit log, and nothing else.
void meld_mislukt(db::Pool& lader, std::string_view handeling, std::string_view activiteit, const std::string& code) noexcept;
[[nodiscard]] Fout afgebroken();
/// Runs a load of the BAG; what goes wrong is noted before it goes on.
template <class Werk>
auto meld_mislukking(db::Pool& lader, std::string_view handeling, const Werk& werk) {
    try {
        return werk();
    } catch (const Fout& fout) {
        meld_mislukt(lader, handeling, "registers-raadplegen", fout.code());
        if (fout.code() == "afgebroken") throw afgebroken();
        throw;
    } catch (const db::DbFout&) {
        meld_mislukt(lader, handeling, "registers-raadplegen", "database");
        throw;
    }
}
void neem_tellingen_over(const bag::Leesverslag& gelezen, Laadverslag& verslag);
/// What follows from the delivered rows: addresses, where companies are, what the map draws.
void leid_af(db::Transactie& tx, const std::vector<std::int16_t>& codes, Laadverslag& verslag, const std::function<void(std::string_view)>& fase);
[[nodiscard]] json::bj::array als_json(const std::vector<Bron>& bronnen);

// ---- areas ----

/// Takes the place of what was there of this kind and year. Returns the number of the load.
[[nodiscard]] int begin_gebieden(db::Transactie& tx, const Gebiedbestand& bestand);
/// Nothing when it was taken over, else why not.
[[nodiscard]] std::optional<std::string> neem_gebied(db::Transactie& tx, int lading, const Gebiedbestand& bestand, std::string_view code, std::string_view naam,
                                                     std::string_view vorm, int stelsel);
void leg_gebieden_vast(db::Transactie& tx, const Gebiedverslag& verslag, const Gebiedbestand& bestand, const Bron& bron, int stelsel);

// ---- the SBI ----

using Sbiparen = std::vector<std::pair<std::string, std::string>>;  ///< a code of 2008 with one of 2025
void vervang_sbi(db::Transactie& tx, const Sbiparen& paren);
void leg_sbi_vast(db::Transactie& tx, Sbiverslag& verslag, const Bron& bron);
/// Each of these codes of `uitgave` (2008 or 2025) with each that it is in the other edition, in order.
[[nodiscard]] Sbiparen zoek_sbi(db::Transactie& tx, int uitgave, const std::vector<std::string>& codes);

// ---- looking up ----

/// A row of register.adres, and what is needed to put it in order.
struct Adresregel {
    Adres adres;
    std::int32_t straat = 0;  ///< 0: unknown
    std::string achter;       ///< huisletter and toevoeging together, lower case
};
struct Straatregel {
    std::int32_t id = 0;
    std::int16_t woonplaats = 0;
    std::string gevouwen, woonplaats_gevouwen;
};

[[nodiscard]] std::int64_t laatste_lading(db::Transactie& tx);

// ---- looking up companies ----

struct Bedrijfsnaam {
    std::int32_t kvk_nummer = 0;
    std::string naam;
};
[[nodiscard]] std::int64_t laatste_kvk_lading(db::Transactie& tx);  ///< 0: none
/// Every name of every company there is or was, each once.
[[nodiscard]] std::vector<Bedrijfsnaam> alle_bedrijfsnamen(db::Transactie& tx);
/// In no order; a number of twelve digits is of an establishment and gives its company.
[[nodiscard]] std::vector<GevondenBedrijf> bedrijven_met(db::Transactie& tx, const std::vector<std::int64_t>& nummers);
[[nodiscard]] std::vector<Straatregel> alle_straten(db::Transactie& tx);
[[nodiscard]] std::vector<Adresregel> adressen_op_nummer(db::Transactie& tx, const std::vector<std::int32_t>& straten,
                                                         const std::vector<std::int32_t>& nummers);
[[nodiscard]] std::vector<Adresregel> adressen_van_straten(db::Transactie& tx, const std::vector<std::int32_t>& straten,
                                                           int per_straat);
/// `postcode`: the first one to six characters, upper case. `nummers` empty: any.
[[nodiscard]] std::vector<Adresregel> adressen_op_postcode(db::Transactie& tx, std::string_view postcode,
                                                           const std::vector<std::int32_t>& nummers);

/// Every stored version of an object as its row, columns by name.
[[nodiscard]] std::vector<json::bj::value> voorkomens_van(db::Transactie& tx, bag::ObjectType type, std::uint64_t id);

}  // namespace damwand::registers
