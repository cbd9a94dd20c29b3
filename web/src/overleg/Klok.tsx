// SPDX-License-Identifier: EUPL-1.2
// How long an item takes, against what was planned. It never ends anything by itself, and speaks only when asked.
import { useEffect, useState } from 'react';
import type { Agendapunt } from '../api/typen';
import { now } from '../basis/clock';
import { useLanguage } from '../basis/language';

export function duur(seconden: number): string {
  const heel = Math.max(0, Math.floor(seconden));
  return `${Math.floor(heel / 60)}:${String(heel % 60).padStart(2, '0')}`;
}

export function Klok({ punt }: { punt: Agendapunt }) {
  const { t } = useLanguage();
  const [, setTik] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTik((tik) => tik + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  if (punt.begonnenOp === null || punt.staat !== 'bezig') return null;
  const seconden = (now().getTime() - Date.parse(punt.begonnenOp)) / 1000;
  const over = seconden - punt.minuten * 60;
  return (
    <p className={over > 0 ? 'dw-klok dw-klok--over' : 'dw-klok'} role="timer">
      {over > 0
        ? t('overleg.klok.over', { over: duur(over), minuten: punt.minuten })
        : t('overleg.klok', { duur: duur(seconden), minuten: punt.minuten })}
    </p>
  );
}
