// SPDX-License-Identifier: EUPL-1.2
// A screenshot for the handbook: the same picture in fewer bytes (the browser compresses fast, not small).
import { crc32, deflateSync, inflateSync } from "node:zlib";

type Brok = { soort: string; inhoud: Buffer };

function brokken(png: Buffer): Brok[] {
    const uit: Brok[] = [];
    for (let plek = 8; plek < png.length; ) {
        const lengte = png.readUInt32BE(plek);
        uit.push({ soort: png.toString("latin1", plek + 4, plek + 8), inhoud: png.subarray(plek + 8, plek + 8 + lengte) });
        plek += 12 + lengte;
    }
    return uit;
}

function paeth(links: number, boven: number, schuin: number): number {
    const p = links + boven - schuin;
    const [a, b, c] = [Math.abs(p - links), Math.abs(p - boven), Math.abs(p - schuin)];
    return a <= b && a <= c ? links : b <= c ? boven : schuin;
}

/** Pixel rows without the filters that the encoder chose. */
function ongefilterd(rijen: Buffer, breedte: number, bpp: number): Buffer[] {
    const stap = breedte * bpp;
    const uit: Buffer[] = [];
    for (let rij = 0; (rij + 1) * (stap + 1) <= rijen.length; ++rij) {
        const soort = rijen[rij * (stap + 1)];
        const regel = Buffer.from(rijen.subarray(rij * (stap + 1) + 1, (rij + 1) * (stap + 1)));
        const vorige = uit.at(-1) ?? Buffer.alloc(stap);
        for (let i = 0; i < stap; ++i) {
            const links = i >= bpp ? (regel[i - bpp] ?? 0) : 0;
            const boven = vorige[i] ?? 0;
            const schuin = i >= bpp ? (vorige[i - bpp] ?? 0) : 0;
            const bij = [0, links, boven, (links + boven) >> 1, paeth(links, boven, schuin)][soort ?? 0] ?? 0;
            regel[i] = ((regel[i] ?? 0) + bij) & 255;
        }
        uit.push(regel);
    }
    return uit;
}

/** The number in the palette for every colour: the most used ones as they are, the others as the nearest of those. */
function palet(kleuren: Map<number, number>): { kleuren: number[]; nummer: Map<number, number> } {
    const vaakst = [...kleuren].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([kleur]) => kleur);
    const gekozen = vaakst.slice(0, 256);
    const nummer = new Map(gekozen.map((kleur, i) => [kleur, i]));
    for (const kleur of vaakst.slice(256)) {
        let beste = 0;
        let afstand = Number.POSITIVE_INFINITY;
        for (const [i, ander] of gekozen.entries()) {
            const [r, g, b] = [(kleur >> 16) - (ander >> 16), ((kleur >> 8) & 255) - ((ander >> 8) & 255), (kleur & 255) - (ander & 255)];
            const d = r * r + g * g + b * b;
            if (d < afstand) [beste, afstand] = [i, d];
        }
        nummer.set(kleur, beste);
    }
    return { kleuren: gekozen, nummer };
}

/** A PNG of 8-bit RGB(A) as one with a palette of 256 colours; only the shades of the edges of letters differ. */
export function klein(png: Buffer): Buffer {
    const delen = brokken(png);
    const kop = delen.find((b) => b.soort === "IHDR")?.inhoud;
    if (!kop || kop[8] !== 8 || (kop[9] !== 2 && kop[9] !== 6)) return png;
    const breedte = kop.readUInt32BE(0);
    const bpp = kop[9] === 2 ? 3 : 4;
    const rijen = ongefilterd(inflateSync(Buffer.concat(delen.filter((b) => b.soort === "IDAT").map((b) => b.inhoud))), breedte, bpp);
    const geteld = new Map<number, number>();
    const pixels = rijen.map((rij) => Uint32Array.from({ length: breedte }, (_, x) => rij.readUIntBE(x * bpp, 3)));
    for (const rij of pixels) for (const kleur of rij) geteld.set(kleur, (geteld.get(kleur) ?? 0) + 1);
    const { kleuren, nummer } = palet(geteld);
    const vlak = Buffer.concat(pixels.map((rij) => Buffer.from([0, ...Array.from(rij, (kleur) => nummer.get(kleur) ?? 0)])));
    const nieuw = Buffer.from(kop);
    nieuw[9] = 3;
    return schrijf([
        { soort: "IHDR", inhoud: nieuw },
        { soort: "PLTE", inhoud: Buffer.from(kleuren.flatMap((k) => [k >> 16, (k >> 8) & 255, k & 255])) },
        { soort: "IDAT", inhoud: deflateSync(vlak, { level: 9 }) },
        { soort: "IEND", inhoud: Buffer.alloc(0) },
    ]);
}

function schrijf(delen: Brok[]): Buffer {
    const uit = [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])];
    for (const { soort, inhoud } of delen) {
        const lengte = Buffer.alloc(4);
        lengte.writeUInt32BE(inhoud.length);
        const lijf = Buffer.concat([Buffer.from(soort, "latin1"), inhoud]);
        const som = Buffer.alloc(4);
        som.writeUInt32BE(crc32(lijf));
        uit.push(lengte, lijf, som);
    }
    return Buffer.concat(uit);
}
