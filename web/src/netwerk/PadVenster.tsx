// SPDX-License-Identifier: EUPL-1.2
// Other paths between two objects: several at once, past something, or not past something. Each can be put in the chart.
import { X } from 'lucide-react';
import { useState } from 'react';
import type { Netwerkfilter, Netwerkpad } from '../api/typen';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { problemText } from '../basis/problem';
import { SelectField } from '../basis/vorm/fields';
import { zoekPad } from './api';
import { type Element, refVan, type Sleutel, sleutelVan, type Tekening } from './model';
import { useWoorden } from './namen';

const AANTALLEN = ['1', '2', '3', '4', '5'];

interface LijstProps {
  naam: string;
  label: string;
  geen: string;
  keuzes: readonly Element[];
  gekozen: readonly Sleutel[];
  onKies: (gekozen: readonly Sleutel[]) => void;
}

/** Objects of the chart, chosen one by one; each can be taken out again. */
function Gekozenen({ naam, label, geen, keuzes, gekozen, onKies }: LijstProps) {
  const woorden = useWoorden();
  const { t } = woorden;
  return (
    <div>
      <SelectField
        name={naam}
        label={label}
        none={geen}
        optional
        value=""
        onChange={(one) => one !== '' && onKies([...gekozen, one])}
        options={keuzes
          .filter((one) => !gekozen.includes(one.sleutel))
          .map((one) => ({ value: one.sleutel, label: `${woorden.element(one)} (${woorden.soort(one.soort)})` }))}
      />
      {gekozen.length > 0 && (
        <ul className="dw-netwerk__leden">
          {gekozen.map((sleutel) => {
            const element = keuzes.find((one) => one.sleutel === sleutel);
            const wie = element === undefined ? '' : woorden.element(element);
            return (
              <li key={sleutel}>
                {wie}
                <button
                  type="button"
                  className="dw-knopje"
                  aria-label={t('netwerk.paden.weg', { naam: wie })}
                  onClick={() => onKies(gekozen.filter((one) => one !== sleutel))}
                >
                  <X aria-hidden="true" size={16} />
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

interface VensterProps {
  van: Sleutel;
  naar: Sleutel;
  tekening: Tekening;
  filter: Netwerkfilter;
  /** This path goes in the chart. */
  onPad: (pad: Netwerkpad, stappen: readonly Sleutel[]) => void;
  onClose: () => void;
}

export function PadVenster({ van, naar, tekening, filter, onPad, onClose }: VensterProps) {
  const woorden = useWoorden();
  const { t } = woorden;
  const [aantal, setAantal] = useState('3');
  const [langs, setLangs] = useState<readonly Sleutel[]>([]);
  const [vermijd, setVermijd] = useState<readonly Sleutel[]>([]);
  const [pad, setPad] = useState<Netwerkpad | null>(null);
  const [bezig, setBezig] = useState(false);
  const [fout, setFout] = useState<unknown>(null);
  const anderen = tekening.elementen.filter(
    (one) => one.soort !== 'groep' && one.sleutel !== van && one.sleutel !== naar,
  );
  const naam = (sleutel: Sleutel) => {
    const element = tekening.elementen.find((one) => one.sleutel === sleutel);
    if (element !== undefined) return woorden.element(element);
    const knoop = pad?.beeld.knopen.find((one) => sleutelVan(one) === sleutel);
    return knoop === undefined ? '' : woorden.knoop(knoop);
  };
  const zoek = async () => {
    setBezig(true);
    setFout(null);
    try {
      setPad(await zoekPad(refVan(van), refVan(naar), filter, { langs, vermijd, aantal: Number(aantal) }));
    } catch (error) {
      setPad(null);
      setFout(error);
    } finally {
      setBezig(false);
    }
  };
  const paden = pad === null || pad.uitkomst !== 'gevonden' ? [] : [pad.stappen, ...pad.anderen.map((x) => x.stappen)];
  return (
    <Dialog title={t('netwerk.paden')} onClose={onClose}>
      <p className="nl-paragraph">{t('netwerk.paden.tussen', { van: naam(van), naar: naam(naar) })}</p>
      <div className="dw-paden">
        <SelectField
          name="aantal"
          label={t('netwerk.paden.aantal')}
          hint={langs.length > 0 ? t('netwerk.paden.langs.een') : undefined}
          value={langs.length > 0 ? '1' : aantal}
          onChange={setAantal}
          options={(langs.length > 0 ? ['1'] : AANTALLEN).map((one) => ({ value: one, label: one }))}
        />
        <Gekozenen
          naam="langs"
          label={t('netwerk.paden.langs')}
          geen={t('netwerk.paden.kies')}
          keuzes={anderen.filter((one) => !vermijd.includes(one.sleutel))}
          gekozen={langs}
          onKies={setLangs}
        />
        <Gekozenen
          naam="vermijd"
          label={t('netwerk.paden.vermijd')}
          geen={t('netwerk.paden.kies')}
          keuzes={anderen.filter((one) => !langs.includes(one.sleutel))}
          gekozen={vermijd}
          onKies={setVermijd}
        />
        <div className="dw-knoppen">
          <Button weight="primary" busy={bezig} onClick={() => void zoek()}>
            {t('netwerk.paden.zoek')}
          </Button>
        </div>
      </div>
      <div role="status">
        {fout !== null && <p className="nl-paragraph">{problemText(fout, t, false)}</p>}
        {pad !== null && pad.uitkomst !== 'gevonden' && (
          <p className="nl-paragraph">{t(`netwerk.pad.${pad.uitkomst}`, { van: naam(van), naar: naam(naar) })}</p>
        )}
        {paden.length > 0 && <p className="nl-paragraph">{t('netwerk.paden.gevonden', { aantal: paden.length })}</p>}
      </div>
      <ol className="dw-paden__lijst">
        {paden.map((stappen) => {
          const sleutels = stappen.map(sleutelVan);
          return (
            <li key={sleutels.join(' ')}>
              <span>{sleutels.map(naam).join(' – ')}</span>
              <Button onClick={() => pad !== null && onPad(pad, sleutels)}>
                {t('netwerk.paden.inbeeld')}
                <span className="dw-onzichtbaar"> {sleutels.slice(1, -1).map(naam).join(', ')}</span>
              </Button>
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}
