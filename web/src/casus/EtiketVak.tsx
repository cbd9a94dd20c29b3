// SPDX-License-Identifier: EUPL-1.2
// Labels of a casus: why it is more than its turn in the queue, with the reason and who said so.
import { useQueryClient } from '@tanstack/react-query';
import { Tag, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type Casus, ETIKETTEN, type Etiketsoort } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { RadioField, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { haalEtiketWeg, herleesCasus, zetEtiket } from './api';
import { Weghalen } from './Weghalen';

const KORTSTE_REDEN = 10;

export function EtiketMerk({ soort }: { soort: Etiketsoort }) {
  const { t } = useLanguage();
  return <span className="nl-data-badge dw-status-merk dw-status-merk--wacht">{t(`casus.etiket.${soort}`)}</span>;
}

function Plakken({ casus, onClose }: { casus: Casus; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { soort: '' as Etiketsoort | '', reden: '' },
    check: (values): FormErrors => ({
      ...(values.soort === '' ? { soort: t('casus.etiket.fout') } : {}),
      ...(values.reden.trim().length < KORTSTE_REDEN ? { reden: t('casus.etiket.reden.fout') } : {}),
    }),
    send: async (values) => {
      if (values.soort === '') return;
      await zetEtiket(casus.id, values.soort, values.reden.trim());
      await herleesCasus(client, casus.id);
      announce(t('casus.etiket.gezet', { label: t(`casus.etiket.${values.soort}`) }));
      onClose();
    },
  });
  return (
    <Form form={form}>
      <RadioField
        name="soort"
        label={t('casus.etiket.welk')}
        value={form.values.soort}
        onChange={(soort) => form.set('soort', soort as Etiketsoort)}
        options={ETIKETTEN.map((one) => ({
          value: one,
          label: t(`casus.etiket.${one}`),
          hint: t(`casus.etiket.${one}.hulp`),
        }))}
        error={form.errors.soort}
      />
      <TextArea
        {...form.field('reden')}
        label={t('casus.etiket.reden')}
        hint={t('casus.etiket.reden.hulp')}
        rows={3}
        maxLength={1000}
      />
      <FormButtons form={form} onCancel={onClose}>
        {t('casus.etiket.zet')}
      </FormButtons>
    </Form>
  );
}

export function EtiketVak({ casus, schrijven }: { casus: Casus; schrijven: boolean }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const [erbij, setErbij] = useState(false);
  const [weg, setWeg] = useState<Etiketsoort | null>(null);
  return (
    <>
      {casus.waaromEtiket.length === 0 && !erbij && <p className="dw-zacht">{t('casus.etiket.geen')}</p>}
      <ul className="dw-verwijzingen">
        {casus.waaromEtiket.map((one) => (
          <li key={one.soort}>
            <span className="dw-verwijzingen__merk">
              <EtiketMerk soort={one.soort} />
              {schrijven && (
                <button
                  type="button"
                  className="dw-knopje"
                  onClick={() => setWeg(one.soort)}
                  aria-label={`${t('casus.etiket.weg')}: ${t(`casus.etiket.${one.soort}`)}`}
                >
                  <Trash2 aria-hidden="true" size={18} />
                </button>
              )}
            </span>
            <p className="dw-lopend">{one.reden}</p>
            {one.soort === 'buikpijn' && <p className="dw-zacht dw-klein">{t('casus.etiket.buikpijn.let')}</p>}
            <p className="dw-zacht dw-klein">
              {one.door.naam}, {formatShortDate(one.op, language)}
            </p>
          </li>
        ))}
      </ul>
      {schrijven && !erbij && (
        <Button icon={<Tag aria-hidden="true" size={18} />} onClick={() => setErbij(true)}>
          {t('casus.etiket.geef')}
        </Button>
      )}
      {erbij && <Plakken casus={casus} onClose={() => setErbij(false)} />}
      {weg !== null && (
        <Weghalen
          kop={t('casus.etiket.weg')}
          wat={t(`casus.etiket.${weg}`)}
          uitleg={t('casus.etiket.weg.uitleg')}
          doe={async () => {
            await haalEtiketWeg(casus.id, weg);
            await herleesCasus(client, casus.id);
          }}
          gedaan={t('casus.etiket.verwijderd')}
          onClose={() => setWeg(null)}
        />
      )}
    </>
  );
}
