// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "werk/netwerk/netwerk.hpp"

/// Watchers: a shape in the network that somebody asked to be told of (issue Netwerk). A watcher runs with the rights that its maker has
/// today and finds suggestions; who sees every row of one may know of it, and a person weighs it. It counts and scores nothing. About
/// objects and companies by default; about persons only for one casus, with a ground, and then only what touches that casus.
namespace damwand::wachter {

using WachterId = Id<struct WachterMerk>;
using SuggestieId = Id<struct SuggestieMerk>;

/// A shape that may be watched for.
struct Vorm {
    std::string code;
    std::vector<netwerk::Patroonrol> rollen;  ///< with the kinds for objects and companies; none: it cannot do without persons
    std::vector<bool> kan_persoon;            ///< for a casus, a person may play it too
    std::vector<bool> anker;                  ///< what a suggestion is about: matches with the same are told together
    std::vector<netwerk::Patroonband> banden;
    std::vector<std::size_t> venster;
    bool op_volgorde = false;
    int dagen = 365;  ///< of the window, when nothing else is chosen
};
[[nodiscard]] const std::vector<Vorm>& vormen();
[[nodiscard]] const Vorm* vorm_van(std::string_view code) noexcept;
/// Whether there is anything to look for without persons.
[[nodiscard]] bool zonder_personen(const Vorm& vorm) noexcept;

/// A tie of a pattern of somebody's own.
struct PatroonBand {
    Getal<0, 4> van, naar;              ///< places in `onderdelen`
    std::optional<Code> soort;          ///< who → what, as kinds of ties are; none: any, either way
    std::optional<Datum> begin, eind;   ///< it held at some day of this period
    bool venster = false;               ///< of those that begin within so many days of one another
};
BOOST_DESCRIBE_STRUCT(PatroonBand, (), (van, naar, soort, begin, eind, venster))

/// A pattern that somebody composed: two to five objects of a kind each, and what ties them. No name and no word of anybody.
struct PatroonVorm {
    std::vector<Code> onderdelen;       ///< of eigen_soorten()
    std::vector<PatroonBand> banden;    ///< one to ten, that tie all of them together
    bool op_volgorde = false;           ///< the ties of the window begin one after the other, as they stand there
};
BOOST_DESCRIBE_STRUCT(PatroonVorm, (), (onderdelen, banden, op_volgorde))

inline constexpr std::string_view eigen = "eigen";  ///< `vorm` of a watcher with a pattern of its own
/// What a role of an own pattern may be, with the kinds of objects of the network that it is.
[[nodiscard]] const std::vector<std::pair<std::string, std::vector<std::string>>>& eigen_soorten();
/// Whether it looks at persons, or at what belongs to one (a telephone, a mail address, a bank account).
[[nodiscard]] bool over_personen(const PatroonVorm& patroon) noexcept;
/// Adds what is wrong with it, for fields under `pad`.
void keur(const PatroonVorm& patroon, const std::string& pad, std::vector<VeldFout>& fouten);
/// The same as a shape: roles are called A, B, …; what it is about are the kinds that it has one of.
[[nodiscard]] Vorm eigen_vorm(const PatroonVorm& patroon);

/// What is looked for: with persons, or without.
[[nodiscard]] netwerk::Patroon patroon_van(const Vorm& vorm, int dagen, bool personen);

struct WachterNieuw {
    Code vorm;
    Tekst<1, 120> naam;
    Tekst<1, 500> waarom;
    std::optional<Getal<1, 3650>> dagen;
    std::optional<entiteit::Betrouwbaarheid> betrouwbaarheid;
    std::optional<CasusId> casus;          ///< with persons, for this casus
    std::optional<Tekst<1, 2000>> grond;   ///< why that is needed; with a casus only
    std::optional<PatroonVorm> patroon;    ///< with the shape `eigen`, and only then
    std::optional<bool> aan;               ///< false: a pattern that is kept, and looked for when somebody asks
};
BOOST_DESCRIBE_STRUCT(WachterNieuw, (), (vorm, naam, waarom, dagen, betrouwbaarheid, casus, grond, patroon, aan))

/// Where is this pattern now? About objects and companies: one about persons is kept first, with its casus and its ground.
struct PatroonVraag {
    PatroonVorm patroon;
    std::optional<Getal<1, 3650>> dagen;
    std::optional<entiteit::Betrouwbaarheid> betrouwbaarheid;
};
BOOST_DESCRIBE_STRUCT(PatroonVraag, (), (patroon, dagen, betrouwbaarheid))

struct WachterCasus {
    CasusId id;
    std::string kenmerk, werknaam;
};
BOOST_DESCRIBE_STRUCT(WachterCasus, (), (id, kenmerk, werknaam))

struct WachterKort {
    WachterId id;
    std::string vorm, naam, waarom;
    std::optional<PatroonVorm> patroon;  ///< of the shape `eigen`
    int dagen = 0;
    std::optional<std::string> betrouwbaarheid;
    std::optional<WachterCasus> casus;
    std::optional<std::string> grond;
    bool aan = true;
    bool waakt = true;  ///< its maker still may: else it is silent
    bool vol = false;   ///< it met more than it may raise at once
    std::optional<Tijdstip> gelopen_op;
    toegang::Collega door;
    Tijdstip op{};
    int open = 0;  ///< suggestions that the asker may know of and nobody weighed
};
BOOST_DESCRIBE_STRUCT(WachterKort, (), (id, vorm, naam, waarom, patroon, dagen, betrouwbaarheid, casus, grond, aan, waakt, vol, gelopen_op, door, op, open))

/// Who plays a role in what was met.
struct SuggestieLid {
    std::string rol, soort, id;
};
BOOST_DESCRIBE_STRUCT(SuggestieLid, (), (rol, soort, id))

struct SuggestieKort {
    SuggestieId id;
    WachterId wachter;
    std::string vorm, naam;  ///< of the watcher
    std::string staat;       ///< open, weg, signaal, casus
    int leden = 0;
    Tijdstip op{};
};
BOOST_DESCRIBE_STRUCT(SuggestieKort, (), (id, wachter, vorm, naam, staat, leden, op))

struct Suggestiedossier {
    std::string soort;
    Uuid id;
    std::string kenmerk, naam;
};
BOOST_DESCRIBE_STRUCT(Suggestiedossier, (), (soort, id, kenmerk, naam))

/// One place where a pattern is.
struct PatroonPlek {
    std::vector<SuggestieLid> leden;
};
BOOST_DESCRIBE_STRUCT(PatroonPlek, (), (leden))

/// Where a pattern is at this moment, of what the asker may know of. No score, and an order that says nothing.
struct PatroonPlekken {
    int aantal = 0;                    ///< places; every row of each was read again for him
    bool vol = false;                  ///< there may be more: the search came to its bound
    std::vector<PatroonPlek> plekken;  ///< the first fifty
    netwerk::Netwerkbeeld beeld;       ///< of those, with every source
};
BOOST_DESCRIBE_STRUCT(PatroonPlekken, (), (aantal, vol, plekken, beeld))

struct Suggestie : SuggestieKort {
    std::optional<PatroonVorm> patroon;   ///< of the shape `eigen`
    std::vector<SuggestieLid> rollen;
    netwerk::Netwerkbeeld beeld;  ///< members and their ties with every source, read again for the asker
    std::string waarom;           ///< of the watcher
    int dagen = 0;
    std::string regime, doorgifte;  ///< the strictest of the sources
    bool besloten = false;  ///< part of it stands where not the whole team looks: a signaal of it begins under embargo
    std::optional<std::string> reden;
    std::optional<toegang::Collega> gewogen_door;
    std::optional<Tijdstip> gewogen_op;
    std::optional<Suggestiedossier> dossier;  ///< what became of it; none also when the asker may not know of it
};
BOOST_DESCRIBE_STRUCT(Suggestie, (SuggestieKort), (patroon, rollen, beeld, waarom, dagen, regime, doorgifte, besloten, reden, gewogen_door, gewogen_op, dossier))

struct Wachterbeeld : WachterKort {
    std::vector<SuggestieKort> suggesties;  ///< that the asker may know of; open ones first, then the last weighed; at most 200
};
BOOST_DESCRIBE_STRUCT(Wachterbeeld, (WachterKort), (suggesties))

struct SuggestieWeging {
    Code besluit;             ///< weg, signaal, casus
    Tekst<1, 2000> reden;
    std::optional<Tekst<1, 150>> titel;  ///< of the signaal
    std::optional<CasusId> casus;        ///< that it is added to
};
BOOST_DESCRIBE_STRUCT(SuggestieWeging, (), (besluit, reden, titel, casus))

/// What waits to be weighed by the asker, the last first, at most `hoogstens`. None without a network.
[[nodiscard]] std::vector<SuggestieKort> open_voor(poort::Gang& gang, const netwerk::Diensten& diensten, int hoogstens);

/// Runs every watcher that may, each as its maker. Safe to repeat and beside another server. Returns how many suggestions are new.
/// `nacht`: writes in both logs that each was run, also when nothing was found.
std::size_t loop_alle(db::Pool& pool, netwerk::Geheugen& geheugen, const logboek::Pseudoniem& pseudoniem, bool nacht);

/// Runs them every night, and a minute (`tussen`) after the network changed.
class Ronde {
  public:
    Ronde(db::Pool& pool, netwerk::Geheugen& geheugen, const logboek::Pseudoniem& pseudoniem, std::chrono::milliseconds tussen = std::chrono::minutes(1))
        : m_pool(pool), m_geheugen(geheugen), m_pseudoniem(pseudoniem), m_tussen(tussen) {}
    ~Ronde() { stop(); }
    Ronde(const Ronde&) = delete;
    Ronde& operator=(const Ronde&) = delete;
    void start();
    void stop();

  private:
    void waak();
    db::Pool& m_pool;
    netwerk::Geheugen& m_geheugen;
    const logboek::Pseudoniem& m_pseudoniem;
    std::chrono::milliseconds m_tussen;
    std::mutex m_slot;
    std::condition_variable m_klok;
    bool m_klaar = true;
    std::thread m_draad;
};

[[nodiscard]] std::vector<poort::Route> routes(const netwerk::Diensten& diensten = {});

}  // namespace damwand::wachter
