// SPDX-License-Identifier: EUPL-1.2
import type { Id } from '../api/typen';
import { SearchField } from '../basis/combobox';
import { useLanguage } from '../basis/language';
import { zoekSignalen } from './api';

interface SignaalKeuzeProps {
  name: string;
  error?: string | undefined;
  /** Signalen that cannot be chosen: the ones the decision is about. */
  behalve: readonly Id[];
  onChoose: (id: Id | null) => void;
}

/** Picks another signaal by kenmerk, title or address. */
export default function SignaalKeuze({ name, error, behalve, onChoose }: SignaalKeuzeProps) {
  const { t } = useLanguage();
  return (
    <SearchField
      name={name}
      label={t('signaal.besluit.duplicaatvan')}
      hint={t('signaal.besluit.duplicaatvan.hulp')}
      error={error}
      queryKey="signaal"
      search={async (text) =>
        (await zoekSignalen(text))
          .filter((row) => !behalve.includes(row.id))
          .map((row) => ({ id: row.id, text: `${row.kenmerk} ${row.titel}`, detail: row.adres?.weergave }))
      }
      onChoose={(choice) => onChoose(choice?.id ?? null)}
    />
  );
}
