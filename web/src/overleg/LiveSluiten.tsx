// SPDX-License-Identifier: EUPL-1.2
// Closing a meeting: what was not discussed is named first, and what was not sent yet.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, useSyncExternalStore } from 'react';
import type { Overleg } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { sluitOverleg, toonOverleg } from './api';
import type { Bewerkingen } from './bewerkingen';
import { sein } from './zender';

export function Sluiten({ overleg, werk, onClose }: { overleg: Overleg; werk: Bewerkingen; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [bezig, setBezig] = useState(false);
  const onverzonden = useSyncExternalStore(werk.volg, () => werk.onverzonden);
  const open = overleg.punten.filter((one) => one.staat === 'gepland' || one.staat === 'bezig');
  const sluit = async () => {
    setBezig(true);
    try {
      toonOverleg(client, await sluitOverleg(overleg.id));
      sein(overleg.id, 'lees');
      announce(t('overleg.gesloten'));
      await navigate({ to: '/overleg/$id', params: { id: overleg.id } });
    } catch (error) {
      announce(problemText(error, t));
      setBezig(false);
    }
  };
  return (
    <Dialog title={t('overleg.sluiten')} onClose={onClose}>
      <p className="nl-paragraph">{t('overleg.sluiten.uitleg')}</p>
      {open.length > 0 && (
        <>
          <p className="nl-paragraph">{t('overleg.sluiten.open', { aantal: open.length })}</p>
          <ul className="dw-verdeling__lijst">
            {open.map((een) => (
              <li key={een.id}>
                {een.nummer}. {een.titel}
              </li>
            ))}
          </ul>
        </>
      )}
      {onverzonden > 0 && <p className="dw-hint">{t('overleg.sluiten.onverzonden', { aantal: onverzonden })}</p>}
      <div className="dw-knoppen">
        <Button weight="primary" busy={bezig} onClick={() => void sluit()}>
          {t('overleg.sluiten.doe')}
        </Button>
        <Button weight="subtle" onClick={onClose}>
          {t('basis.annuleren')}
        </Button>
      </div>
    </Dialog>
  );
}
