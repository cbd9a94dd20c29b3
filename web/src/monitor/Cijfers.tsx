// SPDX-License-Identifier: EUPL-1.2
// Counts of signalen and casussen. Every number opens the rows it counts; the bars only repeat the numbers.
import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useId } from 'react';
import { CASUSFASEN, type CasusFase, SIGNAALSTATUSSEN, type SignaalStatus, type Tal } from '../api/typen';
import { formatMonth, formatNumber } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { PageHeading } from '../basis/page';
import { useRight } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { casusTellingenQuery } from '../casus/api';
import { signaalTellingenQuery } from '../signaal/api';
import { dagenVan, dagVoor, ZONDER_THEMA } from '../signaal/filter';
import './cijfers.css';

interface Regel {
  key: string;
  label: string;
  aantal: number;
  /** The rows behind the number. */
  naar: LinkProps;
}

interface TabelProps {
  kop: string;
  eerste: string;
  regels: readonly Regel[];
  /** What the rows do not count, so that the table adds up. */
  rest?: { label: string; aantal: number; naar: LinkProps };
  totaal: number;
  /** All rows together. */
  alles: LinkProps;
}

/** The rows behind a number, for who may read them. */
function Getal({ aantal, wat, naar }: { aantal: number; wat: string; naar: LinkProps }) {
  const { t, language } = useLanguage();
  const text = formatNumber(aantal, language);
  const mayRead = useRight(naar.to === '/casussen' ? 'casus.lezen' : 'signaal.lezen');
  if (!mayRead) return text;
  return (
    <Link {...naar} className="nl-link" aria-label={t('cijfers.toon', { aantal, wat })}>
      {text}
    </Link>
  );
}

function Tabel({ kop, eerste, regels, rest, totaal, alles }: TabelProps) {
  const { t } = useLanguage();
  const id = useId();
  const most = Math.max(1, ...regels.map((one) => one.aantal));
  return (
    <div className="dw-vlak">
      <div className="dw-vlak__kop">
        <h3 id={id} className="nl-heading nl-heading--level-4">
          {kop}
        </h3>
      </div>
      <table className="dw-cijfers" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{eerste}</th>
            <th scope="col" className="dw-cijfers__tal">
              {t('cijfers.aantal')}
            </th>
            <td className="dw-cijfers__balk" />
          </tr>
        </thead>
        <tbody>
          {regels.map((one) => (
            <tr key={one.key}>
              <th scope="row">{one.label}</th>
              <td className="dw-cijfers__tal">
                <Getal aantal={one.aantal} wat={one.label} naar={one.naar} />
              </td>
              <td className="dw-cijfers__balk" aria-hidden="true">
                <svg width="100%" height="12" preserveAspectRatio="none" viewBox={`0 0 ${most} 1`} role="presentation">
                  <rect width={one.aantal} height="1" />
                </svg>
              </td>
            </tr>
          ))}
          {rest !== undefined && rest.aantal > 0 && (
            <tr>
              <th scope="row" className="dw-zacht">
                {rest.label}
              </th>
              <td className="dw-cijfers__tal">
                <Getal aantal={rest.aantal} wat={rest.label} naar={rest.naar} />
              </td>
              <td />
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('cijfers.totaal')}</th>
            <td className="dw-cijfers__tal">
              <Getal aantal={totaal} wat={t('cijfers.totaal')} naar={alles} />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

const som = (tallen: readonly { aantal: number }[]) => tallen.reduce((sum, one) => sum + one.aantal, 0);
/** Most first; "without a theme" last. */
const meesteEerst = (tallen: readonly Tal[]) =>
  [...tallen].sort((a, b) => Number(a.code === ZONDER_THEMA) - Number(b.code === ZONDER_THEMA) || b.aantal - a.aantal);
const inVolgorde = <C extends string>(tallen: readonly Tal[], order: readonly C[]) =>
  order.flatMap((code) => {
    const found = tallen.find((one) => one.code === code);
    return found === undefined ? [] : [{ code, aantal: found.aantal }];
  });
function Signalen() {
  const { t, language } = useLanguage();
  const { name } = useLists();
  const found = useQuery(signaalTellingenQuery);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const { totaal, perStatus, perThema, perBron, perMaand } = found.data;
  if (totaal === 0) return <Empty title={t('cijfers.leeg')}>{t('cijfers.leeg.uitleg')}</Empty>;
  const recent = perMaand.slice(-12);
  const list = (search: Record<string, string>): LinkProps => ({
    to: '/signalen',
    search: { tab: 'alles', ...search },
  });
  return (
    <div className="dw-cijferblokken">
      <Tabel
        kop={t('cijfers.perstatus')}
        eerste={t('signaal.status')}
        totaal={totaal}
        alles={list({})}
        regels={inVolgorde<SignaalStatus>(perStatus, SIGNAALSTATUSSEN).map(({ code, aantal }) => ({
          key: code,
          label: t(`signaal.status.${code}`),
          aantal,
          naar: list({ status: code }),
        }))}
      />
      <Tabel
        kop={t('cijfers.perthema')}
        eerste={t('signaal.thema')}
        totaal={totaal}
        alles={list({})}
        regels={meesteEerst(perThema).map(({ code, aantal }) => ({
          key: code,
          label: code === ZONDER_THEMA ? t('signaal.geenthema') : name('themas', code),
          aantal,
          naar: list({ thema: code }),
        }))}
      />
      <Tabel
        kop={t('cijfers.perbron')}
        eerste={t('signaal.bron')}
        totaal={totaal}
        alles={list({})}
        regels={meesteEerst(perBron).map(({ code, aantal }) => ({
          key: code,
          label: name('signaalbronnen', code),
          aantal,
          naar: list({ bron: code }),
        }))}
      />
      <Tabel
        kop={t('cijfers.permaand')}
        eerste={t('cijfers.maand')}
        totaal={totaal}
        alles={list({})}
        rest={{
          label: t('cijfers.eerder'),
          aantal: totaal - som(recent),
          naar: list({ totenmet: dagVoor(recent[0]?.maand ?? '') }),
        }}
        regels={recent.map(({ maand, aantal }) => ({
          key: maand,
          label: formatMonth(maand, language),
          aantal,
          naar: list(dagenVan(maand)),
        }))}
      />
    </div>
  );
}

function Casussen() {
  const { t } = useLanguage();
  const { name } = useLists();
  const found = useQuery(casusTellingenQuery);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const { totaal, perFase, perThema } = found.data;
  if (totaal === 0) return <Empty title={t('cijfers.geencasussen')}>{t('cijfers.geencasussen.uitleg')}</Empty>;
  return (
    <div className="dw-cijferblokken">
      <Tabel
        kop={t('cijfers.perfase')}
        eerste={t('casus.fase')}
        totaal={totaal}
        alles={{ to: '/casussen' }}
        regels={inVolgorde<CasusFase>(perFase, CASUSFASEN).map(({ code, aantal }) => ({
          key: code,
          label: t(`casus.fase.${code}`),
          aantal,
          naar: { to: '/casussen', search: { fase: code } },
        }))}
      />
      <Tabel
        kop={t('cijfers.perthema')}
        eerste={t('casus.thema')}
        totaal={totaal}
        alles={{ to: '/casussen' }}
        regels={meesteEerst(perThema).map(({ code, aantal }) => ({
          key: code,
          label: name('themas', code),
          aantal,
          naar: { to: '/casussen', search: { thema: code } },
        }))}
      />
    </div>
  );
}

export default function Cijfers() {
  const { t } = useLanguage();
  // Counts of casussen belong to the right to read them; those of signalen to this screen.
  const readsCasussen = useRight('casus.lezen');
  return (
    <div className="dw-scherm dw-cijferscherm">
      <PageHeading title={t('nav.cijfers')} />
      <p className="nl-paragraph dw-zacht">{t('cijfers.uitleg')}</p>
      <section aria-labelledby="cijfers-signalen">
        <h2 id="cijfers-signalen" className="nl-heading nl-heading--level-2">
          {t('nav.signalen')}
        </h2>
        <Signalen />
      </section>
      {readsCasussen && (
        <section aria-labelledby="cijfers-casussen">
          <h2 id="cijfers-casussen" className="nl-heading nl-heading--level-2">
            {t('nav.casussen')}
          </h2>
          <Casussen />
        </section>
      )}
    </div>
  );
}
