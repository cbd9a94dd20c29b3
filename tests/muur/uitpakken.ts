// SPDX-License-Identifier: EUPL-1.2
// What stands in a letter, a sheet or a PDF: the proof looks for words in what people read, and these are packed.
import { spawnSync } from "node:child_process";
import { inflateRawSync, inflateSync } from "node:zlib";

const isZip = (b: Buffer) => b.length > 22 && b.readUInt32LE(0) === 0x04034b50;
const isPdf = (b: Buffer) => b.subarray(0, 5).toString("latin1") === "%PDF-";
export const ingepakt = (b: Buffer): boolean => isZip(b) || isPdf(b);

/** The parts of a ZIP by name, unpacked; ODT, XLSX and DOCX are ZIPs. Throws where it is no whole ZIP: what the program
 *  makes is never broken, and a part that is skipped would be a part that is not searched. */
function delen(b: Buffer): [string, Buffer][] {
    let einde = b.length - 22;
    while (einde >= 0 && b.readUInt32LE(einde) !== 0x06054b50) --einde;
    if (einde < 0) throw new Error("a ZIP without an end");
    const uit: [string, Buffer][] = [];
    let plek = b.readUInt32LE(einde + 16);
    for (let nog = b.readUInt16LE(einde + 10); nog > 0; --nog) {
        if (b.readUInt32LE(plek) !== 0x02014b50) throw new Error("a ZIP whose list is broken");
        const wijze = b.readUInt16LE(plek + 10);
        const [ingepakt, naam, extra, uitleg] = [b.readUInt32LE(plek + 20), b.readUInt16LE(plek + 28), b.readUInt16LE(plek + 30), b.readUInt16LE(plek + 32)];
        const kop = b.readUInt32LE(plek + 42);
        const begin = kop + 30 + b.readUInt16LE(kop + 26) + b.readUInt16LE(kop + 28);
        const ruw = b.subarray(begin, begin + ingepakt);
        if (wijze !== 0 && wijze !== 8) throw new Error(`a ZIP packed in a way (${wijze}) that nobody taught the proof`);
        uit.push([b.subarray(plek + 46, plek + 46 + naam).toString("utf8"), wijze === 8 ? inflateRawSync(ruw) : ruw]);
        plek += 46 + naam + extra + uitleg;
    }
    return uit.sort(([een], [twee]) => (een < twee ? -1 : 1));
}

/** The text of a PDF as a reader sees it (its letters are numbers of a font, which pdftotext knows), and beside it its streams inflated,
 *  hexadecimal strings read, pieces of one line joined: what is in it and not shown. */
function uitPdf(b: Buffer): string {
    const ruw = b.toString("latin1");
    const stukken = [ruw];
    for (const m of ruw.matchAll(/stream\r?\n/g)) {
        const begin = m.index + m[0].length;
        const einde = ruw.indexOf("endstream", begin);
        if (einde < 0) continue;
        try {
            stukken.push(inflateSync(b.subarray(begin, einde)).toString("latin1"));
        } catch {
            // a picture or a font
        }
    }
    const tekst = stukken.join("\n");
    const hex = [...tekst.matchAll(/<([0-9A-Fa-f]{4,})>/g)].map(([, h = ""]) => Buffer.from(h, "hex").toString("latin1").replaceAll("\0", ""));
    const regels = [...tekst.matchAll(/\[((?:\([^)]*\)[^\])]*)+)\]\s*TJ/g)].map(([, rij = ""]) => [...rij.matchAll(/\(([^)]*)\)/g)].map(([, s]) => s).join(""));
    const gelezen = spawnSync("pdftotext", ["-raw", "-", "-"], { input: b, encoding: "utf8", maxBuffer: 64 << 20 });
    if (gelezen.status !== 0) throw new Error(`pdftotext does not read this: ${gelezen.error?.message ?? gelezen.stderr}`);
    return [tekst, ...hex, ...regels, gelezen.stdout].join("\n");
}

/** Everything that can be read in these bytes, names of parts too; what is packed in what is packed as well. */
export function uitgepakt(b: Buffer, diep = 4): string {
    if (isPdf(b)) return uitPdf(b);
    if (!isZip(b) || diep === 0) return b.toString("utf8");
    return delen(b).map(([naam, inhoud]) => `${naam}\n${uitgepakt(inhoud, diep - 1)}`).join("\n");
}
