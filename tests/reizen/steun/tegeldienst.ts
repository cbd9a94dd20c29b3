// SPDX-License-Identifier: EUPL-1.2
// A tile service as somebody else runs it: every tile the same picture, a pale ground with roads over it.
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { crc32, deflateSync } from "node:zlib";

const zijde = 256;

function stuk(soort: string, inhoud: Buffer): Buffer {
    const lijf = Buffer.concat([Buffer.from(soort), inhoud]);
    const uit = Buffer.alloc(8 + lijf.length);
    uit.writeUInt32BE(inhoud.length, 0);
    lijf.copy(uit, 4);
    uit.writeUInt32BE(crc32(lijf), 4 + lijf.length);
    return uit;
}

/** A grey PNG with a road across, one down and one aslant. */
function beeld(): Buffer {
    const punten = Buffer.alloc((zijde + 1) * zijde, 236);
    for (let y = 0; y < zijde; y++) {
        punten[y * (zijde + 1)] = 0; // no filter
        for (let x = 0; x < zijde; x++) {
            const weg = Math.min(Math.abs(y - 90), Math.abs(x - 170), Math.abs(x - y));
            if (weg < 7) punten[y * (zijde + 1) + 1 + x] = weg > 4 ? 190 : 255;
        }
    }
    const kop = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
    kop.writeUInt32BE(zijde, 0);
    kop.writeUInt32BE(zijde, 4);
    return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), stuk("IHDR", kop), stuk("IDAT", deflateSync(punten)), stuk("IEND", Buffer.alloc(0))]);
}

export class Tegeldienst {
    readonly gevraagd: IncomingMessage[] = [];
    private readonly server: Server;
    private constructor() {
        const tegel = beeld();
        this.server = createServer((vraag, antwoord) => {
            this.gevraagd.push(vraag);
            antwoord.writeHead(200, { "content-type": "image/png", "set-cookie": "volg=mij" }).end(tegel);
        });
    }
    /** Listens, and says in the environment of the programs started from here that this is their background map. */
    static async start(bron: string): Promise<Tegeldienst> {
        const uit = new Tegeldienst();
        await new Promise<void>((klaar) => uit.server.listen(0, "127.0.0.1", klaar));
        uit.server.unref();
        process.env.DAMWAND_ACHTERGRONDKAART_ADRES = `http://127.0.0.1:${(uit.server.address() as AddressInfo).port}/grijs/{z}/{x}/{y}.png`;
        process.env.DAMWAND_ACHTERGRONDKAART_BRON = bron;
        return uit;
    }
    stop(): void {
        this.server.close();
        this.server.closeAllConnections();
    }
}
