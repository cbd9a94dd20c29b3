// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "platform/poort/poort.hpp"
#include "werk/entiteit/label.hpp"
#include "werk/entiteit/verband.hpp"

/// Things and people, once per organisation, and the dossiers that mention them (domein.md §4). What is known of an
/// entity stands in its mentions, each with the audience of its dossier; the entity itself holds only its key.
namespace damwand::entiteit {

struct VermeldingNieuw {
    Code soort;  ///< stamcode vermeldingsoort
    Tekst<1, 300> tekst;
    std::optional<Tekst<1, 100>> sleutel;
    std::optional<Tekst<1, 100>> rol;
    std::optional<Tekst<1, 2000>> toelichting;
    std::optional<Betrouwbaarheid> bron_betrouwbaarheid;  ///< F when not given
    std::optional<Getal<1, 6>> informatie_waarde;         ///< 6 when not given
    std::optional<Code> regime;            ///< its own, beside that of where it was taken from
    std::optional<BronId> uit_bron;        ///< taken from the answer of this source of the casus, or
    std::optional<DocumentId> uit_document;  ///< from this file of the casus
    std::optional<Tekst<0, 200>> bron;     ///< where it came from, in words
    std::optional<Datum> peildatum;        ///< as of when it is true
    std::optional<Code> doorgifte;
    std::optional<Tekst<0, 2000>> doorgifte_reden;
    std::optional<Datum> geboren_op;  ///< of a person under eighteen only
    std::optional<bool> minderjarig;  ///< of a person whose day of birth is not known
};
BOOST_DESCRIBE_STRUCT(VermeldingNieuw, (),
                      (soort, tekst, sleutel, rol, toelichting, bron_betrouwbaarheid, informatie_waarde, regime, uit_bron, uit_document,
                       bron, peildatum, doorgifte, doorgifte_reden, geboren_op, minderjarig))

struct VermeldingWijziging {
    Wijziging<Code> soort;
    Wijziging<Tekst<1, 300>> tekst;
    Wijziging<Tekst<1, 100>> sleutel, rol;
    Wijziging<Tekst<1, 2000>> toelichting;
    Wijziging<Betrouwbaarheid> bron_betrouwbaarheid;
    Wijziging<Getal<1, 6>> informatie_waarde;
    Wijziging<Tekst<0, 200>> bron;
    Wijziging<Datum> peildatum;
    Wijziging<Code> doorgifte;
    Wijziging<Tekst<0, 2000>> doorgifte_reden;
    Wijziging<Datum> geboren_op;
    Wijziging<bool> minderjarig;
};
BOOST_DESCRIBE_STRUCT(VermeldingWijziging, (),
                      (soort, tekst, sleutel, rol, toelichting, bron_betrouwbaarheid, informatie_waarde, bron, peildatum, doorgifte,
                       doorgifte_reden, geboren_op, minderjarig))

struct Vermelding {
    VermeldingId id;
    std::optional<EntiteitId> entiteit;
    std::string soort, tekst;
    std::optional<std::string> sleutel, rol, toelichting;  ///< sleutel as it was written; of a person never shown here
    bool heeft_bsn = false;
    std::string bron_betrouwbaarheid;
    int informatie_waarde = 6;
    std::string herkomst;  ///< the kind of dossier: signaal or casus
    std::string regime, bron;  ///< bron: where it came from, in words; empty when nobody said
    std::optional<BronId> uit_bron;
    std::optional<DocumentId> uit_document;
    Datum peildatum{};  ///< as of when it is true
    std::string doorgifte;
    std::optional<std::string> doorgifte_reden;
    std::optional<Datum> geboren_op;  ///< only of who was under eighteen when it was written
    bool minderjarig = false;         ///< today
    toegang::Collega door;
    Tijdstip op{};
    int versie = 1;
    int elders = 0;  ///< other dossiers the asker may see that name the same entity
};
BOOST_DESCRIBE_STRUCT(Vermelding, (),
                      (id, entiteit, soort, tekst, sleutel, rol, toelichting, heeft_bsn, bron_betrouwbaarheid, informatie_waarde,
                       herkomst, regime, bron, uit_bron, uit_document, peildatum, doorgifte, doorgifte_reden, geboren_op, minderjarig, door, op, versie, elders))

struct BsnVraag {
    Tekst<1, 2000> reden;
};
BOOST_DESCRIBE_STRUCT(BsnVraag, (), (reden))
struct Bsn {
    std::string bsn;  ///< nine digits
};
BOOST_DESCRIBE_STRUCT(Bsn, (), (bsn))

/// Police data, Bibob and RIEC data stand in a compartment of their audience (Wpg art. 16; Wet Bibob art. 28; WGS).
[[nodiscard]] bool heeft_compartiment(std::string_view regime) noexcept;
/// The audience of something under this regime where the rest stands in `zicht`: its compartment, made when it is not there,
/// or `zicht` itself. Adds a fault at `veld` when the asker's roles, or what he is doing, do not open it.
[[nodiscard]] int onder_regime(poort::Gang& gang, int zicht, const std::string& regime, std::string_view veld, std::vector<VeldFout>& fouten);

/// Checks codes against the code lists in one query. `eis` collects, `toets` adds a fault for each that does not exist.
class Codetoets {
  public:
    void eis(std::string_view lijst, const std::string& code, std::string veld);
    void eis(std::string_view lijst, const std::optional<Code>& code, std::string veld);
    void toets(poort::Gang& gang, std::vector<VeldFout>& fouten) const;

  private:
    std::vector<std::string> m_lijsten, m_codes, m_velden;
};

// Mentions. Each function names the data subjects it showed to the processing log; the event and the object in the logs
// are the dossier's room to tell. `wijzig` and `verwijder` hold If-Match against the version of the mention itself.

/// Adds what is wrong with a mention of a larger input, with JSON pointers below `pad` ("/vermeldingen/0"); its codes are
/// asked of `codes`. Then `leg_vast` stores it without looking again.
void controleer(poort::Gang& gang, const VermeldingNieuw& nieuw, std::string_view pad, Codetoets& codes, std::vector<VeldFout>& fouten);
/// The label of a new mention: at least its dossier's (what it was taken from, when that is known) and its own regime's. Adds
/// a fault when those two ask different compartments, since what is derived from both could stand in neither.
[[nodiscard]] Label vermeldinglabel(poort::Gang& gang, const Dossier& dossier, const VermeldingNieuw& nieuw, const Herkomst* uit,
                              std::string_view pad, std::vector<VeldFout>& fouten);
/// `dossier` has the audience and the label of the mention itself.
Vermelding leg_vast(poort::Gang& gang, const Dossier& dossier, const VermeldingNieuw& nieuw, const Herkomst* uit = nullptr);
/// `uit`: the label that what it was taken from has now, when that is still there.
Vermelding wijzig(poort::Gang& gang, const Dossier& dossier, VermeldingId id, const VermeldingWijziging& wijziging, const Label* uit = nullptr);
/// Returns what it was.
Vermelding verwijder(poort::Gang& gang, const Dossier& dossier, VermeldingId id);
/// One mention of the dossier, without telling the logs. Throws onbekend().
[[nodiscard]] Vermelding een(poort::Gang& gang, const Dossier& dossier, VermeldingId id);
/// What was taken from this source (or, when none, everything of the dossier) gets at least this label.
void verscherp(poort::Gang& gang, const Dossier& dossier, std::optional<BronId> uit, const Label& minstens);
/// The citizen service number of somebody who is mentioned, with the reason kept. Throws onbekend (404) where there is none.
[[nodiscard]] Bsn toon_bsn(poort::Gang& gang, const Dossier& dossier, VermeldingId id, const std::string& reden);
/// The mentions of a dossier that the asker may see, in the order they were made, as known at `moment` (none: now).
[[nodiscard]] std::vector<Vermelding> lees(poort::Gang& gang, const Dossier& dossier, std::optional<Tijdstip> moment);

/// A mention in a list of another room, with the dossier it stands in.
struct VermeldingKort {
    VermeldingId id;
    std::optional<EntiteitId> entiteit;
    std::string soort, tekst;
    std::optional<std::string> sleutel, rol;  ///< sleutel as it was written; of a person never shown here
    std::string dossier_soort;
    Uuid dossier;
};
/// Those of these that the asker may see, in no order; what is shown of them `log_getoond` tells the processing log.
[[nodiscard]] std::vector<VermeldingKort> lees_kort(poort::Gang& gang, const std::vector<VermeldingId>& ids);
void log_getoond(poort::Gang& gang, const VermeldingKort& vermelding);

/// A key in its normal form, or why it is not one.
struct Sleutel {
    std::optional<std::string> waarde;  ///< none: `fout` says why
    std::string code, uitleg;
};
/// voertuig: letters and digits, upper case, no hyphens · telefoon: + and digits, national numbers as +31 · bedrijf: 8
/// digits (KVK) · rekening: IBAN without spaces, check digits right · email: lower case · adres: nummeraanduiding, 16
/// digits · vaartuig: ENI (8), IMO (7) or MMSI (9 digits) · persoon: BSN, nine digits that pass the eleven test; it is kept closed
/// and makes nobody the same as another: people tell persons apart.
[[nodiscard]] Sleutel gewone_sleutel(std::string_view soort, std::string_view tekst);

/// Throws `invoer-ongeldig` when there are faults.
void eis_geen(std::vector<VeldFout> fouten);

/// One entry of a code list.
struct Stamcode {
    std::string code, naam_nl, naam_en;
};
BOOST_DESCRIBE_STRUCT(Stamcode, (), (code, naam_nl, naam_en))

[[nodiscard]] std::vector<poort::Route> routes();

}  // namespace damwand::entiteit
