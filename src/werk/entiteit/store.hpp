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
/// That somebody asked for a citizen service number, and why.
void bewaar_reden(poort::Gang& gang, const Dossier& dossier, VermeldingId id, const std::string& reden);

/// Positions (from 0) in these lists and codes that no code list holds.
[[nodiscard]] std::vector<std::size_t> onbekende_codes(poort::Gang& gang, const std::vector<std::string>& lijsten,
                                                       const std::vector<std::string>& codes);

}  // namespace damwand::entiteit::store
