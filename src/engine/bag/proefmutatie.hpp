// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "engine/bag/schrijver.hpp"

/// For tests: mutation messages.
namespace damwand::bag::proef {

/// Writes mutation messages: the records as the writer of extracts makes them, in the envelope of a mutation.
class Bericht {
  public:
    Bericht(Gemeentecode gemeente, Datum vanaf, Datum tot) {
        m_tekst = fmt::format(
            R"(<?xml version="1.0" encoding="UTF-8"?>
<mlm:bagMutaties xmlns:ml="http://www.kadaster.nl/schemas/mutatielevering-generiek/1.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:selecties-extract="http://www.kadaster.nl/schemas/lvbag/extract-selecties/v20200601" xmlns:mlm="http://www.kadaster.nl/schemas/lvbag/extract-deelbestand-mutaties-lvc/v20200601" xmlns:Historie="www.kadaster.nl/schemas/lvbag/imbag/historie/v20200601" xmlns:Objecten="www.kadaster.nl/schemas/lvbag/imbag/objecten/v20200601" xmlns:Objecten-ref="www.kadaster.nl/schemas/lvbag/imbag/objecten-ref/v20200601" xmlns:nen5825="www.kadaster.nl/schemas/lvbag/imbag/nen5825/v20200601" xmlns:KenmerkInOnderzoek="www.kadaster.nl/schemas/lvbag/imbag/kenmerkinonderzoek/v20200601">
<mlm:bagInfo><selecties-extract:Gebied-Registratief><selecties-extract:Gebied-GEM><selecties-extract:GemeenteCollectie><selecties-extract:Gemeente><selecties-extract:GemeenteIdentificatie>{}</selecties-extract:GemeenteIdentificatie></selecties-extract:Gemeente></selecties-extract:GemeenteCollectie></selecties-extract:Gebied-GEM></selecties-extract:Gebied-Registratief>
<selecties-extract:MUT-Extract><selecties-extract:StandTechnischeDatum>{}</selecties-extract:StandTechnischeDatum><selecties-extract:Mutatieperiode><selecties-extract:MutatiedatumVanaf>{}</selecties-extract:MutatiedatumVanaf><selecties-extract:MutatiedatumTot>{}</selecties-extract:MutatiedatumTot></selecties-extract:Mutatieperiode></selecties-extract:MUT-Extract></mlm:bagInfo>
<ml:mutatieBericht><ml:dataset>LVBAG</ml:dataset>
)",
            gemeente.tekst(), tekst(tot), tekst(vanaf), tekst(tot));
    }
    template <class Record>
    void toevoeging(const Record& wordt) { groep<Record>("toevoeging", nullptr, &wordt); }
    template <class Record>
    void wijziging(const Record& was, const Record& wordt) { groep<Record>("wijziging", &was, &wordt); }
    template <class Record>
    void verwijdering(const Record& was) { groep<Record>("verwijdering", &was, nullptr); }
    [[nodiscard]] std::size_t aantal() const { return m_aantal; }
    [[nodiscard]] std::string xml() const { return m_tekst + "</ml:mutatieBericht></mlm:bagMutaties>\n"; }

  private:
    template <class Record>
    void groep(const char* soort, const Record* was, const Record* wordt) {
        m_tekst += fmt::format("<ml:mutatieGroep><ml:{}>", soort);
        if (was != nullptr) deel("was", *was);
        if (wordt != nullptr) deel("wordt", *wordt);
        m_tekst += fmt::format("</ml:{}></ml:mutatieGroep>\n", soort);
        ++m_aantal;
    }
    template <class Record>
    void deel(const char* naam, const Record& record) {
        std::string stand;
        bag::schrijf(record, stand);
        const auto vervang = [&](std::string_view van, std::string_view naar) {
            for (auto i = stand.find(van); i != std::string::npos; i = stand.find(van, i + naar.size())) stand.replace(i, van.size(), naar);
        };
        vervang("sl:stand>", fmt::format("ml:{}>", naam));
        vervang("sl-bag-extract:", "mlm:");
        m_tekst += stand;
    }
    std::string m_tekst;
    std::size_t m_aantal = 0;
};

}  // namespace damwand::bag::proef
