// SPDX-License-Identifier: EUPL-1.2
// People around a table, and what lies on it: for the test of a meeting and its benchmark.
import { Klant, maakGebruiker, Server, sql } from "../reizen/steun/server.ts";

export const slaap = (ms: number) => new Promise((klaar) => setTimeout(klaar, ms));

/** A server with a chair and so many others, by turns of the team (odd) and of another department (even): copies of an account that administration made. */
export async function rondDeTafel(map: string, leden: number): Promise<{ server: Server; voorzitter: Klant; klanten: Klant[] }> {
    const account = maakGebruiker(map, "damstede", "voorzitter", "Voorzitter", "coordinator");
    const server = await Server.start(map);
    sql(map, "beheer", `set damwand.operatie = '${crypto.randomUUID()}';
        insert into toegang.gebruiker (organisatie, id, gebruikersnaam, naam, wachtwoord, totp, van, operatie)
        select 1, gen_random_uuid(), 'lid' || n, 'Lid ' || n, g.wachtwoord, g.totp, now(), basis.operatie() from toegang.gebruiker g, generate_series(0, ${leden - 1}) n where g.organisatie = 1 and g.gebruikersnaam = 'voorzitter';
        insert into toegang.gebruiker_rol (organisatie, gebruiker, rol) select 1, id, case when substr(gebruikersnaam, 4)::integer % 2 = 1 then 'deelnemer' else 'beleid' end from toegang.gebruiker where organisatie = 1 and gebruikersnaam like 'lid%'`);
    const klanten: Klant[] = [];
    const voorzitter = await Klant.meldAan(server.url, account);
    for (let i = 0; i < leden; ++i) klanten.push(await Klant.meldAan(server.url, { ...account, gebruikersnaam: `lid${i}` }));
    return { server, voorzitter, klanten };
}

/** A series with all of them in it, and its next meeting. */
export async function planOverleg(voorzitter: Klant, klanten: readonly Klant[], naam: string): Promise<{ overleg: string; leden: string[] }> {
    const reeks = (await voorzitter.eis(201, "POST", "/v1/overlegreeksen", { naam, soort: "kernteam", ritmeWeken: 3, weekdag: 4, begin: "09:30", duurMinuten: 90, vanaf: "2026-01-01" })).lijf.id;
    const leden: string[] = [];
    for (const klant of klanten) {
        leden.push((await klant.eis(200, "GET", "/v1/sessie")).lijf.gebruiker.id);
        await voorzitter.eis(200, "PUT", `/v1/overlegreeksen/${reeks}/leden/${leden.at(-1)}`, { geheimhouding: "ambtseed", vast: true });
        await slaap(60); // twenty calls a second
    }
    return { overleg: `/v1/overleggen/${(await voorzitter.eis(201, "POST", "/v1/overleggen", { reeks })).lijf.id}`, leden };
}

/** A meeting that is on, with all of them there and so many signalen on its agenda in three parts. Of those who are not of the team, four see one part of each item.
 *  Gives per client the part that he may see of each item; none: all of them. */
export async function legOpTafel(voorzitter: Klant, klanten: readonly Klant[], punten: number): Promise<{ overleg: string; mag: (string[] | null)[] }> {
    const { overleg, leden } = await planOverleg(voorzitter, klanten, "LIP");
    const soorten = ["kern", "toelichting", "adressen"];
    const mag: (string[] | null)[] = klanten.map((_, n) => (n % 2 === 1 ? null : []));
    for (let i = 0; i < punten; ++i) {
        const signaal = (await voorzitter.eis(201, "POST", "/v1/signalen", { titel: `Signaal ${i}`, omschrijving: "Verzonnen.", bron: "toezicht", thema: "hennep" })).lijf.id;
        const punt = `${overleg}/punten/${(await voorzitter.eis(201, "POST", `${overleg}/punten`, { dossier: { soort: "signaal", id: signaal } })).lijf.id}`;
        for (const soort of soorten) await voorzitter.eis(200, "PUT", `${punt}/delen/${soort}`, { tekst: `${soort} van ${i}: ${"woorden ".repeat(40)}`.trim() });
        const verdeling = [0, 2, 4, 6].map((n) => ({ wie: n, deel: soorten[(i + n) % 3]! }));
        for (const { wie, deel } of verdeling) mag[wie]!.push(deel);
        await voorzitter.eis(201, "POST", `${punt}/toetsen`, {
            leden: verdeling.map(({ wie, deel }) => ({ gebruiker: leden[wie]!, delen: [deel] })), grondslag: "x", verenigbaarheid: "x", noodzaak: "x", proportionaliteit: "x", besluit: "akkoord",
        });
        await slaap(250); // twenty calls a second
    }
    await voorzitter.eis(200, "POST", `${overleg}/_begin`);
    for (const id of leden) {
        await voorzitter.eis(200, "PUT", `${overleg}/aanwezigheid/${id}`, { stand: "aanwezig" });
        await slaap(60);
    }
    return { overleg, mag };
}
