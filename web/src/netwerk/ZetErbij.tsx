// SPDX-License-Identifier: EUPL-1.2
// Finds something to put on the chart: a dossier, an address or a company, as people type it.
import { useState } from 'react';
import { type Choice, SearchField } from '../basis/combobox';
import { useLanguage } from '../basis/language';
import { zoek } from '../zoek/api';
import { type Sleutel, sleutelVan } from './model';

type Gevonden = Choice & { sleutel: Sleutel };
const PER_SOORT = 5;

export function ZetErbij({ onKies }: { onKies: (sleutel: Sleutel) => void }) {
  const { t } = useLanguage();
  const [keer, setKeer] = useState(0);
  const search = async (tekst: string): Promise<Gevonden[]> => {
    const uit = await zoek(tekst, PER_SOORT);
    const een = (soort: string, id: string, text: string, detail: string): Gevonden => ({
      id,
      text,
      detail,
      sleutel: sleutelVan({ soort, id }),
    });
    return [
      ...uit.casussen.map((c) => een('casus', c.id, c.werknaam, `${t('netwerk.soort.casus')} · ${c.kenmerk}`)),
      ...uit.signalen.map((s) => een('signaal', s.id, s.titel, `${t('netwerk.soort.signaal')} · ${s.kenmerk}`)),
      ...uit.bedrijven.map((b) =>
        een('onderneming', b.bedrijf, b.naam, `${t('netwerk.soort.onderneming')} · ${b.kvkNummer}`),
      ),
      ...uit.adressen.map((a) => een('adres', a.nummeraanduiding, a.weergave, t('netwerk.soort.adres'))),
    ];
  };
  return (
    <SearchField<Gevonden>
      key={keer}
      name="netwerk-erbij"
      label={t('netwerk.erbij')}
      hint={t('netwerk.erbij.hulp')}
      queryKey="netwerk-erbij"
      search={search}
      onChoose={(keuze) => {
        if (keuze === null) return;
        setKeer(keer + 1);
        onKies(keuze.sleutel);
      }}
      nothing={t('netwerk.erbij.niets')}
    />
  );
}
