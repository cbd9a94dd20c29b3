// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "werk/entiteit/entiteit.hpp"

/// The SQL of the room. Every row is asked for by organisation, dossier and audience: the first wall; row-level
/// security is the second.
namespace damwand::entiteit::store {

/// What a mention says, whoever asked for it.
struct Inhoud {
    std::string soort, tekst;
    std::optional<std::string> sleutel, rol, toelichting;
    std::string bron_betrouwbaarheid = "F";
    int informatie_waarde = 6;
    std::string bron;
    std::optional<Datum> peildatum;  ///< none: today
    std::optional<Datum> geboren_op;
    bool minderjarig = false;  ///< as marked by hand
};

/// A stored mention, locked.
struct Stand {
    Inhoud inhoud;
    std::optional<EntiteitId> entiteit;
    Label label;
    int versie = 1;
};

/// The compartment of this audience for a regime; none when the asker's roles or what he is doing do not open it.
[[nodiscard]] std::optional<int> compartiment(poort::Gang& gang, int zicht, const std::string& regime);

/// Whether what stands under this regime may be passed on, unless somebody said otherwise.
[[nodiscard]] std::string doorgifte_van(poort::Gang& gang, const std::string& regime);

/// The entity with this key in normal form, or a fresh one when there is none.
[[nodiscard]] EntiteitId vind_of_maak(poort::Gang& gang, const std::string& soort, const std::optional<std::string>& sleutel);
VermeldingId voeg_toe(poort::Gang& gang, const Dossier& dossier, const Inhoud& inhoud, std::optional<EntiteitId> entiteit,
                      std::optional<BronId> uit_bron, std::optional<DocumentId> uit_document);
[[nodiscard]] Stand vergrendel(poort::Gang& gang, const Dossier& dossier, VermeldingId id);
void werk_bij(poort::Gang& gang, const Dossier& dossier, VermeldingId id, const Inhoud& inhoud, const Label& label,
              std::optional<EntiteitId> entiteit);
void verscherp(poort::Gang& gang, const Dossier& dossier, std::optional<BronId> uit, const Label& minstens);
void haal_weg(poort::Gang& gang, const Dossier& dossier, VermeldingId id);
/// All mentions of the dossier, or the one with `id`.
[[nodiscard]] std::vector<Vermelding> lees(poort::Gang& gang, const Dossier& dossier, std::optional<VermeldingId> id,
                                           std::optional<Tijdstip> moment);
/// Those of these that the asker may see, whatever their dossier.
[[nodiscard]] std::vector<VermeldingKort> lees_kort(poort::Gang& gang, const std::vector<VermeldingId>& ids);
/// That somebody asked for a citizen service number, and why.
void bewaar_reden(poort::Gang& gang, const Dossier& dossier, VermeldingId id, const std::string& reden);

// Ties.
/// A mention somebody points at, held; none when it is not in this casus or its signalen, or not the asker's to see.
struct Eind {
    std::string soort;
    Label label;
};
[[nodiscard]] std::optional<Eind> eind(poort::Gang& gang, const Dossier& dossier, VermeldingId id);
/// Between which kinds of mentions a kind of tie can be.
struct Verbandsoort {
    std::vector<std::string> wie, wat;
};
[[nodiscard]] std::optional<Verbandsoort> verbandsoort(poort::Gang& gang, const std::string& code);
/// Whether a row that the asker may see says the same from the same source or document of the casus.
[[nodiscard]] bool al_gezegd(poort::Gang& gang, const Dossier& dossier, const VerbandNieuw& nieuw);
void maak_verband(poort::Gang& gang, const Dossier& dossier, const VerbandNieuw& nieuw, const VerbandBron& bron);
void werk_verband_bij(poort::Gang& gang, const Dossier& dossier, const VerbandBron& bron);
void haal_verband_weg(poort::Gang& gang, const Dossier& dossier, VerbandId id);
/// The rows of this mention that the asker may see: it goes. The others nobody sees any more, since it is their end.
void haal_verbanden_weg(poort::Gang& gang, VermeldingId eind);
/// Rows between these and others get at least the label of both.
void verscherp_verbanden(poort::Gang& gang, const std::vector<VermeldingId>& einden);
/// A row with what stands around it: its ends, their labels, and the data subjects among them.
struct Verbandrij {
    std::string soort;
    VerbandEind wie, wat;
    std::vector<Label> labels;
    std::vector<Uuid> personen;
    VerbandBron bron;
};
[[nodiscard]] std::vector<Verbandrij> lees_verbanden(poort::Gang& gang, const Dossier& dossier, std::optional<VerbandId> id,
                                                     std::optional<Tijdstip> moment);

/// Positions (from 0) in these lists and codes that no code list holds.
[[nodiscard]] std::vector<std::size_t> onbekende_codes(poort::Gang& gang, const std::vector<std::string>& lijsten,
                                                       const std::vector<std::string>& codes);

}  // namespace damwand::entiteit::store
