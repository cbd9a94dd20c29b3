// SPDX-License-Identifier: EUPL-1.2
// The day the map is of: a slider by year, and a field for one day. The map follows when the slider is let go.
import { useEffect, useState } from 'react';
import type { Datum } from '../api/typen';
import { formatDate, isDay } from '../basis/format';
import { useLanguage } from '../basis/language';
import { DateField } from '../basis/vorm/dates';

interface PeildatumProps {
  dag: Datum;
  vandaag: Datum;
  vanaf: Datum;
  onChange: (dag: Datum) => void;
}

const jaarVan = (dag: Datum) => Number(dag.slice(0, 4));
/** The last day of a year, and today in this one. */
const dagIn = (jaar: number, vandaag: Datum) => (jaar >= jaarVan(vandaag) ? vandaag : `${jaar}-12-31`);

export function Peildatum({ dag, vandaag, vanaf, onChange }: PeildatumProps) {
  const { t, language } = useLanguage();
  const [getypt, setGetypt] = useState(dag);
  const [jaar, setJaar] = useState(jaarVan(dag));
  useEffect(() => {
    setGetypt(dag);
    setJaar(jaarVan(dag));
  }, [dag]);
  const kies = (nieuw: Datum) => {
    if (isDay(nieuw) && nieuw <= vandaag && nieuw !== dag) onChange(nieuw);
  };
  return (
    <div className="dw-peildatum">
      <label className="utrecht-form-label" htmlFor="kaart-jaar">
        {t('kaart.schuif')}
      </label>
      <input
        id="kaart-jaar"
        type="range"
        min={Math.max(jaarVan(vanaf), jaarVan(vandaag) - 40)}
        max={jaarVan(vandaag)}
        value={jaar}
        aria-valuetext={formatDate(dagIn(jaar, vandaag), language)}
        onChange={(event) => setJaar(Number(event.target.value))}
        onPointerUp={() => kies(dagIn(jaar, vandaag))}
        onKeyUp={() => kies(dagIn(jaar, vandaag))}
        onBlur={() => jaar !== jaarVan(dag) && kies(dagIn(jaar, vandaag))}
      />
      <output htmlFor="kaart-jaar" className="dw-peildatum__jaar">
        {jaar}
      </output>
      <DateField
        name="peildatum"
        label={t('kaart.peildatum')}
        value={getypt}
        onChange={(value) => {
          setGetypt(value);
          kies(value);
        }}
        error={isDay(getypt) && getypt <= vandaag ? undefined : t('kaart.peildatum.fout')}
      />
    </div>
  );
}
