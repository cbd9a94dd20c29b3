// SPDX-License-Identifier: EUPL-1.2
import { inflateRawSync } from "node:zlib";

/** The words of a text document, a line for each paragraph. */
export function tekstVanOdt(bytes: Buffer): string {
    const naam = Buffer.from("content.xml");
    // from the central directory: the sizes of a part stand there for certain
    for (let plek = bytes.indexOf("PK\x01\x02"); plek >= 0; plek = bytes.indexOf("PK\x01\x02", plek + 4)) {
        if (!bytes.subarray(plek + 46, plek + 46 + bytes.readUInt16LE(plek + 28)).equals(naam)) continue;
        const begin = bytes.readUInt32LE(plek + 42);
        const inhoud = begin + 30 + bytes.readUInt16LE(begin + 26) + bytes.readUInt16LE(begin + 28);
        const deel = bytes.subarray(inhoud, inhoud + bytes.readUInt32LE(plek + 20));
        const xml = (bytes.readUInt16LE(plek + 10) === 8 ? inflateRawSync(deel) : deel).toString("utf8");
        return xml.replaceAll(/<\/text:[ph]>|<text:line-break\/>/g, "\n").replaceAll(/<[^>]+>/g, "").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
    }
    throw new Error("no content.xml");
}
