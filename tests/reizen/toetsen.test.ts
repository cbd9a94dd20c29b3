// SPDX-License-Identifier: EUPL-1.2
// From signing in to closing a casus without a mouse: only keys, and after each act the focus is where one goes on.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Locator } from "playwright-core";
import { startBrowser } from "./steun/browser.ts";
import { dag, getypt } from "./steun/dagen.ts";
import { verseCode } from "./steun/kantoor.ts";
import { type Account, maakGebruiker, nieuweGegevens, opdracht, ruimOp, Server, tijdelijkeMap } from "./steun/server.ts";
import { Toetsenbord } from "./steun/toetsenbord.ts";

let map: string;
let server: Server;
let coordinator: Account;

before(async () => {
    map = nieuweGegevens();
    coordinator = maakGebruiker(map, "damstede", "coordinator", "Hanna Rietveld", "coordinator");
    const levering = tijdelijkeMap();
    const zip = opdracht("bag", "maak", "--adressen", "300", "--zaad", "1", "--uit", levering).split("\n")[0] ?? "";
    server = await Server.start(map, ["serve"], ["--bag", zip]);
    ruimOp(levering);
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});


test("van inloggen tot afsluiten, zonder muis", { timeout: 300_000 }, async (t) => {
    const browser = await startBrowser("nl");
    t.after(() => browser.close());
    const hanna = await Toetsenbord.open(browser, server.url, "nl");
    const { pagina } = hanna;
    try {
        await hanna.typ("toegang.organisatie", coordinator.organisatie);
        await hanna.typ("toegang.gebruikersnaam", coordinator.gebruikersnaam);
        await hanna.typ("toegang.wachtwoord", coordinator.wachtwoord);
        await hanna.typ("toegang.totp", await verseCode(coordinator));
        await hanna.toets("Enter");
        await hanna.kop(hanna.w("nav.mijnwerk"));

        await hanna.toets("?");
        await hanna.venster.getByText(hanna.w("basis.toets.nieuw")).waitFor();
        await hanna.toets("Escape");
        await hanna.venster.waitFor({ state: "detached" });

        // a signaal, with its address picked from the list
        await hanna.toets("c");
        await hanna.kop(hanna.w("signaal.nieuw"));
        await hanna.houdtFocus("c");
        await hanna.typ("signaal.titel", "Busjes in de nacht");
        await hanna.typ("signaal.omschrijving", "Na middernacht, zonder licht.");
        await hanna.typ("register.adres", "hoogstr 3");
        await pagina.getByRole("option", { name: "Hoogstraat 3, 2300 AU Damstede" }).first().waitFor();
        await hanna.toets("ArrowDown");
        await hanna.toets("Enter");
        await hanna.kiesUit("signaal.bron", "meldpunt");
        await hanna.kiesUit("signaal.thema", "drugs");
        await hanna.toets("Control+Enter");
        await hanna.kop("Busjes in de nacht");
        await hanna.ziet("Hoogstraat 3, 2300 AU Damstede");
        await hanna.houdtFocus("signaal.opslaan");

        // weighed from the work queue
        await hanna.toets("g");
        await hanna.toets("s");
        await hanna.kop(hanna.w("nav.signalen"));
        await hanna.leest("Busjes in de nacht");
        await hanna.druk(pagina.getByRole("listbox", { name: hanna.w("nav.signalen") }), "1");
        for (const [stap, uitkomst] of [[1, "ja"], [2, "ja"], [3, "gecompliceerd"]] as const) {
            await pagina.getByRole("heading", { level: 2, name: hanna.w("signaal.weging.stapvan", { stap, totaal: 3 }) }).waitFor();
            await hanna.houdtFocus(`weging ${stap}`);
            const profiel = await hanna.profiel(stap);
            for (const vraag of profiel.vragen) {
                const keus = vraag.soort === "ja_nee" ? hanna.w("basis.ja") : vraag.keuzes[0]?.naamNl;
                if (vraag.soort !== "tekst") await hanna.kiesKnop(pagina.getByRole("group", { name: vraag.naamNl }), keus);
            }
            await hanna.kiesKnop(pagina.getByRole("group", { name: hanna.w("signaal.weging.uitkomst") }), hanna.naam(profiel.uitkomsten, uitkomst));
            await hanna.typ("signaal.weging.motivering", "Het pand lijkt in gebruik voor handel.");
            await hanna.toets("Control+Enter");
        }

        await hanna.kop(hanna.w("casus.openen"));
        await hanna.houdtFocus("weging 3");
        await hanna.typ("casus.werknaam", "Nachtbusjes");
        await hanna.toets("Control+Enter");
        await hanna.kop("Nachtbusjes");
        await hanna.houdtFocus("casus.openen");

        await hanna.naarDeel("bronnen");
        await hanna.druk(hanna.knop("casus.bron.nieuw").first());
        await hanna.kiesUit("casus.bron.soort", "politie", hanna.venster);
        await hanna.typ("casus.bron.vraag", "Wat is hier bekend?", hanna.venster);
        await hanna.typ("casus.bron.grondslag", "Wpg artikel 16", hanna.venster);
        await hanna.typ("casus.bron.termijn", getypt(dag(7), "nl"), hanna.venster);
        await hanna.bewaarVenster("een bron");
        await hanna.ziet("Wat is hier bekend?");

        // its check, the question, and that it knows nothing; each step keeps the focus
        const toets = async (knop: Locator, wat: string) => {
            await hanna.druk(knop);
            for (const [grond, tekst] of [["grondslag", "De wet."], ["verenigbaarheid", "Hetzelfde doel."], ["noodzaak", "Anders blijft het onbekend."], ["proportionaliteit", "Alleen dit adres."]])
                await hanna.typ(`casus.toets.${grond}`, tekst!, hanna.venster);
            await hanna.kiesKnop(hanna.venster.getByRole("group", { name: hanna.w("casus.toets.besluit") }), hanna.w("casus.toets.besluit.akkoord"));
            await hanna.bewaarVenster(wat);
        };
        await toets(hanna.bronknop("toets", "Wat is hier bekend?"), "toets 1");
        await hanna.druk(hanna.bronknop("vraag", "Wat is hier bekend?"));
        await hanna.bronknop("niets", "Wat is hier bekend?").waitFor();
        await hanna.houdtFocus("gevraagd");
        await hanna.druk(hanna.bronknop("niets", "Wat is hier bekend?"));
        await hanna.bronknop("niets", "Wat is hier bekend?").waitFor({ state: "detached" });
        await hanna.houdtFocus("niets bekend");

        await hanna.naarDeel("privacytoetsen");
        await toets(hanna.knop("casus.toets.doe.2a"), "toets 2A");
        await hanna.stap("plan", "Het beeld is compleet.");
        await hanna.naarDeel("plan");
        await hanna.druk(pagina.getByRole("button", { name: `${hanna.w("casus.wijzigen")}: ${hanna.w("dossier.plan")}` }));
        await hanna.typ("dossier.hypothese", "Opslag voor een ander.");
        await hanna.typ("dossier.doel", "De opslag stopt.");
        await hanna.typ("dossier.strategie", "Samen controleren.");
        await hanna.toets("Control+Enter");
        await hanna.veld("dossier.doel").waitFor({ state: "detached" });
        await hanna.houdtFocus("plan");

        await hanna.naarDeel("interventies");
        await hanna.druk(hanna.knop("interventie.nieuw").first());
        await hanna.kiesUit("interventie.type", "integrale-controle", hanna.venster);
        await hanna.typ("interventie.omschrijving", "Controle met de politie", hanna.venster);
        await hanna.typ("interventie.uitvoerder", "Toezicht", hanna.venster);
        await hanna.typ("interventie.termijn", getypt(dag(14), "nl"), hanna.venster);
        await hanna.bewaarVenster("een interventie");

        await hanna.naarDeel("privacytoetsen");
        await toets(hanna.knop("casus.toets.doe.2b"), "toets 2B");
        await hanna.stap("uitvoering", "Het kernteam is akkoord.");
        await hanna.stap("monitoring", "Blijft het stil?", { id: "casus.stap.tot", dag: getypt(dag(90), "nl") });
        await hanna.stap("afronding", "Het bleef stil.");
        await hanna.stap("archief", "Alles ligt vast.", { id: "casus.einddatum", dag: getypt(dag(0), "nl") });
        await hanna.ziet(hanna.w("casus.bewarentot"));
    } catch (fout) {
        await hanna.noodbeeld("toetsen");
        throw fout;
    }
    t.diagnostic(`${hanna.tabs} presses of Tab`);
    assert.ok(hanna.tabs > 0);
});
