// SPDX-License-Identifier: EUPL-1.2
// Choosing the purpose to work under: for those whose work has more than one.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { useDoel } from '../basis/doel';
import { useLanguage } from '../basis/language';
import { RadioField } from '../basis/vorm/fields';
import { useKiesbaar, wissel } from './doel';

const GEWOON = '';

export default function DoelVenster({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const doelen = useKiesbaar();
  const [keuze, setKeuze] = useState(useDoel() ?? GEWOON);
  const kies = async () => {
    onClose();
    await wissel(client, keuze === GEWOON ? null : keuze);
    const naam = doelen.find((one) => one.code === keuze)?.naam;
    announce(naam === undefined ? t('toegang.doel.gestopt') : t('toegang.doel.gekozen', { doel: naam }));
  };
  return (
    <Dialog title={t('toegang.doel.kop')} onClose={onClose}>
      <p className="nl-paragraph">{t('toegang.doel.uitleg')}</p>
      <div className="dw-vorm">
        <RadioField
          name="doel"
          label={t('toegang.doel')}
          value={keuze}
          onChange={setKeuze}
          options={[
            { value: GEWOON, label: t('toegang.doel.gewoon'), hint: t('toegang.doel.gewoon.uitleg') },
            ...doelen.map(({ code, naam, grond }) => ({ value: code, label: naam, hint: grond })),
          ]}
        />
        <div className="dw-knoppen">
          <Button weight="primary" onClick={() => void kies()}>
            {t('toegang.doel.kies')}
          </Button>
          <Button weight="subtle" onClick={onClose}>
            {t('basis.annuleren')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
