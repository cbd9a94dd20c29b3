// SPDX-License-Identifier: EUPL-1.2
// A world to keep secrets in: two municipalities and a partner, somebody in every role and every relation to a casus,
// and in every text a word that occurs nowhere else. Files are made through the public API only; accounts are made by
// administration, and two things by SQL because only time makes them: a membership and a role that have expired.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Tegeldienst } from "../reizen/steun/tegeldienst.ts";
import { type Account, Klant, Server, gezien, maakGebruiker, nieuweGegevens, opdracht, ruimOp, sql, tijdelijkeMap } from "../reizen/steun/server.ts";
import { Contract, type Gegeven, vulPad } from "./contract.ts";
import { nodigGasten, uitDePolitiebron } from "./gasten.ts";
import { einden, gegeven } from "./invullen.ts";
import { type Kring, type Relatie, type Rol, type Soort, alleRollen, isLid, mag, organisatieVan, relaties } from "./model.ts";
import { bsn, dag, kvk, organisaties, samen, vasteUuid, zaad } from "./vast.ts";
import { vergader } from "./vergaderen.ts";

export type Nummer = 1 | 2 | 3;
/** A file with its children: what stands in a path, by the name of the segment. */
export type Ding = { kring: Kring; id: string; kenmerk: string; versie: number; delen: Record<string, string> };
export type Wie = { id: string; naam: string; rol: Rol; relatie: Relatie; organisatie: Nummer; klant: Klant };
export type Huis = { organisatie: Nummer; hoeder: Klant; hoederId: string; gast: string; signaal: Ding; casussignaal: Ding; casus: Ding; politie?: Ding };
export type Antwoord = Awaited<ReturnType<Klant["roep"]>>;

/** A meeting with people around the table: what stands in it for whom to read, and in which meeting. */
export type Vergadering = { id: string; naam: string; bezig: boolean; punten: string[]; deelnemers: Wie[]; leesbaar: string[] };

/** A file as the counts of the proof know it. */
export type Dossier = { soort: "signaal" | "casus"; kring: Kring; adres?: true; bedrijf?: true };

export class Wereld {
    readonly map = nieuweGegevens();
    server!: Server;
    contract!: Contract;
    /** Every word, id and kenmerk that means something, and who it belongs to. */
    readonly van = new Map<string, Kring>();
    readonly dossiers = new Map<string, Dossier>();
    /** Files: in what they stand. */
    readonly documenten = new Map<string, "signaal" | "casus">();
    readonly mensen: Wie[] = [];
    readonly huizen = new Map<Nummer, Huis>();
    verborgen?: Ding;
    embargo?: Ding;
    /** The account of who was invited to the hidden casus. */
    verborgenGast?: string;
    /** One that is over, one under way, and one of a linked series. */
    readonly vergaderingen: Vergadering[] = [];
    /** A company of a natural person, at the one address; beside it one of a legal person. */
    bedrijf?: Ding;
    pand?: Ding;
    adres = "";
    private readonly geteld = new Map<string, number>();
    private readonly accounts = new Map<Nummer, Account>();

    sql = (tekst: string, rol: "beheer" | "toepassing" = "beheer") => sql(this.map, rol, tekst);
    huis(n: Nummer): Huis {
        return this.huizen.get(n)!;
    }

    /** A new word for a thing of this kind. The n-th word of a kind is the same in every world of one seed. */
    woord(kring: Kring): string {
        const sleutel = `${kring.organisatie}/${kring.soort}/${kring.van ?? ""}`;
        const n = this.geteld.get(sleutel) ?? 0;
        this.geteld.set(sleutel, n + 1);
        const bytes = createHash("sha256").update(`${zaad}/${sleutel}/${n}`).digest();
        const uit = `kan${[...bytes.subarray(0, 12)].map((b) => String.fromCharCode(97 + (b % 26))).join("")}`;
        assert.ok(!this.van.has(uit), "a word twice");
        this.van.set(uit, kring);
        return uit;
    }
    merkAan(kring: Kring, ...waarden: (string | undefined)[]) {
        for (const w of waarden) if (w) this.van.set(w, kring);
    }

    static async bouw(welke: { rollen?: readonly Rol[]; relaties?: readonly Relatie[]; verborgen?: boolean; post?: boolean } = {}): Promise<Wereld> {
        const w = new Wereld();
        opdracht("organisatie", "maak", "--map", w.map, "--nummer", "3", "--code", organisaties[3], "--naam", "Politie Oost", "--soort", "partner");
        const levering = tijdelijkeMap();
        const zip = opdracht("bag", "maak", "--adressen", "300", "--zaad", "1", "--uit", levering).split("\n")[0] ?? "";
        opdracht("gebied", "maak", "--adressen", "300", "--uit", levering);
        for (const soort of ["gemeente", "wijk", "buurt"]) opdracht("--map", w.map, "gebied", "laad", join(levering, `${soort}.geojson`), "--soort", soort, "--jaar", "2024");
        // signatures of our own in place of ClamAV's: a file is inspected before anybody may open it
        mkdirSync(join(w.map, "signaturen"));
        writeFileSync(join(w.map, "signaturen/proef.ndb"), `Proef.Woord:0:*:${Buffer.from("damwand-proefvirus").toString("hex")}\n`);
        chmodSync(join(w.map, "signaturen"), 0o755);
        process.env.DAMWAND_SIGNATUREN = join(w.map, "signaturen");
        await Tegeldienst.start("Kaart: proef");
        w.server = await Server.start(w.map, ["serve"], ["--bag", zip]);
        ruimOp(levering);
        for (const n of [1, 2, 3] as const) w.accounts.set(n, maakGebruiker(w.map, organisaties[n], "hoeder", `Hoeder ${w.woord({ organisatie: n, soort: "mensen" })}`, "coordinator"));
        await w.bevolk(welke.rollen ?? alleRollen, welke.relaties ?? relaties);
        if (welke.post) w.geefAdressen();
        for (const n of [1, 2, 3] as const) if (n === 1 || welke.verborgen !== false) await w.richtIn(n);
        w.vestigBedrijven();
        await w.geefToegang();
        if (welke.verborgen !== false) await w.verberg();
        await nodigGasten(w, { ...w.accounts.get(3)!, gebruikersnaam: "gast" }, (welke.relaties ?? relaties).includes("te gast"));
        await vergader(w);
        return w;
    }

    async ruimOp() {
        await this.server?.stop();
        ruimOp(this.map);
    }

    /** Accounts: one per role and relation, copies of the account that administration made. */
    private async bevolk(rollen: readonly Rol[], welke: readonly Relatie[]) {
        const nieuw: { wie: Omit<Wie, "klant">; gebruikersnaam: string }[] = [];
        for (const relatie of welke)
            for (const rol of relatie === "te gast" ? [] : rollen) {
                const organisatie = organisatieVan(relatie);
                const nr = nieuw.length;
                const naam = `Mens ${this.woord({ organisatie, soort: "mensen" })}`;
                nieuw.push({ gebruikersnaam: `mens${nr}`, wie: { id: vasteUuid("mens", nr), naam, rol, relatie, organisatie } });
            }
        for (const n of [1, 2, 3] as const) {
            nieuw.push({ gebruikersnaam: "gast", wie: { id: vasteUuid("gast", n), naam: `Gast ${this.woord({ organisatie: n, soort: "mensen" })}`, rol: "jurist", relatie: "niet lid", organisatie: n } });
        }
        for (const n of [1, 2, 3] as const) {
            const hier = nieuw.filter((x) => x.wie.organisatie === n);
            const rijen = (wat: (x: (typeof nieuw)[number]) => string) => hier.map((x) => `(${wat(x)})`).join(",");
            this.sql(`set damwand.operatie = '${crypto.randomUUID()}';
                insert into toegang.gebruiker (organisatie, id, gebruikersnaam, naam, wachtwoord, totp, van, operatie)
                select ${n}, x.id::uuid, x.g, x.n, g.wachtwoord, g.totp, now(), basis.operatie() from toegang.gebruiker g, (values ${rijen((x) => `'${x.wie.id}','${x.gebruikersnaam}','${x.wie.naam}'`)}) x (id, g, n)
                where g.organisatie = ${n} and g.gebruikersnaam = 'hoeder';
                insert into toegang.gebruiker_rol (organisatie, gebruiker, rol) values ${rijen((x) => `${n}, '${x.wie.id}', '${x.wie.rol}'`)}`);
            // somebody who was called otherwise, and something that the watch over the house found
            this.sql(`set damwand.operatie = '${crypto.randomUUID()}'; update toegang.gebruiker set naam = naam || ' junior' where organisatie = ${n} and gebruikersnaam = 'gast';
                insert into logboek.incident (organisatie, tijd, soort, aantal) values (${n}, now(), 'proef', 1)`);
            for (const x of hier) this.merkAan({ organisatie: n, soort: "mensen" }, x.wie.id);
        }
        const gasten = nieuw.splice(-3);
        assert.equal(gasten.length, 3);
        const uit = new Map<string, Wie>();
        await samen(nieuw, async ({ wie, gebruikersnaam }) => {
            uit.set(wie.id, { ...wie, klant: await Klant.meldAan(this.server.url, { ...this.accounts.get(wie.organisatie)!, gebruikersnaam }) });
        }, 3);
        this.mensen.push(...nieuw.map((x) => uit.get(x.wie.id)!));
    }

    /** Everybody gets mail, at an address that says who he is. */
    private geefAdressen() {
        this.sql(`set damwand.operatie = '${crypto.randomUUID()}'; insert into post.adres (organisatie, gebruiker, adres, van, operatie)
            select organisatie, id, id || '@post.example', now(), basis.operatie() from toegang.gebruiker`);
    }

    /** Two companies at the one address, and one of which the address is not found, loaded as a delivery is. */
    private vestigBedrijven() {
        const eigenaar = (rechtsvorm: string) => ({ eigenaar: { rechtsvorm } });
        const adres = (meer: object) => [{ type: "bezoekadres", indAfgeschermd: "Nee", straatnaam: "Hoogstraat", huisnummer: 3, plaats: "Damstede", land: "Nederland", ...meer }];
        const hier = adres({ geoData: { nummerAanduidingId: this.adres } });
        const regels = [
            { kvkNummer: kvk, naam: "Verzonnen Eenmanszaak", _embedded: eigenaar("Eenmanszaak") },
            { vestigingsnummer: "000090001354", kvkNummer: kvk, eersteHandelsnaam: "Verzonnen Eenmanszaak", adressen: hier },
            { kvkNummer: "90001362", naam: "Verzonnen B.V.", _embedded: eigenaar("BeslotenVennootschap") },
            { vestigingsnummer: "000090001362", kvkNummer: "90001362", eersteHandelsnaam: "Verzonnen B.V.", adressen: hier },
            { vestigingsnummer: "000090001370", kvkNummer: "90001370", eersteHandelsnaam: "Nergens", adressen: adres({ straatnaam: "Straat die er niet is" }) },
        ];
        const bestand = join(this.map, "handelsregister.jsonl");
        writeFileSync(bestand, regels.map((r) => `${JSON.stringify(r)}\n`).join(""));
        opdracht("handelsregister", "laad", bestand, "--map", this.map);
        const [id = ""] = this.sql(`select id from register.bedrijf where kvk_nummer = ${kvk}`);
        this.bedrijf = { kring: { organisatie: 1, soort: "openbaar" }, id, kenmerk: "", versie: 1, delen: { id } };
        for (const n of [1, 2] as const) this.laadRegister(n);
        const [pand = ""] = this.sql(`select lpad(pand::text, 16, '0') from register.kaartobject where nummeraanduiding = ${this.adres} and tot is null`);
        this.pand = { kring: { organisatie: 1, soort: "openbaar" }, id: pand, kenmerk: "", versie: 1, delen: { id: pand } };
    }

    /** A register of one organisation's own, about the one address and a company of a natural person. */
    private laadRegister(n: Nummer) {
        const kring: Kring = { organisatie: n, soort: "eigenregister" };
        const kolom = (kolom: string, als: string, rol?: string) => ({ kolom, als, regime: "avg", ...(rol ? { rol } : {}) });
        const mapping = {
            register: "proefregister", naam: this.woord(kring), bron: this.woord(kring), doel: "De proef", grondslag: "De proef", bewaarmaanden: 12,
            kolommen: [kolom("zaak", "kenmerk"), kolom("wat", "titel"), kolom("veld", "veld"), kolom("houder", "bedrijf", "houder"), kolom("kvk", "kvk-nummer", "houder"), kolom("chef", "persoon", "chef"), kolom("adres", "nummeraanduiding", "plaats")],
            verbanden: [{ soort: "gevestigd", wie: "houder", wat: "plaats" }],
        };
        const rij = [...[1, 2, 3].map(() => this.woord(kring)), `Bedrijf ${this.woord(kring)}`, kvk, `Mens ${this.woord(kring)}`, this.adres];
        writeFileSync(join(this.map, "mapping.json"), JSON.stringify(mapping));
        writeFileSync(join(this.map, "register.csv"), `zaak;wat;veld;houder;kvk;chef;adres\n${rij.join(";")}\n`);
        opdracht("register", "laad", "--mapping", join(this.map, "mapping.json"), "--organisatie", organisaties[n], join(this.map, "register.csv"), "--map", this.map);
        for (const id of this.sql(`select id from gemeenteregister.regel where organisatie = ${n} union all select id from gemeenteregister.genoemd where organisatie = ${n}`)) this.merkAan(kring, id);
    }

    /** The files of one organisation: a signaal of the team; and where it is a municipality a casus with everything. */
    private async richtIn(n: Nummer) {
        const hoeder = await Klant.meldAan(this.server.url, this.accounts.get(n)!);
        if (!this.contract) this.contract = new Contract((await hoeder.eis(200, "GET", "/v1/openapi.json")).lijf);
        if (!this.adres) this.adres = (await hoeder.eis(200, "POST", "/v1/adressen/_zoek", { tekst: "hoogstraat 3" })).lijf.resultaten[0].nummeraanduiding;
        const hoederId = (await hoeder.eis(200, "GET", "/v1/sessie")).lijf.gebruiker.id;
        const huis = { organisatie: n, hoeder, hoederId, gast: vasteUuid("gast", n) } as Huis;
        this.huizen.set(n, huis);
        this.merkAan({ organisatie: n, soort: "mensen" }, hoederId);
        huis.signaal = await this.maakSignaal(n, "signaal");
        if (n === 3) return;
        huis.politie = await this.maakSignaal(n, "politiesignaal", undefined, { bron: "rapportage" });
        await this.post(n, "weegtafelVastleggen", { id: huis.politie.id }, huis.politie.kring);
        await this.post(n, "weegtafelBesluiten", { id: huis.politie.id }, huis.politie.kring, {}, gezien(1));
        // a lesson is for the whole organisation, as who works there is
        const les = (): string => this.woord({ organisatie: n, soort: "mensen" });
        this.sql(`insert into leren.les (organisatie, id, thema, titel, tekst, instrumenten, maand) values (${n}, gen_random_uuid(), 'drugs', '${les()}', '${les()}', '{}', date_trunc('month', now()))`);
        huis.casussignaal = await this.maakSignaal(n, "casussignaal");
        huis.casus = await this.maakCasus(n, "casus", huis.casussignaal);
    }

    async verberg() {
        this.verborgen = await this.maakCasus(1, "verborgen", await this.maakSignaal(1, "verborgen"));
        this.embargo = await this.maakSignaal(1, "embargo", undefined, { "SignaalNieuwInvoer.alleen": [] });
    }

    /** Adds the members of the casus in each municipality, and lets time pass for those whose right is over. */
    private async geefToegang() {
        for (const huis of this.huizen.values()) {
            if (!huis.casus) continue;
            const leden = this.mensen.filter((wie) => {
                const verlopen = wie.relatie === "lidmaatschap verlopen" || wie.relatie === "rol verlopen";
                return wie.organisatie === huis.organisatie && (isLid(wie.rol, wie.relatie) || (verlopen && mag(wie.rol, "lid", "casussen lezen")));
            });
            await this.deel(huis.organisatie, huis.casus, leden.map((wie) => ({ gebruiker: wie.id, tot: wie.relatie === "lidmaatschap verlopen" ? dag(0) : null })));
        }
        const ids = (r: Relatie) => this.mensen.filter((w) => w.relatie === r).map((w) => `'${w.id}'`).join(",") || "null";
        this.sql(`set damwand.operatie = '${crypto.randomUUID()}';
            update toegang.zicht_lid set tot = now() - interval '1 hour' where gebruiker in (${ids("lidmaatschap verlopen")});
            update toegang.gebruiker_rol set tot = now() - interval '1 hour' where gebruiker in (${ids("rol verlopen")})`);
    }

    /** Makes what a route makes, as the keeper: every field filled. */
    private async post(n: Nummer, naam: string, delen: Record<string, string>, kring: Kring, meer: Gegeven = {}, koppen = {}): Promise<Antwoord> {
        const route = this.contract.route(naam);
        const lijf = this.contract.lijf(route, gegeven(this, n, meer), () => this.woord(kring), true);
        const a = await this.huis(n).hoeder.roep(route.methode, vulPad(route, delen), lijf, koppen);
        assert.ok(a.status < 300, `${naam}: ${a.status} ${a.tekst}`);
        return a;
    }

    async maakSignaal(n: Nummer, soort: Soort, van?: string, meer: Gegeven = {}): Promise<Ding> {
        const kring: Kring = { organisatie: n, soort, ...(van ? { van } : {}) };
        const melder: Kring = soort === "signaal" || soort === "casussignaal" ? { organisatie: n, soort: soort === "signaal" ? "melder" : "casusmelder" } : kring;
        const a = await this.post(n, "signaalVastleggen", {}, kring, {
            melder: { naam: `Melder ${this.woord(melder)}`, contact: this.woord(melder) },
            vermeldingen: [{ soort: "bedrijf", tekst: `Bedrijf ${this.woord(kring)}`, sleutel: kvk, rol: this.woord(kring), toelichting: this.woord(kring) }],
            ...meer,
        });
        const id = a.lijf.id as string;
        await this.post(n, "signaalVermeldingToevoegen", { id }, kring, { sleutel: bsn });
        const nu = (await this.huis(n).hoeder.eis(200, "GET", `/v1/signalen/${id}`)).lijf;
        this.merkAan(kring, id, nu.kenmerk);
        this.dossiers.set(id, { soort: "signaal", kring, adres: true, bedrijf: true });
        const document = await this.bestand(n, "signaal", id, kring);
        return { kring, id, kenmerk: nu.kenmerk, versie: await this.versie(n, `/v1/signalen/${id}`), delen: { id, vermelding: nu.vermeldingen[1].id, document } };
    }

    /** Brings a signaal so far that a casus can be opened on it. */
    async weeg(n: Nummer, ding: Ding): Promise<Ding> {
        const hoeder = this.huis(n).hoeder;
        let nu = (await hoeder.eis(200, "POST", `/v1/signalen/${ding.id}/overgangen`, { naar: "in_weging", reden: null }, gezien(ding.versie))).lijf;
        for (const stap of [1, 2, 3]) nu = (await hoeder.eis(201, "POST", `/v1/signalen/${ding.id}/wegingen`, await this.weging(n, stap, ding.kring), gezien(nu.versie))).lijf;
        return { ...ding, versie: nu.versie };
    }

    private profiel?: { stappen: { vragen: { code: string; soort: string; keuzes: { code: string }[] }[] }[] };
    async weging(n: Nummer, stap: number, kring: Kring) {
        this.profiel ??= (await this.huis(n).hoeder.eis(200, "GET", "/v1/wegingsprofiel")).lijf;
        const antwoorden = this.profiel!.stappen[stap - 1]!.vragen.map((v) => ({ vraag: v.code, antwoord: v.soort === "ja_nee" ? "ja" : (v.keuzes[0]?.code ?? this.woord(kring)), toelichting: this.woord(kring) }));
        return { stap, antwoorden, uitkomst: stap === 3 ? "gecompliceerd" : "ja", motivering: this.woord(kring), naarWie: null };
    }

    async maakCasus(n: Nummer, soort: Soort, signaal: Ding, van?: string): Promise<Ding> {
        const kring: Kring = { organisatie: n, soort, ...(van ? { van } : {}) };
        await this.weeg(n, signaal);
        this.bewijsOpnieuw();
        const a = await this.post(n, "casusOpenen", {}, kring, { signalen: [signaal.id] });
        const id = a.lijf.id as string;
        this.merkAan(kring, id, a.lijf.kenmerk);
        this.dossiers.set(id, { soort: "casus", kring, bedrijf: true });
        const delen: Record<string, string> = { id, gebruiker: this.huis(n).hoederId, wie: signaal.delen.vermelding! };
        const { hoederId, gast } = this.huis(n);
        for (const [naam, deel] of [["bronToevoegen", "bron"], ["interventieToevoegen", "interventie"], ["casusVermeldingToevoegen", "vermelding"], ["notitieToevoegen", "notitie"], ["casusActieToevoegen", "actie"]] as const)
            delen[deel] = await this.kind(n, naam, id, kring);
        delen.persoon = await this.kind(n, "casusVermeldingToevoegen", id, kring, { soort: "persoon", sleutel: bsn });
        // somebody who should have been told by now; only time makes that
        if (soort === "casus") this.sql(`set session_replication_role = replica; update entiteit.vermelding set op = op - interval '60 days' where id = '${delen.persoon}'`);
        delen.document = await this.bestand(n, "casus", id, kring);
        delen.weergave = (await this.post(n, "netwerkweergaveBewaren", {}, kring, { "WeergaveNieuwInvoer.dossier": { soort: "casus", id } })).lijf.id;
        this.merkAan(kring, delen.weergave!);
        delen.verband = await this.kind(n, "verbandToevoegen", id, kring, { ...einden(delen), "VerbandNieuwInvoer.uitDocument": delen.document, "VerbandNieuwInvoer.bron": this.woord(kring) });
        // what only an answer, a result, a step and a look at the reporter say
        const bekend = { id, bron: await this.bekendeBron(n, id, kring) };
        await this.post(n, "bronInhoudKiezen", bekend, kring);
        await this.post(n, "bronWijzigen", bekend, kring, { "BronWijzigingInvoer.status": "ontvangen", "BronWijzigingInvoer.antwoord": this.woord(kring) }, gezien(3));
        const gedaan = { id, interventie: await this.kind(n, "interventieToevoegen", id, kring) };
        await this.toets(n, id, kring, { soort: "2b", interventies: [gedaan.interventie] });
        await this.post(n, "interventieWijzigen", gedaan, kring, { "InterventieWijzigingInvoer.status": "uitgevoerd", "InterventieWijzigingInvoer.resultaat": this.woord(kring), "InterventieWijzigingInvoer.uitvoerder": undefined }, gezien(1));
        // what the police knows stands apart
        if (soort === "casus") {
            const politiebron: Kring = { organisatie: n, soort: "politiebron" };
            const bron = await this.post(n, "bronToevoegen", { id }, politiebron, { regime: "wpg", "BronNieuwInvoer.status": "te_vragen", "BronNieuwInvoer.vraag": this.woord(politiebron) });
            this.merkAan(politiebron, bron.lijf.id);
            // and says of the same tie: a second row of it, for who may know what the police knows
            await this.kind(n, "verbandToevoegen", id, politiebron, { ...einden(delen), "VerbandNieuwInvoer.uitBron": bron.lijf.id, "VerbandNieuwInvoer.bron": this.woord(politiebron) });
            await uitDePolitiebron(this, n, id, bron.lijf.id);
        }
        await this.post(n, "casusEtiketZetten", { id }, kring);
        await this.post(n, "casusBeoordelen", { id }, kring);
        Object.assign(delen, { soort: "betekenisvol", ander: id, les: await this.kijkTerug(n, id, kring, delen.interventie!) });
        // what one outsider is told: an action he must do, and a question to a partner
        const buiten = (rol: Rol) => this.mensen.find((x) => x.rol === rol && x.relatie === "niet lid" && x.organisatie === n);
        const doener = soort === "casus" ? buiten("toezichthouder") : undefined;
        if (doener) {
            const zijn: Kring = { organisatie: n, soort: "gedeeld", van: doener.id };
            this.merkAan(zijn, (await this.post(n, "casusActieToevoegen", { id }, zijn, { "ActieNieuwInvoer.eigenaar": doener.id })).lijf.id);
        }
        const partner = soort === "casus" ? buiten("partner") : undefined;
        if (partner) {
            const zijn: Kring = { organisatie: n, soort: "gedeeld", van: partner.id };
            const bron = await this.kind(n, "bronToevoegen", id, kring, { "BronNieuwInvoer.bronsoort": "omgevingsdienst", "BronNieuwInvoer.regime": "avg", "BronNieuwInvoer.status": "te_vragen" });
            await this.toets(n, id, kring, { soort: "1", bron });
            const a = await this.post(n, "casusVraagStellen", { id }, zijn, { "VraagNieuwInvoer.bron": bron, "VraagNieuwInvoer.partner": partner.id });
            this.merkAan(zijn, a.lijf.id);
            delen.vraag = a.lijf.id;
        }
        // and what was so for a while
        await this.post(n, "bronWijzigen", delen, kring, {}, gezien(1));
        await this.post(n, "interventieWijzigen", delen, kring, {}, gezien(1));
        await this.post(n, "actieWijzigen", delen, kring, {}, gezien(1));
        const af = await this.kind(n, "casusActieToevoegen", id, kring);
        await this.post(n, "actieWijzigen", { actie: af }, kring, { "ActieWijzigingInvoer.staat": "gedaan", "ActieWijzigingInvoer.resultaat": this.woord(kring) }, gezien(1));
        await this.post(n, "casusVermeldingWijzigen", delen, kring, {}, gezien(1));
        await this.post(n, "verbandWijzigen", delen, kring, {}, gezien(1));
        await this.post(n, "casusLidToevoegen", { id }, kring, { tot: undefined });
        await this.post(n, "casusLidVerwijderen", { id, gebruiker: gast }, kring);
        // the checks before the kernteam sees it and before it is carried out; one that was put before somebody, and one taken back
        await this.toets(n, id, kring, { soort: "2a", leden: [hoederId, gast] });
        await this.toets(n, id, kring, { soort: "2b", interventies: [delen.interventie!] });
        const ingetrokken = await this.toets(n, id, kring, { soort: "2a", leden: [hoederId] }, false);
        await this.post(n, "privacytoetsBesluiten", { id, toets: ingetrokken }, kring, { "PrivacytoetsBesluitInvoer.besluit": "ingetrokken" }, gezien(1));
        await this.toets(n, id, kring, { soort: "2a", leden: [hoederId] });
        delen.toets = await this.toets(n, id, kring, { soort: "2a", leden: [hoederId] }, false);
        // a long proof outlives the ten minutes that the keeper's proof of himself is fresh
        this.sql(`update toegang.sessie set bewezen_op = now() where gebruiker = '${this.huis(n).hoederId}'`);
        // an extract for the RIEC, so that what is recorded of it hides too; it answered
        await this.toetsRiec(n, id, kring);
        delen.verstrekking = await this.verstrek(n, id, kring, delen.vermelding!, { "VerstrekkingNieuwInvoer.ontvanger": "riec",
            "VerstrekkingNieuwInvoer.riec": { vermoeden: this.woord(kring), samenwerking: this.woord(kring), noodzaak: this.woord(kring), deelnemers: ["om"] } });
        await this.post(n, "riecBerichtVastleggen", { id, verstrekking: delen.verstrekking }, kring);
        await this.post(n, "melderTonen", { id: signaal.id }, kring);
        await this.post(n, "casusOvergaan", { id }, kring, { naar: "plan", tot: undefined, einddatum: undefined }, gezien(await this.versie(n, `/v1/casussen/${id}`)));
        await this.post(n, "planWijzigen", { id }, kring, {}, gezien(1));
        const versie = await this.versie(n, `/v1/casussen/${id}`);
        await this.post(n, "casusWijzigen", { id }, kring, { trekker: undefined }, gezien(versie));
        return { kring, id, kenmerk: a.lijf.kenmerk, versie: await this.versie(n, `/v1/casussen/${id}`), delen };
    }

    /** A signaal of the prosecution that it did not take up; when asked, recorded as such. */
    async opWeegtafel(n: Nummer, vastgelegd: boolean): Promise<Ding> {
        const ding = await this.maakSignaal(n, "signaal", undefined, { "SignaalNieuwInvoer.bron": "om", "SignaalNieuwInvoer.regime": "avg" });
        if (vastgelegd) await this.post(n, "weegtafelVastleggen", { id: ding.id }, ding.kring);
        return ding;
    }

    /** Looks back on a casus, which is only for the end, and puts a lesson before a colleague; its id. */
    async kijkTerug(n: Nummer, id: string, kring: Kring, interventie: string, blijft = false): Promise<string> {
        const [fase] = this.sql(`select fase from casus.casus where id = '${id}'`);
        const zet = (naar: string) => this.sql(`set session_replication_role = replica; update casus.casus set fase = '${naar}' where id = '${id}'`);
        zet("afronding");
        const [versie] = this.sql(`select coalesce(max(versie), 0) from leren.evaluatie where casus = '${id}'`);
        await this.post(n, "evaluatieVastleggen", { id }, kring, { "EvaluatieNieuwInvoer.effecten": [{ interventie, effect: "deels", toelichting: this.woord(kring) }] }, gezien(Number(versie)));
        const les = (await this.post(n, "lesVoorleggen", { id }, kring)).lijf.id as string;
        this.merkAan(kring, les);
        if (!blijft) zet(fase!);
        return les;
    }

    /** A privacy check, decided at once unless it waits for somebody; its id. */
    async toets(n: Nummer, id: string, kring: Kring, over: { soort: "1" | "2a" | "2b"; bron?: string; leden?: string[]; interventies?: string[] }, besloten = true): Promise<string> {
        const meer = Object.fromEntries(["soort", "bron", "leden", "interventies"].map((k) => [`PrivacytoetsNieuwInvoer.${k}`, (over as Record<string, unknown>)[k]]));
        const besluit = besloten ? { "PrivacytoetsNieuwInvoer.besluit": "akkoord", "PrivacytoetsNieuwInvoer.reden": this.woord(kring) } : {};
        const a = await this.post(n, "privacytoetsVoorleggen", { id }, kring, { ...meer, ...besluit });
        this.merkAan(kring, a.lijf.id);
        return a.lijf.id;
    }

    /** Check 2B for the RIEC. */
    private async toetsRiec(n: Nummer, id: string, kring: Kring) {
        const a = await this.post(n, "privacytoetsVoorleggen", { id }, kring, { "PrivacytoetsNieuwInvoer.soort": "2b", "PrivacytoetsNieuwInvoer.leden": undefined, "PrivacytoetsNieuwInvoer.riec": true,
            "PrivacytoetsNieuwInvoer.besluit": "akkoord", "PrivacytoetsNieuwInvoer.reden": this.woord(kring) });
        this.merkAan(kring, a.lijf.id);
    }

    /** A source that was asked after its check, and knows something; its id, at version 3. */
    async bekendeBron(n: Nummer, id: string, kring: Kring): Promise<string> {
        const bron = await this.kind(n, "bronToevoegen", id, kring);
        await this.toets(n, id, kring, { soort: "1", bron });
        for (const [i, status] of ["gevraagd", "bekend"].entries()) await this.post(n, "bronWijzigen", { id, bron }, kring, { "BronWijzigingInvoer.status": status }, gezien(i + 1));
        return bron;
    }

    /** As if everybody had just given password and code again: on a slow machine the proof takes longer than a session lasts. */
    bewijsOpnieuw() {
        this.sql("update toegang.sessie set bewezen_op = now(), laatst_op = now(), begonnen_op = now()");
    }

    /** An extract with one mention; its id. */
    async verstrek(n: Nummer, id: string, kring: Kring, vermelding: string, meer: Gegeven = {}): Promise<string> {
        this.sql(`update toegang.sessie set bewezen_op = now() where gebruiker = '${this.huis(n).hoederId}'; insert into verstrekking.dagbudget values (${n}, 1000) on conflict do nothing`);
        const a = await this.post(n, "verstrekkingVastleggen", { id }, kring, { "VerstrekkingNieuwInvoer.feiten": [{ soort: "vermelding", rij: vermelding }], ...meer });
        this.merkAan(kring, a.lijf.id);
        return a.lijf.id;
    }

    /** Lets colleagues join a casus: check 2A names them first. */
    async deel(n: Nummer, casus: { id: string; kring: Kring }, leden: { gebruiker: string; tot?: string | null }[]) {
        if (leden.length === 0) return;
        this.bewijsOpnieuw();
        await this.toets(n, casus.id, casus.kring, { soort: "2a", leden: leden.map((x) => x.gebruiker) });
        for (const lid of leden) {
            const a = await this.huis(n).hoeder.roep("POST", `/v1/casussen/${casus.id}/leden`, { tot: null, ...lid });
            assert.ok(a.status < 300, a.tekst);
        }
    }

    async versie(n: Nummer, pad: string): Promise<number> {
        return (await this.huis(n).hoeder.eis(200, "GET", pad)).lijf.versie;
    }

    /** A file in a dossier, inspected; its id. */
    async bestand(n: Nummer, over: "signaal" | "casus", id: string, kring: Kring): Promise<string> {
        const a = await this.post(n, `${over}DocumentToevoegen`, { id }, kring, {}, { bestandsnaam: `${this.woord(kring)}.txt`, "document-bron": this.woord(kring) });
        this.merkAan(kring, a.lijf.id);
        this.documenten.set(a.lijf.id, over);
        // asked of the database: looking through the API would stand in the read log
        for (let i = 0; i < 300 && this.sql(`select staat from documenten.document where id = '${a.lijf.id}'`)[0] === "wordt_gecontroleerd"; ++i) await new Promise((ok) => setTimeout(ok, 20));
        return a.lijf.id;
    }

    /** A new child of a casus; its id. */
    async kind(n: Nummer, naam: string, casus: string, kring: Kring, wens: Gegeven = {}): Promise<string> {
        const meer: Gegeven = naam === "bronToevoegen" ? { "BronNieuwInvoer.vraag": this.woord(kring) } : naam === "casusVermeldingToevoegen" ? { soort: "bedrijf", sleutel: kvk } : {};
        const a = await this.post(n, naam, { id: casus }, kring, { ...meer, ...wens });
        this.merkAan(kring, a.lijf.id);
        return a.lijf.id;
    }
}
