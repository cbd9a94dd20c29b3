// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/casus/casus.hpp"

/// What the routes of the room take in. A `Wijziging` that is absent leaves the field as it is.
namespace damwand::casus {

struct CasusNieuw {
    std::vector<SignaalId> signalen;  ///< at least one, each weighed
    Tekst<1, 100> werknaam;           ///< without the names of people
    Code thema;
    GebruikerId trekker;
    std::optional<std::vector<GebruikerId>> leden;
};
BOOST_DESCRIBE_STRUCT(CasusNieuw, (), (signalen, werknaam, thema, trekker, leden))

struct CasusWijziging {
    Wijziging<Tekst<1, 100>> werknaam;
    Wijziging<Code> thema;
    Wijziging<GebruikerId> trekker;
    Wijziging<Tekst<0, 20000>> beeld;
};
BOOST_DESCRIBE_STRUCT(CasusWijziging, (), (werknaam, thema, trekker, beeld))

struct PlanWijziging {
    Wijziging<Tekst<0, 10000>> hypothese, doel, strategie;
};
BOOST_DESCRIBE_STRUCT(PlanWijziging, (), (hypothese, doel, strategie))

struct CasusOvergangNieuw {
    Code naar;
    Tekst<1, 2000> reden;
    std::optional<Datum> tot;        ///< for monitoring: its last day
    std::optional<Datum> einddatum;  ///< for archief: today when none
};
BOOST_DESCRIBE_STRUCT(CasusOvergangNieuw, (), (naar, reden, tot, einddatum))

struct CasusSignaal {
    SignaalId signaal;
};
BOOST_DESCRIBE_STRUCT(CasusSignaal, (), (signaal))

struct CasusLidNieuw {
    GebruikerId gebruiker;
    std::optional<Datum> tot;  ///< last day of access
    std::optional<Code> rol;   ///< in the team: stamcode teamrol, and not trekker; what it was when none
};
BOOST_DESCRIBE_STRUCT(CasusLidNieuw, (), (gebruiker, tot, rol))

/// Somebody of another organisation, in this casus only and until a day.
struct GastNieuw {
    Tekst<1, 100> naam;
    Tekst<1, 40> organisatie;  ///< its code
    Datum tot{};               ///< last day, a year at most
};
BOOST_DESCRIBE_STRUCT(GastNieuw, (), (naam, organisatie, tot))

struct EtiketNieuw {
    Code soort;              ///< betekenisvol or buikpijn
    Tekst<10, 1000> reden;   ///< about the situation: without the names of people
};
BOOST_DESCRIBE_STRUCT(EtiketNieuw, (), (soort, reden))

struct NotitieNieuw {
    Tekst<1, 4000> tekst;
    std::optional<Tijdstip> wanneer;  ///< when it happened; now when none
    std::optional<Code> regime;       ///< its own, beside that of what it was taken from
    std::optional<BronId> uit_bron;   ///< taken from the answer of this source of the casus, or
    std::optional<DocumentId> uit_document;  ///< from this file of the casus
    std::optional<Tekst<0, 200>> bron;       ///< where it came from, in words
    std::optional<Code> doorgifte;
    std::optional<entiteit::Reden> doorgifte_reden;
};
BOOST_DESCRIBE_STRUCT(NotitieNieuw, (), (tekst, wanneer, regime, uit_bron, uit_document, bron, doorgifte, doorgifte_reden))

struct BronNieuw {
    Code bronsoort;
    std::optional<Tekst<0, 200>> naam;  ///< the kind's own name when none
    Tekst<1, 4000> vraag;
    Tekst<1, 200> grondslag;
    std::optional<Code> regime;  ///< the kind's own regime when none
    std::optional<Code> status;  ///< te_vragen when none
    std::optional<Tijdstip> gevraagd_op;
    std::optional<Datum> termijn;
    std::optional<Tekst<0, 10000>> antwoord;
    std::optional<Tijdstip> antwoord_op;
    std::optional<Datum> peildatum;  ///< the day of the answer when none
    std::optional<Code> doorgifte;   ///< the regime's default when none
    std::optional<entiteit::Reden> doorgifte_reden;
};
BOOST_DESCRIBE_STRUCT(BronNieuw, (),
                      (bronsoort, naam, vraag, grondslag, regime, status, gevraagd_op, termijn, antwoord, antwoord_op, peildatum,
                       doorgifte, doorgifte_reden))

struct BronWijziging {
    Wijziging<Code> bronsoort;
    Wijziging<Tekst<0, 200>> naam;
    Wijziging<Tekst<1, 4000>> vraag;
    Wijziging<Tekst<1, 200>> grondslag;
    Wijziging<Code> regime, status;
    Wijziging<Tijdstip> gevraagd_op;
    Wijziging<Datum> termijn;
    Wijziging<Tekst<0, 10000>> antwoord;
    Wijziging<Tijdstip> antwoord_op;
    Wijziging<Datum> peildatum;
    Wijziging<Code> doorgifte;
    Wijziging<entiteit::Reden> doorgifte_reden;
};
BOOST_DESCRIBE_STRUCT(BronWijziging, (),
                      (bronsoort, naam, vraag, grondslag, regime, status, gevraagd_op, termijn, antwoord, antwoord_op, peildatum,
                       doorgifte, doorgifte_reden))

/// The four grounds of recht.md §1.1.2: legal ground; compatible use; necessity; proportionality and subsidiarity.
struct PrivacytoetsNieuw {
    Code soort;
    std::optional<BronId> bron;                               ///< 1
    std::optional<std::vector<GebruikerId>> leden;            ///< 2a
    std::optional<std::vector<InterventieId>> interventies;   ///< 2b
    std::optional<bool> riec;                                 ///< 2b
    Tekst<1, 4000> grondslag, verenigbaarheid, noodzaak, proportionaliteit;
    std::optional<Code> besluit;           ///< decided at once, by who may; put before a colleague when none
    std::optional<Tekst<0, 2000>> reden;   ///< of the decision; needed for niet_akkoord
};
BOOST_DESCRIBE_STRUCT(PrivacytoetsNieuw, (),
                      (soort, bron, leden, interventies, riec, grondslag, verenigbaarheid, noodzaak, proportionaliteit,
                       besluit, reden))

struct PrivacytoetsBesluit {
    Code besluit;                         ///< akkoord, niet_akkoord or ingetrokken
    std::optional<Tekst<0, 2000>> reden;  ///< needed unless akkoord
};
BOOST_DESCRIBE_STRUCT(PrivacytoetsBesluit, (), (besluit, reden))

struct InhoudkeuzeNieuw {
    Tekst<1, 4000> motivering;
};
BOOST_DESCRIBE_STRUCT(InhoudkeuzeNieuw, (), (motivering))

struct CasusZoekvraag {
    std::optional<Tekst<0, 200>> tekst;
    std::optional<std::vector<Code>> fase;
    std::optional<Getal<1, 200>> aantal;
    std::optional<Tekst<1, 100>> na;
};
BOOST_DESCRIBE_STRUCT(CasusZoekvraag, (), (tekst, fase, aantal, na))

struct CasusTellingen {
    int totaal = 0;
    std::vector<signaal::Telling> per_fase, per_thema;
};
BOOST_DESCRIBE_STRUCT(CasusTellingen, (), (totaal, per_fase, per_thema))

}  // namespace damwand::casus
