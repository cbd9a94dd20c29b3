// SPDX-License-Identifier: EUPL-1.2
#include "werk/netwerk/bevragen.hpp"

#include <algorithm>

#include "engine/graph/maten.hpp"
#include "engine/graph/paden.hpp"
#include "werk/netwerk/blikveld.hpp"

namespace damwand::netwerk {
namespace {

constexpr int gewone_stappen = 8;
constexpr std::size_t meeste_getelde = 5000;           // rows behind the counts of one answer that are read again

graph::Filter filter_van(const std::optional<Netwerkfilter>& filter) {
    graph::Filter uit;
    if (!filter) return uit;
    if (filter->begin && filter->eind && *filter->eind < *filter->begin) {
        entiteit::eis_geen({{"/filter/eind", "te-vroeg", "Het einde kan niet vóór het begin liggen."}});
    }
    if (filter->begin || filter->eind) {
        graph::Periode p;
        const auto dag = [](Datum d) { return static_cast<std::int32_t>(std::chrono::sys_days(d).time_since_epoch().count()); };
        if (filter->begin) p.van = dag(*filter->begin);
        if (filter->eind) p.tot = dag(*filter->eind);
        uit.periode = p;
    }
    if (filter->betrouwbaarheid) uit.slechtste.bron = static_cast<std::uint8_t>((**filter->betrouwbaarheid)[0] - 'A');
    return uit;
}

/// What stands in a public register is there for whoever may read that, also when nothing is tied to it.
bool is_openbaar(const poort::Gang& gang, const KnoopRef& ref) {
    if (ref.soort == "adres" || ref.soort == "pand") return ref.id.size() == 16 && ref.id.find('-') == std::string::npos && gang.wie().heeft("register.zoeken");
    return (ref.soort == "onderneming" || ref.soort == "vestiging") && gang.wie().heeft("bedrijf.zien");
}

/// What is to be shown: nodes of the graph, which must be there when they are read again, and others, which need not.
struct Selectie {
    std::vector<graph::Knoop> knopen;
    std::vector<KnoopRef> buiten_de_graaf;
    std::set<graph::Knoop> nieuw;  ///< only ties that touch one of these; empty: all
};

struct Gelezen {
    Netwerkbeeld beeld;
    int mist = 0;  ///< rows that the graph has for the asker and the database has not
};

std::vector<Burental> tel(const Blikveld& veld, const std::vector<graph::Knoop>& buren) {
    std::map<std::uint16_t, int> aantallen;
    for (const auto b : buren) ++aantallen[veld.blik.type(b)];
    std::vector<Burental> uit;
    for (const auto& [type, aantal] : aantallen) uit.push_back({veld.geheugen.soort(type), aantal});
    std::ranges::sort(uit, {}, &Burental::soort);
    return uit;
}

void elk_een_keer(std::vector<graph::Knoop>& knopen) {
    std::ranges::sort(knopen);
    const auto dubbel = std::ranges::unique(knopen);
    knopen.erase(dubbel.begin(), dubbel.end());
}

Bewijs registerbewijs(const Blikveld& veld, const graph::Kenmerk& kenmerk) {
    const auto dag = [](std::int32_t d) { return Datum(std::chrono::sys_days(std::chrono::days(d))); };
    const graph::Periode open;
    Bewijs uit;
    uit.herkomst = veld.geheugen.soort(kenmerk.type) == "in_pand" ? "bag" : "handelsregister";
    if (kenmerk.periode.van != open.van) uit.begin = dag(kenmerk.periode.van);
    if (kenmerk.periode.tot != open.tot) uit.eind = dag(kenmerk.periode.tot);
    return uit;
}

/// Reads everything of a selection again; not for somebody who has gone.
Gelezen lees(poort::Gang& gang, const Blikveld& veld, const Selectie& selectie) {
    if (gang.verzoek().weg.stop_requested()) throw Fout(FoutSoort::botsing, "afgebroken", "Het zoeken is op verzoek afgebroken.");
    Gelezen uit;
    const std::set<graph::Knoop> hier(selectie.knopen.begin(), selectie.knopen.end());
    std::map<graph::Knoop, KnoopRef> refs;
    for (const auto k : hier) refs.emplace(k, veld.ref(k));
    std::map<graph::Knoop, std::vector<Burental>> buren;
    std::vector<graph::Band> rijen;
    std::set<Uuid> geteld;  // what a count says was read again too, but for the largest ones
    for (const auto k : hier) {
        // A trust office or a postal address may have a million: each is passed once, and looked at closer only where a dossier says it.
        std::vector<graph::Knoop> om, uit_dossiers;
        veld.blik.elke_buur(k, [&](graph::Knoop v, std::uint32_t kenmerk) {
            om.push_back(v);
            if (Geheugen::Graaf::van_dossier(veld.blik.opname().kenmerk(kenmerk).zicht)) uit_dossiers.push_back(v);
        });
        elk_een_keer(om);
        elk_een_keer(uit_dossiers);
        buren.emplace(k, tel(veld, om));
        for (auto v = uit_dossiers.begin(); v != uit_dossiers.end() && geteld.size() < meeste_getelde; ++v) {
            for (const auto& band : veld.blik.banden(k, *v)) {
                if (const auto rij = veld.geheugen.rij(band.id)) geteld.insert(*rij);
            }
        }
        for (const auto v : om) {
            if (v < k || !hier.contains(v) || (!selectie.nieuw.empty() && !selectie.nieuw.contains(k) && !selectie.nieuw.contains(v))) continue;
            const auto tussen = veld.blik.banden(k, v);
            rijen.insert(rijen.end(), tussen.begin(), tussen.end());
        }
    }

    std::set<KnoopRef> te_noemen(selectie.buiten_de_graaf.begin(), selectie.buiten_de_graaf.end());
    for (const auto& [k, ref] : refs) te_noemen.insert(ref);
    const auto namen = store::namen(gang, te_noemen);
    const auto neem = [&](const KnoopRef& ref, std::vector<Burental> om, bool moet) {
        const auto naam = namen.find(ref);
        if (naam == namen.end()) uit.mist += moet ? 1 : 0;
        else uit.beeld.knopen.push_back({ref.soort, ref.id, naam->second.naam, naam->second.kenmerk, naam->second.bedrijf, naam->second.punt, std::move(om)});
    };
    for (const auto& [k, ref] : refs) {
        if (selectie.nieuw.empty() || selectie.nieuw.contains(k)) neem(ref, std::move(buren.at(k)), true);
        else if (!namen.contains(ref)) ++uit.mist;
    }
    for (const auto& ref : selectie.buiten_de_graaf) neem(ref, {}, false);
    std::ranges::sort(uit.beeld.knopen, {}, [](const Knoop& k) { return std::tie(k.soort, k.naam, k.id); });

    uit.mist += store::onzichtbaar(gang, geteld);
    std::set<Uuid> te_lezen;
    for (const auto& r : rijen) {
        if (r.id == 0) continue;
        if (const auto rij = veld.geheugen.rij(r.id)) te_lezen.insert(*rij);
        else ++uit.mist;  // went while we looked
    }
    const auto bewijzen = store::bewijzen(gang, te_lezen);
    std::map<std::tuple<KnoopRef, KnoopRef, std::string>, std::vector<Bewijs>> banden;
    for (const auto& r : rijen) {
        const auto van = veld.blik.opname().vind(r.van), naar = veld.blik.opname().vind(r.naar);
        auto& bewijs = banden[{refs.at(*van), refs.at(*naar), veld.geheugen.soort(r.kenmerk.type)}];
        if (r.id == 0) {
            bewijs.push_back(registerbewijs(veld, r.kenmerk));
        } else if (const auto rij = veld.geheugen.rij(r.id)) {
            if (const auto gevonden = bewijzen.find(*rij); gevonden != bewijzen.end()) bewijs.push_back(gevonden->second);
            else ++uit.mist;
        }
    }
    for (auto& [sleutel, bewijs] : banden) {
        if (!bewijs.empty()) uit.beeld.banden.push_back({std::get<0>(sleutel), std::get<1>(sleutel), std::get<2>(sleutel), std::move(bewijs)});
    }
    return uit;
}

/// Asks until the graph and the rows agree: a row may go between the two looks. Twice not is a fault of ours, and nothing is answered.
template <class F>
auto zeker(poort::Gang& gang, const Diensten& diensten, F vraag) {
    int mist = 0;
    for (int poging = 0; poging < 2; ++poging) {
        diensten.geheugen->ververs(gang.tx());
        auto uit = vraag(mist = 0);
        if (mist == 0) return uit;
    }
    if (diensten.incident) diensten.incident(gang.wie().organisatie, gang.tx().wie().operatie, mist);
    throw Fout(FoutSoort::niet_beschikbaar, "netwerk-onzeker", "Het netwerk klopt op dit moment niet met de dossiers. Probeer het over een minuut opnieuw; de privacy officer krijgt bericht.");
}

/// Those that are there for the asker.
Selectie kies(const poort::Gang& gang, const Blikveld& veld, const std::vector<KnoopRef>& refs) {
    Selectie uit;
    for (const auto& ref : std::set<KnoopRef>(refs.begin(), refs.end())) {
        if (const auto knoop = veld.vind(ref)) uit.knopen.push_back(*knoop);
        else if (is_openbaar(gang, ref)) uit.buiten_de_graaf.push_back(ref);
    }
    return uit;
}

}  // namespace

Kijker kijker_van(const poort::Gang& gang) {
    const auto& wie = gang.wie();
    return {.organisatie = wie.organisatie,
            .zichten = wie.zichten,
            .rechten = {.adressen = wie.heeft("register.zoeken"), .bedrijven = wie.heeft("bedrijf.zien"), .signalen = wie.heeft("signaal.lezen"), .casussen = wie.heeft("casus.lezen")}};
}

Voortgang zolang_iemand_wacht(const poort::Gang& gang) {
    return [weg = gang.verzoek().weg](const Stand&) { return !weg.stop_requested(); };
}

std::vector<KnoopRef> refs(const std::vector<Knoopkeuze>& keuzes) {
    std::vector<KnoopRef> uit;
    for (const auto& k : keuzes) uit.push_back({*k.soort, *k.id});
    return uit;
}

Netwerkbeeld toon(poort::Gang& gang, const Diensten& diensten, const std::vector<KnoopRef>& knopen, const std::optional<Netwerkfilter>& filter) {
    return zeker(gang, diensten, [&](int& mist) {
        const Blikveld veld(diensten.geheugen->graaf(), kijker_van(gang), filter_van(filter));
        auto uit = lees(gang, veld, kies(gang, veld, knopen));
        mist = uit.mist;
        return uit.beeld;
    });
}

Netwerkmaten meet(poort::Gang& gang, const Diensten& diensten, const Toonvraag& vraag) {
    return zeker(gang, diensten, [&](int& mist) {
        const Blikveld veld(diensten.geheugen->graaf(), kijker_van(gang), filter_van(vraag.filter));
        const auto selectie = kies(gang, veld, refs(vraag.knopen));
        mist = lees(gang, veld, selectie).mist;
        const auto wacht = zolang_iemand_wacht(gang);
        const auto deel = graph::neem_deel(veld.blik, selectie.knopen, wacht);
        const auto graden = graph::graden(deel), delen = graph::componenten(deel);
        const auto tussen = graph::centraliteit(deel, wacht).tussenliggend;
        Netwerkmaten uit;
        for (std::size_t i = 0; i < deel.knopen(); ++i) {
            auto ref = veld.ref(veld.blik.eis(deel.sleutels[i]));
            uit.knopen.push_back({std::move(ref.soort), std::move(ref.id), static_cast<int>(graden[i]), tussen[i], static_cast<int>(delen[i]) + 1});
        }
        return uit;
    });
}

Netwerkbeeld breid_uit(poort::Gang& gang, const Diensten& diensten, const Uitbreidvraag& vraag) {
    const auto hoogstens = static_cast<std::size_t>(vraag.hoogstens ? **vraag.hoogstens : gewoon_aantal);
    return zeker(gang, diensten, [&](int& mist) {
        const Blikveld veld(diensten.geheugen->graaf(), kijker_van(gang), filter_van(vraag.filter));
        auto selectie = kies(gang, veld, refs(vraag.al));
        selectie.buiten_de_graaf.clear();
        const KnoopRef midden{*vraag.knoop.soort, *vraag.knoop.id};
        const auto knoop = veld.vind(midden);
        if (!knoop) {
            if (is_openbaar(gang, midden) && !store::namen(gang, {midden}).empty()) return Netwerkbeeld{};
            throw onbekend();
        }
        std::set<std::string> soorten;
        for (const auto& s : vraag.soorten.value_or(std::vector<Code>{})) soorten.insert(*s);
        std::set<graph::Knoop> hier(selectie.knopen.begin(), selectie.knopen.end());
        if (hier.insert(*knoop).second) selectie.knopen.push_back(*knoop);
        std::set<std::pair<graph::Sleutel, graph::Knoop>> om;
        veld.blik.elke_buur(*knoop, [&](graph::Knoop v, std::uint32_t) {
            if (!hier.contains(v) && (soorten.empty() || soorten.contains(veld.geheugen.soort(veld.blik.type(v))))) om.emplace(veld.blik.sleutel(v), v);
        });
        const auto plek = meeste_knopen - std::min(meeste_knopen, hier.size());
        for (const auto& [sleutel, v] : om) {
            if (selectie.nieuw.size() == std::min(hoogstens, plek)) break;
            selectie.nieuw.insert(v);
            selectie.knopen.push_back(v);
        }
        if (selectie.nieuw.empty()) return Netwerkbeeld{.knopen = {}, .banden = {}, .meer = static_cast<int>(om.size())};
        auto uit = lees(gang, veld, selectie);
        mist = uit.mist;
        uit.beeld.meer = static_cast<int>(om.size() - selectie.nieuw.size());
        return uit.beeld;
    });
}

Pad zoek_pad(poort::Gang& gang, const Diensten& diensten, const Padvraag& vraag) {
    return zeker(gang, diensten, [&](int& mist) {
        const Blikveld veld(diensten.geheugen->graaf(), kijker_van(gang), filter_van(vraag.filter));
        const auto eind = [&](const Knoopkeuze& keuze) {
            const KnoopRef ref{*keuze.soort, *keuze.id};
            const auto knoop = veld.vind(ref);
            if (!knoop && !(is_openbaar(gang, ref) && !store::namen(gang, {ref}).empty())) throw onbekend();
            return knoop;
        };
        const auto van = eind(vraag.van), naar = eind(vraag.naar);
        Pad uit;
        uit.uitkomst = "geen_pad";
        if (!van || !naar) return uit;
        graph::Padvraag pad;
        pad.voortgang = zolang_iemand_wacht(gang);
        pad.meeste_stappen = static_cast<unsigned>(vraag.stappen ? **vraag.stappen : gewone_stappen);
        for (const auto& ref : refs(vraag.vermijd.value_or(std::vector<Knoopkeuze>{}))) {
            if (const auto knoop = veld.vind(ref)) pad.mijd.push_back(*knoop);
        }
        for (const auto& ref : refs(vraag.langs.value_or(std::vector<Knoopkeuze>{}))) {
            const auto knoop = veld.vind(ref);
            if (!knoop) return uit;  // there is no way past what is not there for him
            pad.via.push_back(*knoop);
        }
        static thread_local graph::Werkblad werkblad;
        const auto gevonden = graph::kortste_pad(veld.blik, *van, *naar, pad, werkblad);
        if (gevonden.uitkomst == graph::Uitkomst::buiten_grens) uit.uitkomst = "binnen_grens_niet";
        if (gevonden.uitkomst != graph::Uitkomst::gevonden) return uit;
        uit.uitkomst = "gevonden";
        std::vector<std::vector<graph::Knoop>> paden{gevonden.knopen};
        if (vraag.aantal && **vraag.aantal > 1 && pad.via.empty()) paden = graph::kortste_paden(veld.blik, *van, *naar, static_cast<std::size_t>(**vraag.aantal), pad, werkblad);
        std::set<graph::Knoop> alle;
        for (std::size_t i = 0; i < paden.size(); ++i) {
            alle.insert(paden[i].begin(), paden[i].end());
            auto& stappen = i == 0 ? uit.stappen : uit.anderen.emplace_back().stappen;
            for (const auto k : paden[i]) stappen.push_back(veld.ref(k));
        }
        auto gelezen = lees(gang, veld, {.knopen = {alle.begin(), alle.end()}, .buiten_de_graaf = {}, .nieuw = {}});
        mist = gelezen.mist;
        uit.beeld = std::move(gelezen.beeld);
        return uit;
    });
}

}  // namespace damwand::netwerk
