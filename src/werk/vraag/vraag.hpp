// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "werk/casus/casus.hpp"
#include "werk/overleg/overleg.hpp"
#include "werk/verstrekking/verstrekking.hpp"

/// One bounded question to somebody outside, put to a source of a casus that privacy check 1 lets be asked. The partner sees
/// his questions and nothing else: accepts, refuses, says whether something is known, and what, once that was chosen; he may
/// take it back. What he says lands at the source (ADR 0043).
namespace damwand::vraag {

using VraagId = Id<struct VraagMerk>;

/// What a question says: for the partner until its last day.
struct Vraaginhoud {
    std::string tekst;
    std::string gedeeld;  ///< what he is told beside it; empty: nothing
    std::string regime;   ///< of what he is told
    std::optional<std::string> antwoord, reden, terugkoppeling;
};
BOOST_DESCRIBE_STRUCT(Vraaginhoud, (), (tekst, gedeeld, regime, antwoord, reden, terugkoppeling))

/// As the partner sees it.
struct PartnerVraag {
    VraagId id;
    std::string organisatie;   ///< who asks
    std::string ontvanger;     ///< stamcode partner: whom what is shared is for
    toegang::Collega partner;  ///< and who of them
    std::string staat;         ///< gesteld, geaccepteerd, geweigerd, niets_bekend, bekend, beantwoord, herroepen or ingetrokken
    Tijdstip op;
    Datum tot;                          ///< the last day on which `inhoud` is there
    std::optional<Vraaginhoud> inhoud;  ///< none: over, or withdrawn
    bool naar_inhoud = false;           ///< what he knows is asked; else only whether he knows something
    std::vector<std::string> stappen;   ///< what he may answer now
    int versie = 0;
};
BOOST_DESCRIBE_STRUCT(PartnerVraag, (), (id, organisatie, ontvanger, partner, staat, op, tot, inhoud, naar_inhoud, stappen, versie))

/// The meeting in which a question was asked, and the item.
struct VraagOverleg {
    overleg::OverlegId id;
    overleg::PuntId punt;
    std::string naam;
    Datum datum{};
};
BOOST_DESCRIBE_STRUCT(VraagOverleg, (), (id, punt, naam, datum))

/// As the team sees it.
struct CasusVraag {
    VraagId id;
    BronId bron;
    std::string bronnaam;
    toegang::Collega partner;
    std::string ontvanger, staat;
    Datum tot;
    toegang::Collega door;
    Tijdstip op;
    std::optional<Tijdstip> beantwoord_op;
    Vraaginhoud inhoud;
    std::optional<VraagOverleg> overleg;
    bool te_noemen = true;  ///< as a recipient, to the data subject
    int versie = 0;
};
BOOST_DESCRIBE_STRUCT(CasusVraag, (), (id, bron, bronnaam, partner, ontvanger, staat, tot, door, op, beantwoord_op, inhoud, overleg, te_noemen, versie))

struct VraagNieuw {
    BronId bron;
    GebruikerId partner;
    Code ontvanger;
    Tekst<10, 2000> tekst;
    std::optional<Tekst<0, 4000>> gedeeld;
    std::optional<Code> regime;  ///< of what is shared; avg when none
    Datum tot;
    std::optional<overleg::PuntId> punt;  ///< the item of a meeting at which it is asked, about this casus
    std::optional<bool> te_noemen;        ///< as a recipient, to the data subject; yes, unless the source stands apart
};
BOOST_DESCRIBE_STRUCT(VraagNieuw, (), (bron, partner, ontvanger, tekst, gedeeld, regime, tot, punt, te_noemen))

struct VraagWijziging {
    std::optional<Tekst<10, 2000>> intrekken;       ///< why it is withdrawn
    std::optional<Tekst<1, 2000>> terugkoppeling;  ///< what was done with the answer
};
BOOST_DESCRIBE_STRUCT(VraagWijziging, (), (intrekken, terugkoppeling))

struct AntwoordNieuw {
    Code staat;                               ///< one of `stappen`
    std::optional<Tekst<0, 10000>> antwoord;  ///< with beantwoord
    std::optional<Code> doorgifte;            ///< with beantwoord: may it be passed on; never less strict than the source's own
    std::optional<Tekst<0, 2000>> reden;      ///< with geweigerd (on what ground) and herroepen (why)
};
BOOST_DESCRIBE_STRUCT(AntwoordNieuw, (), (staat, antwoord, doorgifte, reden))

/// What a partner may answer in this state. `naar_inhoud`: the team chose to ask what he knows.
[[nodiscard]] std::vector<std::string> stappen(std::string_view staat, bool naar_inhoud);
/// Every fault of an answer.
[[nodiscard]] std::vector<VeldFout> fouten_in(const AntwoordNieuw& antwoord, std::string_view staat, bool naar_inhoud);

[[nodiscard]] std::vector<poort::Route> routes();

}  // namespace damwand::vraag
