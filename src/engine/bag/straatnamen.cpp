// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/straatnamen.hpp"

#include <array>
#include <span>

#include "base/tekst.hpp"

namespace damwand::bag {

namespace {

using Lijst = std::span<const std::string_view>;
using namespace std::string_view_literals;

struct Woorden {
    Lijst stammen;
    Lijst uitgangen;
};

constexpr std::array centrum{"Hoog"sv,     "Kerk"sv,     "Waag"sv,   "Vis"sv,   "Koren"sv, "Boter"sv,
                             "Gasthuis"sv, "Raadhuis"sv, "Munt"sv,   "Poort"sv, "Kruis"sv, "Begijnen"sv,
                             "Klooster"sv, "Smal"sv,     "Doelen"sv, "Turf"sv,  "Bier"sv,  "Schapen"sv};
constexpr std::array centrum_uit{"straat"sv, "plein"sv, "steeg"sv, "markt"sv, "hof"sv, "gang"sv};
constexpr std::array bedrijven{"Kolk"sv,        "Ampère"sv,   "Röntgen"sv,  "Turbine"sv,   "Anker"sv,      "Kraan"sv,
                               "Staal"sv,       "Cement"sv,   "Techniek"sv, "Logistiek"sv, "Transport"sv,  "Handels"sv,
                               "Nijverheids"sv, "Magazijn"sv, "IJzer"sv,    "Container"sv, "Hydraulica"sv, "Zuiger"sv};
constexpr std::array bedrijven_uit{"weg"sv, "straat"sv, "baan"sv, "ring"sv, "kade"sv};
constexpr std::array haven{"Haven"sv,      "Werf"sv,      "Kaapstander"sv, "Loods"sv,  "Steiger"sv, "Touw"sv,
                           "Zeilmakers"sv, "Ankerspil"sv, "Vissers"sv,     "Botter"sv, "Tjalk"sv,   "Schokker"sv};
constexpr std::array haven_uit{"kade"sv, "hoofd"sv, "weg"sv, "dok"sv, "pier"sv};
constexpr std::array dorp{"Dorps"sv, "School"sv, "Pastorie"sv, "Brink"sv, "Achter"sv,    "Meent"sv, "Kerk"sv, "Smids"sv,
                          "Molen"sv, "Hooi"sv,   "Weide"sv,    "Tiend"sv, "Boerderij"sv, "Slag"sv,  "Eng"sv};
constexpr std::array dorp_uit{"straat"sv, "weg"sv, "pad"sv, "laan"sv, "hof"sv, "akker"sv};
constexpr std::array bomen{"Eiken"sv,    "Beuken"sv,   "Linden"sv,     "Iepen"sv,    "Berken"sv,     "Elzen"sv,
                           "Essen"sv,    "Wilgen"sv,   "Populieren"sv, "Kastanje"sv, "Acacia"sv,     "Platanen"sv,
                           "Hazelaar"sv, "Meidoorn"sv, "Lijsterbes"sv, "Vlier"sv,    "Jeneverbes"sv, "Haagbeuken"sv,
                           "Taxus"sv,    "Larix"sv,    "Ceder"sv,      "Sparren"sv,  "Olmen"sv};
constexpr std::array vogels{"Merel"sv,    "Spreeuwen"sv, "IJsvogel"sv,  "Kievit"sv,    "Grutto"sv,
                            "Lepelaar"sv, "Futen"sv,     "Zwaluwen"sv,  "Wielewaal"sv, "Nachtegaal"sv,
                            "Koekoeks"sv, "Reiger"sv,    "Meerkoet"sv,  "Tureluur"sv,  "Roerdomp"sv,
                            "Valken"sv,   "Ooievaars"sv, "Leeuwerik"sv, "Putter"sv,    "Bergeenden"sv};
constexpr std::array ambachten{"Kuipers"sv,     "Wevers"sv,        "Touwslagers"sv,   "Mandenmakers"sv,
                               "Smeden"sv,      "Leerlooiers"sv,   "Brouwers"sv,      "Schoenlappers"sv,
                               "Glasblazers"sv, "Pottenbakkers"sv, "Klompenmakers"sv, "IJzergieters"sv,
                               "Zoutzieders"sv, "Lakenkopers"sv,   "Boekbinders"sv,   "Rietdekkers"sv};
constexpr std::array bloemen{"Azalea"sv,    "Begonia"sv,    "Fuchsia"sv,  "Geranium"sv, "Hyacinten"sv,
                             "Irissen"sv,   "Jasmijn"sv,    "Klaproos"sv, "Lelie"sv,    "Madelief"sv,
                             "Narcissen"sv, "Orchidee"sv,   "Papaver"sv,  "Reseda"sv,   "Tulpen"sv,
                             "Viooltjes"sv, "Zonnebloem"sv, "Dahlia"sv,   "Anemonen"sv, "Gentianen"sv};
constexpr std::array overzee{"Curaçao"sv, "Bonaire"sv, "Réunion"sv,  "Malmö"sv,   "Göteborg"sv, "Tromsø"sv,
                             "Zürich"sv,  "Orléans"sv, "Besançon"sv, "Córdoba"sv, "Málaga"sv,   "Køge"sv,
                             "Łódź"sv,    "Genève"sv,  "Ångström"sv, "Coimbra"sv};
constexpr std::array personen{"Burgemeester Van den IJsselaar"sv,
                              "Jan van 't Wout"sv,
                              "Aagje de Brède"sv,
                              "Dokter Ter Kuilen"sv,
                              "Koosje van der Lêde"sv,
                              "Meester Op 't Veen"sv,
                              "Freule Van Dijckvoorde"sv,
                              "Schipper In 't Hout"sv,
                              "Pastoor Brûlé"sv,
                              "Notaris Sørensen"sv,
                              "Wethouder Uit den Boogaerd"sv,
                              "Zuster Françoise"sv,
                              "Kapitein Ten IJver"sv,
                              "Lambertus Oude Zwaag"sv,
                              "Griet van de Wiele"sv,
                              "Baron Von Löwenstein"sv};
constexpr std::array water{"Brède Hille"sv, "Smalle Vliet"sv, "Hoge Zijl"sv,  "Lage Wiel"sv,
                           "Dammer"sv,      "Rietvoorn"sv,    "Snoekbaars"sv, "Paling"sv,
                           "Zalm"sv,        "Karper"sv,       "Lisdodde"sv,   "Waterlelie"sv,
                           "Veen"sv,        "Zwaneneiland"sv, "IJsbaan"sv,    "Stoomgemaal"sv};
constexpr std::array sterren{"Orion"sv,     "Sirius"sv,   "Wega"sv,    "Poolster"sv,    "Cassiopeia"sv,
                             "Andromeda"sv, "Castor"sv,   "Pollux"sv,  "Saturnus"sv,    "Neptunus"sv,
                             "Mercurius"sv, "Planeten"sv, "Kometen"sv, "Zonnewijzer"sv, "Meteoren"sv};
constexpr std::array muziek{"Viool"sv,   "Cello"sv,   "Hobo"sv,  "Klarinet"sv,  "Fagot"sv,
                            "Trompet"sv, "Hoorn"sv,   "Harp"sv,  "Luit"sv,      "Citer"sv,
                            "Tamboer"sv, "Cimbaal"sv, "Piano"sv, "Accordeon"sv, "Symfonie"sv};
constexpr std::array stenen{"Robijn"sv,    "Saffier"sv, "Smaragd"sv, "Topaas"sv,  "Opaal"sv,
                            "Barnsteen"sv, "Agaat"sv,   "Jade"sv,    "Onyx"sv,    "Parelmoer"sv,
                            "Amethist"sv,  "Kwarts"sv,  "Granaat"sv, "Leisteen"sv};

constexpr std::array groen_uit{"laan"sv, "straat"sv, "hof"sv, "dreef"sv, "plantsoen"sv, "pad"sv};
constexpr std::array stad_uit{"straat"sv, "weg"sv, "plein"sv, "hof"sv, "laan"sv};
constexpr std::array water_uit{"dijk"sv, "kade"sv, "singel"sv, "gracht"sv, "vaart"sv};

constexpr std::array<Woorden, static_cast<std::size_t>(Thema::aantal)> woorden{{
    {centrum, centrum_uit},
    {bedrijven, bedrijven_uit},
    {haven, haven_uit},
    {dorp, dorp_uit},
    {bomen, groen_uit},
    {vogels, groen_uit},
    {ambachten, stad_uit},
    {bloemen, groen_uit},
    {overzee, stad_uit},
    {personen, stad_uit},
    {water, water_uit},
    {sterren, stad_uit},
    {muziek, stad_uit},
    {stenen, stad_uit},
}};

constexpr std::array voor{""sv,        "Nieuwe "sv, "Oude "sv,   "Korte "sv,     "Lange "sv, "Noorder "sv,
                          "Zuider "sv, "Ooster "sv, "Wester "sv, "Achter de "sv, "Binnen "sv};
constexpr std::array rang{""sv, "Eerste "sv, "Tweede "sv, "Derde "sv, "Vierde "sv, "Vijfde "sv};

}  // namespace

std::string straatnaam(Thema thema, std::uint32_t nummer) {
    const auto& [stammen, uitgangen] = woorden[static_cast<std::size_t>(thema)];
    const std::size_t stam = nummer % stammen.size();
    std::size_t rest = nummer / stammen.size();
    const std::size_t uitgang = (rest + stam) % uitgangen.size();
    rest /= uitgangen.size();
    const std::size_t voorvoegsel = rest % voor.size();
    rest /= voor.size();
    const std::size_t volgorde = rest % rang.size();
    rest /= rang.size();
    std::string naam{rang[volgorde]};
    naam += voor[voorvoegsel];
    naam += stammen[stam];
    naam += uitgangen[uitgang];
    if (rest > 0) naam += ' ' + std::to_string(rest + 1);
    return naam;
}

std::string verkorte_straatnaam(std::string_view naam) {
    constexpr std::size_t hoogste = 24;
    if (lengte(naam) <= hoogste) return {};
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> korter{{
        {"Burgemeester", "Burg"},
        {"Wethouder", "Weth"},
        {"Kapitein", "Kapt"},
        {"Meester", "Mr"},
        {"Notaris", "Not"},
        {"Pastoor", "Past"},
        {"Van den ", "vd "},
        {"van der ", "vd "},
        {"van de ", "vd "},
        {"Uit den ", "ud "},
        {"straat", "str"},
        {"plantsoen", "plnts"},
        {"Lambertus", "L"},
        {"Schipper", "Schip"},
    }};
    std::string uit{naam};
    for (const auto& [lang, kort] : korter) {
        if (const auto plaats = uit.find(lang); plaats != std::string::npos) uit.replace(plaats, lang.size(), kort);
    }
    while (lengte(uit) > hoogste) {  // drop whole characters from the end
        while ((static_cast<unsigned char>(uit.back()) & 0xC0U) == 0x80U) uit.pop_back();
        uit.pop_back();
    }
    return std::string(trim(uit));
}

}  // namespace damwand::bag
