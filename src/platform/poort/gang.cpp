// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <charconv>

#include "base/tekst.hpp"
#include "platform/gebeurtenis/gebeurtenis.hpp"
#include "platform/poort/poort.hpp"

namespace damwand::poort {

std::string Gang::segment(std::string_view naam) const {
    const auto gevonden = segmenten.find(naam);
    if (gevonden == segmenten.end()) throw std::logic_error("the route has no such segment");
    return gevonden->second;
}

int Gang::gezien() const {
    const auto kop = m_verzoek.kop("if-match");
    if (!kop) {
        throw Fout(FoutSoort::ongeldig, "if-match-ontbreekt", "Stuur met If-Match mee welke versie u zag.");
    }
    int versie = 0;
    const auto* begin = kop->data() + 1;
    const auto* einde = kop->data() + kop->size() - 1;
    if (kop->size() < 3 || kop->front() != '"' || kop->back() != '"' || std::from_chars(begin, einde, versie).ptr != einde) {
        throw Fout(FoutSoort::ongeldig, "if-match-ongeldig", "If-Match hoort een versie tussen aanhalingstekens te zijn.");
    }
    return versie;
}

void Gang::eis_gezien(int huidig) const {
    if (gezien() != huidig) {
        throw Fout(FoutSoort::verouderd, "verouderd", "Iemand anders heeft dit intussen gewijzigd. Uw wijziging is niet opgeslagen.");
    }
}

void Gang::zoekt_op(std::string_view tekst) {
    m_log.merken.merge(logboek::merken_van_tekst(tekst));
    m_log.zoekterm += vouw(tekst) + '\n';
}

const toegang::Zegel& Gang::kluis() const {
    if (m_kluis == nullptr) throw Fout(FoutSoort::niet_beschikbaar, "geen-sleutel", "Dit kan hier niet worden bewaard: er is geen sleutel voor.");
    return *m_kluis;
}

void Gang::kom_in(int zicht) {
    auto& mijn = m_wie.zichten;
    if (std::find(mijn.begin(), mijn.end(), zicht) == mijn.end()) mijn.push_back(zicht);
}

void Gang::sta_toe(const toegang::Object& object) {
    toegang::authorize(m_wie, *m_kop.recht, object);
    raakt(object.id);
}

void Gang::onderwerp(std::string_view soort, const Uuid& object) {
    m_log.object_soort = soort;
    m_log.object = object;
    m_log.objecten.insert(object);
}

void Gang::meld(std::string_view soort, const Uuid& object, int versie, int zicht) {
    gebeurtenis::publiceer(m_tx, soort, object, versie, zicht);
}

}  // namespace damwand::poort
