// SPDX-License-Identifier: EUPL-1.2
// The frame around every screen: rail (or bottom bar on a phone), top bar, notices, main.
import { Link, Outlet } from '@tanstack/react-router';
import { CircleHelp, LogOut, type LucideIcon, Menu, PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
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
/** As many as have their name under them at 320 px; with more, the last place is that of "Meer". */
const OP_DE_BALK = 5;

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

function Tal({ count, label }: { count: number | undefined; label: ReactNode }) {
  if (count === undefined || count === 0) return null;
  return (
    <span className="nl-number-badge dw-nav__tal">
      <span aria-hidden="true">{count}</span>
      <span className="dw-onzichtbaar">{label}</span>
    </span>
  );
}

function Items({ items, compact }: { items: readonly NavItem[]; compact: boolean }) {
  const { t } = useLanguage();
  return (
    <ul className="dw-nav__lijst">
      {items.map(({ to, label, icon: Icon, count, countLabel }) => (
        <li key={to}>
          <Link
            to={to}
            className="dw-nav__item"
            activeOptions={{ exact: to === '/', includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
            title={compact ? t(label) : undefined}
          >
            <Icon aria-hidden="true" size={20} />
            <span className="dw-nav__naam">{t(label)}</span>
            <Tal count={count} label={countLabel} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The menu. On a phone it is a bar with what this user uses most, and a sheet above it with the rest. */
function Hoofdmenu({ items, compact }: { items: readonly NavItem[]; compact: boolean }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const meer = useRef<HTMLButtonElement>(null);
  const opDeBalk = items.length > OP_DE_BALK ? OP_DE_BALK - 1 : OP_DE_BALK;
  const rest = items.slice(opDeBalk);
  const wacht = rest.filter((one) => (one.count ?? 0) > 0);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what happens inside closes the sheet; each control in it has a role
    <div
      className={`dw-nav__delen ${open ? 'dw-nav__delen--open' : ''}`}
      onClick={(event) => {
        if ((event.target as Element).closest('a') !== null) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        meer.current?.focus();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <Items items={items.slice(0, opDeBalk)} compact={compact} />
      {rest.length > 0 && (
        <>
          <button
            ref={meer}
            type="button"
            className="dw-nav__item dw-nav__meer"
            aria-expanded={open}
            aria-controls="dw-nav-rest"
            onClick={() => setOpen(!open)}
          >
            <Menu aria-hidden="true" size={20} />
            <span className="dw-nav__naam">{t('nav.meer')}</span>
            <Tal
              count={wacht.reduce((som, one) => som + (one.count ?? 0), 0)}
              label={wacht.map((one) => one.countLabel).join(', ')}
            />
          </button>
          <div id="dw-nav-rest" className="dw-nav__rest">
            <Items items={rest} compact={compact} />
          </div>
        </>
      )}
    </div>
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
            <Hoofdmenu items={items} compact={narrow} />
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
