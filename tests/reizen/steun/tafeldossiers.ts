// SPDX-License-Identifier: EUPL-1.2
// The files that a table has before it, made through the API.
import { type Account, gezien, Klant } from "./server.ts";

/** A signaal to weigh, one that was weighed, a casus of which the plan must still be made, and three that are carried out. */
export async function maakDossiers(url: string, wie: Account, analist: string, woord: string, persoon: string) {
    const klant = await Klant.meldAan(url, wie, -1);
    const ik = (await klant.eis(200, "GET", "/v1/sessie")).lijf.gebruiker.id;
    const ander = (await klant.eis(200, "GET", "/v1/collegas")).lijf.resultaten.find((een: { naam: string }) => een.naam === analist).id;
    const maak = async (titel: string) => (await klant.eis(201, "POST", "/v1/signalen", { titel, omschrijving: `Er wordt 's nachts gelost bij ${titel}.`, bron: "inwoner" })).lijf;
    const gewogen = async (titel: string) => {
        let signaal = await maak(titel);
        const pad = `/v1/signalen/${signaal.id}`;
        signaal = (await klant.eis(200, "POST", `${pad}/overgangen`, { naar: "in_weging" }, gezien(signaal.versie))).lijf;
        for (const [nummer, uitkomst] of ["ja", "ja", "gecompliceerd"].entries())
            signaal = (await klant.eis(201, "POST", `${pad}/wegingen`, { stap: nummer + 1, antwoorden: [], uitkomst, motivering: "Zo." }, gezien(signaal.versie))).lijf;
        return signaal;
    };
    const gronden = { grondslag: "Gemeentewet 172", verenigbaarheid: "Hetzelfde doel.", noodzaak: "Nodig voor het plan.", proportionaliteit: "Niet meer dan nodig.", besluit: "akkoord" };
    const open = async (werknaam: string, leden: string[]) => {
        const { id } = await gewogen("Loods");
        const casus = (await klant.eis(201, "POST", "/v1/casussen", { signalen: [id], werknaam, thema: "drugs", trekker: ik, leden })).lijf;
        await klant.eis(201, "POST", `/v1/casussen/${casus.id}/privacytoetsen`, { soort: "2a", leden: [ik, ...leden], ...gronden });
        return casus;
    };
    const inUitvoering = async (werknaam: string) => {
        const { id, kenmerk } = await open(werknaam, [ander]);
        const pad = `/v1/casussen/${id}`;
        const stap = async (naar: string) => klant.eis(200, "POST", `${pad}/overgangen`, { naar, reden: "Zo." }, gezien((await klant.eis(200, "GET", pad)).lijf.versie));
        await stap("plan");
        const { versie } = (await klant.eis(200, "GET", pad)).lijf.plan;
        await klant.eis(200, "PATCH", `${pad}/plan`, { hypothese: "Opslag.", doel: "Het stopt.", strategie: "Samen." }, gezien(versie));
        const interventie = (await klant.eis(201, "POST", `${pad}/interventies`, { type: "waarschuwing", omschrijving: "Gesprek", uitvoerder: "Toezicht" })).lijf.id;
        await klant.eis(201, "POST", `${pad}/privacytoetsen`, { soort: "2b", interventies: [interventie], riec: true, ...gronden });
        await stap("uitvoering");
        return { id, kenmerk, werknaam };
    };
    // another table, of which an item of the first can be put
    const heit = (await klant.eis(201, "POST", "/v1/overlegreeksen", { naam: `HEIT ${woord}`, soort: "tafel", ritmeWeken: 4, weekdag: 4, begin: "13:00", duurMinuten: 60, vanaf: "2026-01-01" })).lijf.id;
    await klant.eis(200, "PUT", `/v1/overlegreeksen/${heit}/leden/${ander}`, { geheimhouding: "ambtseed", vast: true });
    await klant.eis(201, "POST", "/v1/overleggen", { reeks: heit });
    const signaal = await maak(`Garage ${woord}`);
    const teOpenen = await gewogen(`Schuur ${woord}`);
    const casus = await open(`Loods aan de kade ${woord}`, []);
    await klant.eis(201, "POST", `/v1/casussen/${casus.id}/vermeldingen`, { soort: "persoon", tekst: persoon, minderjarig: true });
    // somebody outside who can be asked something, at the table
    const bron = (await klant.eis(201, "POST", `/v1/casussen/${casus.id}/bronnen`, { bronsoort: "omgevingsdienst", vraag: "Is er een melding over deze loods?", grondslag: "awb-toezicht", status: "te_vragen" })).lijf.id;
    await klant.eis(201, "POST", `/v1/casussen/${casus.id}/privacytoetsen`, { soort: "1", bron, ...gronden });
    const lopend = { monitoren: await inUitvoering(`Kelder ${woord}`), riec: await inUitvoering(`Kas ${woord}`), afsluiten: await inUitvoering(`Boot ${woord}`) };
    return { klant, signaal, teOpenen, casus, lopend };
}
