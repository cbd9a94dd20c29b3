// SPDX-License-Identifier: EUPL-1.2
// What is recorded of a casus that was handed to the RIEC: why, for whom, who decided it, and what came back.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Id, Riec, Verstrekking } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { now } from '../basis/clock';
import { dayOf, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { RadioField, TextArea, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { legRiecBerichtVast } from './api';

const KORTSTE = 10;
const WAAROM = ['vermoeden', 'samenwerking', 'noodzaak'] as const;
type Soort = 'ontvangst' | 'terugkoppeling';

function BerichtVorm({
  casus,
  verstrekking,
  soorten,
  onClose,
}: {
  casus: Id;
  verstrekking: Id;
  soorten: readonly Soort[];
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { soort: soorten[0] as string, dag: dayOf(now()), tekst: '', correctie: '' },
    labels: {
      soort: t('verstrekking.riec.soort'),
      dag: t('verstrekking.riec.dag'),
      tekst: t('verstrekking.riec.tekst'),
      correctie: t('verstrekking.riec.correctie'),
    },
    check: ({ dag, tekst, correctie }): FormErrors => {
      const geenDag = dag === '' ? t('verstrekking.riec.dag.fout') : dayFault(dag, t);
      return {
        ...(geenDag === undefined ? {} : { dag: geenDag }),
        ...(tekst.trim().length < 2 ? { tekst: t('verstrekking.riec.tekst.fout') } : {}),
        ...(correctie.trim() !== '' && correctie.trim().length < KORTSTE
          ? { correctie: t('verstrekking.riec.correctie.fout') }
          : {}),
      };
    },
    send: async ({ soort, dag, tekst, correctie }) => {
      await legRiecBerichtVast(client, casus, verstrekking, {
        soort: soort as Soort,
        dag,
        tekst: tekst.trim(),
        ...(soort === 'terugkoppeling' && correctie.trim() !== '' ? { correctie: correctie.trim() } : {}),
      });
      announce(t('verstrekking.riec.gedaan'));
      onClose();
    },
  });
  const { values } = form;
  const terug = values.soort === 'terugkoppeling';
  return (
    <Form form={form}>
      {soorten.length > 1 && (
        <RadioField
          {...form.field('soort')}
          label={t('verstrekking.riec.soort')}
          options={soorten.map((one) => ({ value: one, label: t(`verstrekking.riec.${one}`) }))}
        />
      )}
      <DateField {...form.field('dag')} label={t('verstrekking.riec.dag')} />
      {terug ? (
        <>
          <TextArea {...form.field('tekst')} label={t('verstrekking.riec.gebruik')} rows={2} maxLength={2000} />
          <TextArea
            {...form.field('correctie')}
            label={t('verstrekking.riec.correctie')}
            hint={t('verstrekking.riec.correctie.hulp')}
            optional
            rows={2}
            maxLength={2000}
          />
        </>
      ) : (
        <TextField {...form.field('tekst')} label={t('verstrekking.riec.tekst')} maxLength={200} />
      )}
      <FormButtons form={form} onCancel={onClose}>
        {t('verstrekking.riec.opslaan')}
      </FormButtons>
    </Form>
  );
}

export function RiecVak({ casus, van, riec, mag }: { casus: Id; van: Verstrekking; riec: Riec; mag: boolean }) {
  const { t, language } = useLanguage();
  const { name } = useLists();
  const [open, setOpen] = useState(false);
  const vak = useRef<HTMLDivElement>(null);
  const bevestigd = riec.berichten.some((one) => one.soort === 'ontvangst');
  return (
    <div className="dw-uitkomst" ref={vak} tabIndex={-1}>
      <h4 className="nl-heading nl-heading--level-5">{t('verstrekking.riec.kop')}</h4>
      <dl className="dw-feiten">
        <dt>{t('verstrekking.riec.deelnemers')}</dt>
        <dd>{riec.deelnemers.map((one) => name('partners', one)).join(', ')}</dd>
        <dt>{t('verstrekking.riec.besloten')}</dt>
        <dd>
          {riec.beslotenDoor.naam}, {formatShortDate(dayOf(riec.beslotenOp), language)}
        </dd>
      </dl>
      {WAAROM.map((one) => (
        <p key={one} className="dw-lopend">
          <span className="dw-zacht">{t(`verstrekking.riec.${one}`)}</span>
          <br />
          {riec[one]}
        </p>
      ))}
      {!bevestigd && <p>{t('verstrekking.riec.nietbevestigd')}</p>}
      <ul>
        {riec.berichten.map((one) => (
          <li key={one.op}>
            {formatShortDate(one.dag, language)}: {t(`verstrekking.riec.${one.soort}`)} · {one.tekst}
            {one.correctie !== null && (
              <div>
                <strong>{t('verstrekking.riec.kloptniet')}</strong> {one.correctie}
              </div>
            )}
          </li>
        ))}
      </ul>
      {mag && !open && (
        <div className="dw-knoppen">
          <Button
            weight="subtle"
            aria-label={`${t('verstrekking.riec.doe')}: ${van.kenmerk}`}
            onClick={() => setOpen(true)}
          >
            {t('verstrekking.riec.doe')}
          </Button>
        </div>
      )}
      {open && (
        <BerichtVorm
          casus={casus}
          verstrekking={van.id}
          soorten={bevestigd ? ['terugkoppeling'] : ['ontvangst', 'terugkoppeling']}
          onClose={() => {
            setOpen(false);
            vak.current?.focus();
          }}
        />
      )}
    </div>
  );
}
