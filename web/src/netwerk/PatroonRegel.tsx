// SPDX-License-Identifier: EUPL-1.2
// A pattern of somebody's own, in words.
import type { PatroonBand, PatroonVorm } from '../api/typen';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useWoorden } from './namen';
import { letter } from './patroon';

export function PatroonRegel({ patroon, dagen }: { patroon: PatroonVorm; dagen: number }) {
  const { t, language } = useLanguage();
  const woorden = useWoorden();
  const dag = (one: string | null) => (one === null ? '…' : formatShortDate(one, language));
  const zin = (band: PatroonBand) =>
    t('netwerk.patroon.zin', {
      een: letter(band.van),
      wat: band.soort === null ? t('netwerk.patroon.enig') : woorden.band(band.soort).toLocaleLowerCase(language),
      ander: letter(band.naar),
    }) +
    (band.begin === null && band.eind === null
      ? ''
      : `, ${t('netwerk.patroon.tussen', { begin: dag(band.begin), eind: dag(band.eind) })}`);
  const venster = patroon.banden.flatMap((one, plek) => (one.venster ? [String(plek + 1)] : []));
  return (
    <div className="dw-patroon__regel">
      <p className="nl-paragraph">
        {patroon.onderdelen.map((one, plek) => `${letter(plek)}: ${woorden.soort(one)}`).join(', ')}
      </p>
      <ol className="dw-patroon__zinnen">
        {patroon.banden.map((one, plek) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the ties of a kept pattern never change places
          <li key={plek}>{zin(one)}</li>
        ))}
      </ol>
      {venster.length > 0 && (
        <p className="nl-paragraph">
          {t(patroon.opVolgorde ? 'netwerk.patroon.volgorde.regel' : 'netwerk.patroon.venster.regel', {
            nummers: venster.join(', '),
            dagen,
          })}
        </p>
      )}
    </div>
  );
}
