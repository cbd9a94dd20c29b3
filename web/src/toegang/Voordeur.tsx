// SPDX-License-Identifier: EUPL-1.2
// Frame of the screens before the session: login and demo page.
import type { ReactNode } from 'react';
import { useLanguage } from '../basis/language';
import { LanguageSwitch } from '../basis/schil/LanguageSwitch';
import { ConnectionNotice, DemoBanner } from '../basis/schil/notices';

export function Voordeur({ demo, wide = false, children }: { demo: boolean; wide?: boolean; children: ReactNode }) {
  const { t } = useLanguage();
  return (
    <div className="dw-voordeur">
      {demo && <DemoBanner />}
      <ConnectionNotice />
      <header className="dw-voordeur__kop">
        <img src="/damwand.svg" alt="" width="36" height="36" />
        <span>
          <strong>{t('basis.naam')}</strong>
          <span className="dw-voordeur__zin">{t('toegang.zin')}</span>
        </span>
        <LanguageSwitch />
      </header>
      <main id="inhoud" className={`dw-voordeur__kaart ${wide ? 'dw-voordeur__kaart--breed' : ''}`} tabIndex={-1}>
        {children}
      </main>
      <footer className="dw-voordeur__voet">{t('toegang.voet')}</footer>
    </div>
  );
}
