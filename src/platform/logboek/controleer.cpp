// SPDX-License-Identifier: EUPL-1.2
// Three tables are read side by side in the order they lie on disk, which is nearly the order of commit: what belongs to
// one operation is found close together, so that only a few operations are held at a time.
#include "platform/logboek/controleer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <set>
#include <unordered_map>

#include "base/tekst.hpp"
#include "platform/db/db.hpp"

namespace damwand::logboek {
namespace {

/// A table being copied out of the common snapshot.
class Stroom {
  public:
    Stroom(const std::string& dsn, const std::string& momentopname) : m_verbinding(dsn) { begin(momentopname); }
    Stroom(const std::string& dsn) : m_verbinding(dsn) { begin({}); }
    [[nodiscard]] db::Verbinding& verbinding() { return m_verbinding; }
    void lees(const std::string& sql) { m_verbinding.kopieer_uit(sql); }
    /// The next tuple; nothing at the end.
    std::optional<Tupel> volgende() {
        if (m_klaar) return std::nullopt;
        if (const auto bytes = m_verbinding.volgende_kopie()) {
            if (Tupel tupel(*bytes); !tupel.einde()) {
                ++m_aantal;
                return tupel;
            }
        }
        m_klaar = true;
        return std::nullopt;
    }
    [[nodiscard]] std::int64_t aantal() const noexcept { return m_aantal; }

  private:
    void begin(const std::string& momentopname) {
        m_verbinding.script("begin transaction isolation level repeatable read read only; set local synchronize_seqscans = off;"
                            " set local max_parallel_workers_per_gather = 0; set local statement_timeout = 0");
        if (momentopname.empty()) return;
        if (momentopname.find_first_not_of("0123456789ABCDEF-") != std::string::npos) throw std::runtime_error("not a snapshot");
        m_verbinding.script(fmt::format("set transaction snapshot '{}'", momentopname));
    }
    db::Verbinding m_verbinding;
    std::int64_t m_aantal = 0;
    bool m_klaar = false;
};

struct Sleutel {
    std::int16_t organisatie = 0;
    Uuid operatie;
    bool operator==(const Sleutel&) const = default;
};
struct SleutelHash {
    std::size_t operator()(const Sleutel& s) const noexcept {
        std::size_t uit = 0;
        std::memcpy(&uit, s.operatie.bytes.data(), sizeof uit);
        return uit ^ static_cast<std::size_t>(s.organisatie);
    }
};

/// What was read of an operation before its seal came by.
struct Operatie {
    std::optional<Som> audit;
    std::optional<std::pair<std::int64_t, Som>> regels;  ///< what the audit line says of its processing lines; none in an old one
    std::optional<Breuk> geraakt;  ///< what is wrong with the objects in the audit line
    std::vector<std::pair<std::int64_t, Som>> verwerkingen;
};

Sleutel sleutel_van(const Tupel& t) { return {static_cast<std::int16_t>(t.getal(0)), t.uuid(1)}; }

/// Follows one lane; seals may come by out of order.
struct Keten {
    std::int64_t vorig = 0;
    Som hash{};
    std::map<std::int64_t, Zegel> vooruit;
    std::vector<Kop> getuigd;   ///< heads seen outside, rising
    std::vector<std::optional<Tijdstip>> wanneer;  ///< when each of them was
    std::int64_t zonder_regels = 0;  ///< up to here the processing lines are forgotten; the audit line says their sum
    std::size_t gezien = 0;     ///< how many of them the chain passed
    std::int64_t goed_tot = 0;  ///< the last of them that agreed
    bool herschreven = false;
};

class Controle {
  public:
    Controle(const std::string& dsn, const Getuigenissen& getuigen, const std::function<void(Stand, std::int64_t)>& voortgang)
        : m_zegels(dsn), m_voortgang(voortgang), m_getuigen(getuigen) {
        auto& eerste = m_zegels.verbinding();
        m_momentopname = eerste.doe("select pg_export_snapshot() as s")[0].veld<std::string>("s");
        const auto database = eerste.doe("select id from basis.omgeving")[0].veld<Uuid>("id").tekst();
        if (!getuigen.database.empty() && getuigen.database != database) {
            throw Fout(FoutSoort::ongeldig, "andere-database", "Deze getuige hoort bij een andere database.");
        }
        for (const auto rij : eerste.doe("select organisatie, baan, begin_volgnummer, encode(begin_hash, 'hex') as begin_hash from logboek.baan")) {
            const Baan baan{rij.veld<std::int16_t>("organisatie"), rij.veld<std::int16_t>("baan")};
            auto& keten = m_ketens[baan];
            keten.vorig = rij.veld<std::int64_t>("begin_volgnummer");
            keten.hash = som_van_hex(rij.veld<std::string>("begin_hash")).value();
            if (keten.vorig == 0 && keten.hash != begin_van(baan)) meld({Breuk::verbroken, baan, 1, 1, std::nullopt, "zegel"});
        }
        lees_vervallen(eerste);
        m_schatting = static_cast<std::uint64_t>(std::max(0.0, eerste.doe("select reltuples::float8 as n from pg_class where oid = 'logboek.zegel'::regclass")[0].veld<double>("n")));
        for (const auto& [baan, koppen] : getuigen.koppen) {
            auto& keten = keten_van(baan);
            const auto& tijden = getuigen.tijden.at(baan);
            for (std::size_t i = 0; i < koppen.size(); ++i) {
                const auto& kop = koppen[i];
                if (!keten.getuigd.empty() && kop.volgnummer < keten.getuigd.back().volgnummer) {
                    meld({Breuk::teruggezet, baan, kop.volgnummer + 1, keten.getuigd.back().volgnummer, std::nullopt, "zegel"});
                    while (!keten.getuigd.empty() && keten.getuigd.back().volgnummer >= kop.volgnummer) {
                        keten.getuigd.pop_back();
                        keten.wanneer.pop_back();
                    }
                }
                keten.getuigd.push_back(kop);
                keten.wanneer.push_back(tijden.at(i));
            }
            // What the witness saw where the chain begins now is held against that; before it there is nothing left to hold.
            getuig(baan, keten);
        }
        for (const auto& v : m_vervallen) toets_tijd(v);
    }

    Verslag loop(const std::string& dsn) {
        Stroom audit(dsn, m_momentopname), verwerking(dsn, m_momentopname);
        m_zegels.lees("copy (select organisatie, operatie, baan, volgnummer, regels, vorige, inhoud from logboek.zegel) to stdout (format binary)");
        audit.lees(fmt::format("copy (select {}, geraakt, regels, regels_som from logboek.audit) to stdout (format binary)", audit_kolommen().sql));
        verwerking.lees(fmt::format("copy (select {} from logboek.verwerking) to stdout (format binary)", verwerking_kolommen().sql));

        while (const auto t = m_zegels.volgende()) {
            const Zegel zegel{.baan = {static_cast<std::int16_t>(t->getal(0)), static_cast<std::int16_t>(t->getal(2))}, .volgnummer = t->getal(3),
                              .operatie = t->uuid(1), .regels = static_cast<std::int16_t>(t->getal(4)), .vorige = t->som(5), .inhoud = t->som(6)};
            const Sleutel sleutel{zegel.baan.organisatie, zegel.operatie};
            auto& operatie = m_open[sleutel];
            while (!operatie.audit && neem_audit(audit)) {}
            const auto verwacht = zegel.volgnummer > keten_van(zegel.baan).zonder_regels ? zegel.regels : std::int16_t{0};
            while (static_cast<std::int16_t>(operatie.verwerkingen.size()) < verwacht && neem_verwerking(verwerking)) {}
            vergelijk(zegel, operatie, verwacht);
            m_open.erase(sleutel);
            volg(zegel);
            if (m_voortgang && m_zegels.aantal() % 4096 == 0) {
                const auto regels = audit.aantal() + verwerking.aantal();
                m_voortgang({std::min(static_cast<std::uint64_t>(m_zegels.aantal()), m_schatting), m_schatting}, regels);
            }
        }
        while (neem_audit(audit)) {}
        while (neem_verwerking(verwerking)) {}
        for (const auto& [sleutel, operatie] : m_open) {
            const char* wat = operatie.audit ? "auditregel" : !operatie.verwerkingen.empty() ? "verwerkingsregel" : "geraakt object";
            meld({Breuk::overtollig, {sleutel.organisatie, -1}, 0, 0, sleutel.operatie, wat});
        }
        for (auto& [baan, keten] : m_ketens) sluit(baan, keten);

        auto& uit = m_verslag;
        uit.zegels = m_zegels.aantal();
        uit.audit = audit.aantal();
        uit.verwerking = verwerking.aantal();
        uit.banen = static_cast<std::int64_t>(m_ketens.size());
        uit.getuigenissen = m_getuigen.nummer;
        std::ranges::sort(uit.bevindingen, {}, [](const Bevinding& b) { return std::tuple(b.baan, b.volgnummer, b.breuk); });
        return std::move(uit);
    }

  private:
    bool neem_audit(Stroom& stroom) {
        const auto t = stroom.volgende();
        if (!t) return false;
        auto& o = m_open[sleutel_van(*t)];
        o.audit = t->record_som(audit_kolommen().oids);
        if (!t->leeg(19) && !t->leeg(20)) o.regels.emplace(t->getal(19), t->som(20));
        const auto geraakt = t->uuids(18);
        const auto aantal = static_cast<std::int64_t>(geraakt.size() / sizeof(Uuid));
        m_verslag.geraakt += aantal;
        if (aantal != t->getal(16)) {
            o.geraakt = aantal < t->getal(16) ? Breuk::ontbreekt : Breuk::overtollig;
        } else if (aantal > 0 && (t->leeg(17) || sha256(geraakt) != t->som(17))) {
            o.geraakt = Breuk::gewijzigd;
        }
        return true;
    }
    bool neem_verwerking(Stroom& stroom) {
        const auto t = stroom.volgende();
        if (t) m_open[sleutel_van(*t)].verwerkingen.emplace_back(t->getal(2), t->record_som(verwerking_kolommen().oids));
        return t.has_value();
    }
    /// A line of logboek.vervallen, and the day of it that verification itself works out.
    struct Vervallen {
        Baan baan;
        std::string soort, dag, op, regel_van, grond;
        std::int64_t volgnummer = 0;
        int maanden = 0;
        Tijdstip wanneer{};
    };

    /// Where chains begin must be what a sealed operation says (ADR 0050). Built here from what is stored: the function that
    /// made it is one that an administrator can rewrite.
    void lees_vervallen(db::Verbinding& db) {
        std::map<std::int16_t, std::string> tekst;
        std::map<std::int16_t, Uuid> operatie;
        std::set<Baan> verklaard;
        for (const auto rij : db.doe(
                 "select organisatie, baan, soort, volgnummer, encode(hash, 'hex') as hash, to_char(dag, 'YYYY-MM-DD') as dag, op as wanneer,"
                 "       to_char(op at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS') as op, to_char(regel_van, 'YYYY-MM-DD') as regel_van,"
                 "       (extract(year from termijn) * 12 + extract(month from termijn))::integer as maanden, grond, operatie"
                 "  from logboek.vervallen order by organisatie, baan, soort collate \"C\"")) {
            Vervallen v{.baan = {rij.veld<std::int16_t>("organisatie"), rij.veld<std::int16_t>("baan")}, .soort = rij.veld<std::string>("soort"),
                        .dag = rij.veld<std::string>("dag"), .op = rij.veld<std::string>("op"), .regel_van = rij.veld<std::string>("regel_van"),
                        .grond = rij.veld<std::string>("grond"), .volgnummer = rij.veld<std::int64_t>("volgnummer"), .maanden = rij.veld<int>("maanden"),
                        .wanneer = rij.veld<Tijdstip>("wanneer")};
            const auto hash = rij.veld<std::string>("hash");
            auto& hier = tekst[v.baan.organisatie];
            if (!hier.empty()) hier += '\n';
            hier += fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}", v.baan.nummer, v.soort, v.volgnummer, hash, v.dag, v.op, v.regel_van, v.maanden, v.grond);
            operatie[v.baan.organisatie] = rij.veld<Uuid>("operatie");
            auto& keten = keten_van(v.baan);
            if (v.soort == "audit" && keten.vorig == v.volgnummer && als_hex(keten.hash) == hash) verklaard.insert(v.baan);
            if (v.soort == "verwerking") keten.zonder_regels = v.volgnummer;
            m_vervallen.push_back(std::move(v));
        }
        std::set<std::int16_t> gedekt;
        for (const auto& [organisatie, regels] : tekst) {
            const auto som = sha256(regels);
            Uuid id;
            std::copy_n(som.begin(), id.bytes.size(), id.bytes.begin());
            if (!db.doe("select from logboek.audit where organisatie = $1 and operatie = $2 and actie = 'logboekVergeten' and resultaat = 'gelukt' and geraakt = array[$3::uuid]",
                        OrganisatieId{organisatie}, operatie.at(organisatie), id).leeg()) {
                gedekt.insert(organisatie);
            }
        }
        for (const auto& [baan, keten] : m_ketens) {
            if (keten.vorig > 0 && (!verklaard.contains(baan) || !gedekt.contains(baan.organisatie))) {
                meld({Breuk::onverklaard, baan, 1, keten.vorig, std::nullopt, "zegel"});
            } else if (keten.zonder_regels > 0 && !gedekt.contains(baan.organisatie)) {
                meld({Breuk::onverklaard, baan, 1, keten.zonder_regels, std::nullopt, "verwerkingsregel"});
            }
        }
        for (const auto& v : m_vervallen) {
            if (!gedekt.contains(v.baan.organisatie)) continue;
            auto& lijst = m_verslag.vergeten;
            auto plek = std::ranges::find_if(lijst, [&](const Vergeten& een) { return een.organisatie == v.baan.organisatie && een.soort == v.soort; });
            if (plek == lijst.end()) plek = lijst.insert(lijst.end(), {.organisatie = v.baan.organisatie, .soort = v.soort, .dag = {}, .op = {}, .regel_van = {}, .grond = {}});
            plek->zegels += v.volgnummer;
            if (v.dag < plek->dag || (v.dag == plek->dag && v.op <= plek->op)) continue;
            plek->dag = v.dag;
            plek->op = v.op.substr(0, 10);
            plek->regel_van = v.regel_van;
            plek->grond = v.grond;
            plek->maanden = v.maanden;
        }
    }

    /// What was cut was old enough: it says so itself, and the witness saw it no later. A day may lie between, and the day on
    /// which no checkpoint left; a rule is a year at least, whatever the database says now.
    void toets_tijd(const Vervallen& v) {
        using namespace std::chrono;
        const auto dag = lees_datum(v.dag);
        auto& keten = m_ketens.at(v.baan);
        bool vroeg = !dag || v.maanden < 12 || sys_days(*dag) + days(365) > v.wanneer;
        if (const auto eerst = std::ranges::find_if(keten.getuigd, [&](const Kop& k) { return k.volgnummer >= v.volgnummer; }); eerst != keten.getuigd.end() && dag) {
            const auto& gezien = keten.wanneer[static_cast<std::size_t>(eerst - keten.getuigd.begin())];
            if (gezien && *gezien > sys_days(*dag) + days(3)) vroeg = true;
        }
        if (vroeg) meld({Breuk::te_vroeg, v.baan, 1, v.volgnummer, std::nullopt, v.soort == "audit" ? "zegel" : "verwerkingsregel"});
    }

    void vergelijk(const Zegel& z, Operatie& o, std::int16_t regels) {
        const auto zeg = [&](Breuk breuk, const char* wat) { meld({breuk, z.baan, z.volgnummer, z.volgnummer, z.operatie, wat}); };
        if (!o.audit) return zeg(Breuk::ontbreekt, "auditregel");
        if (static_cast<std::int16_t>(o.verwerkingen.size()) < regels) return zeg(Breuk::ontbreekt, "verwerkingsregel");
        if (static_cast<std::int16_t>(o.verwerkingen.size()) > regels) return zeg(Breuk::overtollig, "verwerkingsregel");
        std::ranges::sort(o.verwerkingen, {}, &std::pair<std::int64_t, Som>::first);
        m_sommen.clear();
        for (const auto& [regel, som] : o.verwerkingen) m_sommen.push_back(som);
        const auto sommen = achter_elkaar(m_sommen);
        const auto som = regels == z.regels || !o.regels ? sha256(sommen) : o.regels->second;  // forgotten: as the audit line says
        if (inhoud_van(*o.audit, o.regels ? als_tekst(som) : sommen) != z.inhoud || (o.regels && *o.regels != std::pair<std::int64_t, Som>(z.regels, som))) {
            return zeg(Breuk::gewijzigd, z.regels == 0 ? "auditregel" : "audit- of verwerkingsregel");
        }
        if (o.geraakt) zeg(*o.geraakt, "geraakt object");
    }

    Keten& keten_van(Baan baan) {
        const auto [plek, nieuw] = m_ketens.try_emplace(baan);
        if (nieuw) plek->second.hash = begin_van(baan);
        return plek->second;
    }

    void volg(const Zegel& zegel) {
        auto& keten = keten_van(zegel.baan);
        keten.vooruit.emplace(zegel.volgnummer, zegel);
        while (!keten.vooruit.empty() && keten.vooruit.begin()->first == keten.vorig + 1) {
            stap(keten, keten.vooruit.begin()->second);
            keten.vooruit.erase(keten.vooruit.begin());
        }
    }

    void stap(Keten& keten, const Zegel& zegel) {
        if (zegel.vorige != keten.hash) meld({Breuk::verbroken, zegel.baan, zegel.volgnummer, zegel.volgnummer, zegel.operatie, "zegel"});
        keten.vorig = zegel.volgnummer;
        keten.hash = zegel.hash();
        getuig(zegel.baan, keten);
    }

    /// Holds what was seen outside up to here against the chain.
    void getuig(Baan baan, Keten& keten) {
        while (keten.gezien < keten.getuigd.size() && keten.getuigd[keten.gezien].volgnummer <= keten.vorig) {
            const auto& kop = keten.getuigd[keten.gezien++];
            if (kop.volgnummer < keten.vorig || keten.herschreven) continue;
            if (kop.hash == keten.hash) {
                keten.goed_tot = kop.volgnummer;
            } else {
                keten.herschreven = true;
                meld({Breuk::herschreven, baan, keten.goed_tot + 1, kop.volgnummer, std::nullopt, "zegel"});
            }
        }
    }

    void sluit(Baan baan, Keten& keten) {
        while (!keten.vooruit.empty()) {  // a gap: name it, and go on behind it
            const auto zegel = keten.vooruit.begin()->second;
            keten.vooruit.erase(keten.vooruit.begin());
            if (zegel.volgnummer != keten.vorig + 1) {
                meld({Breuk::ontbreekt, baan, keten.vorig + 1, zegel.volgnummer - 1, std::nullopt, "zegel"});
                keten.hash = zegel.vorige;
            }
            stap(keten, zegel);
        }
        if (!keten.getuigd.empty() && keten.getuigd.back().volgnummer > keten.vorig) {
            meld({Breuk::afgeknipt, baan, keten.vorig + 1, keten.getuigd.back().volgnummer, std::nullopt, "zegel"});
        }
    }

    void meld(Bevinding b) {
        ++m_verslag.bevonden;
        if (m_verslag.bevindingen.size() < Verslag::hoogstens) m_verslag.bevindingen.push_back(std::move(b));
    }

    Stroom m_zegels;
    const std::function<void(Stand, std::int64_t)>& m_voortgang;
    std::uint64_t m_schatting = 0;
    const Getuigenissen& m_getuigen;
    std::string m_momentopname;
    std::map<Baan, Keten> m_ketens;
    std::vector<Vervallen> m_vervallen;
    std::unordered_map<Sleutel, Operatie, SleutelHash> m_open;
    std::vector<Som> m_sommen;
    Verslag m_verslag;
};

}  // namespace

const char* naam(Breuk breuk) {
    constexpr std::array namen{"gewijzigd", "ontbreekt", "overtollig", "verbroken", "afgeknipt", "herschreven", "teruggezet", "onverklaard", "te vroeg vergeten"};
    return namen.at(static_cast<std::size_t>(breuk));
}

Verslag controleer(const std::string& dsn, const Getuigenissen& getuigen, const std::function<void(Stand, std::int64_t)>& voortgang) {
    return Controle(dsn, getuigen, voortgang).loop(dsn);
}

std::int64_t vergeet(const std::string& dsn) {
    db::Pool pool(dsn, 1);
    std::vector<OrganisatieId> organisaties;
    {
        db::Transactie tx(pool, {.organisatie = {0}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        for (const auto rij : tx.doe("select distinct organisatie as o from logboek.baan order by 1")) organisaties.push_back(rij.veld<OrganisatieId>("o"));
    }
    std::int64_t uit = 0;
    for (const auto organisatie : organisaties) {
        for (std::int64_t weg = 1; weg > 0;) {
            db::Transactie tx(pool, {.organisatie = organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
            tx.doe("set local statement_timeout = 0");
            weg = tx.doe("select logboek.vergeet() as n")[0].veld<std::int64_t>("n");
            tx.leg_vast();
            uit += weg;
        }
    }
    return uit;
}

Verslag bewaak(const std::string& dsn, const Getuigenissen& getuigen) {
    auto verslag = controleer(dsn, getuigen);
    std::map<std::int16_t, std::pair<int, std::optional<Uuid>>> per;
    for (const auto& b : verslag.bevindingen) {
        auto& [aantal, operatie] = per[b.baan.organisatie];
        ++aantal;
        if (!operatie) operatie = b.operatie;
    }
    db::Pool pool(dsn, 1);
    for (const auto& [organisatie, wat] : per) {
        db::Transactie tx(pool, {.organisatie = {organisatie}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        tx.doe("insert into logboek.incident (organisatie, tijd, soort, operatie, aantal) values ($1, basis.nu(), 'logboek-verbroken', $2, $3)",
               OrganisatieId{organisatie}, wat.second, wat.first);
        tx.leg_vast();
    }
    return verslag;
}

}  // namespace damwand::logboek
