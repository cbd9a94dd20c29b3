// SPDX-License-Identifier: EUPL-1.2
// On every screen while somebody searches in everything: what for, and the button that ends it.
import { useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { useZoekdoel } from '../basis/doel';
import { useLanguage } from '../basis/language';
import { useZoekdoelen, wisselZoekdoel } from './api';

export default function ZoekdoelBalk() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const code = useZoekdoel();
  const doel = useZoekdoelen().find((one) => one.code === code);
  if (doel === undefined) return null;
  const stop = async () => {
    await wisselZoekdoel(client, null);
    announce(t('zoek.alles.gestopt'));
    document.getElementById('inhoud')?.focus();
  };
  return (
    <aside className="dw-strook dw-strook--doel" aria-label={t('zoek.alles')}>
      <Search aria-hidden="true" size={20} />
      <p>{t('zoek.alles.actief', { doel: doel.naam })}</p>
      <Button onClick={() => void stop()}>{t('zoek.alles.stop')}</Button>
    </aside>
  );
}
