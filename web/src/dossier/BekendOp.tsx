// SPDX-License-Identifier: EUPL-1.2
// The file as it was known at a moment: what an objection procedure asks for.
import { History } from 'lucide-react';
import { useState } from 'react';
import type { Tijdstip } from '../api/typen';
import { Button } from '../basis/button';
import { useEditing } from '../basis/editing';
import { formatDateTime, fromLocalInput, toLocalInput } from '../basis/format';
import { useLanguage } from '../basis/language';
import { MomentField } from '../basis/vorm/dates';

interface BekendOpProps {
  moment: Tijdstip | null;
  onKies: (moment: Tijdstip | null) => void;
}

export function BekendOp({ moment, onKies }: BekendOpProps) {
  const { t, language } = useLanguage();
  const { editing: open, setEditing: setOpen, button } = useEditing('bekend');
  const [tekst, setTekst] = useState(() => toLocalInput(new Date()));
  const [fout, setFout] = useState<string | undefined>(undefined);
  if (moment !== null) {
    return (
      <div className="dw-bekend" role="status">
        <p className="nl-paragraph">
          <strong>{t('dossier.bekend.nu', { moment: formatDateTime(moment, language) })}</strong>{' '}
          {t('dossier.bekend.uitleg')}
        </p>
        <Button onClick={() => onKies(null)}>{t('dossier.bekend.terug')}</Button>
      </div>
    );
  }
  if (!open) {
    return (
      <Button
        ref={button}
        weight="subtle"
        icon={<History aria-hidden="true" size={18} />}
        onClick={() => setOpen(true)}
      >
        {t('dossier.bekend')}
      </Button>
    );
  }
  return (
    <form
      className="dw-bekend"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const gekozen = fromLocalInput(tekst);
        if (gekozen === null || gekozen > new Date()) setFout(t('dossier.bekend.fout'));
        else {
          setFout(undefined);
          setOpen(false);
          onKies(gekozen.toISOString());
        }
      }}
    >
      <MomentField name="bekend" label={t('dossier.bekend.vraag')} value={tekst} onChange={setTekst} error={fout} />
      <div className="dw-knoppen">
        <Button type="submit">{t('dossier.bekend.doe')}</Button>
        <Button weight="subtle" onClick={() => setOpen(false)}>
          {t('basis.annuleren')}
        </Button>
      </div>
    </form>
  );
}
