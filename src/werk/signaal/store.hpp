// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "werk/signaal/signaal.hpp"

/// The SQL of the room. Every row is asked for by organisation and audience, or checked through Gang::sta_toe: the first
/// wall; row-level security is the second.
namespace damwand::signaal::store {

/// A signaal as it is stored.
struct Gegevens {
    SignaalId id;
    int zicht = 0;
    std::string kenmerk, status = "nieuw";
    int weging_stap = 0;
    std::string titel, omschrijving, bron;
    std::optional<std::string> thema;
    Tijdstip ontvangen_op{};
    std::optional<std::string> nummeraanduiding, adres_tekst;
    std::string bron_betrouwbaarheid = "F";
    int informatie_waarde = 6;
    std::string regime = "avg";
    Datum peildatum{};
    std::string doorgifte = "niet";
    std::optional<std::string> doorgifte_reden;
    std::optional<GebruikerId> behandelaar;
    std::optional<Datum> uitgesteld_tot;
    std::optional<std::string> naar_wie;
    std::optional<SignaalId> duplicaat_van;
    std::optional<CasusId> casus;
    bool heeft_melder = false;
    int versie = 1;

    [[nodiscard]] entiteit::Dossier dossier() const { return {"signaal", id.waarde, zicht, label_van(*this)}; }
    [[nodiscard]] SignaalStand stand() const;
};

/// The number of a standing audience of this organisation: "signalen" or "melder".
[[nodiscard]] int zicht_met_naam(poort::Gang& gang, std::string_view naam);
/// The regime a source falls under, "avg" when the code list says nothing.
[[nodiscard]] std::string regime_van_bron(poort::Gang& gang, const std::string& bron);
/// True when this colleague is active and belongs to the audience.
[[nodiscard]] bool hoort_bij(poort::Gang& gang, GebruikerId wie, int zicht);

/// A new audience of the asker and these colleagues only; from `tot` on, of whoever belongs to `basis` as well.
[[nodiscard]] int maak_embargo(poort::Gang& gang, const std::vector<GebruikerId>& wie, int basis, const std::optional<Datum>& tot);
struct Embargo {
    std::vector<toegang::Collega> wie;  ///< by name
    std::optional<Datum> tot;
};
/// When this audience is an embargo that has not ended.
[[nodiscard]] std::optional<Embargo> onder_embargo(poort::Gang& gang, int zicht);

/// Gives a fresh kenmerk and stores; id, versie and kenmerk are filled in.
void voeg_toe(poort::Gang& gang, Gegevens& gegevens);
/// Where a signaal is: asks permission and makes it the subject of the logs. Throws onbekend().
[[nodiscard]] int zicht_van(poort::Gang& gang, SignaalId id);
/// The same, locked for a change; its casus, when it has one, is locked first. Throws `casus-gesloten` (409) when that
/// lies in the archive.
[[nodiscard]] Gegevens vergrendel(poort::Gang& gang, SignaalId id);
/// Stores everything that may change; the version goes up by one.
void werk_bij(poort::Gang& gang, Gegevens& gegevens);

struct Overgang {
    std::optional<std::string> van;
    std::string naar;
    std::optional<std::string> reden;
    std::optional<Datum> tot;
    std::optional<std::string> naar_wie;
};
void voeg_overgang_toe(poort::Gang& gang, const Gegevens& gegevens, const Overgang& overgang);
/// `herkomst`: the meeting it was made in; null: none.
void voeg_weging_toe(poort::Gang& gang, const Gegevens& gegevens, const Wegingsprofiel& profiel, const WegingNieuw& weging, const WegingHerkomst* herkomst = nullptr);
void voeg_melder_toe(poort::Gang& gang, const Gegevens& gegevens, const MelderNieuw& melder);
/// The reporter, with the data subject told to the log and the reason kept. Throws onbekend() outside the compartment.
[[nodiscard]] Melder toon_melder(poort::Gang& gang, SignaalId id, const std::string& reden);
/// A visible signaal somebody points at as the original: its status and what it points at itself; held against change.
struct Origineel {
    std::string status;
    std::optional<SignaalId> duplicaat_van;
};
[[nodiscard]] std::optional<Origineel> origineel(poort::Gang& gang, SignaalId id);

/// Everything but mentions of the signalen with these ids that the asker may see, in order of receipt, as known at `moment`.
[[nodiscard]] std::vector<SignaalInDossier> lees(poort::Gang& gang, const std::vector<SignaalId>& ids, std::optional<Tijdstip> moment);
[[nodiscard]] std::vector<SignaalId> van_casus(poort::Gang& gang, CasusId casus, std::optional<Tijdstip> moment);
[[nodiscard]] std::vector<SignaalBuur> buren(poort::Gang& gang, const SignaalRegel& signaal);
/// A new audience for all that hangs on the signaal, past and present; the row itself goes first, with werk_bij.
void geef_zicht(poort::Gang& gang, const Gegevens& gegevens, int van, int naar);

/// What a signaal can wait for: which states it is in then, and what more is true of the row `s`.
struct Wachtreden {
    std::string_view code, statussen, voorwaarde;  ///< statussen: codes with commas
};
/// The one with this code; null when nothing waits for that.
[[nodiscard]] const Wachtreden* wachtreden(std::string_view code);

/// What a list asks for. `na` continues after that place.
struct Filter {
    std::optional<std::vector<std::string>> status;
    std::optional<std::string> thema, bron, adres, kenmerk;  ///< thema "geen": without one
    std::optional<GebruikerId> behandelaar;
    const Wachtreden* wacht_op = nullptr;
    std::optional<Datum> vanaf, tot_en_met;  ///< received on these days, in Europe/Amsterdam
    std::vector<std::string> woorden;  ///< folded; all must occur in title, address or (a part of) the kenmerk
    char sorteer = 'o';                ///< o: latest received first, O: earliest first, g: latest changed first
    std::optional<Bladwijzer> na;
    int aantal = 50;
};
[[nodiscard]] poort::Lijst<SignaalRegel> lijst(poort::Gang& gang, const Filter& filter);
[[nodiscard]] SignaalTellingen tellingen(poort::Gang& gang);


[[nodiscard]] Wegingsprofiel profiel(poort::Gang& gang);

/// One row of the columns every list of signalen selects.
[[nodiscard]] SignaalRegel regel_van(const db::Rij& rij);

}  // namespace damwand::signaal::store
