// SPDX-License-Identifier: EUPL-1.2
import { gezien, type Klant } from "./server.ts";

/** A casus of this user's own, out of one signaal that was weighed; its id. */
export async function maakCasus(klant: Klant, werknaam: string): Promise<string> {
    const ik = (await klant.eis(200, "GET", "/v1/sessie")).lijf.gebruiker.id;
    let signaal = (await klant.eis(201, "POST", "/v1/signalen", { titel: "Loods", omschrijving: "Er wordt 's nachts gelost.", bron: "inwoner" })).lijf;
    const pad = `/v1/signalen/${signaal.id}`;
    signaal = (await klant.eis(200, "POST", `${pad}/overgangen`, { naar: "in_weging" }, gezien(signaal.versie))).lijf;
    for (const [nummer, uitkomst] of ["ja", "ja", "gecompliceerd"].entries())
        signaal = (await klant.eis(201, "POST", `${pad}/wegingen`, { stap: nummer + 1, antwoorden: [], uitkomst, motivering: "Zo." }, gezien(signaal.versie))).lijf;
    return (await klant.eis(201, "POST", "/v1/casussen", { signalen: [signaal.id], werknaam, thema: "drugs", trekker: ik })).lijf.id;
}
