// SPDX-License-Identifier: EUPL-1.2
// Who agreed and who did not, of who is there. Nobody's view is filled in for him.
import type { Id, Overleg, StandpuntNieuw } from '../api/typen';
import { Button } from '../basis/button';
import { type Translate, useLanguage } from '../basis/language';
import type { FormErrors } from '../basis/vorm/errors';
import { FieldGroup, SelectField, TextField } from '../basis/vorm/fields';

export interface Stem {
  /** Empty: nothing was recorded. */
  stem: '' | 'eens' | 'oneens';
  reden: string;
}
export type Stemmen = Record<Id, Stem>;

export function aanwezigen(overleg: Overleg) {
  return overleg.deelnemers.filter((one) => one.aanwezig === 'aanwezig' || one.aanwezig === 'laat');
}

export function voorApi(stemmen: Stemmen): StandpuntNieuw[] {
  return Object.entries(stemmen)
    .filter(([, { stem }]) => stem !== '')
    .map(([gebruiker, { stem, reden }]) => ({
      gebruiker,
      eens: stem === 'eens',
      reden: stem === 'oneens' && reden.trim() !== '' ? reden.trim() : null,
    }));
}

const redenVeld = (naam: string, wie: Id) => `${naam}-${wie}-reden`;

/** Who disagrees says why: it stands with the decision. */
export function stemFouten(naam: string, stemmen: Stemmen, t: Translate): FormErrors {
  return Object.fromEntries(
    Object.entries(stemmen)
      .filter(([, { stem, reden }]) => stem === 'oneens' && reden.trim() === '')
      .map(([wie]) => [redenVeld(naam, wie), t('overleg.fout.standpunt')]),
  );
}

interface Props {
  naam: string;
  overleg: Overleg;
  stemmen: Stemmen;
  onChange: (stemmen: Stemmen) => void;
  errors?: FormErrors;
}

export function Standpunten({ naam, overleg, stemmen, onChange, errors }: Props) {
  const { t } = useLanguage();
  const er = aanwezigen(overleg);
  if (er.length === 0) return null;
  const van = (id: Id): Stem => stemmen[id] ?? { stem: '', reden: '' };
  return (
    <FieldGroup name={naam} label={t('overleg.standpunten')} hint={t('overleg.standpunten.hulp')} optional>
      <div>
        <Button
          weight="subtle"
          className="dw-knop--klein"
          onClick={() => onChange(Object.fromEntries(er.map((one) => [one.gebruiker.id, { stem: 'eens', reden: '' }])))}
        >
          {t('overleg.standpunten.alleneens')}
        </Button>
      </div>
      <div className="dw-standpunten">
        {er.map(({ gebruiker }) => (
          <div key={gebruiker.id} className="dw-standpunten__rij">
            <SelectField
              name={`${naam}-${gebruiker.id}`}
              label={gebruiker.naam}
              value={van(gebruiker.id).stem}
              onChange={(stem) =>
                onChange({ ...stemmen, [gebruiker.id]: { ...van(gebruiker.id), stem: stem as Stem['stem'] } })
              }
              none={t('overleg.standpunt.geen')}
              options={[
                { value: 'eens', label: t('overleg.standpunt.eens') },
                { value: 'oneens', label: t('overleg.standpunt.oneens') },
              ]}
            />
            {van(gebruiker.id).stem === 'oneens' && (
              <TextField
                name={redenVeld(naam, gebruiker.id)}
                label={t('overleg.standpunt.reden', { naam: gebruiker.naam })}
                error={errors?.[redenVeld(naam, gebruiker.id)]}
                value={van(gebruiker.id).reden}
                onChange={(reden) => onChange({ ...stemmen, [gebruiker.id]: { ...van(gebruiker.id), reden } })}
                maxLength={1000}
              />
            )}
          </div>
        ))}
      </div>
    </FieldGroup>
  );
}
