// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "werk/interventie/interventie.hpp"

/// What a team leans on when it chooses: a template per theme, casussen that resemble this one, criteria to put casussen in
/// order by, and what fell off the criminal-law scale. The machine lays facts beside each other and states its order; it adds
/// nothing up, and people choose (ADR 0045).
namespace damwand::aanpak {

// ── Templates ───────────────────────────────────────────────────────────────────────────────────────────────────────

struct Sjabloonbron {
    Code bronsoort;  ///< stamcode bronsoort
    Tekst<1, 1000> vraag;
    Tekst<1, 200> grondslag;
};
BOOST_DESCRIBE_STRUCT(Sjabloonbron, (), (bronsoort, vraag, grondslag))
struct Sjablooninterventie {
    Code type;  ///< stamcode interventietype
    Tekst<1, 1000> omschrijving;
};
BOOST_DESCRIBE_STRUCT(Sjablooninterventie, (), (type, omschrijving))
/// A step and how many days after the plan was made it is due.
struct Sjabloonstap {
    Tekst<1, 300> wat;
    Getal<1, 730> dagen;
};
BOOST_DESCRIBE_STRUCT(Sjabloonstap, (), (wat, dagen))

struct Sjablooninhoud {
    Tekst<0, 2000> hypothese;
    std::vector<Tekst<1, 500>> doelen, strategieen;
    std::vector<Sjabloonbron> bronnen;
    std::vector<Sjablooninterventie> interventies;
    std::vector<Sjabloonstap> stappen;
};
BOOST_DESCRIBE_STRUCT(Sjablooninhoud, (), (hypothese, doelen, strategieen, bronnen, interventies, stappen))

/// What a plan in this theme may begin with: nothing of it enters a casus unless somebody takes a line over. The organisation's
/// own stands in both languages as it was typed.
struct Sjabloon {
    std::string thema;
    bool eigen = false;  ///< set by the organisation; else as shipped
    Sjablooninhoud nl, en;
    std::optional<toegang::Collega> door;
    std::optional<Tijdstip> op;
    int versie = 0;  ///< 0 as shipped
};
BOOST_DESCRIBE_STRUCT(Sjabloon, (), (thema, eigen, nl, en, door, op, versie))
struct SjabloonNieuw {
    Code thema;
    Sjablooninhoud inhoud;
};
BOOST_DESCRIBE_STRUCT(SjabloonNieuw, (), (thema, inhoud))
struct SjabloonTerug {
    Code thema;
};
BOOST_DESCRIBE_STRUCT(SjabloonTerug, (), (thema))

// ── Casussen that resemble each other ───────────────────────────────────────────────────────────────────────────────

/// The kinds of fact by which casussen are compared, in the order that decides: who shares more of the first stands first.
[[nodiscard]] std::span<const std::string_view> overeenkomsten() noexcept;

/// One fact that stands in both.
struct Gedeeld {
    std::string soort;
    std::string tekst;                   ///< as this casus names it; the code of a theme, branch or kind of intervention
    std::optional<EntiteitId> entiteit;  ///< of a person or company
};
BOOST_DESCRIBE_STRUCT(Gedeeld, (), (soort, tekst, entiteit))
/// What two casussen have in common of one kind.
struct Overeenkomst {
    std::string soort;  ///< one of overeenkomsten()
    int aantal = 0;
    std::vector<Gedeeld> wat;
};
BOOST_DESCRIBE_STRUCT(Overeenkomst, (), (soort, aantal, wat))
/// What people said of it.
struct Samenhang {
    std::string stand;  ///< bevestigd or weggelegd
    std::string reden;
    toegang::Collega door;
    Tijdstip op;
};
BOOST_DESCRIBE_STRUCT(Samenhang, (), (stand, reden, door, op))
struct Gelijkende {
    CasusId casus;
    std::string kenmerk, werknaam, fase;
    Tijdstip laatste_activiteit;
    std::vector<Overeenkomst> redenen;  ///< in the order of overeenkomsten(); empty when only people say so
    std::optional<Samenhang> samenhang;
};
BOOST_DESCRIBE_STRUCT(Gelijkende, (), (casus, kenmerk, werknaam, fase, laatste_activiteit, redenen, samenhang))
struct SamenhangNieuw {
    Code stand;
    Tekst<10, 1000> reden;
};
BOOST_DESCRIBE_STRUCT(SamenhangNieuw, (), (stand, reden))
/// The stated order: more of the first kind, then of the second and so on, then the last worked on. No sum.
void zet_op_volgorde(std::vector<Gelijkende>& alle);

// ── Criteria ────────────────────────────────────────────────────────────────────────────────────────────────────────

struct Criterium {
    Uuid id;
    std::string naam_nl, naam_en, vraag_nl, vraag_en;
    std::vector<std::string> treden_nl, treden_en;  ///< from the one that goes first
};
BOOST_DESCRIBE_STRUCT(Criterium, (), (id, naam_nl, naam_en, vraag_nl, vraag_en, treden_nl, treden_en))
/// In the order in which they decide.
struct Criterialijst {
    std::vector<Criterium> criteria;
    bool eigen = false;  ///< set by the organisation; else as shipped
    int versie = 0;
};
BOOST_DESCRIBE_STRUCT(Criterialijst, (), (criteria, eigen, versie))
/// With `id` of what is there and the same levels it stays the same criterion, whatever it is called; with others it is a new
/// one, since what was judged on the old levels says nothing about these.
struct CriteriumNieuw {
    std::optional<Uuid> id;
    Tekst<1, 80> naam;
    Tekst<1, 300> vraag;
    std::vector<Tekst<1, 80>> treden;
};
BOOST_DESCRIBE_STRUCT(CriteriumNieuw, (), (id, naam, vraag, treden))
struct CriterialijstNieuw {
    std::vector<CriteriumNieuw> criteria;
};
BOOST_DESCRIBE_STRUCT(CriterialijstNieuw, (), (criteria))

struct Beoordeling {
    Uuid criterium;
    int trede = 1;  ///< 1: the level that goes first
    std::string motivering;
    toegang::Collega door;
    Tijdstip op;
};
BOOST_DESCRIBE_STRUCT(Beoordeling, (), (criterium, trede, motivering, door, op))
struct BeoordelingNieuw {
    Uuid criterium;
    Getal<1, 5> trede;
    Tekst<10, 2000> motivering;
};
BOOST_DESCRIBE_STRUCT(BeoordelingNieuw, (), (criterium, trede, motivering))

struct Prioriteit {
    CasusId casus;
    std::string kenmerk, werknaam, thema, fase;
    toegang::Collega trekker;
    Tijdstip laatste_activiteit;
    std::vector<Beoordeling> beoordelingen;  ///< of criteria that are still asked
};
BOOST_DESCRIBE_STRUCT(Prioriteit, (), (casus, kenmerk, werknaam, thema, fase, trekker, laatste_activiteit, beoordelingen))
/// Open casussen of the asker in the stated order; `volgorde` are the criteria that decide, the first one first.
struct Prioritering {
    std::vector<Prioriteit> resultaten;  ///< at most 200
    std::vector<Uuid> volgorde;
    bool meer = false;
};
BOOST_DESCRIBE_STRUCT(Prioritering, (), (resultaten, volgorde, meer))
/// Lexicographic over `volgorde`: the lower level first, what was not judged after what was; then what lies still longest.
void zet_op_volgorde(std::vector<Prioriteit>& alle, const std::vector<Uuid>& volgorde);

// ── Weighing table ──────────────────────────────────────────────────────────────────────────────────────────────────

/// The sources of a signaal that may have put it on the criminal-law scale first.
[[nodiscard]] bool komt_van_strafrecht(std::string_view bron) noexcept;

struct WeegtafelKeuze {
    std::string keuze;  ///< oppakken, bewaren or niet_oppakken
    std::optional<Datum> bewaren_tot;
    std::string motivering;
    toegang::Collega door;
    Tijdstip op;
};
BOOST_DESCRIBE_STRUCT(WeegtafelKeuze, (), (keuze, bewaren_tot, motivering, door, op))
struct WeegtafelRegel {
    SignaalId signaal;
    std::string kenmerk, titel, status, bron;
    std::optional<std::string> thema;
    std::string partij;  ///< politie or om: who did not take it up
    Datum gemeld_op{};
    std::string waarom;
    toegang::Collega door;
    Tijdstip op;
    std::optional<WeegtafelKeuze> keuze;
    bool aan_de_beurt = false;  ///< not chosen yet, or kept until a day that has come
    int versie = 1;
};
BOOST_DESCRIBE_STRUCT(WeegtafelRegel, (), (signaal, kenmerk, titel, status, bron, thema, partij, gemeld_op, waarom, door, op, keuze, aan_de_beurt, versie))
/// Of one signaal: none while nobody recorded that it was not taken up.
struct WeegtafelVanSignaal {
    bool kan = false;  ///< its source is police, prosecution or an administrative report
    std::optional<WeegtafelRegel> regel;
};
BOOST_DESCRIBE_STRUCT(WeegtafelVanSignaal, (), (kan, regel))
struct WeegtafelNieuw {
    Code partij;
    Datum gemeld_op;
    Tekst<1, 2000> waarom;
};
BOOST_DESCRIBE_STRUCT(WeegtafelNieuw, (), (partij, gemeld_op, waarom))
struct WeegtafelBesluit {
    Code keuze;
    std::optional<Datum> bewaren_tot;  ///< with bewaren
    Tekst<10, 2000> motivering;
};
BOOST_DESCRIBE_STRUCT(WeegtafelBesluit, (), (keuze, bewaren_tot, motivering))

[[nodiscard]] std::vector<poort::Route> routes();

}  // namespace damwand::aanpak
