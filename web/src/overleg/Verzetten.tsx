// SPDX-License-Identifier: EUPL-1.2
// A planned meeting gets another day, time, place or chair, or is called off. Everybody who was asked hears of it by mail.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Overleg, OverlegWijziging } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { formatDate, formatTime, isDay } from '../basis/format';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { DateField } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField, TextField } from '../basis/vorm/fields';
import { useBewerking } from '../basis/vorm/useBewerking';
import { gelastOverlegAf, overlegQuery, toonOverleg, wijzigOverleg } from './api';
import { isDuur, isTijd } from './controle';
import { useLeiders } from './lidvelden';

type Velden = Record<'datum' | 'begin' | 'duurMinuten' | 'plaats' | 'voorzitter' | 'secretaris', string>;

function stand(overleg: Overleg) {
  return {
    velden: {
      datum: overleg.datum,
      begin: formatTime(overleg.begin, 'nl'),
      duurMinuten: String((Date.parse(overleg.eind) - Date.parse(overleg.begin)) / 60_000),
      plaats: overleg.plaats,
      voorzitter: overleg.voorzitter.id,
      secretaris: overleg.secretaris.id,
    },
    versie: overleg.versie,
  };
}

export function Verzetten({ overleg, onClose }: { overleg: Overleg; onClose: () => void }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const leiders = useLeiders();
  const labels = {
    datum: t('overleg.dag'),
    begin: t('overleg.begintijd'),
    duurMinuten: t('overleg.duur'),
    plaats: t('overleg.plaats'),
    voorzitter: t('overleg.voorzitter'),
    secretaris: t('overleg.secretaris'),
  };
  const { form, botsing } = useBewerking<Velden>({
    stand: stand(overleg),
    labels,
    check: (v) => {
      const errors: FormErrors = {};
      if (!isDay(v.datum)) errors.datum = t('overleg.fout.dag');
      if (!isTijd(v.begin)) errors.begin = t('overleg.fout.tijd');
      if (!isDuur(v.duurMinuten)) errors.duurMinuten = t('overleg.fout.duur');
      return errors;
    },
    opslaan: async ({ duurMinuten, ...rest }, versie) => {
      const wijziging: OverlegWijziging = {
        ...rest,
        ...(duurMinuten === undefined ? {} : { duurMinuten: Number(duurMinuten) }),
      };
      toonOverleg(client, await wijzigOverleg({ ...overleg, versie }, wijziging));
      announce(t('overleg.verzet'));
      onClose();
    },
    herlees: async () => stand(await client.fetchQuery({ ...overlegQuery(overleg.id), staleTime: 0 })),
    inWoorden: (veld, waarde) =>
      veld === 'voorzitter' || veld === 'secretaris'
        ? (leiders.find((one) => one.value === waarde)?.label ?? '')
        : veld === 'datum'
          ? formatDate(waarde, language)
          : waarde,
  });
  return (
    <Dialog title={t('overleg.verzetten')} onClose={onClose}>
      <Form form={form}>
        {botsing}
        <p className="nl-paragraph dw-zacht">{t('overleg.verzetten.uitleg')}</p>
        <DateField {...form.field('datum')} label={labels.datum} />
        <div className="dw-kolommen">
          <TextField {...form.field('begin')} label={labels.begin} hint={t('overleg.begintijd.hulp')} />
          <TextField {...form.field('duurMinuten')} label={labels.duurMinuten} inputMode="numeric" />
        </div>
        <TextField
          {...form.field('plaats')}
          label={labels.plaats}
          hint={t('overleg.plaats.hulp')}
          optional
          maxLength={200}
        />
        <div className="dw-kolommen">
          <SelectField {...form.field('voorzitter')} label={labels.voorzitter} options={leiders} />
          <SelectField {...form.field('secretaris')} label={labels.secretaris} options={leiders} />
        </div>
        <FormButtons form={form} onCancel={onClose}>
          {t('basis.opslaan')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

export function Afgelasten({ overleg, onClose }: { overleg: Overleg; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [bezig, setBezig] = useState(false);
  const doe = async () => {
    setBezig(true);
    try {
      toonOverleg(client, await gelastOverlegAf(overleg.id));
      announce(t('overleg.afgelast'));
      onClose();
    } catch (error) {
      announce(problemText(error, t));
      setBezig(false);
    }
  };
  return (
    <Dialog title={t('overleg.afgelasten.vraag')} onClose={onClose}>
      <p className="nl-paragraph">{t('overleg.afgelasten.uitleg')}</p>
      <div className="dw-knoppen">
        <Button weight="primary" busy={bezig} onClick={() => void doe()}>
          {t('overleg.afgelasten')}
        </Button>
        <Button weight="subtle" onClick={onClose}>
          {t('basis.annuleren')}
        </Button>
      </div>
    </Dialog>
  );
}
