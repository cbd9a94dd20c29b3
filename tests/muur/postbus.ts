// SPDX-License-Identifier: EUPL-1.2
// A mail server on this machine that keeps every letter, for the proof to read as whoever gets it would.
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type Brief = { aan: string; tekst: string };

/** What stands in a letter: as it was sent, and beside it every part that was packed to travel. */
export function gelezen(ruw: string): string {
    const uit = [ruw];
    for (const [, stuk = ""] of ruw.matchAll(/content-transfer-encoding: base64\r\n(?:[^\r\n]+\r\n)*\r\n([A-Za-z0-9+/=\r\n]+)/gi)) uit.push(Buffer.from(stuk, "base64").toString("utf8"));
    return uit.join("\n");
}

export class Postbus {
    readonly brieven: Brief[] = [];
    readonly #smtp: SMTPServer;

    private constructor(smtp: SMTPServer) {
        this.#smtp = smtp;
    }

    /** Opens it, and points the program at it: servers that start after this send their mail here. */
    static async open(): Promise<Postbus> {
        const smtp = new SMTPServer({
            hideSTARTTLS: true, authOptional: true, disabledCommands: ["STARTTLS", "AUTH"],
            onData(stroom, sessie, klaar) {
                const stukken: Buffer[] = [];
                stroom.on("data", (d: Buffer) => stukken.push(d)).on("end", () => {
                    for (const { address } of sessie.envelope.rcptTo) bus.brieven.push({ aan: address, tekst: gelezen(Buffer.concat(stukken).toString("utf8")) });
                    klaar();
                });
            },
        });
        const bus = new Postbus(smtp);
        await new Promise<void>((klaar) => smtp.listen(0, "127.0.0.1", klaar));
        Object.assign(process.env, {
            DAMWAND_POST_SERVER: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, DAMWAND_POST_AFZENDER: "damwand@damstede.example",
            DAMWAND_POST_SCHERMEN: "https://damwand.damstede.example", DAMWAND_POST_VAN_UUR: "0", DAMWAND_POST_TOT_UUR: "24",
        });
        return bus;
    }

    async sluit(): Promise<void> {
        for (const naam of Object.keys(process.env)) if (naam.startsWith("DAMWAND_POST_")) delete process.env[naam];
        await new Promise<void>((klaar) => this.#smtp.close(() => klaar()));
    }
}
