// SPDX-License-Identifier: EUPL-1.2
// The map and the table of the same question: a day, an area (chosen, drawn, or one building) and what is in it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { BookmarkPlus, CircleSlash, PenTool, Trash2 } from 'lucide-react';
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type {
  EigenGebied,
  Gebiedskeuze,
  Gebiedsoort,
  Gebiedstelling,
  KaartPunt,
  Kaartstand,
  Selectieregel,
} from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { now } from '../basis/clock';
import { dayOf, formatNumber } from '../basis/format';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { problemText } from '../basis/problem';
import { useRight, useSession } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { Checkbox, RadioField, SelectField } from '../basis/vorm/fields';
import { FaseMerk } from '../casus/merken';
import { StatusMerk } from '../signaal/merken';
import { casussenQuery, gebiedenQuery, kaartQuery, signalenQuery } from './api';
import { Kaartvlak } from './Kaartvlak';
import { Branchelegenda, Legenda } from './Legenda';
import { Lijst } from './Lijst';
import type { Kleurwijze } from './lagen';
import { Peildatum } from './Peildatum';
import { Tellingen } from './Tellingen';
import type { Beeld, Merkpunt, Tekenaar, Treffer } from './tekenaar';
import { eigenGebiedenQuery, gooiGebiedWeg, werklijstenQuery } from './werklijst';
import type { KaartSearch } from './zoek';
import '../basis/stijl/vakken.css';
import './kaart.css';

const BewaarGebied = lazy(async () => ({ default: (await import('./BewaarGebied')).BewaarGebied }));

const route = getRouteApi('/kantoor/kaart');
const GEEN_RINGEN: KaartPunt[][] = [];
const GEEN_GEBIEDEN: Gebiedstelling[] = [];

function Scherm({ stand }: { stand: Kaartstand }) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const search = route.useSearch();
  const mayRead = useRight('signaal.lezen');
  const mayCases = useRight('casus.lezen');
  const mayCompanies = useRight('bedrijf.zien');
  const tekenaar = useRef<Tekenaar | null>(null);
  const [kleur, setKleur] = useState<Kleurwijze>('gebruik');
  const [objecten, setObjecten] = useState(false);
  const [vestigingen, setVestigingen] = useState(false);
  const [metSignalen, setMetSignalen] = useState(false);
  const [metCasussen, setMetCasussen] = useState(false);
  const [ringen, setRingen] = useState<KaartPunt[][]>(GEEN_RINGEN);
  const [pand, setPand] = useState<string | null>(null);
  const [regel, setRegel] = useState<Selectieregel | null>(null);
  const [bewaart, setBewaart] = useState(false);
  const [ondergrond, setOndergrond] = useState(false);
  const [ondergrondKomt, setOndergrondKomt] = useState(true);
  const [eigenId, setEigenId] = useState('');
  const client = useQueryClient();
  const { gebruiker } = useSession();
  const eigenGebieden = useQuery(eigenGebiedenQuery).data ?? [];
  const werklijsten = useQuery(werklijstenQuery).data;
  const eigen = eigenGebieden.find((one) => one.id === eigenId);

  const vandaag = dayOf(now());
  const peildatum = search.peil ?? vandaag;
  const soorten = stand.indelingen.map((one) => one.soort);
  const soort = search.soort !== undefined && soorten.includes(search.soort) ? search.soort : soorten.at(-1);
  const gebieden = useQuery({ ...gebiedenQuery(soort ?? 'buurt', peildatum), enabled: soort !== undefined }).data;
  const gekozen = gebieden?.resultaten.find((one) => one.soort === soort && one.code === search.code);
  const zet = useCallback(
    (deel: Partial<KaartSearch>) =>
      void navigate({ to: '/kaart', search: (was) => ({ ...was, ...deel }), replace: true, resetScroll: false }),
    [navigate],
  );

  const beeld = useMemo<Beeld>(
    () => ({
      stand: stand.stand,
      peildatum,
      kleur,
      objecten,
      vestigingen,
      grenzen: soort ?? null,
      gekozen: search.code ?? null,
      pand,
    }),
    [stand.stand, peildatum, kleur, objecten, vestigingen, soort, search.code, pand],
  );
  const waar = useMemo<Gebiedskeuze | null>(() => {
    const leeg = { gebied: null, ringen: null, pand: null };
    if (pand !== null) return { ...leeg, pand };
    if (ringen.length > 0) return { ...leeg, ringen };
    if (soort !== undefined && search.code !== undefined) return { ...leeg, gebied: { soort, code: search.code } };
    return null;
  }, [pand, ringen, soort, search.code]);
  const signalen = useQuery({ ...signalenQuery(null), enabled: mayRead && metSignalen });
  const hier = useQuery({ ...signalenQuery(waar), enabled: mayRead && metSignalen && waar !== null });
  const casussen = useQuery({ ...casussenQuery(null), enabled: mayCases && metCasussen });
  const zaken = useQuery({ ...casussenQuery(waar), enabled: mayCases && metCasussen && waar !== null });
  const merken = useMemo<Merkpunt[]>(
    () => [
      ...(metSignalen ? (signalen.data?.resultaten ?? []) : []).map(({ id, casus, punt }) => ({
        id,
        soort: casus === null ? ('signaal' as const) : ('casus' as const),
        punt,
      })),
      ...(metCasussen ? (casussen.data?.resultaten ?? []) : []).map(({ id, punt }) => ({
        id,
        soort: 'zaak' as const,
        punt,
      })),
      ...(regel === null ? [] : [{ id: regel.identificatie, soort: 'regel' as const, punt: regel.punt }]),
    ],
    [metSignalen, signalen.data, metCasussen, casussen.data, regel],
  );

  const kies = (gebied: Gebiedstelling | undefined) => {
    setPand(null);
    setRingen(GEEN_RINGEN);
    setRegel(null);
    zet({ soort, code: gebied?.code });
    if (gebied !== undefined) tekenaar.current?.toon(gebied.uitsnede);
  };
  const raak = (treffer: Treffer | null) => {
    if (treffer === null) announce(t('kaart.niets'));
    else if (treffer.soort === 'signaal') void navigate({ to: '/signalen/$id', params: { id: treffer.id } });
    else if (treffer.soort === 'zaak') void navigate({ to: '/casussen/$id', params: { id: treffer.id } });
    else if (treffer.soort === 'cel') {
      tekenaar.current?.inzoomen(treffer.punt);
      announce(t('kaart.cel', { aantal: treffer.panden }));
    } else {
      setPand(treffer.id);
      setRegel(null);
    }
  };
  const kiesEigen = (gebied: EigenGebied | undefined) => {
    setPand(null);
    setRegel(null);
    zet({ code: undefined });
    setEigenId(gebied?.id ?? '');
    setRingen(gebied?.ringen ?? GEEN_RINGEN);
    const punten = gebied?.ringen[0] ?? [];
    if (punten.length === 0) return;
    const xs = punten.map((one) => one.x);
    const ys = punten.map((one) => one.y);
    tekenaar.current?.toon({
      west: Math.min(...xs),
      zuid: Math.min(...ys),
      oost: Math.max(...xs),
      noord: Math.max(...ys),
    });
  };
  const gooiEigenWeg = async (gebied: EigenGebied) => {
    try {
      await gooiGebiedWeg(gebied.id);
      await client.invalidateQueries({ queryKey: eigenGebiedenQuery.queryKey });
      announce(t('kaart.eigen.weg', { naam: gebied.naam }));
      kiesEigen(undefined);
    } catch (error) {
      announce(problemText(error, t, true));
    }
  };
  const teken = (gat: boolean) => {
    announce(t('kaart.teken.uitleg'));
    tekenaar.current?.teken((ring) => {
      setPand(null);
      setRegel(null);
      setEigenId('');
      setRingen((was) => (gat ? [...was, ring] : [ring]));
      // In the place of how to draw, which is over.
      announce(t('kaart.teken.klaar'));
    });
  };
  const wis = () => {
    tekenaar.current?.stopTekenen();
    setRingen(GEEN_RINGEN);
    setEigenId('');
    setPand(null);
    setRegel(null);
    zet({ code: undefined });
  };
  const naam =
    pand !== null
      ? t('kaart.ditpand')
      : ringen.length > 0
        ? (eigen?.naam ?? t('kaart.getekend'))
        : (gekozen?.naam ?? t('kaart.ditgebied'));

  return (
    <div className="dw-scherm dw-kaartscherm">
      <PageHeading title={t('nav.kaart')} />
      <p className="nl-paragraph">
        <Link to="/werklijsten" className="nl-link">
          {t('werklijst.kop')}
          {werklijsten !== undefined && werklijsten.length > 0 && ` (${formatNumber(werklijsten.length, language)})`}
        </Link>
      </p>
      <div className="dw-kaartscherm__boven">
        <div className="dw-kaartscherm__keuzes">
          <Peildatum
            dag={peildatum}
            vandaag={vandaag}
            vanaf={stand.vanaf ?? vandaag}
            onChange={(peil) => zet({ peil })}
          />
          {soort !== undefined && (
            <>
              <SelectField
                name="soort"
                label={t('kaart.soort')}
                value={soort}
                onChange={(value) => zet({ soort: value as Gebiedsoort, code: undefined })}
                options={soorten.map((one) => ({ value: one, label: t(`kaart.soort.${one}`) }))}
              />
              <SelectField
                name="gebied"
                label={t('kaart.gebied')}
                none={t('kaart.gebied.geen')}
                value={gekozen?.code ?? ''}
                onChange={(code) => kies(gebieden?.resultaten.find((one) => one.code === code))}
                options={(gebieden?.resultaten ?? []).map((one) => ({ value: one.code, label: one.naam }))}
              />
            </>
          )}
          {eigenGebieden.length > 0 && (
            <SelectField
              name="eigen"
              label={t('kaart.eigen')}
              none={t('kaart.gebied.geen')}
              value={eigenId}
              onChange={(id) => kiesEigen(eigenGebieden.find((one) => one.id === id))}
              options={eigenGebieden.map((one) => ({
                value: one.id,
                label: one.door.id === gebruiker.id ? one.naam : `${one.naam} · ${one.door.naam}`,
              }))}
            />
          )}
          {eigen !== undefined && eigen.door.id === gebruiker.id && (
            <Button weight="subtle" onClick={() => void gooiEigenWeg(eigen)}>
              {t('kaart.eigen.gooiweg', { naam: eigen.naam })}
            </Button>
          )}
          <div className="dw-knoppen">
            <Button icon={<PenTool aria-hidden="true" size={18} />} onClick={() => teken(false)}>
              {t('kaart.teken')}
            </Button>
            {ringen.length > 0 && (
              <Button icon={<CircleSlash aria-hidden="true" size={18} />} onClick={() => teken(true)}>
                {t('kaart.teken.gat')}
              </Button>
            )}
            {ringen.length > 0 && eigen === undefined && (
              <Button icon={<BookmarkPlus aria-hidden="true" size={18} />} onClick={() => setBewaart(true)}>
                {t('kaart.eigen.bewaren')}
              </Button>
            )}
            {waar !== null && (
              <Button weight="subtle" icon={<Trash2 aria-hidden="true" size={18} />} onClick={wis}>
                {t('kaart.wis')}
              </Button>
            )}
          </div>
          <RadioField
            name="kleur"
            label={t('kaart.kleur')}
            row
            value={kleur}
            onChange={(value) => setKleur(value as Kleurwijze)}
            options={[
              { value: 'gebruik', label: t('kaart.gebruik') },
              { value: 'bouwjaar', label: t('register.bouwjaar') },
            ]}
          />
          {stand.achtergrond !== null && (
            <>
              <RadioField
                name="ondergrond"
                label={t('kaart.ondergrond')}
                row
                value={ondergrond ? 'achtergrond' : 'eigen'}
                onChange={(value) => {
                  setOndergrond(value === 'achtergrond');
                  setOndergrondKomt(true);
                }}
                options={[
                  { value: 'eigen', label: t('kaart.ondergrond.eigen') },
                  { value: 'achtergrond', label: t('kaart.ondergrond.achtergrond') },
                ]}
              />
              <div role="status">
                {ondergrond && !ondergrondKomt && <p className="nl-paragraph">{t('kaart.ondergrond.weg')}</p>}
              </div>
            </>
          )}
          <Checkbox label={t('kaart.laag.objecten')} checked={objecten} onChange={setObjecten} />
          {mayCompanies && (
            <Checkbox label={t('kaart.laag.vestigingen')} checked={vestigingen} onChange={setVestigingen} />
          )}
          {mayRead && <Checkbox label={t('kaart.laag.signalen')} checked={metSignalen} onChange={setMetSignalen} />}
          {mayCases && <Checkbox label={t('kaart.laag.casussen')} checked={metCasussen} onChange={setMetCasussen} />}
          <Legenda wijze={kleur} />
          {vestigingen && <Branchelegenda />}
        </div>
        <Kaartvlak
          beeld={beeld}
          uitsnede={gekozen?.uitsnede ?? stand.uitsnede}
          merken={merken}
          gebieden={gebieden?.resultaten ?? GEEN_GEBIEDEN}
          ringen={ringen}
          tekenaar={tekenaar}
          ondergrond={ondergrond ? stand.achtergrond : null}
          onOndergrond={setOndergrondKomt}
          onRaak={raak}
        />
      </div>
      {waar !== null && (
        <Vlak
          kop={naam}
          rechts={
            pand !== null && (
              <Link to="/panden/$id" params={{ id: pand }} className="nl-link">
                {t('register.pand.naar')}
              </Link>
            )
          }
        >
          <Lijst
            naam={naam}
            waar={waar}
            peildatum={peildatum}
            wat={search.wat ?? 'objecten'}
            gebruik={search.gebruik}
            onWat={(wat) => zet({ wat })}
            onGebruik={(gebruik) => zet({ gebruik })}
            onToon={(one) => {
              setRegel(one);
              tekenaar.current?.naar(one.punt);
            }}
          />
        </Vlak>
      )}
      {mayRead && metSignalen && (
        <Vlak kop={t('nav.signalen')}>
          {signalen.isError ? (
            <Failed error={signalen.error} retry={() => void signalen.refetch()} />
          ) : (
            <>
              <p role="status" className="nl-paragraph dw-zacht">
                {t('kaart.signalen', { aantal: (waar === null ? signalen : hier).data?.resultaten.length ?? 0 })}
                {signalen.data?.afgekapt === true && ` ${t('kaart.signalen.afgekapt')}`}
              </p>
              <ul className="dw-verwijzingen">
                {((waar === null ? signalen : hier).data?.resultaten ?? []).map((one) => (
                  <li key={one.id}>
                    <Link to="/signalen/$id" params={{ id: one.id }} className="nl-link">
                      {one.titel}
                    </Link>
                    <span className="dw-verwijzingen__merk">
                      <StatusMerk status={one.status} wegingStap={0} uitgesteldTot={null} />
                      <span className="dw-zacht dw-klein">{one.adres}</span>
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Vlak>
      )}
      {mayCases && metCasussen && (
        <Vlak kop={t('nav.casussen')}>
          {casussen.isError ? (
            <Failed error={casussen.error} retry={() => void casussen.refetch()} />
          ) : (
            <>
              <p role="status" className="nl-paragraph dw-zacht">
                {t('kaart.casussen', { aantal: (waar === null ? casussen : zaken).data?.resultaten.length ?? 0 })}
              </p>
              <ul className="dw-verwijzingen">
                {((waar === null ? casussen : zaken).data?.resultaten ?? []).map((one) => (
                  <li key={`${one.id} ${one.nummeraanduiding}`}>
                    <Link to="/casussen/$id" params={{ id: one.id }} className="nl-link">
                      {one.werknaam}
                    </Link>
                    <span className="dw-verwijzingen__merk">
                      <FaseMerk fase={one.fase} />
                      <span className="dw-zacht dw-klein">{one.adres}</span>
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Vlak>
      )}
      {bewaart && (
        <Suspense fallback={null}>
          <BewaarGebied
            ringen={ringen}
            onBewaard={(gebied) => {
              setEigenId(gebied.id);
              setBewaart(false);
            }}
            onClose={() => setBewaart(false)}
          />
        </Suspense>
      )}
      {soort !== undefined && (
        <Vlak kop={t('kaart.tellingen', { soort: t(`kaart.soort.${soort}`) })}>
          <Tellingen soort={soort} peildatum={peildatum} gekozen={gekozen?.code} onKies={kies} />
        </Vlak>
      )}
    </div>
  );
}

export default function Kaart() {
  const { t } = useLanguage();
  const found = useQuery(kaartQuery);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (found.data.uitsnede === null)
    return <Empty title={t('kaart.geenregister')}>{t('kaart.geenregister.uitleg')}</Empty>;
  return <Scherm stand={found.data} />;
}
