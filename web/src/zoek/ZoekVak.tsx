// SPDX-License-Identifier: EUPL-1.2
// The box in the bar at the top: what is typed is looked up at once, the best of each kind in one list.
import { Link, useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { GevondenPlaats } from '../api/typen';
import { type Choice, SearchField } from '../basis/combobox';
import { useZoekdoel } from '../basis/doel';
import { useShortcuts } from '../basis/keys';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { bedrijfspad, dossierpad, type Pad, zoek } from './api';
import './zoek.css';

const PER_SOORT = 4;
/** `naar`: null for what has no screen of its own; it opens the whole list. */
type Gevonden = Choice & { naar: Pad | null };

export default function ZoekVak() {
  const { t } = useLanguage();
  const { name } = useLists();
  const navigate = useNavigate();
  const doel = useZoekdoel();
  const vak = useRef<HTMLDivElement>(null);
  const [keer, setKeer] = useState(0);
  useShortcuts(
    useMemo(
      () => ({
        '$mod+k': () => {
          const veld = vak.current?.querySelector('input');
          if (veld?.offsetParent) veld.focus();
          else void navigate({ to: '/zoeken' });
        },
      }),
      [navigate],
    ),
  );
  const naarLijst = (tekst: string) => {
    setKeer(keer + 1);
    void navigate({ to: '/zoeken', state: { zoek: tekst } });
  };
  const search = async (tekst: string): Promise<Gevonden[]> => {
    const uit = await zoek(tekst, PER_SOORT);
    const dossier = (plek: GevondenPlaats, soort: string): Gevonden => ({
      id: plek.id,
      text: plek.naam,
      detail: `${soort} · ${plek.kenmerk}`,
      naar: dossierpad(plek),
    });
    const gevonden: Gevonden[] = [
      ...uit.casussen.map((c) =>
        dossier({ soort: 'casus', id: c.id, kenmerk: c.kenmerk, naam: c.werknaam }, t('zoek.soort.casus')),
      ),
      ...uit.signalen.map((s) =>
        dossier({ soort: 'signaal', id: s.id, kenmerk: s.kenmerk, naam: s.titel }, t('zoek.soort.signaal')),
      ),
      ...uit.vermeldingen.map((v) => ({
        id: v.id,
        text: v.tekst,
        detail: [name('vermeldingsoorten', v.soort), v.sleutel, v.dossier.kenmerk].filter(Boolean).join(' · '),
        naar: dossierpad(v.dossier),
      })),
      ...uit.bedrijven.map((b) => ({
        id: b.bedrijf,
        text: b.naam,
        detail: [t('zoek.soort.bedrijf'), b.kvkNummer, b.adres].filter(Boolean).join(' · '),
        naar: bedrijfspad(b.bedrijf),
      })),
      ...uit.adressen.map((a) => ({
        id: a.nummeraanduiding,
        text: a.weergave,
        detail: a.actief ? t('zoek.soort.adres') : `${t('zoek.soort.adres')} · ${t('register.vervallen')}`,
        naar: null,
      })),
      ...uit.documenten.map((d) => ({
        id: d.id,
        text: d.naam,
        detail: `${t('zoek.soort.document')} · ${d.dossier.kenmerk}`,
        naar: dossierpad(d.dossier),
      })),
    ];
    return gevonden;
  };
  return (
    <div className="dw-zoekvak" ref={vak}>
      {/* Enter without a choice: the whole list */}
      <div
        className="dw-zoekvak__veld"
        onKeyDownCapture={(event) => {
          const veld = event.target as HTMLInputElement;
          if (event.key !== 'Enter' || veld.hasAttribute('aria-activedescendant') || veld.value.trim() === '') return;
          event.preventDefault();
          event.stopPropagation();
          naarLijst(veld.value.trim());
        }}
      >
        <SearchField<Gevonden>
          key={keer}
          name="zoek-alles"
          label={t('zoek.vak')}
          placeholder={t('zoek.vak.voorbeeld')}
          optional
          queryKey={`vak-${doel ?? ''}`}
          search={search}
          nothing={t(doel === null ? 'zoek.niets.zonderdoel' : 'zoek.niets')}
          onChoose={(keuze) => {
            if (keuze === null) return;
            if (keuze.naar === null) return naarLijst(keuze.text);
            setKeer(keer + 1);
            void navigate(keuze.naar);
          }}
        />
      </div>
      <Link to="/zoeken" className="dw-balk__knop dw-zoekvak__knop" aria-label={t('zoek.kop')}>
        <Search aria-hidden="true" size={18} />
      </Link>
    </div>
  );
}
