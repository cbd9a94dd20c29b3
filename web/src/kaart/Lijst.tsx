// SPDX-License-Identifier: EUPL-1.2
// Everything in the chosen area, counted and sorted by the server: the map in words. A row shows its place, its address
// opens what the register knows, and it can become a signaal.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, Download, ListTodo, Radio } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import {
  GEBRUIKEN,
  type Gebruik,
  type Selectieregel,
  type SelectieVolgorde,
  type Selectievraag,
  type SelectieWat,
} from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { formatDate, formatNumber } from '../basis/format';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { useRight } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { RadioField, SelectField } from '../basis/vorm/fields';
import { AdresKaart } from '../register/AdresKaart';
import { exporteer, selectieQuery } from './api';
import { Vergelijk } from './Vergelijk';

const MaakWerklijst = lazy(async () => ({ default: (await import('./MaakWerklijst')).MaakWerklijst }));

const BLAD = 50;
/** So many addresses stand in a signaal about a whole area. */
const MEESTE_IN_SIGNAAL = 50;

interface LijstProps {
  /** What the area is called. */
  naam: string;
  waar: Selectievraag['waar'];
  peildatum: string;
  wat: SelectieWat;
  gebruik: Gebruik | undefined;
  onWat: (wat: SelectieWat) => void;
  onGebruik: (gebruik: Gebruik | undefined) => void;
  onToon: (regel: Selectieregel) => void;
}

function Kop({
  veld,
  vraag,
  onSorteer,
  children,
}: {
  veld: SelectieVolgorde;
  vraag: Selectievraag;
  onSorteer: (veld: SelectieVolgorde) => void;
  children: string;
}) {
  const actief = vraag.sorteer === veld;
  const Pijl = vraag.aflopend === true ? ArrowDown : ArrowUp;
  return (
    <th scope="col" aria-sort={actief ? (vraag.aflopend === true ? 'descending' : 'ascending') : undefined}>
      <button type="button" className="dw-sorteer" onClick={() => onSorteer(veld)}>
        {children}
        {actief && <Pijl aria-hidden="true" size={14} />}
      </button>
    </th>
  );
}

export function Lijst({ naam, waar, peildatum, wat, gebruik, onWat, onGebruik, onToon }: LijstProps) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const maySignal = useRight('signaal.schrijven');
  const mayCompanies = useRight('bedrijf.zien');
  const [volgorde, setVolgorde] = useState<{ sorteer: SelectieVolgorde; aflopend: boolean }>({
    sorteer: 'adres',
    aflopend: false,
  });
  const [aantal, setAantal] = useState(BLAD);
  const [open, setOpen] = useState<string | null>(null);
  const [bezig, setBezig] = useState(false);
  const [werklijst, setWerklijst] = useState(false);
  const vraag: Selectievraag = {
    waar,
    wat,
    peildatum,
    gebruik: gebruik === undefined ? null : [gebruik],
    bouwjaarVanaf: null,
    bouwjaarTotEnMet: null,
    ...volgorde,
    vanaf: 0,
    aantal,
  };
  const found = useQuery(selectieQuery(vraag));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const { resultaten, perGebruik } = found.data;
  const sorteer = (veld: SelectieVolgorde) =>
    setVolgorde({ sorteer: veld, aflopend: volgorde.sorteer === veld && !volgorde.aflopend });
  const neemMee = (formaat: 'csv' | 'xlsx' | 'geojson') => {
    setBezig(true);
    exporteer({ ...vraag, vanaf: null, aantal: null }, formaat)
      .catch((error) => announce(problemText(error, t, false)))
      .finally(() => setBezig(false));
  };
  const naarSignaal = (regels: readonly Selectieregel[]) => {
    const een = regels.length === 1 ? regels[0] : undefined;
    const adressen = [...new Set(regels.flatMap((one) => (one.adres === '' ? [] : [one.adres])))];
    void navigate({
      to: '/signalen/nieuw',
      state: {
        vooraf: {
          ...(een?.nummeraanduiding != null
            ? { adres: { nummeraanduiding: een.nummeraanduiding, weergave: een.adres } }
            : {}),
          ...(een === undefined
            ? {
                omschrijving: `${t('kaart.signaal.over', {
                  naam,
                  aantal: found.data.aantal,
                  dag: formatDate(peildatum, language),
                })}\n${adressen
                  .slice(0, MEESTE_IN_SIGNAAL)
                  .map((one) => `- ${one}`)
                  .join('\n')}`,
              }
            : {}),
        },
      },
    });
  };
  const tal = (value: number) => formatNumber(value, language);
  return (
    <div className="dw-kaartlijst">
      <div className="dw-kaartlijst__keuzes">
        <RadioField
          name="wat"
          label={t('kaart.wat')}
          row
          value={wat}
          onChange={(value) => {
            setAantal(BLAD);
            onWat(value as SelectieWat);
          }}
          options={[
            { value: 'objecten', label: t('kaart.wat.objecten') },
            { value: 'panden', label: t('kaart.wat.panden') },
          ]}
        />
        <SelectField
          name="gebruik"
          label={t('kaart.gebruik')}
          optional
          none={t('kaart.gebruik.alle')}
          value={gebruik ?? ''}
          onChange={(value) => onGebruik(value === '' ? undefined : (value as Gebruik))}
          options={GEBRUIKEN.map((one) => ({ value: one, label: t(`kaart.gebruik.${one}`) }))}
        />
      </div>
      <p role="status" className="nl-paragraph">
        {t(wat === 'panden' ? 'kaart.aantal.panden' : 'kaart.aantal.objecten', {
          aantal: found.data.aantal,
          naam,
          dag: formatDate(found.data.peildatum, language),
        })}{' '}
        {perGebruik.map((one) => `${t(`kaart.gebruik.${one.gebruik}`)} ${tal(one.aantal)}`).join(' · ')}
      </p>
      {mayCompanies && found.data.perBranche.length > 0 && (
        <p className="nl-paragraph">
          {t('kaart.vestigingen', { aantal: found.data.perBranche.reduce((som, one) => som + one.aantal, 0) })}{' '}
          {found.data.perBranche.map((one) => `${t(`kaart.branche.${one.branche}`)} ${tal(one.aantal)}`).join(' · ')}
        </p>
      )}
      {resultaten.length === 0 ? (
        <Empty title={t('kaart.leeg')}>{t('kaart.leeg.uitleg')}</Empty>
      ) : (
        <>
          <div className="dw-knoppen">
            <Button
              busy={bezig}
              icon={<Download aria-hidden="true" size={18} />}
              onClick={() => neemMee('csv')}
            >{`CSV`}</Button>
            <Button
              busy={bezig}
              icon={<Download aria-hidden="true" size={18} />}
              onClick={() => neemMee('xlsx')}
            >{`XLSX`}</Button>
            <Button
              busy={bezig}
              icon={<Download aria-hidden="true" size={18} />}
              onClick={() => neemMee('geojson')}
            >{`GeoJSON`}</Button>
            <Button icon={<ListTodo aria-hidden="true" size={18} />} onClick={() => setWerklijst(true)}>
              {t('werklijst.maken')}
            </Button>
            {maySignal && (
              <Button icon={<Radio aria-hidden="true" size={18} />} onClick={() => naarSignaal(resultaten)}>
                {t('kaart.signaal.alles')}
              </Button>
            )}
          </div>
          <table className="dw-tabel" aria-busy={found.isFetching}>
            <caption className="dw-onzichtbaar">{t('kaart.lijst', { naam })}</caption>
            <thead>
              <tr>
                <Kop veld="adres" vraag={vraag} onSorteer={sorteer}>
                  {t('kaart.kop.adres')}
                </Kop>
                <Kop veld="gebruik" vraag={vraag} onSorteer={sorteer}>
                  {t('kaart.gebruik')}
                </Kop>
                {wat === 'objecten' ? (
                  <Kop veld="oppervlakte" vraag={vraag} onSorteer={sorteer}>
                    {t('register.oppervlakte')}
                  </Kop>
                ) : (
                  <th scope="col">{t('kaart.kop.objecten')}</th>
                )}
                <Kop veld="bouwjaar" vraag={vraag} onSorteer={sorteer}>
                  {t('register.bouwjaar')}
                </Kop>
                <th scope="col">{t('kaart.kop.doe')}</th>
              </tr>
            </thead>
            <tbody>
              {resultaten.map((one) => (
                <tr key={`${one.soort} ${one.identificatie}`}>
                  <th scope="row">
                    {wat === 'panden' ? (
                      <Link to="/panden/$id" params={{ id: one.identificatie }} className="nl-link">
                        {one.adres === '' ? t('kaart.zonderadres', { id: one.identificatie }) : one.adres}
                      </Link>
                    ) : (
                      one.adres
                    )}
                    {open === one.identificatie && one.nummeraanduiding !== null && (
                      <AdresKaart nummeraanduiding={one.nummeraanduiding} />
                    )}
                  </th>
                  <td data-kop={t('kaart.gebruik')}>{t(`kaart.gebruik.${one.gebruik}`)}</td>
                  <td data-kop={wat === 'objecten' ? t('register.oppervlakte') : t('kaart.kop.objecten')}>
                    {wat === 'panden'
                      ? tal(one.objecten)
                      : one.oppervlakte === null
                        ? '–'
                        : `${tal(one.oppervlakte)} m²`}
                  </td>
                  <td data-kop={t('register.bouwjaar')}>{one.bouwjaar ?? '–'}</td>
                  <td data-kop={t('kaart.kop.doe')}>
                    <div className="dw-knoppen dw-knoppen--krap">
                      <Button weight="subtle" onClick={() => onToon(one)}>
                        {t('kaart.toon')}
                        <span className="dw-onzichtbaar"> {one.adres || one.identificatie}</span>
                      </Button>
                      {one.nummeraanduiding !== null && (
                        <Button
                          weight="subtle"
                          aria-expanded={open === one.identificatie}
                          onClick={() => setOpen(open === one.identificatie ? null : one.identificatie)}
                        >
                          {t('kaart.register')}
                          <span className="dw-onzichtbaar"> {one.adres}</span>
                        </Button>
                      )}
                      {maySignal && one.nummeraanduiding !== null && (
                        <Button weight="subtle" onClick={() => naarSignaal([one])}>
                          {t('kaart.signaal')}
                          <span className="dw-onzichtbaar"> {one.adres}</span>
                        </Button>
                      )}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {found.data.aantal > resultaten.length && aantal < 500 && (
            <div>
              <Button busy={found.isFetching} onClick={() => setAantal(Math.min(500, aantal + 150))}>
                {t('kaart.meer', { getoond: resultaten.length, aantal: found.data.aantal })}
              </Button>
            </div>
          )}
        </>
      )}
      <Vergelijk vraag={vraag} peildatum={peildatum} />
      {werklijst && (
        <Suspense fallback={null}>
          <MaakWerklijst
            naam={naam}
            aantal={found.data.aantal}
            vraag={vraag}
            onGemaakt={(id) => void navigate({ to: '/werklijsten/$id', params: { id } })}
            onClose={() => setWerklijst(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
