// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <map>
#include <string>
#include <vector>

#include "steun/casusproef.hpp"
#include "werk/overleg/overleg.hpp"

/// For the database tests of this room: a meeting with people around the table.
namespace damwand::overleg {

using namespace proef;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

inline Omgeving& omgeving() {
    static Omgeving o([] {
        std::vector<poort::Route> alle;
        for (auto&& kamer : {entiteit::routes(), signaal::routes(), casus::routes(), interventie::routes(), actie::routes(), overleg::routes()}) alle.insert(alle.end(), kamer.begin(), kamer.end());
        return alle;
    }());
    return o;
}
inline value eis(int status, const Gebruiker& wie, Methode m, const std::string& pad, const value& lijf = nullptr, const std::map<std::string, std::string>& koppen = {}) {
    return omgeving().eis(status, wie, m, pad, lijf, koppen);
}
inline std::string code_van(const value& probleem) { return std::string(probleem.at("code").as_string()); }
inline std::vector<std::string> veldfouten(const value& probleem) {
    std::vector<std::string> uit;
    for (const auto& f : probleem.at("fouten").as_array()) uit.push_back(std::string(f.at("veld").as_string()) + " " + std::string(f.at("code").as_string()));
    return uit;
}
inline std::string vandaag() { return tekst(dag_in_amsterdam(SysteemKlok().nu())); }

/// A series with a meeting, a chair, and people around the table: a member of the casus, somebody of another department, a partner.
struct Tafel {
    Gebruiker voorzitter = omgeving().gebruiker({"coordinator"});
    Gebruiker secretaris = omgeving().gebruiker({"informatieanalist"});
    Gebruiker lid = omgeving().gebruiker({"deelnemer"});
    Gebruiker gast = omgeving().gebruiker({"beleid"});
    Gebruiker partner = omgeving().gebruiker({"partner"});
    Gebruiker buiten = omgeving().gebruiker({"coordinator"});
    std::string reeks, pad;

    explicit Tafel(const std::string& soort = "kernteam") {
        const auto r = eis(201, voorzitter, Methode::post, "/v1/overlegreeksen",
                           object{{"naam", "Kernteam"}, {"soort", soort}, {"ritmeWeken", 3}, {"weekdag", 4}, {"begin", "09:30"}, {"duurMinuten", 90}, {"plaats", "Kamer 2.12"},
                                  {"secretaris", secretaris.id.tekst()}, {"vanaf", vandaag()}});
        reeks = id_van(r);
        for (const auto* wie : {&lid, &gast, &partner}) zet_lid(*wie);
        pad = "/v1/overleggen/" + id_van(eis(201, voorzitter, Methode::post, "/v1/overleggen", object{{"reeks", reeks}}));
    }
    void zet_lid(const Gebruiker& wie) const {
        eis(200, voorzitter, Methode::put, "/v1/overlegreeksen/" + reeks + "/leden/" + wie.id.tekst(), object{{"mandaat", "Spreekt voor de afdeling"}, {"geheimhouding", "verklaring"}, {"vast", true}});
    }
    [[nodiscard]] value lees(const Gebruiker& wie) const { return eis(200, wie, Methode::get, pad); }
    [[nodiscard]] std::vector<const Gebruiker*> aan_tafel() const { return {&voorzitter, &secretaris, &lid, &gast, &partner}; }

    /// An item about a casus of `lid` with parts that carry a word of their own.
    std::string punt_over(const value& casus, const std::string& woord, const Gebruiker* wie = nullptr) const {
        const auto& maker = wie == nullptr ? voorzitter : *wie;
        const auto p = eis(201, maker, Methode::post, pad + "/punten", object{{"dossier", object{{"soort", "casus"}, {"id", casus.at("id")}}}});
        for (const auto soort : deelsoorten) schrijf(id_van(p), std::string(soort), woord + std::string(soort), &maker);
        return id_van(p);
    }
    void schrijf(const std::string& punt, const std::string& soort, const std::string& tekst, const Gebruiker* wie = nullptr, int status = 200) const {
        eis(status, wie == nullptr ? voorzitter : *wie, Methode::put, pad + "/punten/" + punt + "/delen/" + soort, object{{"tekst", tekst}});
    }
    static object toetslijf(const array& leden, const std::string& besluit = "akkoord") {
        auto lijf = proef::toetslijf("2a", {}, besluit);
        lijf.erase("soort");
        lijf["leden"] = leden;
        return lijf;
    }
    static object verdeling(const Gebruiker& wie, const std::vector<std::string>& delen) {
        array soorten;
        for (const auto& d : delen) soorten.emplace_back(d);
        return {{"gebruiker", wie.id.tekst()}, {"delen", soorten}};
    }
    value toets(const std::string& punt, const array& leden, int status = 201) const { return eis(status, voorzitter, Methode::post, pad + "/punten/" + punt + "/toetsen", toetslijf(leden)); }
    void stand(const Gebruiker& wie, const std::string& stand) const { eis(200, voorzitter, Methode::put, pad + "/aanwezigheid/" + wie.id.tekst(), object{{"stand", stand}}); }
    void begin(const std::string& punt) const {
        eis(200, voorzitter, Methode::post, pad + "/_begin");
        eis(200, voorzitter, Methode::post, pad + "/punten/" + punt + "/_begin");
    }
    [[nodiscard]] value casus(const std::string& naam = "Loods aan de kade") const { return nieuwe_casus(omgeving(), voorzitter, {secretaris, lid}, naam); }
};
/// Kinds of the parts that somebody sees of each item, in his own order.
inline std::vector<std::string> delen_in(const value& overleg) {
    std::vector<std::string> uit;
    for (const auto& p : overleg.at("punten").as_array()) {
        std::string een = std::to_string(p.at("nummer").as_int64()) + ":";
        for (const auto& d : p.at("delen").as_array()) een += " " + std::string(d.at("soort").as_string());
        uit.push_back(een);
    }
    return uit;
}

/// Plain SQL as the application, without a word of the room's own: what the second wall says alone.
inline std::vector<std::string> teksten_onder_de_muur(const Gebruiker& wie) {
    auto& o = omgeving();
    db::Transactie tx(o.toepassing(), {.organisatie = wie.organisatie, .gebruiker = wie.id, .operatie = OperatieId::nieuw(), .niveau = 3, .activiteit = 0});
    std::vector<std::string> uit;
    for (const auto rij : tx.doe("select tekst from overleg.deel order by tekst")) uit.push_back(rij.veld<std::string>("tekst"));
    return uit;
}
inline object bewerking(const std::string& punt, const std::string& veld, int gezien, const std::string& waarde, const Uuid& sleutel = Uuid::willekeurig()) {
    return {{"sleutel", sleutel.tekst()}, {"punt", punt}, {"veld", veld}, {"gezien", gezien}, {"waarde", waarde}};
}
inline std::string veld_in(const value& punt, const std::string& veld) {
    for (const auto& v : punt.at("velden").as_array()) {
        if (v.at("veld").as_string() == veld) return std::to_string(v.at("versie").as_int64()) + " " + std::string(v.at("waarde").as_string());
    }
    return "-";
}

}  // namespace damwand::overleg
