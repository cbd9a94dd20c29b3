// SPDX-License-Identifier: EUPL-1.2
#include "werk/betrokkene/verwerkingen.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/csv.hpp"
#include "platform/documenten/odt.hpp"

namespace damwand::betrokkene {
namespace {

using Rijen = std::vector<std::vector<std::string>>;

std::string op_een_rij(const std::vector<std::string>& delen) { return delen.empty() ? "geen" : fmt::format("{}", fmt::join(delen, ", ")); }

std::string dpia_in_woorden(const Verwerking& v) { return v.dpia_op ? fmt::format("{} ({})", v.dpia, tekst(*v.dpia_op)) : v.dpia; }

bool geldt(const Verwerking& v, Datum dag) { return v.geldig_van <= dag && (!v.geldig_tot || *v.geldig_tot > dag); }

}  // namespace

std::string register_csv(const std::vector<Verwerking>& verwerkingen) {
    std::string uit = std::string(csv::merk) + "Verwerking;Code;Versie;Doel;Grondslag AVG;Grondslag wet;Regime;Betrokkenen;Gegevens;Ontvangers;Rollen;Bewaartermijn;Vertrouwelijk;Geldig van;Geldig tot;DPIA\r\n";
    for (const auto& v : verwerkingen) {
        const std::vector<std::string> velden{v.naam, v.code, std::to_string(v.versie), v.doel, v.grondslag_avg, v.grondslag_wet, v.regime, op_een_rij(v.betrokkenen), op_een_rij(v.gegevens),
                                              op_een_rij(v.ontvangers), op_een_rij(v.rollen), v.bewaartermijn, v.vertrouwelijk ? "ja" : "nee", tekst(v.geldig_van),
                                              v.geldig_tot ? tekst(*v.geldig_tot) : std::string{}, dpia_in_woorden(v)};
        uit += csv::regel(velden);
    }
    return uit;
}

std::string dpia(std::string_view organisatie, const std::vector<Verwerking>& verwerkingen, const std::vector<Compartiment>& compartimenten,
                 const std::vector<archief::Bewaarregel>& bewaarregels, Datum vandaag) {
    Rijen doelen, gegevens, toegang, eerder;
    for (const auto& v : verwerkingen) {
        if (!geldt(v, vandaag)) continue;
        doelen.push_back({v.naam, v.doel, v.grondslag_avg, v.grondslag_wet});
        gegevens.push_back({v.naam, op_een_rij(v.betrokkenen), op_een_rij(v.gegevens), op_een_rij(v.ontvangers), v.regime});
        toegang.push_back({v.naam, op_een_rij(v.rollen), v.vertrouwelijk ? "ja" : "nee"});
        eerder.push_back({v.naam, v.bewaartermijn, v.dpia.empty() ? "nog niet vastgesteld" : dpia_in_woorden(v)});
    }
    Rijen apart;
    for (const auto& c : compartimenten) apart.push_back({c.naam, op_een_rij(c.rollen)});
    Rijen bewaren;
    for (const auto& r : bewaarregels) {
        if (r.geldt_nu) bewaren.push_back({r.soort, r.resultaat, in_woorden(r.maanden), r.grond, r.nummer});
    }
    documenten::Odt odt("Gegevensbeschermingseffectbeoordeling");
    odt.kop(1, "Gegevensbeschermingseffectbeoordeling (DPIA)");
    odt.alinea(fmt::format("{}\nAanpak van ondermijning met Damwand\nStand van {}", organisatie, tekst(vandaag)));
    odt.alinea("Dit document volgt AVG art. 35 lid 7. Wat in het systeem vastligt is ingevuld. Wat alleen mensen kunnen beoordelen staat in een kader met In te vullen.");

    odt.kop(2, "A. Wat er gebeurt en waarvoor");
    odt.kop(3, "1. Het voorstel").in_te_vullen("In te vullen: aanleiding, bestuurlijk besluit, betrokken afdelingen en partners, en wie de verwerkingsverantwoordelijke is (college, burgemeester of beide).");
    odt.kop(3, "2. Doelen en grondslagen").tabel({"Verwerking", "Doel", "Grondslag AVG", "Grondslag in de wet"}, doelen);
    odt.kop(3, "3. Personen, gegevens en ontvangers").tabel({"Verwerking", "Van wie", "Welke gegevens", "Ontvangers", "Regime"}, gegevens);
    odt.kop(3, "4. Wie erbij kan").tabel({"Verwerking", "Rollen", "Vertrouwelijk"}, toegang);
    odt.alinea("Een dossier zien alleen de leden van het team. Wat onder een eigen regime valt staat apart:");
    odt.tabel({"Apart gehouden", "Rollen die het openen, als lid van het dossier"}, apart);
    odt.kop(3, "5. Bewaartermijnen").tabel({"Soort", "Uitkomst", "Termijn", "Grond", "Selectielijst"}, bewaren);
    odt.tabel({"Verwerking", "Bewaartermijn in het register", "Eerdere DPIA"}, eerder);
    odt.kop(3, "6. Techniek en plaats").in_te_vullen("In te vullen: waar de server staat, wie hem beheert, verwerkers en hun overeenkomsten, en of gegevens buiten de EER komen.");

    odt.kop(2, "B. Mag het: noodzaak en evenredigheid");
    odt.kop(3, "7. Noodzaak").in_te_vullen("In te vullen: waarom het doel niet met minder of met andere gegevens bereikt kan worden.");
    odt.kop(3, "8. Bijzondere en strafrechtelijke gegevens").in_te_vullen("In te vullen: welke uitzondering van UAVG art. 22 tot en met 33 geldt, per soort gegeven.");
    odt.kop(3, "9. Doelbinding");
    odt.alinea("Elke handeling gebeurt onder een verwerking uit dit register die op die dag geldt en die de rol mag gebruiken; zonder die verwerking weigert het systeem.");
    odt.kop(3, "10. Rechten van betrokkenen");
    odt.alinea("De privacy officer zoekt voor een verzoek in alle dossiers, besluit per gegeven met de grond en weging van UAVG art. 41, en stuurt een besluit met bezwaarclausule. De termijn "
               "van AVG art. 12 lid 3 wordt bewaakt.");
    odt.in_te_vullen("In te vullen: hoe en wanneer betrokkenen uit eigen beweging worden ingelicht (AVG art. 14), en wanneer dat met art. 41 UAVG wordt uitgesteld.");

    odt.kop(2, "C. Risico's voor betrokkenen");
    odt.in_te_vullen("In te vullen: per risico de kans, de gevolgen en de bron. Denk aan onterechte verdenking, onjuiste gegevens, gebruik voor een ander doel, inzage door wie het niet nodig heeft, "
                     "het uitlekken van een melder, en te lang bewaren.");

    odt.kop(2, "D. Maatregelen");
    odt.kop(3, "Wat het systeem doet");
    odt.opsomming({"De database zelf laat alleen zien wat bij iemands rol, dossier en termijn hoort.",
                   "Elke inzage en wijziging staat in een auditlog en, per betrokkene onder een pseudoniem, in een verwerkingenlog; beide zijn verzegeld en worden buiten de machine bevestigd.",
                   "Noodtoegang vraagt een reden, duurt hoogstens een uur, wordt gemeld en achteraf beoordeeld.",
                   "Signaleringen van ongewoon gebruik worden door een mens gewogen.",
                   "Bestanden worden gekeurd en versleuteld onder een sleutel per dossier.",
                   "Na de bewaartermijn vernietigen drie mensen samen; een oude reservekopie brengt niets terug.",
                   "Het systeem neemt geen besluiten over personen en geeft personen geen score.",
                   "Afdrukken, tonen van een melder en vernietigen vragen een vers bewijs van wie het doet."});
    odt.kop(3, "Wat de organisatie doet").in_te_vullen("In te vullen: werkafspraken, opleiding, screening, controle op de logboeken, en wie het overgebleven risico aanvaardt.");

    odt.kop(2, "E. Advies en vaststelling");
    odt.in_te_vullen("In te vullen: het advies van de functionaris gegevensbescherming (AVG art. 35 lid 2), of voorafgaande raadpleging nodig is (AVG art. 36), het besluit, de datum en de dag van herziening.");
    return odt.klaar();
}

}  // namespace damwand::betrokkene
