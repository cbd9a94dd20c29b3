// SPDX-License-Identifier: EUPL-1.2
#include "app/logboek.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <thread>

#include "app/voortgang.hpp"
#include "platform/logboek/controleer.hpp"

namespace damwand::app {
namespace {

namespace bj = boost::json;
using namespace std::chrono_literals;

logboek::Zegelsleutel sleutel_van(const Instellingen& i) { return logboek::Zegelsleutel(i.map / "sleutels" / "zegel"); }
logboek::Bestemming bestemming_van(const Instellingen& i) {
    const auto hier = std::filesystem::absolute(i.map / "getuige.jsonl");
    return logboek::Bestemming(i.getuige.empty() ? "bestand:" + hier.string() : i.getuige, i.getuige_ca, hier);
}

bj::object als_object(const logboek::Bevinding& b) {
    bj::object uit{{"breuk", naam(b.breuk)}, {"wat", b.wat}, {"organisatie", b.baan.organisatie}};
    if (b.baan.nummer >= 0) uit["baan"] = b.baan.nummer;
    if (b.volgnummer > 0) uit["volgnummer"] = b.volgnummer;
    if (b.tot > b.volgnummer) uit["tot"] = b.tot;
    if (b.operatie) uit["operatie"] = b.operatie->tekst();
    return uit;
}

std::string als_zin(const logboek::Bevinding& b) {
    auto uit = fmt::format("{:<11} {}, organisatie {}", naam(b.breuk), b.wat, b.baan.organisatie);
    if (b.baan.nummer >= 0) uit += fmt::format(", baan {}, nummer {}", b.baan.nummer, b.volgnummer);
    if (b.tot > b.volgnummer) uit += fmt::format(" tot en met {}", b.tot);
    if (b.operatie) uit += fmt::format(", operatie {}", b.operatie->tekst());
    return uit;
}

}  // namespace

int logboek_controleer(const Instellingen& i, const std::filesystem::path& getuige, const std::string& sleutel, bool als_json) {
    const auto openbaar = sleutel.empty() ? sleutel_van(i).openbaar() : sleutel;
    const auto waar = getuige.empty() ? bestemming_van(i).bestand() : std::optional(getuige);
    if (!getuige.empty() && !std::filesystem::exists(getuige)) throw Fout(FoutSoort::ongeldig, "getuige", fmt::format("Het bestand {} is er niet.", getuige.string()));
    const auto getuigen = waar ? logboek::lees_getuigenissen(*waar, openbaar) : logboek::Getuigenissen{};
    const Bestand bestand(i);
    if (!bestand.bestaat()) throw Fout(FoutSoort::ongeldig, "geen-database", "Er is nog geen database in deze map.");
    const auto begin = std::chrono::steady_clock::now();
    Voortgangsbalk balk(std::cerr, isatty(STDERR_FILENO) != 0);
    const auto verslag = logboek::controleer(bestand.dsn("controleur"), getuigen, [&](Stand stand, std::int64_t regels) {
        balk.toon("controleert de logboeken", stand, static_cast<std::uint64_t>(regels));
    });
    balk.klaar();
    const std::chrono::duration<double> duur = std::chrono::steady_clock::now() - begin;
    if (als_json) {
        bj::array bevindingen, vergeten;
        for (const auto& v : verslag.vergeten) {
            vergeten.push_back(bj::object{{"organisatie", v.organisatie}, {"soort", v.soort}, {"dag", v.dag}, {"op", v.op}, {"regelVan", v.regel_van},
                                          {"maanden", v.maanden}, {"grond", v.grond}, {"zegels", v.zegels}});
        }
        for (const auto& b : verslag.bevindingen) bevindingen.push_back(als_object(b));
        fmt::print("{}\n", bj::serialize(bj::object{{"heel", verslag.heel()}, {"banen", verslag.banen}, {"zegels", verslag.zegels},
                                                     {"auditregels", verslag.audit}, {"verwerkingsregels", verslag.verwerking}, {"geraakt", verslag.geraakt},
                                                     {"getuigenissen", verslag.getuigenissen}, {"bevonden", verslag.bevonden}, {"bevindingen", std::move(bevindingen)}, {"vergeten", std::move(vergeten)}}));
    } else {
        for (const auto& v : verslag.vergeten) {
            fmt::print("organisatie {}: het {}logboek begint na {}; wat eerder was is op {} vergeten (regel van {}, {} maanden: {})\n", v.organisatie,
                       v.soort == "audit" ? "audit" : "verwerkingen", v.dag, v.op, v.regel_van, v.maanden, v.grond);
        }
        for (const auto& b : verslag.bevindingen) fmt::print("{}\n", als_zin(b));
        fmt::print("{}: {} zegels in {} banen over {} auditregels, {} verwerkingsregels en {} geraakte objecten; {} getuigenissen; {:.1f} s\n",
                   verslag.heel() ? "heel" : fmt::format("VERBROKEN ({} bevindingen)", verslag.bevonden), verslag.zegels, verslag.banen,
                   verslag.audit, verslag.verwerking, verslag.geraakt, verslag.getuigenissen, duur.count());
        if (getuigen.nummer == 0) fmt::print("Er is geen getuige gelezen: een afgeknipte of geheel herschreven keten valt zo niet op.\n");
        else if (getuige.empty() && !i.getuige.starts_with("bestand:")) fmt::print("De getuige is van deze machine zelf. Wie de hele machine heeft, houdt u daar niet mee tegen: controleer ook met een kopie van elders (--getuige).\n");
    }
    return verslag.heel() ? 0 : 1;
}

int logboek_sleutel(const Instellingen& i) {
    fmt::print("{}\n", sleutel_van(i).openbaar());
    return 0;
}

struct Logwacht::Binnenwerk {
    std::string dsn;
    logboek::Zegelsleutel sleutel;
    logboek::Bestemming bestemming;
    logboek::Getuige getuige;
    std::mutex slot;
    std::condition_variable klok;
    bool stop = false;
    std::thread nacht;

    Binnenwerk(const Instellingen& i, const Bestand& bestand)
        : dsn(bestand.dsn("controleur")), sleutel(sleutel_van(i)), bestemming(bestemming_van(i)),
          getuige(dsn, sleutel, bestemming, 5s, [this](std::chrono::seconds duur) { storing(duur); }, std::chrono::hours(i.getuige_uiterste)) {}

    void storing(std::chrono::seconds duur) const {
        spdlog::error("logs: no checkpoint has left this machine for {} s", duur.count());
        if (duur < 1h) return;
        try {
            db::Pool pool(dsn, 1);
            db::Transactie tx(pool, {.organisatie = {0}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
            tx.doe("insert into logboek.incident (organisatie, tijd, soort, aantal) values (0, basis.nu(), 'getuige-onbereikbaar', $1)", duur.count());
            tx.leg_vast();
        } catch (const std::exception& fout) {
            spdlog::error("logs: the incident was not written ({})", fout.what());
        }
    }

    void controleer() const {
        try {
            const auto waar = bestemming.bestand();
            const auto verslag = logboek::bewaak(dsn, waar ? logboek::lees_getuigenissen(*waar, sleutel.openbaar()) : logboek::Getuigenissen{});
            if (verslag.heel()) {
                spdlog::info("logs: verified, {} seals in {} lanes", verslag.zegels, verslag.banen);
                if (const auto weg = logboek::vergeet(dsn); weg > 0) spdlog::info("logs: forgot {} sealed operations whose term is over", weg);
            } else spdlog::error("logs: BROKEN, {} breaks; run damwand logboek controleer", verslag.bevonden);
        } catch (const std::exception& fout) {
            spdlog::error("logs: not verified ({})", fout.what());
        }
    }

    /// Sorts the newest lines into the index of the read log, so that no request has to.
    void werk_leeslog_bij() const {
        try {
            db::Verbinding(dsn).doe("select logboek.werk_leeslog_bij()");
        } catch (const std::exception& fout) {
            spdlog::warn("logs: the index of the read log was not brought up to date ({})", fout.what());
        }
    }

    void loop() {
        using namespace std::chrono;
        const auto volgende_nacht = [] {
            const auto nu = system_clock::now();
            const auto drie = floor<days>(nu) + 3h;
            return drie > nu ? drie : drie + days(1);
        };
        for (auto drie = volgende_nacht();;) {
            {
                std::unique_lock houd(slot);
                if (klok.wait_for(houd, 1min, [&] { return stop; })) return;
            }
            werk_leeslog_bij();
            if (system_clock::now() < drie) continue;
            drie = volgende_nacht();
            controleer();
        }
    }
};

Logwacht::Logwacht(const Instellingen& i, const Bestand& bestand) : m(std::make_unique<Binnenwerk>(i, bestand)) {
    m->getuige.start();
    m->nacht = std::thread([this] { m->loop(); });
}

bool Logwacht::zwijgt_te_lang() const noexcept { return m->getuige.zwijgt_te_lang(); }

Logwacht::~Logwacht() {
    {
        const std::lock_guard houd(m->slot);
        m->stop = true;
    }
    m->klok.notify_all();
    m->nacht.join();
    m->getuige.stop();
}

}  // namespace damwand::app
