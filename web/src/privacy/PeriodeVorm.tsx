// SPDX-License-Identifier: EUPL-1.2
// From a day to a day: what the lists of supervision are read over.
import { useState } from 'react';
import { Button } from '../basis/button';
import { now } from '../basis/clock';
import { dayOf } from '../basis/format';
import { useLanguage } from '../basis/language';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { Periode } from './api';

const DAG_MS = 86_400_000;

/** Days from the first to the last, both counted; below one when they stand the wrong way round. */
export function dagenIn({ van, totEnMet }: Periode): number {
  return (Date.parse(totEnMet) - Date.parse(van)) / DAG_MS + 1;
}

/** The last so many days, today included. */
export function laatsteDagen(aantal: number): Periode {
  return { van: dayOf(new Date(now().getTime() - (aantal - 1) * DAG_MS)), totEnMet: dayOf(now()) };
}

/** `langst`: days that may be asked at once; `teLang`: what is said of more, or of days the wrong way round. */
export function PeriodeVorm({
  periode,
  langst,
  teLang,
  onToon,
}: {
  periode: Periode;
  langst: number;
  teLang: string;
  onToon: (periode: Periode) => void;
}) {
  const { t } = useLanguage();
  const [getypt, setGetypt] = useState(periode);
  const [fout, setFout] = useState<Partial<Periode>>({});
  const toon = () => {
    const dagen = dagenIn(getypt);
    const van = dayFault(getypt.van, t);
    const totEnMet = dayFault(getypt.totEnMet, t);
    const lengte = dagen >= 1 && dagen <= langst ? undefined : teLang;
    const nu = {
      ...((van ?? lengte) ? { van: van ?? lengte } : {}),
      ...(totEnMet ? { totEnMet } : {}),
    } as Partial<Periode>;
    setFout(nu);
    if (Object.keys(nu).length === 0) onToon(getypt);
  };
  return (
    <form
      className="dw-vorm dw-periode"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        toon();
      }}
    >
      <DateField
        name="van"
        label={t('privacy.sein.van')}
        value={getypt.van}
        onChange={(van) => setGetypt({ ...getypt, van })}
        error={fout.van}
      />
      <DateField
        name="totEnMet"
        label={t('privacy.sein.totenmet')}
        value={getypt.totEnMet}
        onChange={(totEnMet) => setGetypt({ ...getypt, totEnMet })}
        error={fout.totEnMet}
      />
      <Button type="submit">{t('privacy.sein.doe')}</Button>
    </form>
  );
}
