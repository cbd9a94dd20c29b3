// SPDX-License-Identifier: EUPL-1.2
// Who agreed and who did not, of who is there. Nobody's view is filled in for him.
import type { Id, Overleg, StandpuntNieuw } from '../api/typen';
import { Button } from '../basis/button';
import { useLanguage } from '../basis/language';
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

interface Props {
  naam: string;
  overleg: Overleg;
  stemmen: Stemmen;
  onChange: (stemmen: Stemmen) => void;
}

export function Standpunten({ naam, overleg, stemmen, onChange }: Props) {
  const { t } = useLanguage();
  const er = aanwezigen(overleg);
  if (er.length === 0) return null;
  const van = (id: Id): Stem => stemmen[id] ?? { stem: '', reden: '' };
  return (
    <FieldGroup name={naam} label={t('overleg.standpunten')} hint={t('overleg.standpunten.hulp')} optional>
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
                name={`${naam}-${gebruiker.id}-reden`}
                label={t('overleg.standpunt.reden', { naam: gebruiker.naam })}
                optional
                value={van(gebruiker.id).reden}
                onChange={(reden) => onChange({ ...stemmen, [gebruiker.id]: { ...van(gebruiker.id), reden } })}
                maxLength={1000}
              />
            )}
          </div>
        ))}
      </div>
      <div>
        <Button
          weight="subtle"
          className="dw-knop--klein"
          onClick={() => onChange(Object.fromEntries(er.map((one) => [one.gebruiker.id, { stem: 'eens', reden: '' }])))}
        >
          {t('overleg.standpunten.alleneens')}
        </Button>
      </div>
    </FieldGroup>
  );
}
