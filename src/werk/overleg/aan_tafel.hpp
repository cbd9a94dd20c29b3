// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <set>

#include "werk/interventie/interventie.hpp"
#include "werk/overleg/agenda.hpp"

/// What is said and done at the table: writing together, weighing, deciding, adding what somebody knows. Part of the room's front door (overleg.hpp).
namespace damwand::overleg {

inline constexpr std::array<std::string_view, 9> besluitsoorten{"afsluiten", "monitoren", "riec", "terug_informatie", "plan_vaststellen", "naar_uitvoering", "casus_openen", "niet_oppakken", "anders"};

/// The phase of a casus to which a decision leads; none: to no other phase.
[[nodiscard]] std::optional<casus::Fase> fase_na(std::string_view besluit) noexcept;
/// The same of a signaal: its status; `casus` when one is opened.
[[nodiscard]] std::optional<std::string_view> status_na(std::string_view besluit) noexcept;
/// What can be decided on an item about a dossier of this kind ("vrij": about none) that stands there (`weging_stap`: of a signaal), by who has these rights. `eigen`: the
/// dossier is his; of another only what a linked meeting says of it.
[[nodiscard]] std::vector<Besluitkeuze> keuzes(std::string_view soort, std::string_view staat, int weging_stap, bool eigen, const std::set<std::string, std::less<>>& rechten);

/// Two people changed the same text: `staat` stands there now, `nieuw` comes in, both were made of `basis`. Paragraphs (split at line
/// ends) that only one of them touched are taken from him; the same change by both is one change; paragraphs that both put in at the
/// same place both stay, what stood there first. None when both changed the same paragraph otherwise, or it cannot be said.
[[nodiscard]] std::optional<std::string> samengevoegd(std::string_view basis, std::string_view staat, std::string_view nieuw);

/// One operation on one field. The same `sleutel` gives the same receipt; the browser keeps it until it has one.
struct BewerkingNieuw {
    Uuid sleutel;
    PuntId punt;
    Code veld;
    Getal<0, 1000000> gezien;  ///< the version of the field it was made of
    Tekst<0, 10000> waarde;
};
BOOST_DESCRIBE_STRUCT(BewerkingNieuw, (), (sleutel, punt, veld, gezien, waarde))

struct BewerkingAnders {
    std::string waarde;
    toegang::Collega door;
    int versie = 0;
};
BOOST_DESCRIBE_STRUCT(BewerkingAnders, (), (waarde, door, versie))

/// The receipt. `toegepast`: it stands as it was sent; `samengevoegd`: together with what others wrote meanwhile; `botsing`: nothing
/// was stored, and `anders` says what stands there.
struct Ontvangstbewijs {
    std::string uitkomst;
    int versie = 0;
    std::string waarde;  ///< what stands there now; of a clash what was sent
    std::optional<BewerkingAnders> anders;
};
BOOST_DESCRIBE_STRUCT(Ontvangstbewijs, (), (uitkomst, versie, waarde, anders))

struct StandpuntNieuw {
    GebruikerId gebruiker;
    bool eens = true;
    std::optional<Tekst<0, 2000>> reden;
};
BOOST_DESCRIBE_STRUCT(StandpuntNieuw, (), (gebruiker, eens, reden))

struct OverlegwegingNieuw {
    Getal<1, 3> stap;
    std::vector<signaal::WegingAntwoord> antwoorden;
    Code uitkomst;
    Tekst<1, 4000> motivering;
    std::optional<Tekst<1, 200>> naar_wie;
    std::vector<StandpuntNieuw> standpunten;
};
BOOST_DESCRIBE_STRUCT(OverlegwegingNieuw, (), (stap, antwoorden, uitkomst, motivering, naar_wie, standpunten))

struct OverlegbesluitNieuw {
    Code soort;
    Tekst<1, 1500> tekst;
    std::optional<Datum> tot;  ///< with monitoren
    std::vector<StandpuntNieuw> standpunten;
    std::optional<Tekst<1, 100>> werknaam;  ///< with casus_openen
    std::optional<Code> thema;
    std::optional<GebruikerId> trekker;  ///< who leads the meeting when none
};
BOOST_DESCRIBE_STRUCT(OverlegbesluitNieuw, (), (soort, tekst, tot, standpunten, werknaam, thema, trekker))

struct OverleginformatieNieuw {
    Tekst<1, 4000> tekst;
    Code bronsoort;
    Tekst<1, 200> naam;  ///< who said it, or where it stands
    std::optional<Code> regime;
    std::optional<Datum> peildatum;
};
BOOST_DESCRIBE_STRUCT(OverleginformatieNieuw, (), (tekst, bronsoort, naam, regime, peildatum))

}  // namespace damwand::overleg
