// SPDX-License-Identifier: EUPL-1.2
// Any text as one XML file of a delivery, or as the records in one. Nothing may crash or hang; what is read adds up;
// what is accepted can be written and read back without loss.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/fout.hpp"
#include "engine/bag/lezer.hpp"
#include "engine/bag/schrijver.hpp"

namespace {

using namespace damwand::bag;

constexpr std::size_t meeste_records = 50;
const damwand::Datum stand = std::chrono::year{2026} / 11 / 8;

/// Writes every accepted record again.
struct Overschrijver : Afnemer {
    using Afnemer::ontvang;
    void ontvang(Woonplaats& o) override { neem(o); }
    void ontvang(OpenbareRuimte& o) override { neem(o); }
    void ontvang(Nummeraanduiding& o) override { neem(o); }
    void ontvang(Verblijfsobject& o) override { neem(o); }
    void ontvang(Ligplaats& o) override { neem(o); }
    void ontvang(Standplaats& o) override { neem(o); }
    void ontvang(Pand& o) override { neem(o); }
    void ontvang(InOnderzoek& o) override { neem(o); }
    template <class Record>
    void neem(const Record& record) {
        if (aantal == meeste_records) return;
        ++aantal;
        schrijf(record, xml);
        if constexpr (requires { record.geometrie; }) {
            if (ewkb(record.geometrie).empty()) std::abort();
        }
    }
    std::string xml;
    std::size_t aantal = 0;
};

void eis_dat_het_klopt(const Leesverslag& verslag) {
    const auto som = verslag.totaal();
    if (som.gelezen != som.aangeboden + som.afgekeurd) std::abort();
}

std::string in_bestand(const std::string& records) {
    return bestand_begin(ObjectType::pand, {9001}, stand) + records + std::string(bestand_einde());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string invoer(reinterpret_cast<const char*>(data), size);
    if (!invoer.starts_with('<') || invoer.starts_with("<sl:")) invoer = in_bestand(invoer);
    Overschrijver eerst;
    try {
        eis_dat_het_klopt(lees_geheugen(invoer, "los.xml", eerst, {.grootste_xml = 4U << 20U, .mutaties = invoer.find("bagMutaties") != std::string::npos}));
    } catch (const damwand::Fout&) {
        // A broken file; what came before it must still survive the round trip.
    }
    // libxml2 alone tells the same.
    Overschrijver traag;
    try {
        (void)lees_geheugen(invoer, "los.xml", traag, {.grootste_xml = 4U << 20U, .mutaties = invoer.find("bagMutaties") != std::string::npos, .alleen_libxml2 = true});
    } catch (const damwand::Fout&) {
        // As the first time.
    }
    if (traag.xml != eerst.xml) std::abort();
    Overschrijver daarna;
    const auto verslag = lees_geheugen(in_bestand(eerst.xml), "los.xml", daarna);
    eis_dat_het_klopt(verslag);
    if (verslag.totaal().afgekeurd != 0 || daarna.xml != eerst.xml) std::abort();
    return 0;
}
