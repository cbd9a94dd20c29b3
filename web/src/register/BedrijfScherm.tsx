// SPDX-License-Identifier: EUPL-1.2
// A company of the Handelsregister: what it is, where its establishments are and were, and who else is or was there.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { Bedrijf, Bedrijfsactiviteit, Bedrijfsregel, SbiOmzetting } from '../api/typen';
import { formatNumber, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { NaarNetwerk } from '../basis/NaarNetwerk';
import { PageHeading } from '../basis/page';
import { Empty, Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { bedrijfQuery } from './api';
import { Gezien, Plek, staat } from './bedrijf';
import { Gemeenteregels } from './Gemeenteregels';
import './register.css';

const route = getRouteApi('/kantoor/bedrijven/$id');

function Kern({ bedrijf }: { bedrijf: Bedrijf }) {
  const { t } = useLanguage();
  const nu = bedrijf.onderneming[0];
  const feiten: [string, string | null][] = [
    [t('register.bedrijf.kvk'), bedrijf.kvkNummer],
    [t('register.bedrijf.rechtsvorm'), bedrijf.rechtsvorm ?? t('register.bedrijf.onbekendevorm')],
    [t('register.bedrijf.statutair'), bedrijf.statutaireNaam],
    [t('register.bedrijf.rsin'), bedrijf.rsin],
    [t('register.bedrijf.aanvang'), nu?.aanvang ?? null],
    [t('register.bedrijf.einde'), nu?.einde ?? null],
  ];
  return (
    <>
      <dl className="dw-feiten">
        {feiten.map(
          ([naam, waarde]) =>
            waarde !== null && (
              <div key={naam} className="dw-feiten__paar">
                <dt>{naam}</dt>
                <dd>{waarde}</dd>
              </div>
            ),
        )}
      </dl>
      {bedrijf.natuurlijk && <p className="dw-zacht dw-klein">{t('register.bedrijf.natuurlijk')}</p>}
    </>
  );
}

/** "SBI 2008: 4520; in SBI 2025 95310 of 95320". */
function Sbi({ activiteit, omzettingen }: { activiteit: Bedrijfsactiviteit; omzettingen: SbiOmzetting[] }) {
  const { t, language } = useLanguage();
  const hier = omzettingen.find((een) => een.code === activiteit.code && een.uitgave === activiteit.uitgave);
  return (
    <span className="dw-zacht dw-klein">
      {t('register.bedrijf.activiteit.uitgave', { uitgave: String(activiteit.uitgave), code: activiteit.code })}
      {hier !== undefined &&
        `; ${t('register.bedrijf.activiteit.andere', {
          uitgave: activiteit.uitgave === 2008 ? '2025' : '2008',
          codes: new Intl.ListFormat(language, { type: 'disjunction' }).format(hier.codes),
        })}`}
    </span>
  );
}

function Vestiging({ regel, omzettingen }: { regel: Bedrijfsregel; omzettingen: SbiOmzetting[] }) {
  const { t, language } = useLanguage();
  return (
    <li className={staat(regel) ? undefined : 'dw-bedrijven__eerder'}>
      <strong>
        {regel.naam}
        {regel.hoofdvestiging && ` (${t('register.bedrijf.hoofd')})`}
      </strong>
      <span>
        <Plek regel={regel} />
      </span>
      {regel.activiteiten.map((een) => (
        <span key={een.code} lang="nl">
          {een.omschrijving} <Sbi activiteit={een} omzettingen={omzettingen} />
        </span>
      ))}
      {regel.handelsnamen.length > 1 && (
        <span>
          {t('register.bedrijf.handelsnamen')}: {regel.handelsnamen.join(', ')}
        </span>
      )}
      <span className="dw-zacht dw-klein">
        <Gezien regel={regel} />
        {regel.einde !== null && `; ${t('register.bedrijf.einde')}: ${regel.einde}`}
        {regel.werkzamePersonen !== null &&
          `; ${t('register.bedrijf.werkzaam')}: ${formatNumber(regel.werkzamePersonen, language)}`}
        {regel.vestigingsnummer !== null && `; ${t('register.bedrijf.vestigingsnummer')}: ${regel.vestigingsnummer}`}
      </span>
      {!regel.afgeschermd && (
        <span className="dw-zacht dw-klein">
          {t('register.koppeling.kop')}: {t(`register.koppeling.${regel.koppeling}`)}
          {regel.zekerheid !== null && ` (${t(`register.zekerheid.${regel.zekerheid}`)})`}
        </span>
      )}
    </li>
  );
}

function Buren({ bedrijf }: { bedrijf: Bedrijf }) {
  const { t } = useLanguage();
  if (bedrijf.buren.length === 0) return <Empty title={t('register.bedrijf.buren.geen')} />;
  return (
    <ul className="dw-bedrijven">
      {bedrijf.buren.map((een) => (
        <li key={`${een.kvkNummer}-${een.nummeraanduiding}`}>
          <Link to="/bedrijven/$id" params={{ id: een.bedrijf }} className="nl-link">
            {een.naam}
          </Link>
          <span>{een.adres}</span>
          <span className="dw-zacht dw-klein">
            <Gezien regel={een} />;{' '}
            {een.tegelijk ? t('register.bedrijf.buren.tegelijk') : t('register.bedrijf.buren.voorofna')}
          </span>
        </li>
      ))}
    </ul>
  );
}

export default function BedrijfScherm() {
  const { t, language } = useLanguage();
  const { id } = route.useParams();
  const found = useQuery(bedrijfQuery(id));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const bedrijf = found.data;
  return (
    <div className="dw-scherm dw-scherm--stapel" key={id}>
      <Link to="/bedrijven" className="nl-link dw-terug">
        <ArrowLeft aria-hidden="true" size={16} /> {t('register.bedrijf.terug')}
      </Link>
      <PageHeading title={t('register.bedrijf')}>{bedrijf.naam}</PageHeading>
      <Vlak kop={t('register.bedrijf')}>
        <Kern bedrijf={bedrijf} />
        <NaarNetwerk soort="onderneming" id={id} />
      </Vlak>
      <Vlak kop={t('register.bedrijf.vestigingen')}>
        {bedrijf.vestigingen.length === 0 ? (
          <Empty title={t('register.bedrijf.vestigingen.geen')} />
        ) : (
          <ul className="dw-bedrijven">
            {bedrijf.vestigingen.map((regel) => (
              <Vestiging
                key={`${regel.vestigingsnummer}-${regel.van}`}
                regel={regel}
                omzettingen={bedrijf.omzettingen}
              />
            ))}
          </ul>
        )}
      </Vlak>
      <Vlak kop={t('register.bedrijf.buren')}>
        <Buren bedrijf={bedrijf} />
      </Vlak>
      <Gemeenteregels over={{ bedrijf: id }} />
      {bedrijf.standdatum !== null && (
        <p className="dw-zacht dw-klein">
          {t('register.bedrijf.stand', { datum: formatShortDate(bedrijf.standdatum, language) })}
        </p>
      )}
    </div>
  );
}
