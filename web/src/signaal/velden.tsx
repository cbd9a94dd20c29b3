// SPDX-License-Identifier: EUPL-1.2
// Fields that both registering and changing a signaal have.
import { BETROUWBAARHEDEN, INFORMATIEWAARDEN } from '../api/typen';
import { type Translate, useLanguage } from '../basis/language';
import type { FormErrors } from '../basis/vorm/errors';
import { SelectField } from '../basis/vorm/fields';
import { type AdresKeuze, adresOnzeker } from '../register/AdresVeld';

export const MAX_TITEL = 150;
export const MAX_OMSCHRIJVING = 10_000;

/** Faults of title, description and address. */
export function controleerTekst(
  values: { titel: string; omschrijving: string; adres: AdresKeuze },
  t: Translate,
): FormErrors {
  const errors: FormErrors = {};
  if (values.titel.trim() === '') errors.titel = t('signaal.fout.titel');
  else if (values.titel.trim().length > MAX_TITEL) errors.titel = t('signaal.fout.titel.lang', { aantal: MAX_TITEL });
  if (values.omschrijving.length > MAX_OMSCHRIJVING) {
    errors.omschrijving = t('signaal.fout.omschrijving.lang', { aantal: MAX_OMSCHRIJVING });
  }
  if (adresOnzeker(values.adres)) errors.adres = t('signaal.fout.adres');
  return errors;
}

interface GraderingVeldenProps {
  bron: string;
  waarde: string;
  onBron: (value: string) => void;
  onWaarde: (value: string) => void;
}

/** Both grades in plain words; the letter and digit stand behind them for who thinks in the grid. */
export function GraderingVelden({ bron, waarde, onBron, onWaarde }: GraderingVeldenProps) {
  const { t } = useLanguage();
  return (
    <div className="dw-kolommen">
      <SelectField
        name="bronBetrouwbaarheid"
        label={t('signaal.betrouwbaarheid')}
        value={bron}
        onChange={onBron}
        options={BETROUWBAARHEDEN.map((one) => ({
          value: one,
          label: `${t(`signaal.betrouwbaarheid.${one}`)} (${one})`,
        }))}
      />
      <SelectField
        name="informatieWaarde"
        label={t('signaal.waarde')}
        value={waarde}
        onChange={onWaarde}
        options={INFORMATIEWAARDEN.map((one) => ({
          value: String(one),
          label: `${t(`signaal.waarde.${one}`)} (${one})`,
        }))}
      />
    </div>
  );
}
