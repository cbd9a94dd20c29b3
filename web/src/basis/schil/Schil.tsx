// SPDX-License-Identifier: EUPL-1.2
// The frame around every screen: rail (or bottom bar on a phone), top bar, notices, main.
import { Link, Outlet } from '@tanstack/react-router';
import { CircleHelp, LogOut, type LucideIcon, PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { StatusLine } from '../announce';
import { type BerichtId, useLanguage } from '../language';
import { useSession } from '../session';
import { LanguageSwitch } from './LanguageSwitch';
import { ConnectionNotice, DemoBanner } from './notices';

export interface NavItem {
  to: string;
  label: BerichtId;
  icon: LucideIcon;
  /** Behind the label: how many wait. */
  count?: number | undefined;
  countLabel?: string;
}

/** A button in the bar at the top. */
export interface BarAction {
  label: BerichtId;
  icon: LucideIcon;
  doe: () => void;
}

const KEPT = 'damwand.rail';

interface SchilProps {
  items: readonly NavItem[];
  /** The box to search in. */
  search?: ReactNode;
  /** Before the name of the user. */
  actions?: readonly BarAction[];
  /** Strip above every screen. */
  strip?: ReactNode;
  onHelp: () => void;
  onLogout: () => void;
  children?: ReactNode;
}

function Item({ item, compact }: { item: NavItem; compact: boolean }) {
  const { t } = useLanguage();
  const Icon = item.icon;
  return (
    <li>
      <Link
        to={item.to}
        className="dw-nav__item"
        activeOptions={{ exact: item.to === '/', includeSearch: false }}
        activeProps={{ 'aria-current': 'page' }}
        title={compact ? t(item.label) : undefined}
      >
        <Icon aria-hidden="true" size={20} />
        <span className="dw-nav__naam">{t(item.label)}</span>
        {item.count !== undefined && item.count > 0 && (
          <span className="nl-number-badge dw-nav__tal">
            <span aria-hidden="true">{item.count}</span>
            <span className="dw-onzichtbaar">{item.countLabel}</span>
          </span>
        )}
      </Link>
    </li>
  );
}

export function Schil({ items, search, actions = [], strip, onHelp, onLogout, children }: SchilProps) {
  const { t } = useLanguage();
  const session = useSession();
  const [narrow, setNarrow] = useState(() => localStorage.getItem(KEPT) === 'smal');
  const toggle = () => {
    localStorage.setItem(KEPT, narrow ? 'breed' : 'smal');
    setNarrow(!narrow);
  };
  const Panel = narrow ? PanelLeftOpen : PanelLeftClose;
  return (
    <div className={`dw-schil ${narrow ? 'dw-schil--smal' : ''}`}>
      <a className="nl-skip-link dw-sla-over" href="#inhoud">
        {t('basis.slaover')}
      </a>
      <header className="dw-balk">
        <img className="dw-balk__merk" src="/damwand.svg" alt="" width="28" height="28" />
        <span className="dw-balk__organisatie">{session.organisatie.naam}</span>
        {search}
        <div className="dw-balk__rechts">
          <LanguageSwitch />
          <button type="button" className="dw-balk__knop" onClick={onHelp}>
            <CircleHelp aria-hidden="true" size={18} />
            <span className="dw-balk__tekst">{t('basis.help')}</span>
          </button>
          {actions.map(({ label, icon: Icon, doe }) => (
            <button key={label} type="button" className="dw-balk__knop" onClick={doe}>
              <Icon aria-hidden="true" size={18} />
              <span className="dw-balk__tekst">{t(label)}</span>
            </button>
          ))}
          <span className="dw-balk__gebruiker" title={session.gebruiker.naam}>
            {session.gebruiker.naam}
          </span>
          <button type="button" className="dw-balk__knop" onClick={onLogout}>
            <LogOut aria-hidden="true" size={18} />
            <span className="dw-balk__tekst">{t('basis.uitloggen')}</span>
          </button>
        </div>
      </header>
      <div className="dw-rail">
        <div className="dw-rail__vast">
          <div className="dw-rail__merk" aria-hidden="true">
            <img src="/damwand.svg" alt="" width="28" height="28" />
            <span className="dw-nav__naam">{t('basis.naam')}</span>
          </div>
          <nav className="dw-nav" aria-label={t('basis.hoofdmenu')}>
            <ul className="dw-nav__lijst">
              {items.map((item) => (
                <Item key={item.to} item={item} compact={narrow} />
              ))}
            </ul>
            <button type="button" className="dw-nav__inklap" onClick={toggle} aria-expanded={!narrow}>
              <Panel aria-hidden="true" size={18} />
              <span className="dw-nav__naam">{t(narrow ? 'basis.menubreed' : 'basis.menusmal')}</span>
            </button>
          </nav>
        </div>
      </div>
      <div className="dw-schil__midden" data-scroll-restoration-id="midden">
        {session.demo && <DemoBanner />}
        <ConnectionNotice />
        {strip}
        <main id="inhoud" className="dw-inhoud" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <StatusLine />
      {children}
    </div>
  );
}
