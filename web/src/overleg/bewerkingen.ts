// SPDX-License-Identifier: EUPL-1.2
// What is typed in a meeting, on its way to the server. An edit is an operation on one field with the version it was made on
// and a key of its own. It is kept until the server's receipt and sent again under the same key: after no answer it is not
// known whether it was stored, and the same key is never stored twice. The server puts operations in order and merges; when
// two people wrote in the same paragraph, both texts are kept here until somebody has chosen.
import type { Bewerking, Bewerkveld, Collega, Id, Ontvangst } from '../api/typen';
import { ApiError, NetworkError } from '../basis/api';
import { voegSamen, zetBeide } from './samen';

/** Two people wrote in the same paragraph; what is mine stands in the field. */
export interface Botsing {
  hunne: string;
  /** Null: the server did not say who. */
  door: Collega | null;
  versie: number;
}

export interface Veldstand {
  /** What stands in the field on this screen. */
  tekst: string;
  /** `gelijk`: the server has it. `wacht`: typed, or sent without a receipt yet. */
  staat: 'gelijk' | 'wacht' | 'botsing' | 'geweigerd';
  botsing: Botsing | null;
  fout: unknown;
}

interface Veld {
  punt: Id;
  veld: Bewerkveld;
  /** What the server had, and its version, when the words on this screen were last brought level with it. */
  basis: { waarde: string; versie: number };
  tekst: string;
  /** Sent, and no receipt yet. */
  onderweg: Bewerking | null;
  /** The newest that was read of the server while an operation was under way. */
  nieuws: { waarde: string; versie: number } | null;
  botsing: Botsing | null;
  fout: unknown;
}

/** Where unsent work is kept for the time that the page is loaded anew. */
export interface Bewaarplek {
  lees(): Promise<string | null>;
  /** Null: there is nothing left to keep. */
  schrijf(tekst: string | null): Promise<void>;
}

interface Opties {
  stuur: (bewerking: Bewerking) => Promise<Ontvangst>;
  plek?: Bewaarplek;
  /** After the last key; short, because colleagues look on. */
  pauzeMs?: number;
  eersteMs?: number;
  langsteMs?: number;
}

const BEGIN: Veldstand = { tekst: '', staat: 'gelijk', botsing: null, fout: null };

/** True when nothing is known of the fate of a request, or the server asked to come again. */
function komtTerug(error: unknown): boolean {
  if (error instanceof NetworkError) return true;
  return error instanceof ApiError && (error.status >= 500 || [401, 408, 429].includes(error.status));
}

export class Bewerkingen {
  readonly #opties: Required<Omit<Opties, 'plek'>> & { plek: Bewaarplek | undefined };
  readonly #velden = new Map<string, Veld>();
  readonly #standen = new Map<string, Veldstand>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #pogingen = new Map<string, number>();
  readonly #luisteraars = new Set<() => void>();
  #onverzonden = 0;
  #bereikbaar = true;
  #schrijft: Promise<void> = Promise.resolve();

  constructor({ stuur, plek, pauzeMs = 250, eersteMs = 500, langsteMs = 15_000 }: Opties) {
    this.#opties = { stuur, plek, pauzeMs, eersteMs, langsteMs };
  }

  static #naam = (punt: Id, veld: Bewerkveld) => `${punt} ${veld}`;

  // --- for the screen

  volg = (vertel: () => void): (() => void) => {
    this.#luisteraars.add(vertel);
    return () => this.#luisteraars.delete(vertel);
  };

  stand(punt: Id, veld: Bewerkveld): Veldstand {
    return this.#standen.get(Bewerkingen.#naam(punt, veld)) ?? BEGIN;
  }

  /** How many fields hold words that the server has not acknowledged. */
  get onverzonden(): number {
    return this.#onverzonden;
  }

  /** False from a request without an answer to the next receipt. */
  get bereikbaar(): boolean {
    return this.#bereikbaar;
  }

  /** What the server has, as it was read. Unsent words stay, and a colleague's come in around them. */
  nieuws(punt: Id, veld: Bewerkveld, waarde: string, versie: number): void {
    const naam = Bewerkingen.#naam(punt, veld);
    const een = this.#velden.get(naam);
    if (een === undefined) {
      this.#zet({
        punt,
        veld,
        basis: { waarde, versie },
        tekst: waarde,
        onderweg: null,
        nieuws: null,
        botsing: null,
        fout: null,
      });
      return;
    }
    if (versie <= een.basis.versie) return;
    if (een.onderweg !== null) {
      if (een.nieuws === null || een.nieuws.versie < versie) een.nieuws = { waarde, versie };
      return;
    }
    this.#neemOver(een, waarde, versie);
    this.#zet(een);
  }

  typ(punt: Id, veld: Bewerkveld, tekst: string): void {
    const een = this.#velden.get(Bewerkingen.#naam(punt, veld));
    if (een === undefined) return;
    een.tekst = tekst;
    een.fout = null;
    this.#zet(een);
    this.#plan(een, this.#opties.pauzeMs);
  }

  /** After a clash: what is to stand there. */
  kies(punt: Id, veld: Bewerkveld, keuze: 'beide' | 'mijne' | 'hunne'): void {
    const een = this.#velden.get(Bewerkingen.#naam(punt, veld));
    if (een === undefined || een.botsing === null) return;
    const { hunne, versie } = een.botsing;
    const mijne = een.tekst;
    een.basis = { waarde: hunne, versie };
    een.botsing = null;
    een.tekst = keuze === 'mijne' ? mijne : keuze === 'hunne' ? hunne : zetBeide(hunne, mijne);
    this.#zet(een);
    this.#plan(een, 0);
  }

  /** Sends what waits, now: after a refusal was mended, or when the network is back. */
  probeer = (): void => {
    for (const een of this.#velden.values()) {
      een.fout = null;
      this.#pogingen.delete(Bewerkingen.#naam(een.punt, een.veld));
      this.#plan(een, 0);
    }
  };

  /** What was kept when this page was left without a receipt. Once, before anything else. */
  async herstel(): Promise<void> {
    const tekst = await this.#opties.plek?.lees();
    if (!tekst) return;
    for (const een of JSON.parse(tekst) as Veld[]) {
      this.#zet(een);
      this.#plan(een, 0);
    }
  }

  /** What is unsent now is in the place where it is kept. */
  bewaard(): Promise<void> {
    return this.#schrijft;
  }

  /** Ends all timers; what was not acknowledged stays kept. */
  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  // --- inside

  /** Words of the server come in: as they are, or around what was typed; a clash is the server's to say, so it waits. */
  #neemOver(een: Veld, waarde: string, versie: number): void {
    if (een.botsing !== null) {
      if (versie > een.botsing.versie) een.botsing = { ...een.botsing, hunne: waarde, versie };
      return;
    }
    const samen = een.tekst === een.basis.waarde ? waarde : voegSamen(een.basis.waarde, een.tekst, waarde);
    if (samen === null) return;
    een.basis = { waarde, versie };
    een.tekst = samen;
  }

  #zet(een: Veld): void {
    const naam = Bewerkingen.#naam(een.punt, een.veld);
    this.#velden.set(naam, een);
    let staat: Veldstand['staat'] = 'wacht';
    if (een.botsing !== null) staat = 'botsing';
    else if (een.fout !== null) staat = 'geweigerd';
    else if (een.onderweg === null && een.tekst === een.basis.waarde) staat = 'gelijk';
    this.#standen.set(naam, { tekst: een.tekst, staat, botsing: een.botsing, fout: een.fout });
    this.#vertel();
  }

  #vertel(): void {
    const open = [...this.#velden.values()].filter((een) => een.onderweg !== null || een.tekst !== een.basis.waarde);
    this.#onverzonden = open.length;
    for (const vertel of this.#luisteraars) vertel();
    const plek = this.#opties.plek;
    if (plek === undefined) return;
    const tekst = open.length === 0 ? null : JSON.stringify(open.map((een) => ({ ...een, fout: null, nieuws: null })));
    // One after the other, or an older copy could end up over a newer one.
    this.#schrijft = this.#schrijft.then(() => plek.schrijf(tekst)).catch(() => undefined);
  }

  #plan(een: Veld, ms: number): void {
    const naam = Bewerkingen.#naam(een.punt, een.veld);
    clearTimeout(this.#timers.get(naam));
    this.#timers.set(
      naam,
      setTimeout(() => {
        this.#timers.delete(naam);
        void this.#verstuur(een);
      }, ms),
    );
  }

  readonly #bezig = new Set<string>();

  async #verstuur(een: Veld): Promise<void> {
    const naam = Bewerkingen.#naam(een.punt, een.veld);
    if (this.#bezig.has(naam)) return;
    if (een.onderweg === null) {
      if (een.botsing !== null || een.tekst === een.basis.waarde) return;
      een.onderweg = {
        sleutel: crypto.randomUUID(),
        punt: een.punt,
        veld: een.veld,
        gezien: een.basis.versie,
        waarde: een.tekst,
      };
      this.#zet(een);
    }
    this.#bezig.add(naam);
    try {
      const ontvangst = await this.#opties.stuur(een.onderweg);
      this.#bereikbaar = true;
      this.#pogingen.delete(naam);
      this.#verwerk(een, een.onderweg, ontvangst);
    } catch (error) {
      if (komtTerug(error)) {
        this.#bereikbaar = !(error instanceof NetworkError);
        const poging = this.#pogingen.get(naam) ?? 0;
        this.#pogingen.set(naam, poging + 1);
        this.#plan(een, Math.min(this.#opties.eersteMs * 2 ** poging, this.#opties.langsteMs));
      } else {
        // Refused: it was not stored. The words stay on the screen.
        een.onderweg = null;
        een.fout = error;
      }
      this.#zet(een);
    } finally {
      this.#bezig.delete(naam);
      if (een.onderweg === null && een.fout === null && !this.#timers.has(naam)) this.#plan(een, 0);
    }
  }

  #verwerk(een: Veld, gestuurd: Bewerking, { uitkomst, waarde, versie, anders }: Ontvangst): void {
    een.onderweg = null;
    if (uitkomst === 'botsing') {
      een.botsing = {
        hunne: anders?.waarde ?? waarde,
        door: anders?.door ?? null,
        versie: anders?.versie ?? versie,
      };
    } else {
      // Typed on meanwhile: those words were written on top of what was sent.
      const samen = een.tekst === gestuurd.waarde ? waarde : voegSamen(gestuurd.waarde, een.tekst, waarde);
      if (samen === null) {
        een.botsing = { hunne: waarde, door: anders?.door ?? null, versie };
      } else {
        een.basis = { waarde, versie };
        een.tekst = samen;
      }
    }
    const nieuws = een.nieuws;
    een.nieuws = null;
    if (nieuws !== null && nieuws.versie > (een.botsing?.versie ?? een.basis.versie)) {
      this.#neemOver(een, nieuws.waarde, nieuws.versie);
    }
    this.#zet(een);
  }
}
