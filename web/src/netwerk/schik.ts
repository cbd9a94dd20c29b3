// SPDX-License-Identifier: EUPL-1.2
// Asks the worker for places. A later question makes an earlier one void.
import type { Punt, Sleutel, Tekening } from './model';
import type { Schikking, Schikvraag } from './schikker';

export class Schik {
  private readonly werker = new Worker(new URL('./schikker.ts', import.meta.url), { type: 'module' });
  private nummer = 0;

  constructor(klaar: (plaats: Record<Sleutel, Punt>) => void) {
    this.werker.onmessage = ({ data }: MessageEvent<Schikking>) => {
      if (data.nummer === this.nummer) klaar(data.plaats);
    };
  }
  /** `vast`: these stay where they are; the others get a place around them. */
  vraag(tekening: Tekening, vast: Readonly<Record<Sleutel, Punt>>, lagen: Schikvraag['lagen'] = null): void {
    this.nummer += 1;
    const vraag: Schikvraag = {
      nummer: this.nummer,
      knopen: tekening.elementen.map((one) => ({ id: one.sleutel, plaats: vast[one.sleutel] ?? null })),
      lijnen: tekening.lijnen.map((one) => [one.van, one.naar]),
      lagen,
    };
    this.werker.postMessage(vraag);
  }
  weg(): void {
    this.werker.terminate();
  }
}
