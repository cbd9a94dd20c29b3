// SPDX-License-Identifier: EUPL-1.2
// The reader of BAG extracts, alone: a generated municipality from its nested zip to structs, against libxml2 that
// merely tokenises the same XML (SAX2, empty handlers). In turns (A B A B …), medians. Correctness: the reader finds
// what the generator says it wrote, and rejects nothing.
//   bench_bag_lezer [addresses]     default 30,000
#include <fmt/format.h>
#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/bag/archief.hpp"
#include "engine/bag/maker.hpp"

namespace {

using namespace damwand;
namespace fs = std::filesystem;
constexpr int keren = 5;

/// All XML of a delivery, unpacked.
void verzamel(const bag::Archief& archief, std::vector<std::string>& uit) {
    for (const auto& deel : archief.delen()) {
        std::string tekst, blok(1U << 20U, '\0');
        const auto lees = archief.open(deel);
        for (std::size_t n = 0; (n = lees(blok.data(), blok.size())) != 0;) tekst.append(blok, 0, n);
        if (deel.naam.ends_with(".zip"))
            verzamel(bag::Archief::open_geheugen(tekst, deel.naam), uit);
        else
            uit.push_back(std::move(tekst));
    }
}

void tokeniseer(const std::string& xml) {
    xmlSAXHandler sax;
    std::memset(&sax, 0, sizeof sax);
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = [](void*, const xmlChar*, const xmlChar*, const xmlChar*, int, const xmlChar**, int, int,
                            const xmlChar**) {};
    sax.endElementNs = [](void*, const xmlChar*, const xmlChar*, const xmlChar*) {};
    sax.characters = [](void*, const xmlChar*, int) {};
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&sax, nullptr, nullptr, 0, nullptr);
    for (std::size_t i = 0; i < xml.size(); i += 65536)
        xmlParseChunk(parser, xml.data() + i, static_cast<int>(std::min<std::size_t>(65536, xml.size() - i)), 0);
    xmlParseChunk(parser, nullptr, 0, 1);
    if (parser->wellFormed == 0) std::abort();
    xmlFreeParserCtxt(parser);
}

/// Takes everything and keeps nothing, of two files at a time.
struct Niemand : bag::Afnemer {
    std::unique_ptr<bag::Afnemer> tak() override { return std::make_unique<Niemand>(); }
};

/// Wall time, and processor time of all threads of this program.
struct Duur {
    double wand = 0, processor = 0;
};
Duur duur(const std::function<void()>& werk) {
    const auto begin = std::chrono::steady_clock::now();
    const auto toen = std::clock();
    werk();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(), static_cast<double>(std::clock() - toen) / CLOCKS_PER_SEC};
}

double mediaan(const std::vector<Duur>& alle, double Duur::*welke) {
    std::vector<double> tijden;
    for (const auto& d : alle) tijden.push_back(d.*welke);
    std::sort(tijden.begin(), tijden.end());
    return tijden[tijden.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
    bag::MaakOpties opties;
    opties.adressen = argc > 1 ? std::stoull(argv[1]) : 30000;
    const fs::path map = fs::temp_directory_path() / "damwand-bench-bag";
    const auto gemaakt = bag::maak(opties, map);
    std::vector<std::string> xml;
    verzamel(bag::Archief::open_pad(gemaakt.bestand, "levering"), xml);

    bag::Leesverslag verslag;
    std::vector<Duur> lezen, tokens;
    for (int i = 0; i < keren; ++i) {
        lezen.push_back(duur([&] {
            Niemand afnemer;
            const std::array bronnen{gemaakt.bestand};
            verslag = bag::lees(bronnen, afnemer);
        }));
        tokens.push_back(duur([&] {
            for (const auto& tekst : xml) tokeniseer(tekst);
        }));
    }
    fs::remove_all(map);
    bool goed = verslag.totaal().afgekeurd == 0 && verslag.in_onderzoek.aangeboden == gemaakt.in_onderzoek;
    for (const auto type : bag::alle_objecttypen) {
        for (const auto soort : {bag::Bestandsoort::stand, bag::Bestandsoort::inactief, bag::Bestandsoort::niet_bag})
            goed = goed && verslag.telling(soort, type).aangeboden == gemaakt.telling(type, soort).voorkomens;
    }
    const double s = mediaan(lezen, &Duur::wand), cpu = mediaan(lezen, &Duur::processor), tokens_s = mediaan(tokens, &Duur::wand), tokens_cpu = mediaan(tokens, &Duur::processor), mb = static_cast<double>(verslag.xml_bytes) / 1e6;
    fmt::print(
        "{{\"bench\":\"bag_lezer\",\"adressen\":{},\"records\":{},\"xmlMb\":{:.0f},\"s\":{:.2f},\"mbPerS\":{:.0f},"
        "\"recordsPerS\":{:.0f},"
        "\"libxml2MbPerS\":{:.0f},\"verhouding\":{:.2f},\"mbPerProcessorS\":{:.0f},\"libxml2MbPerProcessorS\":{:.0f},\"verhoudingProcessor\":{:.2f}}}\n",
        opties.adressen, verslag.totaal().gelezen, mb, s, mb / s, static_cast<double>(verslag.totaal().gelezen) / s,
        mb / tokens_s, tokens_s / s, mb / cpu, mb / tokens_cpu, tokens_cpu / cpu);
    if (!goed) fmt::print(stderr, "the reader did not find what the generator wrote\n");
    return goed ? 0 : 1;
}
