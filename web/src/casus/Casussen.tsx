// SPDX-License-Identifier: EUPL-1.2
// The register of casussen: what lies still, what is due, who leads. Only the casussen one takes part in exist here.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { CASUSFASEN, type CasusRegel, ETIKETTEN, type Etiketsoort } from '../api/typen';
import { Button } from '../basis/button';
import { formatAge, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { collegasQuery, useLists } from '../basis/lists';
import { PageHeading } from '../basis/page';
import { Empty, Failed, Loading } from '../basis/states';
import { TermijnChip } from '../basis/termijn';
import { casussenQuery } from './api';
import { EtiketMerk } from './EtiketVak';
import { CASUSVOLGORDEN, type CasussenSearch, casusvraag } from './filter';
import { Keuze } from './Keuze';
import { FaseMerk } from './merken';
import '../basis/stijl/vakken.css';
import './casus.css';

const route = getRouteApi('/kantoor/casussen');

function Rij({ casus }: { casus: CasusRegel }) {
  const { t, language } = useLanguage();
  const { name } = useLists();
  const term = casus.eersteTermijn;
  return (
    <tr>
      <th scope="row">
        <Link to="/casussen/$id" params={{ id: casus.id }} className="nl-link dw-tabel__naam">
          {casus.werknaam}
        </Link>
        <div className="dw-kenmerk dw-zacht dw-klein">{casus.kenmerk}</div>
        {casus.etiketten.length > 0 && (
          <div className="dw-etiketten">
            {casus.etiketten.map((one) => (
              <EtiketMerk key={one} soort={one} />
            ))}
          </div>
        )}
      </th>
      <td data-kop={t('casus.fase')}>
        <FaseMerk fase={casus.fase} />
      </td>
      <td data-kop={t('casus.thema')}>{name('themas', casus.thema)}</td>
      <td data-kop={t('casus.trekker')}>{casus.trekker.naam}</td>
      <td data-kop={t('casus.termijn')}>
        {term === null ? (
          <span className="dw-zacht">{t('casus.termijn.geen')}</span>
        ) : (
          <>
            <TermijnChip datum={term.datum} />
            <div className="dw-zacht dw-klein">{term.wat === '' ? t('casus.termijn.monitoring') : term.wat}</div>
          </>
        )}
      </td>
      <td data-kop={t('casus.activiteit')}>
        <time dateTime={casus.laatsteActiviteit} title={formatShortDate(casus.laatsteActiviteit, language)}>
          {formatAge(casus.laatsteActiviteit, language, t)}
        </time>
      </td>
    </tr>
  );
}

export default function Casussen() {
  const { t, language } = useLanguage();
  const { options } = useLists();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState('');
  const [tekst, setTekst] = useState('');
  const people = [...(useQuery(collegasQuery).data ?? [])].sort((a, b) => a.naam.localeCompare(b.naam, language));
  const found = useInfiniteQuery(casussenQuery(casusvraag(search, tekst)));
  const rows = found.data?.pages.flatMap((page) => page.resultaten) ?? [];
  const put = (change: Partial<CasussenSearch>) => void navigate({ search: { ...search, ...change }, replace: true });
  const filtered =
    tekst !== '' ||
    search.fase !== undefined ||
    search.thema !== undefined ||
    search.trekker !== undefined ||
    search.etiket !== undefined;
  return (
    <div className="dw-scherm dw-casussen">
      <div className="dw-schermkop">
        <PageHeading title={t('nav.casussen')} />
        <Link to="/casussen/prioritering" className="nl-link">
          {t('casus.opcriteria')}
        </Link>
      </div>
      <div className="dw-filters dw-casussen__filters">
        <form
          className="dw-zoek"
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            setTekst(typed.trim());
          }}
        >
          <label className="dw-filter__naam" htmlFor="casus-zoek">
            {t('casus.zoek')}
          </label>
          <div className="dw-zoek__rij">
            <input
              id="casus-zoek"
              type="search"
              autoComplete="off"
              className="utrecht-textbox utrecht-textbox--html-input dw-invoer"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Button type="submit" aria-label={t('casus.zoek.doe')} className="dw-knop--icoon">
              <Search aria-hidden="true" size={18} />
            </Button>
          </div>
        </form>
        <Keuze
          label={t('casus.fase')}
          none={t('casus.filter.alle')}
          value={search.fase ?? ''}
          onChange={(fase) => put({ fase: fase === '' ? undefined : fase })}
          options={[
            ...(search.fase?.includes(',') ? [{ value: search.fase, label: t('casus.filter.fasen') }] : []),
            ...CASUSFASEN.filter((one) => one !== 'vernietigd').map((one) => ({
              value: one,
              label: t(`casus.fase.${one}`),
            })),
          ]}
        />
        <Keuze
          label={t('casus.thema')}
          none={t('casus.filter.alle')}
          value={search.thema ?? ''}
          onChange={(thema) => put({ thema: thema === '' ? undefined : thema })}
          options={options('themas')}
        />
        <Keuze
          label={t('casus.trekker')}
          none={t('casus.filter.iedereen')}
          value={search.trekker ?? ''}
          onChange={(trekker) => put({ trekker: trekker === '' ? undefined : trekker })}
          options={people.map((one) => ({ value: one.id, label: one.naam }))}
        />
        <Keuze
          label={t('casus.etiket')}
          none={t('casus.filter.alle')}
          value={search.etiket ?? ''}
          onChange={(etiket) => put({ etiket: etiket === '' ? undefined : (etiket as Etiketsoort) })}
          options={ETIKETTEN.map((one) => ({ value: one, label: t(`casus.etiket.${one}`) }))}
        />
        <Keuze
          label={t('casus.volgorde')}
          value={search.sorteer ?? '-laatsteActiviteit'}
          onChange={(sorteer) => put({ sorteer: sorteer as CasussenSearch['sorteer'] })}
          options={CASUSVOLGORDEN.map((one) => ({ value: one, label: t(`casus.volgorde.${one}`) }))}
        />
      </div>
      {found.isPending ? (
        <Loading />
      ) : found.isError ? (
        <Failed error={found.error} retry={() => void found.refetch()} />
      ) : rows.length === 0 ? (
        <Empty title={t('casus.leeg')}>
          {filtered ? (
            <Button
              onClick={() => {
                setTyped('');
                setTekst('');
                void navigate({ search: {}, replace: true });
              }}
            >
              {t('casus.filter.wissen')}
            </Button>
          ) : (
            <p className="nl-paragraph">{t('casus.leeg.uitleg')}</p>
          )}
        </Empty>
      ) : (
        <>
          <table className="dw-tabel">
            <caption className="dw-onzichtbaar">{t('nav.casussen')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('casus.werknaam')}</th>
                <th scope="col">{t('casus.fase')}</th>
                <th scope="col">{t('casus.thema')}</th>
                <th scope="col">{t('casus.trekker')}</th>
                <th scope="col">{t('casus.termijn')}</th>
                <th scope="col">{t('casus.activiteit')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((casus) => (
                <Rij key={casus.id} casus={casus} />
              ))}
            </tbody>
          </table>
          {found.hasNextPage && (
            <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {t('casus.meer')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
