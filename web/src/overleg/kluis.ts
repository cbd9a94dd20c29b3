// SPDX-License-Identifier: EUPL-1.2
// Keeps unsent work of a meeting over a reload of the page (ADR 0048). A browser writes what it keeps to disk, so only
// ciphertext is kept, under a key that follows from the session and never leaves memory: when the session is gone, so is
// what was kept. Where the browser has no cryptography (plain http to another host) nothing is kept.
import type { Bewaarplek } from './bewerkingen';

const NAAM = 'damwand.overleg.';
const IV = 12;

const sleutelVan = async (geheim: string): Promise<CryptoKey> => {
  const bron = await crypto.subtle.importKey('raw', new TextEncoder().encode(geheim), 'HKDF', false, ['deriveKey']);
  const zout = new TextEncoder().encode('damwand overleg');
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: zout, info: new Uint8Array() },
    bron,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
};

/** `wat`: an id of what the work belongs to; `geheim`: known to the session of the moment only. */
export function kluis(wat: string, geheim: () => string, opslag: Storage = sessionStorage): Bewaarplek {
  const plek = `${NAAM}${wat}`;
  if (globalThis.crypto?.subtle === undefined) return { lees: async () => null, schrijf: async () => undefined };
  let vorige: { geheim: string; sleutel: Promise<CryptoKey> } | null = null;
  const sleutel = (): Promise<CryptoKey> => {
    if (vorige?.geheim !== geheim()) vorige = { geheim: geheim(), sleutel: sleutelVan(geheim()) };
    return vorige.sleutel;
  };
  return {
    async lees() {
      const bewaard = opslag.getItem(plek);
      if (bewaard === null) return null;
      try {
        const bytes = Uint8Array.from(atob(bewaard), (teken) => teken.charCodeAt(0));
        const open = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: bytes.slice(0, IV) },
          await sleutel(),
          bytes.slice(IV),
        );
        return new TextDecoder().decode(open);
      } catch {
        // Of another session, and for nobody to read any more.
        opslag.removeItem(plek);
        return null;
      }
    },
    async schrijf(tekst) {
      if (tekst === null) {
        opslag.removeItem(plek);
        return;
      }
      const iv = crypto.getRandomValues(new Uint8Array(IV));
      const dicht = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv },
        await sleutel(),
        new TextEncoder().encode(tekst),
      );
      opslag.setItem(plek, btoa(String.fromCharCode(...iv, ...new Uint8Array(dicht))));
    },
  };
}
