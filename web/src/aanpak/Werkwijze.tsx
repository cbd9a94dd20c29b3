// SPDX-License-Identifier: EUPL-1.2
// How this organisation works and what it learnt: three screens with one row of tabs.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import './aanpak.css';

const DELEN = [
  { to: '/lessen', naam: 'aanpak.deel.lessen' },
  { to: '/sjablonen', naam: 'aanpak.deel.sjablonen' },
  { to: '/criteria', naam: 'aanpak.deel.criteria' },
] as const;

export function Werkwijze({ deel, children }: { deel: 'lessen' | 'sjablonen' | 'criteria'; children: ReactNode }) {
  const { t } = useLanguage();
  return (
    <div className="dw-scherm dw-werkwijze">
      <PageHeading title={t(`aanpak.deel.${deel}`)} />
      <nav className="dw-tabs" aria-label={t('aanpak.delen')}>
        {DELEN.map((one) => (
          <Link key={one.to} to={one.to} className="dw-tab" activeProps={{ 'aria-current': 'page' }}>
            {t(one.naam)}
          </Link>
        ))}
      </nav>
      {children}
    </div>
  );
}
