// SPDX-License-Identifier: EUPL-1.2
// The list twin: the same objects and ties as the chart, in tables, with the same choice.
import { Link } from '@tanstack/react-router';
import { memo, useState } from 'react';
import type { Netwerkknoop } from '../api/typen';
import { Button } from '../basis/button';
import { formatNumber, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { Vlak } from '../basis/vlak';
import { BewijsLijst } from './BewijsLijst';
import type { Keuze } from './Doek';
import { type Element, isStevig, type Sleutel, type Tekening } from './model';
import { laatsteDag, useWoorden } from './namen';
import { Symbool } from './Symbool';
import { schermVan } from './scherm';

const EERST = 25;

/** So many more with each press: of two thousand rows at once a screen is slow. */
const STAP = 200;

/** The first rows and what is chosen; all of them or so many more, and back again, with the button that goes below. */
function useEersteRijen<T>(
  alle: readonly T[],
  woord: 'netwerk.onderdelen.alle' | 'netwerk.verbanden.alle',
  gekozen: (one: T) => boolean,
) {
  const { t } = useLanguage();
  const [hoever, setHoever] = useState(EERST);
  const rijen = alle.filter((one, i) => i < hoever || gekozen(one));
  const over = alle.length - rijen.length;
  const knop = (over > 0 || (hoever > EERST && alle.length > EERST)) && (
    <div className="dw-knoppen">
      {over > 0 && (
        <Button weight="subtle" onClick={() => setHoever(Math.max(hoever, EERST) + STAP)}>
          {hoever === EERST && alle.length <= EERST + STAP
            ? t(woord, { aantal: alle.length })
            : t('netwerk.rijen.meer', { aantal: Math.min(STAP, over), alle: alle.length })}
        </Button>
      )}
      {hoever > EERST && (
        <Button weight="subtle" onClick={() => setHoever(EERST)}>
          {t('netwerk.rijen.eerste', { aantal: EERST })}
        </Button>
      )}
    </div>
  );
  return { rijen, knop };
}

interface LijstenProps {
  tekening: Tekening;
  /** Who stands on the chart in a folded group. */
  inGroep: ReadonlyMap<Sleutel, Sleutel>;
  keuze: Keuze;
  onKies: (keuze: Keuze) => void;
  onUitbreiden: (sleutel: Sleutel) => void;
  onVerberg: (sleutel: Sleutel) => void;
  /** How many paths between the others pass each; null: not asked. */
  maten: ReadonlyMap<Sleutel, number> | null;
  onMeet: () => void;
}

function Naam({ element }: { element: Element }) {
  const woorden = useWoorden();
  const scherm = element.soort === 'groep' ? null : schermVan(element.knopen[0] as Netwerkknoop);
  if (scherm === null) return woorden.element(element);
  return (
    <Link {...scherm} className="nl-link">
      {woorden.element(element)}
    </Link>
  );
}

export const Onderdelen = memo(function Onderdelen({
  tekening,
  inGroep,
  keuze,
  onKies,
  onUitbreiden,
  onVerberg,
  maten,
  onMeet,
}: LijstenProps) {
  const woorden = useWoorden();
  const { t } = woorden;
  const wissel = (sleutel: Sleutel) =>
    onKies({
      knopen: keuze.knopen.includes(sleutel)
        ? keuze.knopen.filter((one) => one !== sleutel)
        : [...keuze.knopen, sleutel],
      lijn: null,
    });
  const { language } = useLanguage();
  const lijnen = new Map<Sleutel, number>();
  for (const sleutel of tekening.lijnen.flatMap((one) => [one.van, one.naar])) {
    lijnen.set(sleutel, (lijnen.get(sleutel) ?? 0) + 1);
  }
  const maat = (one: Element) => (one.soort === 'groep' ? 0 : (maten?.get(one.sleutel) ?? 0));
  const [zoek, setZoek] = useState('');
  const gezocht = zoek.trim().toLocaleLowerCase(language);
  const staat = (one: Element) =>
    gezocht === '' ||
    [woorden.element(one), one.soort === 'groep' ? null : one.knopen[0]?.kenmerk, woorden.soort(one.soort)].some(
      (tekst) => tekst?.toLocaleLowerCase(language).includes(gezocht),
    );
  const gevonden = tekening.elementen.filter(staat);
  const alle = maten === null ? gevonden : gevonden.sort((a, b) => maat(b) - maat(a));
  const { rijen, knop } = useEersteRijen(alle, 'netwerk.onderdelen.alle', (one) => keuze.knopen.includes(one.sleutel));
  return (
    <Vlak
      kop={t('netwerk.onderdelen', { aantal: tekening.elementen.length })}
      rechts={
        maten === null &&
        tekening.elementen.length > 2 && (
          <Button weight="subtle" onClick={onMeet}>
            {t('netwerk.maten')}
          </Button>
        )
      }
    >
      {maten !== null && <p className="nl-paragraph dw-zacht dw-klein">{t('netwerk.maten.uitleg')}</p>}
      {(tekening.elementen.length > EERST || zoek !== '') && (
        <label className="dw-netwerk__zoek">
          {t('netwerk.onderdelen.zoek')}
          <input
            type="search"
            className="utrecht-textbox utrecht-textbox--html-input dw-invoer"
            autoComplete="off"
            value={zoek}
            onChange={(event) => setZoek(event.target.value)}
          />
        </label>
      )}
      {gevonden.length === 0 && zoek !== '' && <p className="nl-paragraph dw-zacht">{t('netwerk.onderdelen.geen')}</p>}
      <table className="dw-tabel dw-tabel--midden">
        <caption className="dw-onzichtbaar">{t('netwerk.onderdelen.uitleg')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('netwerk.kop.kies')}</th>
            <th scope="col">{t('netwerk.kop.naam')}</th>
            <th scope="col">{t('netwerk.kop.soort')}</th>
            <th scope="col">{t('netwerk.kop.lijnen')}</th>
            {maten !== null && <th scope="col">{t('netwerk.kop.wegen')}</th>}
            <th scope="col">{t('netwerk.kop.doe')}</th>
          </tr>
        </thead>
        <tbody>
          {rijen.map((one) => {
            const naam = woorden.element(one);
            const groep = inGroep.get(one.sleutel);
            return (
              <tr key={one.sleutel} aria-selected={keuze.knopen.includes(one.sleutel)}>
                <td data-kop={t('netwerk.kop.kies')}>
                  <input
                    type="checkbox"
                    className="dw-keuze__knop"
                    aria-label={t('netwerk.kies', { naam })}
                    checked={keuze.knopen.includes(one.sleutel)}
                    onChange={() => wissel(one.sleutel)}
                  />
                </td>
                <th scope="row">
                  <span className="dw-netwerk__naam">
                    <Symbool soort={one.soort} />
                    <span>
                      <Naam element={one} />
                      {one.soort !== 'groep' &&
                        one.knopen[0]?.kenmerk != null &&
                        one.knopen[0].kenmerk !== one.knopen[0].naam && (
                          <span className="dw-zacht dw-klein"> {one.knopen[0].kenmerk}</span>
                        )}
                      {one.vast && <span className="dw-zacht dw-klein"> · {t('netwerk.vast')}</span>}
                      {groep !== undefined && <span className="dw-zacht dw-klein"> · {t('netwerk.vouw.ingroep')}</span>}
                    </span>
                  </span>
                </th>
                <td data-kop={t('netwerk.kop.soort')}>{woorden.soort(one.soort)}</td>
                <td data-kop={t('netwerk.kop.lijnen')}>{lijnen.get(one.sleutel) ?? 0}</td>
                {maten !== null && (
                  <td data-kop={t('netwerk.kop.wegen')}>{formatNumber(Math.round(maat(one) * 10) / 10, language)}</td>
                )}
                <td data-kop={t('netwerk.kop.doe')}>
                  <span className="dw-knoppen dw-knoppen--krap">
                    {one.meer > 0 && one.soort !== 'groep' && (
                      <Button
                        weight="subtle"
                        aria-label={t('netwerk.uitbreiden.van', { naam, aantal: one.meer })}
                        onClick={() => onUitbreiden(one.sleutel)}
                      >
                        {t('netwerk.uitbreiden', { aantal: one.meer })}
                      </Button>
                    )}
                    {groep !== undefined && (
                      <Button
                        weight="subtle"
                        aria-label={t('netwerk.vouw.openen.van', { naam })}
                        onClick={() => onUitbreiden(groep)}
                      >
                        {t('netwerk.vouw.openen')}
                      </Button>
                    )}
                    <Button
                      weight="subtle"
                      aria-label={t('netwerk.verbergen.van', { naam })}
                      onClick={() => onVerberg(one.sleutel)}
                    >
                      {t('netwerk.verbergen')}
                    </Button>
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {knop}
    </Vlak>
  );
});

export const Verbanden = memo(function Verbanden({
  tekening,
  keuze,
  onKies,
}: Pick<LijstenProps, 'tekening' | 'keuze' | 'onKies'>) {
  const woorden = useWoorden();
  const { t } = woorden;
  const { language } = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const namen = new Map(tekening.elementen.map((one) => [one.sleutel, woorden.element(one)]));
  const { rijen, knop } = useEersteRijen(
    tekening.lijnen,
    'netwerk.verbanden.alle',
    (one) => one.sleutel === keuze.lijn || one.sleutel === open,
  );
  return (
    <Vlak kop={t('netwerk.verbanden', { aantal: tekening.lijnen.length })}>
      <table className="dw-tabel">
        <caption className="dw-onzichtbaar">{t('netwerk.verbanden.uitleg')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('netwerk.kop.van')}</th>
            <th scope="col">{t('netwerk.kop.verband')}</th>
            <th scope="col">{t('netwerk.kop.naar')}</th>
            <th scope="col">{t('netwerk.kop.laatst')}</th>
            <th scope="col">{t('netwerk.kop.bewijs')}</th>
          </tr>
        </thead>
        <tbody>
          {rijen.map((one) => {
            const van = namen.get(one.van) ?? '';
            const naar = namen.get(one.naar) ?? '';
            const dag = one.banden.map(laatsteDag).sort().at(-1) ?? '';
            const aantal = one.banden.reduce((som, band) => som + band.bewijs.length, 0);
            const nu = open === one.sleutel || keuze.lijn === one.sleutel;
            return (
              <tr key={one.sleutel} aria-selected={keuze.lijn === one.sleutel}>
                <th scope="row">{van}</th>
                <td data-kop={t('netwerk.kop.verband')}>
                  {[...new Set(one.banden.map((band) => woorden.band(band.soort)))].join(', ')}
                  {!one.banden.some(isStevig) && <span className="dw-zacht dw-klein"> · {t('netwerk.onzeker')}</span>}
                </td>
                <td data-kop={t('netwerk.kop.naar')}>{naar}</td>
                <td data-kop={t('netwerk.kop.laatst')}>{dag === '' ? '' : formatShortDate(dag, language)}</td>
                <td data-kop={t('netwerk.kop.bewijs')}>
                  <Button
                    weight="subtle"
                    aria-expanded={nu}
                    aria-label={t('netwerk.bronnen.van', { aantal, van, naar })}
                    onClick={() => {
                      setOpen(nu ? null : one.sleutel);
                      onKies({ knopen: [], lijn: nu ? null : one.sleutel });
                    }}
                  >
                    {t('netwerk.bronnen', { aantal })}
                  </Button>
                  {nu && <BewijsLijst banden={one.banden} />}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {knop}
    </Vlak>
  );
});
