// SPDX-License-Identifier: EUPL-1.2
// On every screen while somebody works under a purpose that he chose.
import { useQueryClient } from '@tanstack/react-query';
import { Target } from 'lucide-react';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { useDoel } from '../basis/doel';
import { useLanguage } from '../basis/language';
import { useKiesbaar, wissel } from './doel';

export default function DoelBalk() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const code = useDoel();
  const doel = useKiesbaar().find((one) => one.code === code);
  if (doel === undefined) return null;
  const stop = async () => {
    await wissel(client, null);
    announce(t('toegang.doel.gestopt'));
    document.getElementById('inhoud')?.focus();
  };
  return (
    <aside className="dw-strook dw-strook--doel" aria-label={t('toegang.doel')}>
      <Target aria-hidden="true" size={20} />
      <p>
        <strong>{t('toegang.doel.actief', { doel: doel.naam })}</strong> {doel.grond}
      </p>
      <Button onClick={() => void stop()}>{t('toegang.doel.stop')}</Button>
    </aside>
  );
}
