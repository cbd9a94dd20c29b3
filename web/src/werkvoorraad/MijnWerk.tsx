// SPDX-License-Identifier: EUPL-1.2
// What needs me today: what waits to be decided, then the deadlines of my casussen.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ActieLijst } from '../actie/ActieLijst';
import { CASUSFASEN, type MijnWerk as Werk, type Werktermijn, type Werktoets } from '../api/typen';
import { dayOf, daysUntil, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { useRight } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { TermijnChip } from '../basis/termijn';
import { mijnWerkQuery } from './api';
import './werk.css';

function Teller({
  aantal,
  label,
  children,
}: {
  aantal: number;
  label: string;
  children: (text: ReactNode) => ReactNode;
}) {
  return (
    <li className={`dw-teller ${aantal === 0 ? 'dw-teller--leeg' : ''}`}>
      {children(
        <>
          <span className="dw-teller__getal">{aantal}</span>
          <span className="dw-teller__naam">{label}</span>
        </>,
      )}
    </li>
  );
}

/** What waits for a decision, as far as this user may take it. */
function Tellers({ work }: { work: Werk }) {
  const { t } = useLanguage();
  const mayWeigh = useRight('signaal.wegen');
  const mayOpen = useRight('casus.openen');
  if (!mayWeigh && !mayOpen) return null;
  return (
    <ul className="dw-tellers">
      {mayWeigh && (
        <>
          <Teller aantal={work.teWegen} label={t('werk.tewegen', { aantal: work.teWegen })}>
            {(text) => (
              <Link to="/signalen" search={{ tab: 'alles', wacht: 'weging' }}>
                {text}
              </Link>
            )}
          </Teller>
          <Teller aantal={work.uitgesteldVerlopen} label={t('werk.uitgesteld', { aantal: work.uitgesteldVerlopen })}>
            {(text) => (
              <Link to="/signalen" search={{ tab: 'uitgesteld', wacht: 'heroverweging' }}>
                {text}
              </Link>
            )}
          </Teller>
        </>
      )}
      {mayOpen && (
        <Teller aantal={work.casusTeOpenen} label={t('werk.teopenen', { aantal: work.casusTeOpenen })}>
          {(text) => (
            <Link to="/signalen" search={{ tab: 'wegen', wacht: 'casus' }}>
              {text}
            </Link>
          )}
        </Teller>
      )}
    </ul>
  );
}

/** Every phase before the archive. */
const OPEN_FASEN = CASUSFASEN.filter((fase) => fase !== 'archief' && fase !== 'vernietigd').join(',');

/** Where in the file the deadline is kept. */
const DEEL = {
  bron: 'bronnen',
  interventie: 'interventies',
  actie: 'acties',
  monitoring: 'vervolg',
  informeren: 'betrokkenen',
  kennisgeving: 'betrokkenen',
} as const;

function Termijn({ termijn }: { termijn: Werktermijn }) {
  const { t } = useLanguage();
  const soort = t(`werk.soort.${termijn.soort}`, { aantal: termijn.aantal });
  return (
    <li className="dw-werkregel">
      <TermijnChip datum={termijn.datum} />
      <span className="dw-werkregel__wat">
        {termijn.wat === '' ? (
          <strong>{soort}</strong>
        ) : (
          <>
            <strong>{termijn.wat}</strong> <span className="dw-zacht">{soort}</span>
          </>
        )}
      </span>
      <span>
        <Link to="/casussen/$id/$deel" params={{ id: termijn.casus.id, deel: DEEL[termijn.soort] }} className="nl-link">
          {termijn.casus.werknaam}
        </Link>{' '}
        <span className="dw-zacht dw-kenmerk">{termijn.casus.kenmerk}</span>
      </span>
    </li>
  );
}

function Toets({ toets }: { toets: Werktoets }) {
  const { t, language } = useLanguage();
  return (
    <li className="dw-werkregel">
      <span className="dw-zacht">{formatShortDate(dayOf(toets.op), language)}</span>
      <span className="dw-werkregel__wat">
        <strong>{t(`casus.toets.naam.${toets.soort}`)}</strong> <span className="dw-zacht">{toets.door.naam}</span>
      </span>
      <span>
        <Link to="/casussen/$id/$deel" params={{ id: toets.casus.id, deel: 'privacytoetsen' }} className="nl-link">
          {toets.casus.werknaam}
        </Link>{' '}
        <span className="dw-zacht dw-kenmerk">{toets.casus.kenmerk}</span>
      </span>
    </li>
  );
}

function Embargo({ embargo }: { embargo: Werk['embargos'][number] }) {
  return (
    <li className="dw-werkregel">
      <TermijnChip datum={embargo.tot} />
      <span className="dw-werkregel__wat">
        <Link to="/signalen/$id" params={{ id: embargo.id }} className="nl-link">
          {embargo.titel}
        </Link>
      </span>
      <span className="dw-zacht dw-kenmerk">{embargo.kenmerk}</span>
    </li>
  );
}

function Suggestie({ suggestie }: { suggestie: Werk['suggesties'][number] }) {
  const { t, language } = useLanguage();
  return (
    <li className="dw-werkregel">
      <span className="dw-zacht">{formatShortDate(suggestie.op, language)}</span>
      <span className="dw-werkregel__wat">
        <Link to="/netwerk/suggesties/$id" params={{ id: suggestie.id }} className="nl-link">
          {suggestie.naam}
        </Link>
      </span>
      <span className="dw-zacht">{t('werk.suggestie.leden', { aantal: suggestie.leden })}</span>
    </li>
  );
}

/** A list that is there only when something waits in it; its number is the number of its lines. */
function Wachtend({ id, kop, uitleg, children }: { id: string; kop: string; uitleg: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section className="dw-vlak" aria-labelledby={id}>
      <div className="dw-vlak__kop">
        <h2 id={id} className="nl-heading nl-heading--level-3">
          {kop}
        </h2>
        <span className="dw-zacht">{uitleg}</span>
      </div>
      <ul className="dw-werklijst">{children}</ul>
    </section>
  );
}

/** For roles that neither read signalen nor belong to casussen. */
function Elders() {
  const { t } = useLanguage();
  const mayReport = useRight('signaal.schrijven');
  const maySeeCounts = useRight('cijfers.zien');
  return (
    <div className="dw-vlak">
      <Empty title={t('werk.geen')}>
        {t('werk.geen.uitleg')}{' '}
        {mayReport && (
          <Link to="/signalen/nieuw" className="nl-link">
            {t('signaal.nieuw')}
          </Link>
        )}
        {maySeeCounts && (
          <Link to="/cijfers" className="nl-link">
            {t('werk.naarcijfers')}
          </Link>
        )}
      </Empty>
    </div>
  );
}

export default function MijnWerk() {
  const { t } = useLanguage();
  const readsSignalen = useRight('signaal.lezen');
  const readsCasussen = useRight('casus.lezen');
  const work = useQuery({ ...mijnWerkQuery, enabled: readsCasussen });
  const due = work.data?.termijnen ?? [];
  const late = due.filter((one) => daysUntil(one.datum) < 0).length;
  return (
    <div className="dw-scherm dw-scherm--werk">
      <PageHeading title={t('nav.mijnwerk')} />
      {!readsCasussen && <Elders />}
      {readsCasussen && work.isPending && <Loading />}
      {work.isError && <Failed error={work.error} retry={() => void work.refetch()} />}
      {work.data !== undefined && (
        <>
          {readsSignalen && <Tellers work={work.data} />}
          <Wachtend
            id="kop-toetsen"
            kop={t('werk.toetsen', { aantal: work.data.toetsen.length })}
            uitleg={t('werk.toetsen.uitleg')}
          >
            {work.data.toetsen.map((one) => (
              <Toets key={one.id} toets={one} />
            ))}
          </Wachtend>
          <Wachtend
            id="kop-embargos"
            kop={t('werk.embargos', { aantal: work.data.embargos.length })}
            uitleg={t('werk.embargos.uitleg')}
          >
            {work.data.embargos.map((one) => (
              <Embargo key={one.id} embargo={one} />
            ))}
          </Wachtend>
          <Wachtend
            id="kop-suggesties"
            kop={t('werk.suggesties', { aantal: work.data.suggesties.length })}
            uitleg={t('werk.suggesties.uitleg')}
          >
            {work.data.suggesties.map((one) => (
              <Suggestie key={one.id} suggestie={one} />
            ))}
          </Wachtend>
          {work.data.geescaleerd.length > 0 && (
            <section className="dw-vlak" aria-labelledby="kop-geescaleerd">
              <div className="dw-vlak__kop">
                <h2 id="kop-geescaleerd" className="nl-heading nl-heading--level-3">
                  {t('werk.geescaleerd', { aantal: work.data.geescaleerd.length })}
                </h2>
                <span className="dw-zacht">{t('werk.geescaleerd.uitleg')}</span>
              </div>
              <ActieLijst
                acties={work.data.geescaleerd}
                naam={t('werk.geescaleerd', { aantal: work.data.geescaleerd.length })}
              />
            </section>
          )}
          {work.data.acties.length > 0 && (
            <section className="dw-vlak" aria-labelledby="kop-acties">
              <div className="dw-vlak__kop">
                <h2 id="kop-acties" className="nl-heading nl-heading--level-3">
                  {t('actie.van.mij')}
                </h2>
                <Link to="/acties" className="nl-link">
                  {t('werk.alleacties')}
                </Link>
              </div>
              <ActieLijst acties={work.data.acties} naam={t('actie.van.mij')} />
            </section>
          )}
          <section className="dw-vlak" aria-labelledby="kop-termijnen">
            <div className="dw-vlak__kop">
              <h2 id="kop-termijnen" className="nl-heading nl-heading--level-3">
                {t('werk.termijnen')}
              </h2>
              <span className="dw-zacht">
                {late > 0 && `${t('werk.telaat', { aantal: late })} · `}
                <Link to="/casussen" search={{ fase: OPEN_FASEN }} className="nl-link">
                  {t('werk.mijncasussen', { aantal: work.data.mijnCasussen })}
                </Link>
              </span>
            </div>
            {due.length === 0 ? (
              <Empty title={t('werk.leeg')}>{t('werk.leeg.uitleg')}</Empty>
            ) : (
              <ul className="dw-werklijst">
                {due.map((one) => (
                  <Termijn key={`${one.soort} ${one.object}`} termijn={one} />
                ))}
              </ul>
            )}
          </section>
        </>
      )}
      <p className="dw-zacht">
        <Link to="/gast" className="nl-link">
          {t('basis.tegast')}
        </Link>
      </p>
    </div>
  );
}
