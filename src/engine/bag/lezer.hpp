// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/voortgang.hpp"
#include "engine/bag/objecten.hpp"

/// Streaming reader of BAG 2.0 extracts as Kadaster delivers them. Memory does not grow with the delivery.
namespace damwand::bag {

/// A record that cannot be used. Data, not an error: reading goes on.
struct Afkeuring {
    std::string bestand;  ///< "levering.zip/9999PND.zip/9999PND-000001.xml"
    int regel = 0;        ///< line in that XML file, 1-based
    std::string pad;      ///< "Pand 0457100000056701/geometrie/Polygon"
    std::string reden;    ///< Dutch, one sentence
};

/// Receives the records, one call per record, in the order of the files. The reference is good during the call only:
/// the reader reuses the object (moving from it is allowed). A thrown exception ends the reading and reaches the
/// caller.
class Afnemer {
  public:
    virtual ~Afnemer() = default;
    /// Called once, before any record of an archive that has a Leveringsdocument; never for loose parts without one. In a
    /// delivery of mutations also before the records of each message, whose head says the same.
    virtual void ontvang(const Levering&) {}
    /// Before each record of a mutation message; never for a full extract.
    virtual void ontvang(const Mutatie&) {}
    virtual void ontvang(Woonplaats&) {}
    virtual void ontvang(OpenbareRuimte&) {}
    virtual void ontvang(Nummeraanduiding&) {}
    virtual void ontvang(Verblijfsobject&) {}
    virtual void ontvang(Ligplaats&) {}
    virtual void ontvang(Standplaats&) {}
    virtual void ontvang(Pand&) {}
    virtual void ontvang(InOnderzoek&) {}
    virtual void ontvang(GemeenteWoonplaatsRelatie&) {}
    virtual void ontvang(const Afkeuring&) {}

    /// A receiver for the records of one file, so that files can be read beside each other (full extracts only). Nothing: everything comes to this one, in
    /// the order of the files. Asked on the calling thread, after the Leveringsdocument; the branch is used by one thread at a time.
    [[nodiscard]] virtual std::unique_ptr<Afnemer> tak() { return nullptr; }
    /// What a branch received, file by file in the order of the delivery, on the calling thread.
    virtual void voeg_in(Afnemer& /*tak*/) {}
};

struct LeesOpties {
    /// Called on the calling thread, at least once per 64 KiB of XML that it reads itself, with compressed bytes done and in all; returning false ends
    /// the reading with Fout "afgebroken".
    Voortgang voortgang{};
    /// Folder for zips inside zips that are too large for memory; empty means the system's. The file has no name there
    /// (it is unlinked as soon as it is open), so nothing is left behind however the program ends.
    std::filesystem::path tijdelijk{};
    std::uint64_t grootste_in_geheugen = 8U << 20U;   ///< bytes of an inner zip kept in memory rather than in a file
    std::uint64_t grootste_binnenzip = 64ULL << 30U;  ///< bytes; larger is refused
    std::uint64_t grootste_xml = 8ULL << 30U;         ///< bytes of one XML file unpacked; larger is refused
    int diepste_zip = 4;                              ///< zip in zip in …
    bool mutaties = false;                            ///< read mutation messages, and nothing else
    bool alleen_libxml2 = false;                      ///< not the tokeniser of our own: for what holds the two against each other
};

/// gelezen = aangeboden + afgekeurd, always.
struct Telling {
    std::uint64_t gelezen = 0;
    std::uint64_t aangeboden = 0;
    std::uint64_t afgekeurd = 0;
    bool operator==(const Telling&) const = default;
};

/// What was read. `onbekend` counts elements the reader does not know, each name once; `overgeslagen` counts files
/// that are no part of a delivery (operating-system junk, notes) by their last name.
struct Leesverslag {
    Levering levering;
    std::array<std::array<Telling, aantal_objecttypen>, aantal_bestandsoorten> objecten{};
    Telling in_onderzoek;
    Telling gemeente_woonplaats;
    Telling vreemd;  ///< objects of a type the BAG does not have: all rejected
    std::map<std::string, std::uint64_t> onbekend;
    std::map<std::string, std::uint64_t> overgeslagen;
    std::uint64_t xml_bestanden = 0;
    std::uint64_t xml_bytes = 0;
    std::uint64_t met_hoogte = 0;  ///< geometries whose height was not zero and was dropped
    std::uint64_t afgerond = 0;    ///< geometries with coordinates finer than a millimetre

    std::uint64_t mutaties = 0;  ///< additions, changes and removals

    [[nodiscard]] const Telling& telling(Bestandsoort soort, ObjectType type) const {
        return objecten[static_cast<std::size_t>(soort) - 1][static_cast<std::size_t>(type)];
    }
    /// Everything together.
    [[nodiscard]] Telling totaal() const;
};

/// Reads files and directories: zip (in zip, in zip), loose XML, or folders of them. The Leveringsdocument of an
/// archive or folder is read before its other parts.
/// Throws Fout (soort ongeldig) with a Dutch sentence that names file, line and what to do, for a file that is broken
/// as a whole: no such file ("bag-onleesbaar"), truncated or damaged zip ("bag-zip-kapot"), malformed or half XML
/// ("bag-xml-kapot"), DOCTYPE or entities ("bag-doctype"), too deep or too large ("bag-te-groot"), not BAG
/// ("bag-geen-bag"), another schema version ("bag-schemaversie"), mutation messages where none are asked for ("bag-mutatie")
/// or the other way about ("bag-geen-mutatie"), parts with
/// different reference dates ("bag-standdatum"), and "afgebroken" when the progress callback asked for it.
/// What was handed over before the throw must then be thrown away by the caller.
/// Not thread-safe for one Afnemer; calls with different ones may run side by side.
[[nodiscard]] Leesverslag lees(std::span<const std::filesystem::path> bronnen, Afnemer& afnemer,
                               const LeesOpties& opties = {});

/// The same for what is in memory: `naam` stands in messages; zip or XML is told by the first bytes.
[[nodiscard]] Leesverslag lees_geheugen(std::string_view inhoud, std::string_view naam, Afnemer& afnemer,
                                        const LeesOpties& opties = {});

}  // namespace damwand::bag
