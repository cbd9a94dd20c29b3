// SPDX-License-Identifier: EUPL-1.2
// What one searches for people for: asked once, kept in this tab for half an hour.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { RadioField } from '../basis/vorm/fields';
import { useZoekdoelen, wisselZoekdoel } from './api';

export default function ZoekdoelVenster({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const doelen = useZoekdoelen();
  const [keuze, setKeuze] = useState('');
  const [mist, setMist] = useState(false);
  const kies = async () => {
    if (keuze === '') return setMist(true);
    onClose();
    await wisselZoekdoel(client, keuze);
    announce(t('zoek.alles.gekozen'));
  };
  return (
    <Dialog title={t('zoek.alles')} onClose={onClose}>
      <p className="nl-paragraph">{t('zoek.alles.uitleg')}</p>
      <div className="dw-vorm">
        <RadioField
          name="zoekdoel"
          label={t('zoek.alles.waarvoor')}
          error={mist ? t('zoek.alles.kieseen') : undefined}
          value={keuze}
          onChange={(waarde) => {
            setKeuze(waarde);
            setMist(false);
          }}
          options={doelen.map(({ code, naam }) => ({ value: code, label: naam }))}
        />
        <div className="dw-knoppen">
          <Button weight="primary" onClick={() => void kies()}>
            {t('zoek.alles.doe')}
          </Button>
          <Button weight="subtle" onClick={onClose}>
            {t('basis.annuleren')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
