// SPDX-License-Identifier: EUPL-1.2
// A map of somebody else under ours. The server fetches it (the browser speaks to nobody else) and says "not yet" while it does.
import TileLayer from 'ol/layer/Tile';
import ImageTileSource from 'ol/source/ImageTile';
import { fetchFile } from '../basis/api';

/** The waits before asking again: the server itself waits a moment too. */
const WACHT = [300, 700, 1_200, 2_000, 3_000, 4_000];

async function tegel(z: number, x: number, y: number, signal: AbortSignal): Promise<ImageBitmap> {
  for (const wacht of WACHT) {
    const beeld = await fetchFile(`/v1/kaart/achtergrond/${z}/${x}/${y}`);
    if (beeld.size > 0) return createImageBitmap(beeld);
    await new Promise((klaar) => setTimeout(klaar, wacht));
    signal.throwIfAborted();
  }
  throw new Error('the tile did not come');
}

/** `meld` hears of every tile whether it came. */
export function maakAchtergrond(dichtste: number, meld: (kwam: boolean) => void): TileLayer {
  return new TileLayer({
    source: new ImageTileSource({
      minZoom: 7,
      maxZoom: dichtste,
      wrapX: false,
      transition: 0,
      loader: async (z, x, y, { signal }) => {
        try {
          const beeld = await tegel(z, x, y, signal);
          meld(true);
          return beeld;
        } catch (error) {
          if (!signal.aborted) meld(false);
          throw error;
        }
      },
    }),
  });
}
