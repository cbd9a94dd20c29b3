// SPDX-License-Identifier: EUPL-1.2
// Somebody else saved first. Both texts stay side by side on the screen until the user has chosen and saved.
import { Button } from '../button';
import { useLanguage } from '../language';

export interface ConflictField {
  name: string;
  label: string;
  /** As stored now, by a colleague. */
  theirs: string;
  mine: string;
  /** Which of the two stands in the form at this moment. */
  chosen: 'mine' | 'theirs' | 'other';
}

interface ConflictProps {
  fields: readonly ConflictField[];
  /** Names of fields that only the colleague changed; they were taken over. */
  takenOver: readonly string[];
  onChoose: (name: string, which: 'mine' | 'theirs') => void;
}

export function Conflict({ fields, takenOver, onChoose }: ConflictProps) {
  const { t } = useLanguage();
  return (
    <section className="dw-botsing" aria-labelledby="botsing-kop">
      <h2 id="botsing-kop" className="nl-heading nl-heading--level-3">
        {t('basis.botsing.kop')}
      </h2>
      <p className="nl-paragraph">{t(fields.length > 0 ? 'basis.botsing.tekst' : 'basis.botsing.geen')}</p>
      {takenOver.length > 0 && (
        <p className="nl-paragraph">{t('basis.botsing.over', { velden: takenOver.join(', ') })}</p>
      )}
      {fields.map((field) => (
        <fieldset key={field.name} className="dw-botsing__veld">
          <legend className="dw-veld__naam">{field.label}</legend>
          <div className="dw-botsing__paar">
            {(['theirs', 'mine'] as const).map((which) => (
              <div
                key={which}
                className={`dw-botsing__kant ${field.chosen === which ? 'dw-botsing__kant--gekozen' : ''}`}
              >
                <h3 className="nl-heading nl-heading--level-5">{t(`basis.botsing.${which}`)}</h3>
                <p className="dw-lopend">{field[which] === '' ? t('basis.botsing.leeg') : field[which]}</p>
                <Button
                  aria-pressed={field.chosen === which}
                  onClick={() => onChoose(field.name, which)}
                  aria-label={`${t(`basis.botsing.kies.${which}`)}: ${field.label}`}
                >
                  {t(field.chosen === which ? 'basis.botsing.gekozen' : `basis.botsing.kies.${which}`)}
                </Button>
              </div>
            ))}
          </div>
        </fieldset>
      ))}
    </section>
  );
}
