// SPDX-License-Identifier: EUPL-1.2
// How this casus was judged on each criterion of the organisation, with the motivation. No sum, no score.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Beoordeling, Criterium, Id } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { Failed, Loading } from '../basis/states';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { RadioField, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { beoordeel, beoordelingenQuery, criteriaQuery } from './api';
import './aanpak.css';
import { useCriterium } from './criterium';

const KORTSTE_MOTIVERING = 10;

function Beoordelen({
  casus,
  criterium,
  was,
  onClose,
}: {
  casus: Id;
  criterium: Criterium;
  was: Beoordeling | undefined;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const noem = useCriterium();
  const form = useForm({
    initial: { trede: was === undefined ? '' : String(was.trede), motivering: was?.motivering ?? '' },
    check: (v): FormErrors => ({
      ...(v.trede === '' ? { trede: t('aanpak.criterium.trede.fout') } : {}),
      ...(v.motivering.trim().length < KORTSTE_MOTIVERING ? { motivering: t('aanpak.criterium.motivering.fout') } : {}),
    }),
    send: async (v) => {
      await beoordeel(client, casus, {
        criterium: criterium.id,
        trede: Number(v.trede),
        motivering: v.motivering.trim(),
      });
      announce(t('aanpak.criterium.gedaan', { naam: noem(criterium).naam }));
      onClose();
    },
  });
  return (
    <Form form={form}>
      <RadioField
        {...form.field('trede')}
        label={noem(criterium).vraag}
        options={noem(criterium).treden.map((one, index) => ({ value: String(index + 1), label: one }))}
      />
      <TextArea
        {...form.field('motivering')}
        label={t('aanpak.criterium.motivering')}
        hint={t('aanpak.criterium.motivering.hulp')}
        rows={3}
        maxLength={2000}
      />
      <FormButtons form={form} onCancel={onClose}>
        {t('aanpak.criterium.leg')}
      </FormButtons>
    </Form>
  );
}

function Regel({
  casus,
  criterium,
  was,
  schrijven,
}: {
  casus: Id;
  criterium: Criterium;
  was: Beoordeling | undefined;
  schrijven: boolean;
}) {
  const { t, language } = useLanguage();
  const noem = useCriterium();
  const [open, setOpen] = useState(false);
  const plek = useRef<HTMLLIElement>(null);
  const { naam, vraag, treden } = noem(criterium);
  return (
    <li ref={plek} tabIndex={-1} className="dw-sjabloonregel">
      <div>
        <h3 className="nl-heading nl-heading--level-5">{naam}</h3>
        {was === undefined ? (
          <p className="dw-zacht">{vraag}</p>
        ) : (
          <>
            <p>
              <strong>{treden[was.trede - 1]}</strong>
            </p>
            <p className="dw-lopend">{was.motivering}</p>
            <p className="dw-zacht dw-klein">
              {was.door.naam}, {formatShortDate(was.op, language)}
            </p>
          </>
        )}
      </div>
      {schrijven && !open && (
        <Button
          aria-label={`${t(was === undefined ? 'aanpak.criterium.doe' : 'aanpak.criterium.anders')}: ${naam}`}
          onClick={() => setOpen(true)}
        >
          {t(was === undefined ? 'aanpak.criterium.doe' : 'aanpak.criterium.anders')}
        </Button>
      )}
      {open && (
        <Beoordelen
          casus={casus}
          criterium={criterium}
          was={was}
          onClose={() => {
            setOpen(false);
            plek.current?.focus();
          }}
        />
      )}
    </li>
  );
}

export function PrioriteitVak({ casus, schrijven }: { casus: Id; schrijven: boolean }) {
  const { t } = useLanguage();
  const criteria = useQuery(criteriaQuery);
  const found = useQuery(beoordelingenQuery(casus));
  if (criteria.isPending || found.isPending) return <Loading />;
  if (criteria.isError) return <Failed error={criteria.error} retry={() => void criteria.refetch()} />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  return (
    <>
      <p className="nl-paragraph">{t('aanpak.criterium.uitleg')}</p>
      <ul className="dw-sjabloon">
        {criteria.data.criteria.map((one) => (
          <Regel
            key={one.id}
            casus={casus}
            criterium={one}
            was={found.data.find((row) => row.criterium === one.id)}
            schrijven={schrijven}
          />
        ))}
      </ul>
    </>
  );
}
