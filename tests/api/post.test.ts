// SPDX-License-Identifier: EUPL-1.2
// Mail against a real SMTP server: over TLS only, after a refusal again, once a day; and nothing of what it is about in a single byte.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { SMTPServer } from "smtp-server";
import { gezien, Klant, maakGebruiker, nieuweGegevens, opdracht, ruimOp, Server, sql } from "../reizen/steun/server.ts";

const kanarie = "kanariepiet";
let map: string;
let server: Server | undefined;
let smtp: SMTPServer;
/** Everything that came in, with whether the line was sealed. */
const ontvangen: { tekst: string; veilig: boolean; aan: string[] }[] = [];
let weigert = 0;

before(async () => {
    map = nieuweGegevens();
    const [sleutel, bewijs] = [join(map, "mail.key"), join(map, "mail.pem")];
    execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", sleutel, "-out", bewijs], { stdio: "ignore" });
    writeFileSync(join(map, "mail.wachtwoord"), "geheim van de post\n");
    chmodSync(join(map, "mail.wachtwoord"), 0o400);
    smtp = new SMTPServer({
        key: readFileSync(sleutel),
        cert: readFileSync(bewijs),
        onAuth: (wie, _sessie, klaar) => (wie.username === "damwand" && wie.password === "geheim van de post" ? klaar(null, { user: "damwand" }) : klaar(new Error("no"))),
        onData(stroom, sessie, klaar) {
            let tekst = "";
            stroom.on("data", (d: Buffer) => (tekst += d.toString("latin1")));
            stroom.on("end", () => {
                if (weigert > 0) {
                    --weigert;
                    return klaar(Object.assign(new Error("later"), { responseCode: 451 }));
                }
                ontvangen.push({ tekst, veilig: sessie.secure, aan: sessie.envelope.rcptTo.map((een) => een.address) });
                klaar();
            });
        },
    });
    await new Promise<void>((klaar) => smtp.listen(0, "127.0.0.1", klaar));
});
after(async () => {
    await server?.stop();
    await new Promise<void>((klaar) => smtp.close(() => klaar()));
    if (map) ruimOp(map);
});

const wacht = async (tot: () => boolean, wat: string) => {
    for (let i = 0; i < 1200 && !tot(); ++i) await new Promise((klaar) => setTimeout(klaar, 100));
    assert.ok(tot(), wat);
};

test("een mail noemt aantallen en een adres, gaat over TLS, en na een weigering nog eens", { timeout: 300_000 }, async () => {
    const wie = maakGebruiker(map, "damstede", "trekker", `Hanna ${kanarie}`, "coordinator");
    server = await Server.start(map);
    const klant = await Klant.meldAan(server.url, wie, -1);
    const ik = (await klant.eis(200, "GET", "/v1/sessie")).lijf.gebruiker.id;
    let signaal = (await klant.eis(201, "POST", "/v1/signalen", { titel: `Loods ${kanarie}`, omschrijving: kanarie, bron: "inwoner" })).lijf;
    signaal = (await klant.eis(200, "POST", `/v1/signalen/${signaal.id}/overgangen`, { naar: "in_weging" }, gezien(signaal.versie))).lijf;
    for (const [nummer, uitkomst] of ["ja", "ja", "gecompliceerd"].entries())
        signaal = (await klant.eis(201, "POST", `/v1/signalen/${signaal.id}/wegingen`, { stap: nummer + 1, antwoorden: [], uitkomst, motivering: "Zo." }, gezien(signaal.versie))).lijf;
    const casus = (await klant.eis(201, "POST", "/v1/casussen", { signalen: [signaal.id], werknaam: `Werknaam ${kanarie}`, thema: "drugs", trekker: ik })).lijf;
    for (const nr of [1, 2]) await klant.eis(201, "POST", `/v1/casussen/${casus.id}/acties`, { wat: `Bel ${kanarie} ${nr}`, eigenaar: ik, datum: "2099-01-01" });
    sql(map, "beheer", `set damwand.operatie = '${crypto.randomUUID()}'; update actie.actie set datum = basis.vandaag() - 1 where wat like '%1'; update actie.actie set datum = basis.vandaag() + 1 where wat like '%2'`);
    assert.throws(() => opdracht("gebruiker", "adres", "--organisatie", "damstede", "--gebruikersnaam", "trekker", "--adres", "geen adres", "--map", map));
    opdracht("gebruiker", "adres", "--organisatie", "damstede", "--gebruikersnaam", "trekker", "--adres", "trekker@damstede.example", "--map", map);
    await server.stop();

    weigert = 1;
    const poort = (smtp.server.address() as AddressInfo).port;
    Object.assign(process.env, {
        DAMWAND_POST_SERVER: `smtp://localhost:${poort}`, DAMWAND_POST_AFZENDER: "damwand@damstede.example", DAMWAND_POST_GEBRUIKER: "damwand",
        DAMWAND_POST_WACHTWOORD_BESTAND: join(map, "mail.wachtwoord"), DAMWAND_POST_CA_BESTAND: join(map, "mail.pem"),
        DAMWAND_POST_SCHERMEN: "https://damwand.damstede.example", DAMWAND_POST_VAN_UUR: "0", DAMWAND_POST_TOT_UUR: "24",
    });
    server = await Server.start(map);
    await wacht(() => sql(map, "beheer", "select pogingen from post.uit")[0] === "1", "the first attempt");
    assert.equal(ontvangen.length, 0);
    assert.deepEqual(sql(map, "beheer", "select verstuurd_op is null, gestopt_op is null, volgende > basis.nu() from post.uit"), ["t|t|t"]);
    sql(map, "beheer", "update post.uit set volgende = basis.nu()");  // two minutes later
    await wacht(() => ontvangen.length === 1, "the second attempt");
    const [mail] = ontvangen;
    assert.ok(mail?.veilig, "sealed");
    assert.deepEqual(mail?.aan, ["trekker@damstede.example"]);
    assert.match(mail?.tekst ?? "", /Subject: Damwand: 2 dingen wachten op u/);
    assert.match(mail?.tekst ?? "", /- 1 actie is te laat\r\n- 1 actie moet binnen twee dagen klaar zijn\r\n/);
    assert.match(mail?.tekst ?? "", /https:\/\/damwand\.damstede\.example\/acties\r\n/);
    for (const geheim of [kanarie, casus.id, casus.kenmerk, signaal.kenmerk, ik, "Loods", "Hanna"]) assert.ok(!mail?.tekst.includes(geheim), geheim);
    await wacht(() => sql(map, "beheer", "select count(*) from post.uit where verstuurd_op is not null")[0] === "1", "written down");
    assert.ok(!server.gezegd.includes("trekker@"), "no address in the technical log");

    // the same day again: nothing more; and a server without TLS gets nothing
    await server.stop();
    server = await Server.start(map);
    await new Promise((klaar) => setTimeout(klaar, 1500));
    assert.equal(ontvangen.length, 1);
    assert.deepEqual(sql(map, "beheer", "select count(*) from post.uit"), ["1"]);
});

test("zonder TLS gaat er niets uit", { timeout: 120_000 }, async () => {
    const open = new SMTPServer({ hideSTARTTLS: true, authOptional: true, disabledCommands: ["STARTTLS"], onData: (stroom, _s, klaar) => (stroom.resume(), stroom.on("end", () => (ontvangen.push({ tekst: "", veilig: false, aan: [] }), klaar()))) });
    await new Promise<void>((klaar) => open.listen(0, "127.0.0.1", klaar));
    sql(map, "beheer", "update post.uit set verstuurd_op = null, pogingen = 0, volgende = basis.nu() + interval '3 seconds'");
    await server?.stop();
    process.env.DAMWAND_POST_SERVER = `smtp://localhost:${(open.server.address() as AddressInfo).port}`;
    server = await Server.start(map);
    await wacht(() => sql(map, "beheer", "select pogingen from post.uit")[0] === "1", "an attempt");
    assert.equal(ontvangen.length, 1);
    await new Promise<void>((klaar) => open.close(() => klaar()));
});
