// SPDX-License-Identifier: EUPL-1.2
#include "app/demo/script.hpp"
#include "app/demo/wereld.hpp"

namespace damwand::app::demo {

namespace bj = boost::json;
using http::Methode;

void Script::verzoek() {
    Draad draad;
    const auto stap = [&](int dag, std::function<void(const std::string& pad)> doe) {
        plan(draad, dag, hutsel("verzoek"), "privacy", [ding = draad.ding, doe = std::move(doe)] { doe("/v1/verzoeken/" + ding->id); });
    };
    stap(12, [this, ding = draad.ding](const std::string&) {
        const auto v = m_verteller.roep(Methode::post, "/v1/verzoeken",
                                        bj::object{{"soort", "inzage"}, {"ontvangenOp", datum(14)}, {"naam", "R. Kokmeeuw"}, {"adres", "Ampèrestraat 8\nDamstede"},
                                                   {"vraag", "Ik wil weten wat de gemeente over mij en mijn bedrijf heeft vastgelegd."}});
        ding->id = v.at("id").as_string();
    });
    stap(11, [this](const std::string& pad) {
        const auto nu = m_verteller.roep(Methode::patch, pad, bj::object{{"identiteit", "Aan de balie langs geweest met een geldig paspoort."}}, 1);
        m_verteller.roep(Methode::post, pad + "/overgangen", bj::object{{"naar", "onderzoek"}}, nu.at("versie").to_number<std::int64_t>());
    });
    stap(10, [this](const std::string& pad) {
        const auto gevonden = m_verteller.roep(Methode::post, pad + "/_zoek", bj::object{{"termen", bj::array{bj::object{{"soort", "woorden"}, {"waarde", "Kokmeeuw"}}}}});
        bj::array eigen;
        for (const auto& g : gevonden.at("resultaten").as_array()) {
            if (eigen.size() == 4) break;
            eigen.push_back({{"soort", g.at("soort")}, {"rij", g.at("rij")}, {"moment", g.at("moment")}, {"hoort", true}});
        }
        m_verteller.roep(Methode::post, pad + "/gegevens", bj::object{{"gegevens", eigen}});
    });
    stap(8, [this](const std::string& pad) {
        const auto nu = m_verteller.roep(Methode::get, pad);
        const auto& eerste = nu.at("gegevens").at(0);
        m_verteller.roep(Methode::patch, pad + "/gegevens/" + std::string(eerste.at("id").as_string()), bj::object{{"beslissing", "toewijzen"}},
                         eerste.at("versie").to_number<std::int64_t>());
    });
}

}  // namespace damwand::app::demo
