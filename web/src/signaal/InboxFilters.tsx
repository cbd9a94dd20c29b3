// SPDX-License-Identifier: EUPL-1.2
import { useNavigate } from '@tanstack/react-router';
import { Search, X } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { SIGNAALSTATUSSEN } from '../api/typen';
import { Button } from '../basis/button';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { useMedia } from '../basis/media';
import { type InboxSearch, isGefilterd, type Tab, VOLGORDEN, ZONDER_THEMA } from './filter';

interface KeuzeProps {
  label: string;
  value: string;
  none: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

function Keuze({ label, value, none, options, onChange }: KeuzeProps) {
  return (
    <label className="dw-filter">
      <span className="dw-filter__naam">{label}</span>
      <select
        className="utrecht-select utrecht-select--html-select dw-invoer"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {none !== '' && <option value="">{none}</option>}
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** On a phone the choices fold away, so that the list starts on the first screen. */
function Vouw({ open, children }: { open: boolean; children: ReactNode }) {
  const { t } = useLanguage();
  const wide = useMedia('(min-width: 48rem)');
  if (wide) return children;
  return (
    <details className="dw-meer dw-filters__vouw" open={open}>
      <summary>{t('signaal.filters')}</summary>
      <div className="dw-filters__in">{children}</div>
    </details>
  );
}

interface InboxFiltersProps {
  search: InboxSearch;
  tab: Tab;
  zoek: string;
  inputRef: RefObject<HTMLInputElement | null>;
}

export function InboxFilters({ search, tab, zoek, inputRef }: InboxFiltersProps) {
  const { t, language } = useLanguage();
  const { options } = useLists();
  const navigate = useNavigate();
  const [text, setText] = useState(zoek);
  useEffect(() => setText(zoek), [zoek]);
  const put = (part: Partial<InboxSearch>) =>
    void navigate({ to: '/signalen', search: { ...search, tab, open: undefined, ...part }, state: { zoek } });
  const find = (words: string) =>
    void navigate({
      to: '/signalen',
      search: { tab: words === '' ? tab : 'alles', status: search.status },
      state: { zoek: words },
    });
  const filtered = isGefilterd(search);
  const ook = [
    ...(search.wacht === undefined ? [] : [t(`signaal.wacht.${search.wacht}`)]),
    ...(search.vanaf === undefined ? [] : [t('signaal.vanaf', { dag: formatShortDate(search.vanaf, language) })]),
    ...(search.totenmet === undefined
      ? []
      : [t('signaal.totenmet', { dag: formatShortDate(search.totenmet, language) })]),
  ];
  return (
    <div className="dw-filters">
      <form
        role="search"
        className="dw-zoek"
        onSubmit={(event) => {
          event.preventDefault();
          find(text.trim());
        }}
      >
        <label className="dw-filter__naam" htmlFor="signaal-zoek">
          {t('signaal.zoek')}
        </label>
        <div className="dw-zoek__rij">
          <input
            ref={inputRef}
            id="signaal-zoek"
            type="search"
            autoComplete="off"
            className="utrecht-textbox utrecht-textbox--html-input dw-invoer"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && zoek !== '') find('');
            }}
          />
          <Button type="submit" aria-label={t('signaal.zoek.doe')} className="dw-knop--icoon">
            <Search aria-hidden="true" size={18} />
          </Button>
        </div>
      </form>
      {zoek === '' ? (
        <Vouw open={filtered}>
          {tab === 'alles' && (
            <Keuze
              label={t('signaal.status')}
              value={search.status ?? ''}
              none={t('signaal.filter.alle')}
              options={statusChoices(search.status, t)}
              onChange={(status) => put({ status: status || undefined })}
            />
          )}
          <Keuze
            label={t('signaal.bron')}
            value={search.bron ?? ''}
            none={t('signaal.filter.alle')}
            options={options('signaalbronnen')}
            onChange={(bron) => put({ bron: bron || undefined })}
          />
          <Keuze
            label={t('signaal.thema')}
            value={search.thema ?? ''}
            none={t('signaal.filter.alle')}
            options={[...options('themas'), { value: ZONDER_THEMA, label: t('signaal.geenthema') }]}
            onChange={(thema) => put({ thema: thema || undefined })}
          />
          <Keuze
            label={t('signaal.volgorde')}
            value={search.sorteer ?? '-ontvangenOp'}
            none=""
            options={VOLGORDEN.map((one) => ({ value: one, label: t(`signaal.volgorde.${one}`) }))}
            onChange={(sorteer) => put({ sorteer: sorteer as InboxSearch['sorteer'] })}
          />
        </Vouw>
      ) : (
        <p className="dw-filters__zin">
          {t('signaal.zoek.over', { tekst: zoek })}{' '}
          <Button weight="subtle" icon={<X aria-hidden="true" size={16} />} onClick={() => find('')}>
            {t('signaal.zoek.wissen')}
          </Button>
        </p>
      )}
      {filtered && zoek === '' && (
        <p className="dw-filters__zin">
          {ook.length > 0 && `${ook.join(' · ')} `}
          <Button
            weight="subtle"
            icon={<X aria-hidden="true" size={16} />}
            onClick={() => void navigate({ to: '/signalen', search: { tab } })}
          >
            {t('signaal.filter.wissen')}
          </Button>
        </p>
      )}
    </div>
  );
}

/** Each status, and the combination the address asks for when that is none of them. */
function statusChoices(current: string | undefined, t: ReturnType<typeof useLanguage>['t']) {
  const choices: { value: string; label: string }[] = SIGNAALSTATUSSEN.map((one) => ({
    value: one,
    label: t(`signaal.status.${one}`),
  }));
  if (current?.includes(',')) {
    const names = choices.filter((one) => current.split(',').includes(one.value)).map((one) => one.label);
    choices.unshift({ value: current, label: names.join(' + ') });
  }
  return choices;
}
