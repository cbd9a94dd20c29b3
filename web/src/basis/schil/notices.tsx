// SPDX-License-Identifier: EUPL-1.2
import { FlaskConical, ServerCrash, WifiOff } from 'lucide-react';
import { useConnection } from '../connection';
import { useLanguage } from '../language';

/** Stands on every screen of a demo database. */
export function DemoBanner() {
  const { t } = useLanguage();
  return (
    <aside className="dw-strook dw-strook--demo" aria-label={t('basis.demo.naam')}>
      <FlaskConical aria-hidden="true" size={18} />
      <p>
        <strong>{t('basis.demo.kop')}</strong> {t('basis.demo.tekst')}
      </p>
    </aside>
  );
}

export function ConnectionNotice() {
  const { t } = useLanguage();
  const connection = useConnection();
  const Icon = connection === 'weg' ? WifiOff : ServerCrash;
  return (
    <div role="status">
      {connection !== 'ok' && (
        <div className="dw-strook dw-strook--storing">
          <Icon aria-hidden="true" size={18} />
          <p>{t(connection === 'weg' ? 'basis.verbinding.weg' : 'basis.verbinding.storing')}</p>
        </div>
      )}
    </div>
  );
}
