// SPDX-License-Identifier: EUPL-1.2
// Everything that was found, by kind. What is searched stands in the state of the history.
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { AllesGevonden, GevondenPlaats } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { useZoekdoel } from '../basis/doel';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { PageHeading } from '../basis/page';
import { Empty, Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { AdresKaart } from '../register/AdresKaart';
import { bedrijfspad, dossierpad, useZoekdoelen, zoekQuery } from './api';
import './zoek.css';

const ZoekdoelVenster = lazy(() => import('./ZoekdoelVenster'));

function Dossier({ plek, children }: { plek: GevondenPlaats; children: ReactNode }) {
  return (
    <Link {...dossierpad(plek)} className="nl-link">
      {children}
    </Link>
  );
}

interface GroepProps<T> {
  kop: string;
  rijen: readonly T[];
  /** How many fit, when more than are shown. */
  aantal?: number;
  sleutel: (rij: T) => string;
  toon: (rij: T) => ReactNode;
}

function Groep<T>({ kop, rijen, aantal = rijen.length, sleutel, toon }: GroepProps<T>) {
  const { t } = useLanguage();
  if (rijen.length === 0) return null;
  return (
    <Vlak kop={`${kop} (${aantal})`}>
      <ul className="dw-gevonden">
        {rijen.map((rij) => (
          <li key={sleutel(rij)}>{toon(rij)}</li>
        ))}
      </ul>
      {aantal > rijen.length && <p className="dw-zacht">{t('zoek.meer', { aantal: aantal - rijen.length })}</p>}
    </Vlak>
  );
}

function Uitkomst({ uit }: { uit: AllesGevonden }) {
  const { t } = useLanguage();
  const { name } = useLists();
  const dossier = (plek: GevondenPlaats) => `${t(`zoek.soort.${plek.soort}`)} ${plek.kenmerk}, ${plek.naam}`;
  return (
    <>
      <Groep
        kop={t('nav.casussen')}
        rijen={uit.casussen}
        aantal={uit.aantallen.casussen}
        sleutel={(c) => c.id}
        toon={(c) => (
          <>
            <Dossier plek={{ soort: 'casus', id: c.id, kenmerk: c.kenmerk, naam: c.werknaam }}>{c.werknaam}</Dossier>
            <span className="dw-zacht">
              {c.kenmerk} · {t(`casus.fase.${c.fase}`)}
            </span>
          </>
        )}
      />
      <Groep
        kop={t('nav.signalen')}
        rijen={uit.signalen}
        aantal={uit.aantallen.signalen}
        sleutel={(s) => s.id}
        toon={(s) => (
          <>
            <Dossier plek={{ soort: 'signaal', id: s.id, kenmerk: s.kenmerk, naam: s.titel }}>{s.titel}</Dossier>
            <span className="dw-zacht">
              {[s.kenmerk, t(`signaal.status.${s.status}`), s.adres].filter(Boolean).join(' · ')}
            </span>
          </>
        )}
      />
      <Groep
        kop={t('zoek.vermeldingen')}
        rijen={uit.vermeldingen}
        aantal={uit.aantallen.vermeldingen}
        sleutel={(v) => v.id}
        toon={(v) => (
          <>
            <Dossier plek={v.dossier}>{v.tekst}</Dossier>
            <span className="dw-zacht">
              {[name('vermeldingsoorten', v.soort), v.sleutel, v.rol, dossier(v.dossier)].filter(Boolean).join(' · ')}
            </span>
          </>
        )}
      />
      <Groep
        kop={t('zoek.documenten')}
        rijen={uit.documenten}
        aantal={uit.aantallen.documenten}
        sleutel={(d) => d.id}
        toon={(d) => (
          <>
            <Dossier plek={d.dossier}>{d.naam}</Dossier>
            <span className="dw-zacht">{dossier(d.dossier)}</span>
          </>
        )}
      />
      <Groep
        kop={t('zoek.bedrijven')}
        rijen={uit.bedrijven}
        sleutel={(b) => b.bedrijf}
        toon={(b) => (
          <>
            <Link {...bedrijfspad(b.bedrijf)} className="nl-link">
              {b.naam}
            </Link>
            <span className="dw-zacht">
              {[b.kvkNummer, b.adres, b.huidig ? null : t('zoek.bedrijf.weg')].filter(Boolean).join(' · ')}
            </span>
          </>
        )}
      />
      <Groep
        kop={t('zoek.adressen')}
        rijen={uit.adressen}
        sleutel={(a) => a.nummeraanduiding}
        toon={(a) => <Adresrij nummeraanduiding={a.nummeraanduiding} weergave={a.weergave} actief={a.actief} />}
      />
    </>
  );
}

function Adresrij({
  nummeraanduiding,
  weergave,
  actief,
}: {
  nummeraanduiding: string;
  weergave: string;
  actief: boolean;
}) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {weergave}
        {!actief && <span className="dw-zacht"> ({t('register.vervallen')})</span>}
      </summary>
      {open && <AdresKaart nummeraanduiding={nummeraanduiding} />}
    </details>
  );
}

export default function Zoeken() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const tekst = useLocation().state.zoek ?? '';
  const [typt, setTypt] = useState(tekst);
  const [vraagt, setVraagt] = useState(false);
  useEffect(() => setTypt(tekst), [tekst]);
  const doelen = useZoekdoelen();
  const found = useQuery(zoekQuery(tekst, useZoekdoel()));
  const uit = found.data;
  const aantal =
    uit === undefined
      ? 0
      : uit.adressen.length +
        uit.bedrijven.length +
        Object.values(uit.aantallen).reduce((som, getal) => som + getal, 0);
  useEffect(() => {
    if (uit !== undefined) announce(t('zoek.gevonden', { aantal }));
  }, [uit, aantal, t]);
  return (
    <div className="dw-scherm dw-scherm--smal dw-scherm--stapel">
      <PageHeading title={t('zoek.kop')} />
      <form
        role="search"
        className="dw-zoek dw-zoek--breed"
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({ to: '/zoeken', state: { zoek: typt.trim() } });
        }}
      >
        <label className="dw-filter__naam" htmlFor="zoek-tekst">
          {t('zoek.vak')}
        </label>
        <div className="dw-zoek__rij">
          <input
            id="zoek-tekst"
            type="search"
            autoComplete="off"
            maxLength={200}
            className="utrecht-textbox utrecht-textbox--html-input dw-invoer"
            value={typt}
            onChange={(event) => setTypt(event.target.value)}
          />
          <Button type="submit" aria-label={t('zoek.doe')} className="dw-knop--icoon">
            <Search aria-hidden="true" size={18} />
          </Button>
        </div>
        <p className="dw-zacht dw-klein">{t('zoek.hulp')}</p>
      </form>
      {tekst !== '' && found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {uit !== undefined && (
        <>
          {!uit.inAlles && doelen.length > 0 && (
            <div className="dw-zoekalles">
              <p className="nl-paragraph">{t('zoek.alles.niet')}</p>
              <Button onClick={() => setVraagt(true)}>{t('zoek.alles.doe')}</Button>
            </div>
          )}
          {aantal === 0 && <Empty title={t('zoek.niets')}>{t('zoek.niets.uitleg')}</Empty>}
          <Uitkomst uit={uit} />
        </>
      )}
      {vraagt && (
        <Suspense fallback={null}>
          <ZoekdoelVenster onClose={() => setVraagt(false)} />
        </Suspense>
      )}
    </div>
  );
}
