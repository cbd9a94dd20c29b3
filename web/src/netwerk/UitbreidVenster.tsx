// SPDX-License-Identifier: EUPL-1.2
// Asked before something with very many ties is opened: which kinds, and how many of them.
import { useState } from 'react';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { Checkbox, SelectField } from '../basis/vorm/fields';
import type { Element } from './model';
import { useWoorden } from './namen';

interface VensterProps {
  element: Element;
  onKies: (soorten: string[], hoogstens: number) => void;
  onClose: () => void;
}

const AANTALLEN = ['25', '50', '100', '200', '500', '1000'];

export function UitbreidVenster({ element, onKies, onClose }: VensterProps) {
  const woorden = useWoorden();
  const { t } = woorden;
  const buren = element.knopen[0]?.buren ?? [];
  const [soorten, setSoorten] = useState(buren.map((one) => one.soort));
  const [hoogstens, setHoogstens] = useState('50');
  const [leeg, setLeeg] = useState(false);
  return (
    <Dialog title={t('netwerk.uitbreiden.kop', { naam: woorden.element(element) })} onClose={onClose}>
      <form
        className="dw-vorm"
        onSubmit={(event) => {
          event.preventDefault();
          if (soorten.length === 0) setLeeg(true);
          else onKies(soorten, Number(hoogstens));
        }}
      >
        <p className="nl-paragraph">{t('netwerk.uitbreiden.uitleg', { aantal: element.meer })}</p>
        <fieldset className="dw-veld dw-groep">
          <legend className="utrecht-form-label dw-veld__naam">{t('netwerk.uitbreiden.soorten')}</legend>
          {buren.map((one) => (
            <Checkbox
              key={one.soort}
              label={`${woorden.soort(one.soort)} (${one.aantal})`}
              checked={soorten.includes(one.soort)}
              onChange={(aan) => {
                setLeeg(false);
                setSoorten(aan ? [...soorten, one.soort] : soorten.filter((soort) => soort !== one.soort));
              }}
            />
          ))}
          {leeg && (
            <p className="utrecht-form-field-error-message" role="alert">
              {t('netwerk.uitbreiden.geen')}
            </p>
          )}
        </fieldset>
        <SelectField
          name="hoogstens"
          label={t('netwerk.uitbreiden.hoogstens')}
          value={hoogstens}
          onChange={setHoogstens}
          options={AANTALLEN.map((value) => ({ value, label: value }))}
        />
        <div className="dw-knoppen">
          <Button type="submit" weight="primary">
            {t('netwerk.uitbreiden.doe')}
          </Button>
          <Button weight="subtle" onClick={onClose}>
            {t('basis.annuleren')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
