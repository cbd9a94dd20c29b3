// SPDX-License-Identifier: EUPL-1.2
// Who takes part in one meeting, for whom and under which secrecy; during the meeting, who is there.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { type Deelnemer, GEHEIMHOUDINGEN, type Geheimhouding, type Overleg } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { formatTime } from '../basis/format';
import { useLanguage } from '../basis/language';
import { collegasQuery } from '../basis/lists';
import { problemText } from '../basis/problem';
import { Vlak } from '../basis/vlak';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { haalDeelnemerWeg, overlegQuery, toonOverleg, zetDeelnemer } from './api';

function DeelnemerVorm({ overleg, onClose }: { overleg: Overleg; onClose: () => void }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const al = overleg.deelnemers.map((one) => one.gebruiker.id);
  const mensen = (useQuery(collegasQuery).data ?? [])
    .filter((one) => !al.includes(one.id))
    .sort((a, b) => a.naam.localeCompare(b.naam, language));
  const form = useForm({
    initial: { gebruiker: '', organisatie: '', mandaat: '', geheimhouding: 'ambtseed' },
    labels: { gebruiker: t('overleg.lid'), organisatie: t('overleg.organisatie'), mandaat: t('overleg.mandaat') },
    check: (v): FormErrors => (v.gebruiker === '' ? { gebruiker: t('overleg.fout.lid') } : {}),
    send: async ({ gebruiker, geheimhouding, ...rest }) => {
      toonOverleg(
        client,
        await zetDeelnemer(overleg.id, gebruiker, { ...rest, geheimhouding: geheimhouding as Geheimhouding }),
      );
      announce(t('overleg.lid.opgeslagen'));
      onClose();
    },
  });
  const { values, on, errors } = form;
  return (
    <Dialog title={t('overleg.deelnemer.nieuw')} onClose={onClose} wide>
      <Form form={form}>
        <SelectField
          name="gebruiker"
          label={t('overleg.lid')}
          none={t('basis.kies')}
          value={values.gebruiker}
          onChange={on('gebruiker')}
          options={mensen.map((one) => ({ value: one.id, label: one.naam }))}
          error={errors.gebruiker}
        />
        <TextField
          name="organisatie"
          label={t('overleg.organisatie')}
          hint={t('overleg.organisatie.hulp')}
          optional
          value={values.organisatie}
          onChange={on('organisatie')}
          maxLength={100}
        />
        <TextField
          name="mandaat"
          label={t('overleg.mandaat')}
          hint={t('overleg.mandaat.hulp')}
          optional
          value={values.mandaat}
          onChange={on('mandaat')}
          maxLength={300}
        />
        <SelectField
          name="geheimhouding"
          label={t('overleg.geheimhouding')}
          value={values.geheimhouding}
          onChange={on('geheimhouding')}
          options={GEHEIMHOUDINGEN.map((one) => ({ value: one, label: t(`overleg.geheimhouding.${one}`) }))}
        />
        <FormButtons form={form} onCancel={onClose}>
          {t('basis.toevoegen')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

export function Deelnemers({ overleg, leidt }: { overleg: Overleg; leidt: boolean }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const [nieuw, setNieuw] = useState(false);
  const weg = async ({ gebruiker }: Deelnemer) => {
    try {
      await haalDeelnemerWeg(overleg.id, gebruiker.id);
      await client.invalidateQueries({ queryKey: overlegQuery(overleg.id).queryKey });
      announce(t('overleg.lid.weggehaald', { naam: gebruiker.naam }));
    } catch (error) {
      announce(problemText(error, t));
    }
  };
  return (
    <Vlak
      kop={t('overleg.deelnemers')}
      rechts={
        leidt && (
          <Button icon={<UserPlus aria-hidden="true" size={18} />} onClick={() => setNieuw(true)}>
            {t('overleg.deelnemer.nieuw')}
          </Button>
        )
      }
    >
      <ul className="dw-overlegrijen">
        {overleg.deelnemers.map((een) => (
          <li key={een.gebruiker.id} className="dw-overlegrij">
            <div className="dw-overlegrij__wat">
              <span className="dw-overlegrij__naam">{een.gebruiker.naam}</span>
              <span className="dw-zacht">
                {[een.organisatie, een.mandaat, t(`overleg.geheimhouding.${een.geheimhouding}`)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
            {een.aanwezig !== null && een.sinds !== null && (
              <span>
                {t(`overleg.stand.${een.aanwezig}`)}{' '}
                <span className="dw-zacht">{t('overleg.sinds', { tijd: formatTime(een.sinds, language) })}</span>
              </span>
            )}
            {leidt &&
              overleg.staat === 'gepland' &&
              ![overleg.voorzitter.id, overleg.secretaris.id].includes(een.gebruiker.id) && (
                <Button
                  weight="subtle"
                  className="dw-knop--icoon"
                  aria-label={`${t('overleg.deelnemer.weg')}: ${een.gebruiker.naam}`}
                  onClick={() => void weg(een)}
                >
                  <Trash2 aria-hidden="true" size={18} />
                </Button>
              )}
          </li>
        ))}
      </ul>
      {nieuw && <DeelnemerVorm overleg={overleg} onClose={() => setNieuw(false)} />}
    </Vlak>
  );
}
