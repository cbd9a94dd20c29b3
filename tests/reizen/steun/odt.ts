// SPDX-License-Identifier: EUPL-1.2
import { inflateRawSync } from "node:zlib";

/** The parts of a packed file (ODT, XLSX, ZIP) by name, unpacked. Read from the central directory: sizes stand there for certain. */
export function delenVanZip(bytes: Buffer): Map<string, Buffer> {
    const uit = new Map<string, Buffer>();
    for (let plek = bytes.indexOf("PK\x01\x02"); plek >= 0; plek = bytes.indexOf("PK\x01\x02", plek + 4)) {
        const naam = bytes.toString("utf8", plek + 46, plek + 46 + bytes.readUInt16LE(plek + 28));
        const begin = bytes.readUInt32LE(plek + 42);
        const inhoud = begin + 30 + bytes.readUInt16LE(begin + 26) + bytes.readUInt16LE(begin + 28);
        const deel = bytes.subarray(inhoud, inhoud + bytes.readUInt32LE(plek + 20));
        uit.set(naam, bytes.readUInt16LE(plek + 10) === 8 ? inflateRawSync(deel) : deel);
    }
    return uit;
}

/** The words of a text document, a line for each paragraph. */
export function tekstVanOdt(bytes: Buffer): string {
    const inhoud = delenVanZip(bytes).get("content.xml");
    if (!inhoud) throw new Error("no content.xml");
    return inhoud.toString("utf8").replaceAll(/<\/text:[ph]>|<text:line-break\/>/g, "\n").replaceAll(/<[^>]+>/g, "").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
