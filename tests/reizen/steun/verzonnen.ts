// SPDX-License-Identifier: EUPL-1.2
// What lies in the tray when the day begins: a few invented signalen on addresses of the invented municipality.
import type { Klant } from "./server.ts";

const vandaag = [
    ["Kapperszaak zonder klanten, elke avond licht aan", "inwoner", "witwassen", "Hoogstraat 1", "C", 3],
    ["Sterke wietlucht uit de ventilatie van een bedrijfspand", "toezicht", "hennep", "Dorpsstraat 2", "A", 2],
    ["Veel wisselende bewoners op één adres", "burgerzaken", "adresfraude", "Hoogstraat 7", "B", 2],
    ["Loods verhuurd aan een bedrijf dat niet lijkt te bestaan", "collega", "vastgoed", "Dorpsstraat 1", "B", 3],
    ["Auto's zonder kenteken achter een garagebedrijf", "mma", "heling", null, "F", 6],
    ["Zorgbureau declareert uren die niemand ziet", "sociaal", "zorgfraude", "Hoogstraat 5", "B", 3],
    ["Jongeren met dure kleding bij een cafetaria", "waaksamen", "aanwas", "Dorpsstraat 3", "D", 4],
] as const;

export async function vulDeBak(klant: Klant): Promise<void> {
    for (const [nummer, [titel, bron, thema, adres, bronBetrouwbaarheid, informatieWaarde]] of vandaag.entries()) {
        const gevonden = adres ? (await klant.eis(200, "POST", "/v1/adressen/_zoek", { tekst: adres, aantal: 1 })).lijf.resultaten[0] : null;
        await klant.eis(201, "POST", "/v1/signalen", {
            titel, omschrijving: "Verzonnen melding voor de proef.", bron, thema, bronBetrouwbaarheid, informatieWaarde,
            ontvangenOp: new Date(Date.now() - (nummer + 1) * 31 * 3_600_000).toISOString(),
            adres: gevonden ? { nummeraanduiding: gevonden.nummeraanduiding } : null,
        });
    }
}
