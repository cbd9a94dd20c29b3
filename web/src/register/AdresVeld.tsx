// SPDX-License-Identifier: EUPL-1.2
// Picks an address from the BAG while typing. What is not in it ("achter de volkstuinen") may be kept as words.
import { useState } from 'react';
import type { Adres, AdresNieuw, AdresVermeld } from '../api/typen';
import { type Choice, SearchField } from '../basis/combobox';
import { useLanguage } from '../basis/language';
import { Checkbox } from '../basis/vorm/fields';
import { zoekAdres } from './api';

/** What stands in the field: a chosen address, words, or nothing. */
export type AdresKeuze =
  | { soort: 'leeg' }
  | { soort: 'bag'; nummeraanduiding: string; weergave: string }
  | { soort: 'tekst'; tekst: string; bedoeld: boolean };

export const GEEN_ADRES: AdresKeuze = { soort: 'leeg' };

export function keuzeVan(adres: AdresVermeld | null): AdresKeuze {
  if (adres === null) return GEEN_ADRES;
  if (adres.nummeraanduiding === null) return { soort: 'tekst', tekst: adres.weergave, bedoeld: true };
  return { soort: 'bag', nummeraanduiding: adres.nummeraanduiding, weergave: adres.weergave };
}

export function adresVoorApi(keuze: AdresKeuze): AdresNieuw | null {
  if (keuze.soort === 'bag') return { nummeraanduiding: keuze.nummeraanduiding };
  return keuze.soort === 'tekst' ? { tekst: keuze.tekst } : null;
}

/** Words that were not picked from the list are sent only when the user said that they are meant so. */
export function adresOnzeker(keuze: AdresKeuze): boolean {
  return keuze.soort === 'tekst' && !keuze.bedoeld;
}

interface AdresVeldProps {
  name: string;
  value: AdresKeuze;
  onChange: (value: AdresKeuze) => void;
  error?: string | undefined;
}

type Gevonden = Choice & { adres: Adres };

export function AdresVeld({ name, value, onChange, error }: AdresVeldProps) {
  const { t } = useLanguage();
  const [initialText] = useState(value.soort === 'bag' ? value.weergave : value.soort === 'tekst' ? value.tekst : '');
  const search = async (text: string): Promise<Gevonden[]> =>
    (await zoekAdres(text)).map((adres) => ({
      id: adres.nummeraanduiding,
      text: adres.weergave,
      detail: adres.actief ? undefined : t('register.vervallen'),
      adres,
    }));
  return (
    <div className="dw-adresveld">
      <SearchField<Gevonden>
        name={name}
        label={t('register.adres')}
        hint={t('register.adres.hulp')}
        error={error}
        optional
        queryKey="adres"
        search={search}
        initialText={initialText}
        nothing={t('register.adres.niets')}
        onChoose={(choice, text) => {
          if (choice !== null) {
            onChange({
              soort: 'bag',
              nummeraanduiding: choice.adres.nummeraanduiding,
              weergave: choice.adres.weergave,
            });
          } else if (text.trim() === '') onChange(GEEN_ADRES);
          else onChange({ soort: 'tekst', tekst: text.trim(), bedoeld: value.soort === 'tekst' && value.bedoeld });
        }}
      />
      {value.soort === 'tekst' && (
        <Checkbox
          label={t('register.adres.tekst')}
          checked={value.bedoeld}
          onChange={(bedoeld) => onChange({ ...value, bedoeld })}
        />
      )}
    </div>
  );
}
