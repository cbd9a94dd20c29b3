// SPDX-License-Identifier: EUPL-1.2
// Who knows of a signaal under embargo, and the way to open it to the team.
import { useQueryClient } from '@tanstack/react-query';
import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import type { Signaal } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { useRight, useSession } from '../basis/session';
import { geefVrij, toonOveral } from './api';

export function EmbargoVak({ signaal }: { signaal: Signaal }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const { gebruiker } = useSession();
  const mayWrite = useRight('signaal.schrijven');
  const [vraagt, setVraagt] = useState(false);
  const [bezig, setBezig] = useState(false);
  if (signaal.alleen === null) return null;
  const anderen = signaal.alleen.filter((one) => one.id !== gebruiker.id).map((one) => one.naam);
  const doe = async () => {
    setBezig(true);
    try {
      const after = await geefVrij(signaal);
      toonOveral(client, after);
      announce(t('signaal.vrijgeven.gedaan', { kenmerk: after.kenmerk }));
    } catch (error) {
      announce(problemText(error, t));
      void client.invalidateQueries({ queryKey: ['signaal', signaal.id] });
    }
    setBezig(false);
    setVraagt(false);
  };
  return (
    <div className="dw-vervolg">
      <p>
        <span className="nl-data-badge dw-status-merk dw-status-merk--wacht">
          <LockKeyhole aria-hidden="true" size={14} /> {t('signaal.embargo')}
        </span>{' '}
        {anderen.length === 0
          ? t('signaal.embargo.ik')
          : t('signaal.embargo.wie', {
              namen: new Intl.ListFormat(language).format(signaal.alleen.map((one) => one.naam)),
            })}{' '}
        {signaal.embargoTot !== null &&
          `${t('signaal.embargo.loopt', { dag: formatShortDate(signaal.embargoTot, language) })} `}
        {mayWrite && <Button onClick={() => setVraagt(true)}>{t('signaal.vrijgeven')}</Button>}
      </p>
      {vraagt && (
        <Dialog title={t('signaal.vrijgeven')} onClose={() => setVraagt(false)}>
          <p className="nl-paragraph">{t('signaal.vrijgeven.vraag')}</p>
          <div className="dw-knoppen">
            <Button weight="primary" busy={bezig} onClick={() => void doe()}>
              {t('signaal.vrijgeven')}
            </Button>
            <Button weight="subtle" onClick={() => setVraagt(false)}>
              {t('basis.annuleren')}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
