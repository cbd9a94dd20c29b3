// SPDX-License-Identifier: EUPL-1.2
// The pseudonym of a data subject in the processing log, worked out a second time: BLAKE2b with a key (RFC 7693), 32
// bytes, over the organisation and the id.
const vol = (1n << 64n) - 1n;
const iv = ["6a09e667f3bcc908", "bb67ae8584caa73b", "3c6ef372fe94f82b", "a54ff53a5f1d36f1", "510e527fade682d1", "9b05688c2b3e6c1f", "1f83d9abfb41bd6b", "5be0cd19137e2179"].map((h) => BigInt(`0x${h}`));
const sigma = ["0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8", "905724afe1bc683d", "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a", "6fe9b308c2d714a5", "a2847615fb9e3cd0"];
const wissel = [[0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15], [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14]] as const;

/** BLAKE2b of at most 128 bytes, keyed. */
export function blake2b(sleutel: Uint8Array, invoer: Uint8Array, lengte = 32): Buffer {
    const h = [...iv];
    h[0]! ^= BigInt(0x01010000 ^ (sleutel.length << 8) ^ lengte);
    const blokken = [Buffer.concat([sleutel, Buffer.alloc(128 - sleutel.length)]), Buffer.concat([invoer, Buffer.alloc(128 - invoer.length)])];
    for (const [nr, blok] of blokken.entries()) {
        const laatste = nr === blokken.length - 1;
        const m = Array.from({ length: 16 }, (_, i) => blok.readBigUInt64LE(i * 8));
        const v = [...h, ...iv];
        v[12]! ^= BigInt(laatste ? 128 + invoer.length : 128);
        if (laatste) v[14]! ^= vol;
        const draai = (x: bigint, n: bigint) => ((x >> n) | (x << (64n - n))) & vol;
        for (let ronde = 0; ronde < 12; ++ronde) {
            const s = sigma[ronde % 10]!;
            for (const [i, [a, b, c, d]] of wissel.entries()) {
                const woord = (plek: number) => m[Number.parseInt(s[plek]!, 16)]!;
                v[a] = (v[a]! + v[b]! + woord(2 * i)) & vol;
                v[d] = draai(v[d]! ^ v[a]!, 32n);
                v[c] = (v[c]! + v[d]!) & vol;
                v[b] = draai(v[b]! ^ v[c]!, 24n);
                v[a] = (v[a]! + v[b]! + woord(2 * i + 1)) & vol;
                v[d] = draai(v[d]! ^ v[a]!, 16n);
                v[c] = (v[c]! + v[d]!) & vol;
                v[b] = draai(v[b]! ^ v[c]!, 63n);
            }
        }
        for (let i = 0; i < 8; ++i) h[i]! ^= v[i]! ^ v[i + 8]!;
    }
    const uit = Buffer.alloc(64);
    for (const [i, w] of h.entries()) uit.writeBigUInt64LE(w, i * 8);
    return uit.subarray(0, lengte);
}

export function pseudoniem(sleutel: Uint8Array, organisatie: number, id: string): string {
    return blake2b(sleutel, Buffer.concat([Buffer.from([organisatie >> 8, organisatie & 255]), Buffer.from(id.replaceAll("-", ""), "hex")])).toString("hex");
}
