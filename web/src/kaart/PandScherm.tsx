// SPDX-License-Identifier: EUPL-1.2
// The page of a building: what the BAG says of it, what is in it, which companies are and were there, and the files that
// name it for who may know of them.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { Pand, PandObject } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { now } from '../basis/clock';
import { dayOf, formatNumber, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { useRight } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { FaseMerk } from '../casus/merken';
import { pandQuery } from '../register/api';
import { BedrijvenHier } from '../register/BedrijvenHier';
import { Gemeenteregels } from '../register/Gemeenteregels';
import { StatusMerk } from '../signaal/merken';
import { casussenQuery, kaartQuery, signalenQuery } from './api';
import { Kaartvlak } from './Kaartvlak';
import type { Beeld, Tekenaar, Treffer } from './tekenaar';
import '../basis/stijl/vakken.css';
import './kaart.css';

const route = getRouteApi('/kantoor/panden/$id');

/** "Dorpsstraat 3, 2301 AA Damstede" when it has one address, the first and how many more otherwise. */
function useNaam(pand: Pand): string {
  const { t } = useLanguage();
  const adressen = pand.objecten.flatMap((one) => one.adressen);
  const eerste = adressen[0];
  if (eerste === undefined) return t('kaart.zonderadres', { id: pand.identificatie });
  return adressen.length === 1
    ? eerste.weergave
    : t('kaart.pand.naam', { adres: eerste.weergave, aantal: adressen.length - 1 });
}

function Feiten({ pand }: { pand: Pand }) {
  const { t, language } = useLanguage();
  return (
    <>
      {!pand.huidig && <p className="nl-paragraph">{t('kaart.pand.weg')}</p>}
      <dl className="dw-feiten">
        <dt>{t('register.bouwjaar')}</dt>
        <dd>{pand.bouwjaar}</dd>
        <dt>{t('register.status')}</dt>
        <dd lang="nl">{pand.status}</dd>
        <dt>{t('kaart.pand.nummer')}</dt>
        <dd>{pand.identificatie}</dd>
      </dl>
      {pand.versies.length > 1 && (
        <details>
          <summary>{t('kaart.pand.eerder')}</summary>
          <ul className="dw-bedrijven">
            {pand.versies.map((one) => (
              <li key={`${one.van} ${one.tot}`}>
                <span lang="nl">
                  {one.status}, {one.bouwjaar}
                </span>
                <span className="dw-zacht dw-klein">
                  {one.tot === null
                    ? t('kaart.pand.vanaf', { van: formatShortDate(one.van, language) })
                    : t('kaart.pand.vantot', {
                        van: formatShortDate(one.van, language),
                        tot: formatShortDate(one.tot, language),
                      })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {pand.standdatum !== null && (
        <p className="dw-zacht dw-klein">
          {t('register.stand', { datum: formatShortDate(pand.standdatum, language) })}
        </p>
      )}
    </>
  );
}

function Kaartje({ pand }: { pand: Pand }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const tekenaar = useRef<Tekenaar | null>(null);
  const stand = useQuery(kaartQuery).data?.stand;
  const beeld = useMemo<Beeld>(
    () => ({
      stand: stand ?? '',
      peildatum: dayOf(now()),
      kleur: 'gebruik',
      objecten: false,
      vestigingen: false,
      grenzen: null,
      gekozen: null,
      pand: pand.identificatie,
    }),
    [stand, pand.identificatie],
  );
  if (pand.uitsnede === null || stand === undefined) return null;
  const raak = (treffer: Treffer | null) => {
    if (treffer?.soort === 'pand') void navigate({ to: '/panden/$id', params: { id: treffer.id } });
    else announce(t('kaart.niets'));
  };
  return (
    <Kaartvlak
      key={pand.identificatie}
      beeld={beeld}
      uitsnede={pand.uitsnede}
      merken={[]}
      gebieden={[]}
      ringen={[]}
      tekenaar={tekenaar}
      onRaak={raak}
    />
  );
}

function Objecten({ objecten, kop }: { objecten: PandObject[]; kop: string }) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const maySignal = useRight('signaal.schrijven');
  return (
    <table className="dw-tabel dw-pandtabel">
      <caption className="dw-onzichtbaar">{kop}</caption>
      <thead>
        <tr>
          <th scope="col">{t('kaart.kop.adres')}</th>
          <th scope="col">{t('register.gebruik')}</th>
          <th scope="col">{t('register.oppervlakte')}</th>
          <th scope="col">{t('register.status')}</th>
          {maySignal && <th scope="col">{t('kaart.kop.doe')}</th>}
        </tr>
      </thead>
      <tbody>
        {objecten.map((one) => {
          const hoofd = one.adressen[0];
          return (
            <tr key={one.identificatie}>
              <th scope="row">
                {one.adressen.length === 0 ? t('kaart.zonderadres.object', { id: one.identificatie }) : hoofd?.weergave}
                {one.adressen.length > 1 && (
                  <span className="dw-zacht dw-klein dw-blok">
                    {t('kaart.pand.ook', {
                      adressen: one.adressen
                        .slice(1)
                        .map((adres) => adres.weergave)
                        .join('; '),
                    })}
                  </span>
                )}
              </th>
              <td data-kop={t('register.gebruik')} lang="nl">
                {one.gebruiksdoelen.join(', ')}
              </td>
              <td data-kop={t('register.oppervlakte')}>
                {one.oppervlakte === null ? '–' : `${formatNumber(one.oppervlakte, language)} m²`}
              </td>
              <td data-kop={t('register.status')} lang="nl">
                {one.status}
              </td>
              {maySignal && (
                <td data-kop={t('kaart.kop.doe')}>
                  {hoofd !== undefined && (
                    <Button
                      weight="subtle"
                      onClick={() =>
                        void navigate({
                          to: '/signalen/nieuw',
                          state: {
                            vooraf: { adres: { nummeraanduiding: hoofd.nummeraanduiding, weergave: hoofd.weergave } },
                          },
                        })
                      }
                    >
                      {t('kaart.signaal')}
                      <span className="dw-onzichtbaar"> {hoofd.weergave}</span>
                    </Button>
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Dossiers({ id }: { id: string }) {
  const { t } = useLanguage();
  const maySignals = useRight('signaal.lezen');
  const mayCases = useRight('casus.lezen');
  const waar = { gebied: null, ringen: null, pand: id };
  const signalen = useQuery({ ...signalenQuery(waar), enabled: maySignals });
  const casussen = useQuery({ ...casussenQuery(waar), enabled: mayCases });
  const fout = signalen.error ?? casussen.error;
  if (fout !== null) return <Failed error={fout} />;
  if ((maySignals && signalen.isPending) || (mayCases && casussen.isPending)) return <Loading />;
  const zaken = casussen.data?.resultaten ?? [];
  const meldingen = signalen.data?.resultaten ?? [];
  if (zaken.length + meldingen.length === 0)
    return <Empty title={t('kaart.pand.dossiers.geen')}>{t('kaart.pand.dossiers.uitleg')}</Empty>;
  return (
    <ul className="dw-verwijzingen">
      {zaken.map((one) => (
        <li key={`${one.id} ${one.nummeraanduiding}`}>
          <Link to="/casussen/$id" params={{ id: one.id }} className="nl-link">
            {one.werknaam}
          </Link>
          <span className="dw-verwijzingen__merk">
            <FaseMerk fase={one.fase} />
            <span className="dw-zacht dw-klein">
              {t('kaart.casus')} {one.kenmerk} · {one.adres}
            </span>
          </span>
        </li>
      ))}
      {meldingen.map((one) => (
        <li key={`${one.id} ${one.nummeraanduiding}`}>
          <Link to="/signalen/$id" params={{ id: one.id }} className="nl-link">
            {one.titel}
          </Link>
          <span className="dw-verwijzingen__merk">
            <StatusMerk status={one.status} wegingStap={0} uitgesteldTot={null} />
            <span className="dw-zacht dw-klein">
              {t('kaart.signaal.een')} {one.kenmerk} · {one.adres}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Scherm({ pand }: { pand: Pand }) {
  const { t } = useLanguage();
  const mayCompanies = useRight('bedrijf.zien');
  const naam = useNaam(pand);
  const nu = pand.objecten.filter((one) => one.huidig);
  const eerder = pand.objecten.filter((one) => !one.huidig);
  return (
    <div className="dw-scherm dw-scherm--stapel">
      <Link to="/kaart" className="nl-link dw-terug">
        <ArrowLeft aria-hidden="true" size={16} /> {t('kaart.pand.terug')}
      </Link>
      <PageHeading title={t('kaart.pand')}>{naam}</PageHeading>
      <div className="dw-pand__boven">
        <Vlak kop={t('kaart.pand')}>
          <Feiten pand={pand} />
        </Vlak>
        <Kaartje pand={pand} />
      </div>
      <Vlak kop={t('kaart.pand.adressen')}>
        {nu.length === 0 ? (
          <Empty title={t('kaart.pand.leeg')} />
        ) : (
          <Objecten objecten={nu} kop={t('kaart.pand.adressen')} />
        )}
        {eerder.length > 0 && (
          <details>
            <summary>{t('kaart.pand.adressen.eerder', { aantal: eerder.length })}</summary>
            <Objecten objecten={eerder} kop={t('kaart.pand.adressen.eerder', { aantal: eerder.length })} />
          </details>
        )}
      </Vlak>
      {mayCompanies && (
        <Vlak kop={t('kaart.pand.bedrijven')}>
          <BedrijvenHier plek={{ pand: pand.identificatie }} />
        </Vlak>
      )}
      <Gemeenteregels over={{ pand: pand.identificatie }} />
      <Vlak kop={t('kaart.pand.dossiers')}>
        <Dossiers id={pand.identificatie} />
      </Vlak>
    </div>
  );
}

export default function PandScherm() {
  const { id } = route.useParams();
  const found = useQuery(pandQuery(id));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  return <Scherm key={id} pand={found.data} />;
}
