// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <compare>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/voortgang.hpp"
#include "platform/gebeurtenis/gebeurtenis.hpp"
#include "platform/poort/poort.hpp"
#include "werk/entiteit/entiteit.hpp"
#include "werk/register/register.hpp"

/// Connections between what dossiers name and what the public registers hold, as far as the asker may know of them. A graph in memory
/// finds; everything shown is read again from its rows, under the wall.
namespace damwand::netwerk {

/// What an object is called here. `soort`: signaal, casus, adres, pand, onderneming, vestiging, or a stamcode vermeldingsoort. `id`: a
/// UUID, or what the register numbers it by (adres and pand 16 digits, vestiging 12).
struct KnoopRef {
    std::string soort, id;
    auto operator<=>(const KnoopRef&) const = default;
};
BOOST_DESCRIBE_STRUCT(KnoopRef, (), (soort, id))

/// The same, asked.
struct Knoopkeuze {
    Code soort;
    Tekst<1, 36> id;
};
BOOST_DESCRIBE_STRUCT(Knoopkeuze, (), (soort, id))

inline constexpr std::size_t meeste_knopen = 2000;  ///< in one chart; of these the screen draws some 400 and folds the rest into counted groups (ADR 0061)
inline constexpr int gewoon_aantal = 50;           ///< of new objects in one step

}  // namespace damwand::netwerk

namespace damwand::json {
/// A list of objects of a chart may be longer than other lists.
template <class T>
struct Kaartlijst {
    static bj::value schrijf(const std::vector<T>& w) {
        bj::array uit;
        for (const auto& item : w) uit.push_back(Vorm<T>::schrijf(item));
        return uit;
    }
    static std::vector<T> lees(const bj::value& w, Lezer& l) {
        std::vector<T> uit;
        if (!w.is_array()) l.fout("geen-lijst", "Hier hoort een lijst te staan.");
        else if (w.get_array().size() > netwerk::meeste_knopen) l.fout("te-veel", "Er passen hoogstens 2.000 onderdelen in een netwerk.");
        else {
            for (std::size_t i = 0; i < w.get_array().size(); ++i) {
                const Lezer::Stap stap(l, std::to_string(i));
                uit.push_back(Vorm<T>::lees(w.get_array()[i], l));
            }
        }
        return uit;
    }
    static bj::value schema(SchemaBoek& b) { return {{"type", "array"}, {"items", Vorm<T>::schema(b)}}; }
};
template <>
struct Vorm<std::vector<netwerk::Knoopkeuze>> : Kaartlijst<netwerk::Knoopkeuze> {};
}  // namespace damwand::json

namespace damwand::netwerk {

/// What is to be followed. Ties that were there at some day of the period, and whose source is at least this reliable.
struct Netwerkfilter {
    std::optional<Datum> begin, eind;
    std::optional<entiteit::Betrouwbaarheid> betrouwbaarheid;
};
BOOST_DESCRIBE_STRUCT(Netwerkfilter, (), (begin, eind, betrouwbaarheid))

/// How many objects of a kind something is tied to, of those the asker may know of.
struct Burental {
    std::string soort;
    int aantal = 0;
};
BOOST_DESCRIBE_STRUCT(Burental, (), (soort, aantal))

struct Knoop {
    std::string soort, id;
    std::string naam;                     ///< title, working name, name or address
    std::optional<std::string> kenmerk;   ///< of a dossier, a company, a plate …; never the number of a person
    std::optional<Uuid> bedrijf;          ///< of an onderneming or vestiging: the company, as its own page has it
    std::optional<registers::KaartPunt> punt;  ///< of an adres or pand of the register, for who may see the map
    std::vector<Burental> buren;
};
BOOST_DESCRIBE_STRUCT(Knoop, (), (soort, id, naam, kenmerk, bedrijf, punt, buren))

/// Where a row of a tie stands.
struct Vindplaats {
    std::string soort;  ///< signaal or casus
    Uuid id;
    std::string kenmerk, naam;
};
BOOST_DESCRIBE_STRUCT(Vindplaats, (), (soort, id, kenmerk, naam))

/// What one source says of a tie.
struct Bewijs {
    std::string herkomst;                 ///< vermelding, verband, signaal, bag or handelsregister
    std::optional<Vindplaats> dossier;    ///< absent for a register
    std::string bron;                     ///< in words; empty when nobody said
    std::optional<Datum> begin, eind;     ///< when it was so; absent: not known, or still
    std::optional<Datum> peildatum;
    std::optional<std::string> bron_betrouwbaarheid;
    std::optional<int> informatie_waarde;
    std::optional<std::string> regime, doorgifte, rol, toelichting;
};
BOOST_DESCRIBE_STRUCT(Bewijs, (), (herkomst, dossier, bron, begin, eind, peildatum, bron_betrouwbaarheid, informatie_waarde, regime, doorgifte, rol, toelichting))

/// A tie of one kind between two objects, with every source for it that the asker may see; never none.
struct Band {
    KnoopRef van, naar;
    std::string soort;  ///< genoemd, op_adres, hoort_bij, duplicaat_van, in_pand, vestiging_van, gevestigd, or a stamcode verbandsoort
    std::vector<Bewijs> bewijs;
};
BOOST_DESCRIBE_STRUCT(Band, (), (van, naar, soort, bewijs))

/// Objects and every tie among them. What was asked for and is not here is not there, or not the asker's.
struct Netwerkbeeld {
    std::vector<Knoop> knopen;
    std::vector<Band> banden;
    int meer = 0;  ///< objects that fit the question and are not here, because it asked for fewer
};
BOOST_DESCRIBE_STRUCT(Netwerkbeeld, (), (knopen, banden, meer))

struct Toonvraag {
    std::vector<Knoopkeuze> knopen;
    std::optional<Netwerkfilter> filter;
};
BOOST_DESCRIBE_STRUCT(Toonvraag, (), (knopen, filter))

struct Uitbreidvraag {
    Knoopkeuze knoop;
    std::vector<Knoopkeuze> al;                ///< what the chart shows already
    std::optional<std::vector<Code>> soorten;  ///< only objects of these kinds
    std::optional<Getal<1, 2000>> hoogstens;   ///< new ones; 50 when absent
    std::optional<Netwerkfilter> filter;
};
BOOST_DESCRIBE_STRUCT(Uitbreidvraag, (), (knoop, al, soorten, hoogstens, filter))

struct Padvraag {
    Knoopkeuze van, naar;
    std::optional<std::vector<Knoopkeuze>> vermijd;
    std::optional<std::vector<Knoopkeuze>> langs;  ///< to be passed, in this order; then there is one path
    std::optional<Getal<1, 12>> stappen;  ///< at most so many ties; 8 when absent
    std::optional<Getal<1, 5>> aantal;    ///< so many paths, the shortest first; 1 when absent
    std::optional<Netwerkfilter> filter;
};
BOOST_DESCRIBE_STRUCT(Padvraag, (), (van, naar, vermijd, langs, stappen, aantal, filter))

struct Padstappen {
    std::vector<KnoopRef> stappen;
};
BOOST_DESCRIBE_STRUCT(Padstappen, (), (stappen))

/// A shortest path. `stappen` from one to the other; none: `uitkomst` says why.
struct Pad {
    std::string uitkomst;  ///< gevonden, geen_pad, or binnen_grens_niet (longer than was asked, or too much to search)
    std::vector<KnoopRef> stappen;
    std::vector<Padstappen> anderen;  ///< other paths that pass nothing twice, the shortest first
    Netwerkbeeld beeld;               ///< of all of them
};
BOOST_DESCRIBE_STRUCT(Pad, (), (uitkomst, stappen, anderen, beeld))

/// Layers and kinds of rows that somebody may know of by right rather than by membership.
struct Rechten {
    bool adressen = false, bedrijven = false, signalen = false, casussen = false;
};
/// Somebody who looks at the graph, in a request or without one.
struct Kijker {
    OrganisatieId organisatie;
    std::vector<int> zichten;
    Rechten rechten;
};
[[nodiscard]] Kijker kijker_van(const poort::Gang& gang);

/// The graph of this server: a layer of the public registers under one layer per organisatie, told apart by audience. Holds ids,
/// audiences, days and reliabilities; no name and no text. Thread safe.
class Geheugen {
  public:
    Geheugen();
    ~Geheugen();
    Geheugen(const Geheugen&) = delete;
    Geheugen& operator=(const Geheugen&) = delete;

    /// Brings in all that was committed before this call; the first time everything.
    void ververs(db::Transactie& tx);
    /// Keeps it fresh from a thread of its own: whenever something was published, and every half second. Until `stop`.
    void start(db::Pool& pool, gebeurtenis::Verdeler& verdeler);
    void stop();

    /// What is in memory, of everybody together.
    struct Omvang {
        std::uint64_t knopen = 0, banden = 0;
    };
    [[nodiscard]] Omvang omvang() const;
    /// Rises whenever rows were brought in or taken out.
    [[nodiscard]] std::uint64_t wisselingen() const noexcept;

    struct Graaf;
    [[nodiscard]] const Graaf& graaf() const noexcept { return *m; }  ///< for this room

  private:
    std::unique_ptr<Graaf> m;
};

/// What the whole needs of the house. All outlive it.
struct Diensten {
    Geheugen* geheugen = nullptr;
    /// Keeps what was found wrong, whatever becomes of the request: so many rows that the graph held and the asker may not see.
    std::function<void(OrganisatieId, OperatieId, int)> incident{};
};

/// A small shape that is looked for: roles, and ties between them. Different roles are different objects.
struct Patroonrol {
    std::string naam;
    std::vector<std::string> soorten;  ///< kinds of objects that may play it; never none
};
struct Patroonband {
    std::size_t van = 0, naar = 0;      ///< in `rollen`
    std::optional<std::string> soort{}; ///< of the tie; none: any, either way
    std::optional<Datum> begin{}, eind{};  ///< it held at some day of this period
};
struct Patroon {
    std::vector<Patroonrol> rollen;
    std::vector<Patroonband> banden;
    std::vector<std::size_t> venster{};  ///< ties whose first days lie at most `dagen` apart
    int dagen = 0;
    bool op_volgorde = false;            ///< the ties of `venster` begin one after the other, as they stand there
};
/// Where a shape was met: who plays each role, and a row for each tie that stands in a dossier.
struct Vondst {
    std::vector<KnoopRef> leden;
    std::vector<Uuid> rijen;
    auto operator<=>(const Vondst&) const = default;
};
struct Vondsten {
    std::vector<Vondst> vondsten;
    bool vol = false;  ///< there may be more
};
/// Every place where the shape is with a row of a dossier in it, of what this one may know of; in no order that says anything. Whoever keeps
/// or shows one reads its rows again. `slechtste`: sources at least this reliable; none: all. Ends at a bound of work, which follows from
/// what he may see alone, or with Fout "afgebroken" when `voortgang` says so.
[[nodiscard]] Vondsten zoek_patroon(const Geheugen& geheugen, const Kijker& kijker, const Patroon& patroon, const std::optional<std::string>& slechtste, std::size_t meeste = 1000,
                                    const Voortgang& voortgang = {});
/// Ends the work of an engine (Fout "afgebroken") when whoever asked has closed the connection.
[[nodiscard]] Voortgang zolang_iemand_wacht(const poort::Gang& gang);
/// Whether this one may know of all of these.
[[nodiscard]] bool kent(const Geheugen& geheugen, const Kijker& kijker, const std::vector<KnoopRef>& knopen);

/// What an object is among others on the same chart; of the drawing, not of whom it stands for.
struct Knoopmaat {
    std::string soort, id;
    int verbanden = 0;         ///< rows of ties to the others
    double tussenliggend = 0;  ///< pairs of others whose shortest paths pass it; a pair with more paths counts for the share of them
    int deel = 0;              ///< which connected part it is in, from 1, the largest first
};
BOOST_DESCRIBE_STRUCT(Knoopmaat, (), (soort, id, verbanden, tussenliggend, deel))

struct Netwerkmaten {
    std::vector<Knoopmaat> knopen;
};
BOOST_DESCRIBE_STRUCT(Netwerkmaten, (), (knopen))

/// These objects and the ties among them, read again from their rows; those the asker may not know of are left out.
[[nodiscard]] Netwerkbeeld toon(poort::Gang& gang, const Diensten& diensten, const std::vector<KnoopRef>& knopen, const std::optional<Netwerkfilter>& filter);

/// An incident of its own transaction, for the privacy officer.
void meld_incident(db::Pool& pool, OrganisatieId organisatie, OperatieId operatie, int rijen);

[[nodiscard]] std::vector<poort::Route> routes(const Diensten& diensten = {});

}  // namespace damwand::netwerk
