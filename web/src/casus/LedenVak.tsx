// SPDX-License-Identifier: EUPL-1.2
// Who takes part: nobody else can see that this casus exists.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { UserMinus, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { Casus, Collega } from '../api/typen';
import { Button } from '../basis/button';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { collegasQuery } from '../basis/lists';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { herleesCasus, verwijderLid, voegLidToe } from './api';
import { Weghalen } from './Weghalen';

function Toevoegen({ casus, onClose }: { casus: Casus; onClose: () => void }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const leden = new Set(casus.leden.map((one) => one.gebruiker.id));
  const people = [...(useQuery(collegasQuery).data ?? [])]
    .filter((one) => !leden.has(one.id))
    .sort((a, b) => a.naam.localeCompare(b.naam, language));
  const form = useForm({
    initial: { gebruiker: '', tot: '' },
    check: (values): FormErrors => {
      const geenDag = dayFault(values.tot, t);
      return {
        ...(values.gebruiker === '' ? { gebruiker: t('casus.lid.fout') } : {}),
        ...(geenDag === undefined ? {} : { tot: geenDag }),
      };
    },
    send: async (values) => {
      await voegLidToe(casus.id, values.gebruiker, values.tot === '' ? null : values.tot);
      await herleesCasus(client, casus.id);
      onClose();
    },
  });
  return (
    <Form form={form}>
      <SelectField
        {...form.field('gebruiker')}
        label={t('casus.lid.wie')}
        none={t('basis.kies')}
        options={people.map((one) => ({ value: one.id, label: one.naam }))}
      />
      <DateField {...form.field('tot')} label={t('casus.lid.tot')} hint={t('casus.lid.tot.hulp')} optional />
      <FormButtons form={form} onCancel={onClose}>
        {t('basis.toevoegen')}
      </FormButtons>
    </Form>
  );
}

export function LedenVak({ casus, schrijven }: { casus: Casus; schrijven: boolean }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const [erbij, setErbij] = useState(false);
  const [weg, setWeg] = useState<Collega | null>(null);
  return (
    <>
      <ul className="dw-ledenlijst">
        {casus.leden.map(({ gebruiker, tot }) => (
          <li key={gebruiker.id}>
            <span>
              {gebruiker.naam}
              {gebruiker.id === casus.trekker.id && <span className="dw-zacht"> · {t('casus.trekker')}</span>}
              {tot !== null && (
                <span className="dw-zacht">
                  {' '}
                  · {t('casus.lid.totdatum', { datum: formatShortDate(tot, language) })}
                </span>
              )}
            </span>
            {schrijven && gebruiker.id !== casus.trekker.id && (
              <button
                type="button"
                className="dw-knopje"
                onClick={() => setWeg(gebruiker)}
                aria-label={`${t('casus.lid.weg')}: ${gebruiker.naam}`}
              >
                <UserMinus aria-hidden="true" size={18} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {schrijven && !erbij && (
        <Button icon={<UserPlus aria-hidden="true" size={18} />} onClick={() => setErbij(true)}>
          {t('casus.lid.toevoegen')}
        </Button>
      )}
      {erbij && <Toevoegen casus={casus} onClose={() => setErbij(false)} />}
      {weg !== null && (
        <Weghalen
          kop={t('casus.lid.weg')}
          wat={weg.naam}
          uitleg={t('casus.lid.weg.uitleg')}
          doe={async () => {
            await verwijderLid(casus.id, weg.id);
            await herleesCasus(client, casus.id);
          }}
          gedaan={t('casus.lid.verwijderd', { naam: weg.naam })}
          onClose={() => setWeg(null)}
        />
      )}
    </>
  );
}
