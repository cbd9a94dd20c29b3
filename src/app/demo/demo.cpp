// SPDX-License-Identifier: EUPL-1.2
#include "app/demo/demo.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/bag.hpp"
#include "app/demo/bedrijven.hpp"
#include "app/demo/registers.hpp"
#include "app/demo/script.hpp"
#include "app/demo/wereld.hpp"
#include "app/gemeenteregister.hpp"
#include "app/handelsregister.hpp"
#include "base/tekst.hpp"
#include "base/tijdelijk.hpp"
#include "engine/bag/maker.hpp"
#include "werk/register/register.hpp"

namespace damwand::app::demo {

namespace {

namespace fs = std::filesystem;

/// Addresses first, then the areas they lie in and the companies at them: made and loaded by the same commands that load real ones.
void maak_en_laad_registers(const BagWerkplek& werkplek, db::Verbinding& verbinding, const Kalender& kalender) {
    const Tijdelijkemap tijdelijk;
    std::ostringstream verslag;  // the report of a load is not news here
    const BagWerkplek stil{.dsn = werkplek.dsn, .uit = verslag, .woorden = verslag, .terminal = false};
    const auto eis = [&](int uitkomst) {
        if (uitkomst != 0) throw Fout(FoutSoort::intern, "registers", "De registers van Damstede kunnen niet worden gemaakt.", {}, verslag.str());
    };
    eis(bag_opdracht(stil, fmt::format("maak --adressen 8000 --zaad 1 --uit \"{}\"", tijdelijk.pad().string())));
    for (const auto& bestand : fs::directory_iterator(tijdelijk.pad())) eis(bag_opdracht(stil, fmt::format("laad \"{}\"", bestand.path().string())));
    bag::maak_gebieden({}, tijdelijk.pad());
    db::Pool lader(werkplek.dsn("lader"), 1);
    for (const auto* soort : {"gemeente", "wijk", "buurt"})
        (void)registers::laad_gebieden(lader, {.bestand = tijdelijk.pad() / (std::string(soort) + ".geojson"), .soort = soort, .jaar = 2024});
    for (const auto& levering : schrijf_bedrijven(verbinding, kalender, tijdelijk.pad()))
        eis(handelsregister_opdracht(stil, fmt::format("laad \"{}\" --volledig --standdatum {}", levering.bestand.string(), tekst(levering.standdatum))));
}

/// Permits, transactions and vehicles: the shipped examples, by the shipped mappings. After the organisation was made, whose they are.
void laad_gemeenteregisters(const BagWerkplek& werkplek, const Kalender& kalender) {
    const Tijdelijkemap tijdelijk;
    for (const auto& m : meegeleverd()) std::ofstream(tijdelijk.pad() / m.naam) << m.inhoud;
    std::ostringstream verslag;
    const BagWerkplek stil{.dsn = werkplek.dsn, .uit = verslag, .woorden = verslag, .terminal = false};
    constexpr int dagen_terug = 5;
    for (const auto* naam : {"vergunningen", "vastgoedtransacties", "voertuigen"}) {
        if (gemeenteregister_opdracht(stil, fmt::format("laad --mapping \"{0}/{1}.json\" --organisatie {2} --standdatum {3} \"{0}/{1}.csv\"", tijdelijk.pad().string(), naam, "damstede", tekst(kalender.dag(dagen_terug)))) != 0)
            throw Fout(FoutSoort::intern, "registers", "De registers van Damstede kunnen niet worden gemaakt.", {}, verslag.str());
    }
}

/// Nobody has these passwords: in a demo one signs in without.
std::string willekeurig_wachtwoord() {
    std::array<unsigned char, 24> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return als_hex(bytes);
}

void maak_gebruikers(db::Pool& pool, toegang::Aanmelder& aanmelder, const logboek::Pseudoniem& pseudoniem) {
    for (const auto& m : medewerkers()) {
        db::Transactie tx(pool, {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        const auto gemaakt = aanmelder.maak_gebruiker(
            tx, {std::string(m.gebruikersnaam), std::string(m.naam), willekeurig_wachtwoord(), {std::string(m.rol)}});
        logboek::Regels regels;
        regels.object_soort = "gebruiker";
        regels.object = gemaakt.id.waarde;
        logboek::schrijf(tx,
                         {.naam = "gebruikerMaken",
                          .activiteit = std::nullopt,
                          .actor = std::nullopt,
                          .rol = "techniek",
                          .acr = "opdrachtregel",
                          .sessie = std::nullopt,
                          .status = 201,
                          .oorsprong = "opdrachtregel",
                          .toelichting = std::nullopt,
                          .verwerkt = false},
                         regels, pseudoniem);
        tx.leg_vast();
    }
}

}  // namespace

void bouw(const Instellingen& instellingen, Bestand& bestand, const BagWerkplek& werkplek) {
    auto& woorden = werkplek.woorden;
    const auto zeg = [&](const std::string& regel) { woorden << "Demo: " << regel << '\n' << std::flush; };
    const Kalender kalender(SysteemKlok().nu());
    db::Verbinding eigenaar(bestand.beheer_dsn("damwand"));
    zeg("adressen en bedrijven van Damstede maken en laden…");
    maak_en_laad_registers(werkplek, eigenaar, kalender);

    // Two years in some seconds: each commit need not wait for the disk. The last one, of whoever calls this, does; and
    // a demo that was not finished is thrown away.
    db::Pool pool(bestand.dsn("toepassing") + " options='-c synchronous_commit=off'", 4);
    const logboek::Pseudoniem pseudoniem(instellingen.map / "sleutels" / "pseudoniem");
    toegang::Aanmelder aanmelder(pool, instellingen.map / "sleutels" / "meester", true);
    poort::Loket loket(alle_routes(), {.pool = pool,
                                       .aanmelder = aanmelder,
                                       .pseudoniem = pseudoniem,
                                       .verdeler = nullptr,
                                       .demo = true,
                                       .versie = versie,
                                       .tempo = 1000});
    eigenaar.script("set role eigenaar");

    Verteller verteller(loket, eigenaar);
    Script script(verteller, kalender);
    eigenaar.doe("select basis.zet_klok($1::timestamptz)", script.vooraf() - std::chrono::hours(24));
    eigenaar.doe("select toegang.maak_organisatie(1::smallint, 'damstede', 'Gemeente Damstede', 'gemeente')");
    maak_gebruikers(pool, aanmelder, pseudoniem);

    script.schrijf();
    std::size_t gemeld = 0;
    verteller.vertel([&](std::size_t gedaan, std::size_t alles) {
        const auto tiende = gedaan * 10 / alles;
        if (tiende == gemeld) return;
        gemeld = tiende;
        zeg(fmt::format("{} van {} signalen, {} van {} casussen…", script.seinen(), script.alle_seinen(),
                        script.casussen(), script.alle_casussen()));
    });
    laad_gemeenteregisters(werkplek, kalender);
}

}  // namespace damwand::app::demo
