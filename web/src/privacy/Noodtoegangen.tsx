// SPDX-License-Identifier: EUPL-1.2
// Emergency accesses, what is to be judged first, and the judgement of somebody else than who opened it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Noodtoegang } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { dayOf, formatDateTime, formatShortDate, formatTime } from '../basis/format';
import { useLanguage } from '../basis/language';
import { Empty, Failed, Loading } from '../basis/states';
import { TermijnChip } from '../basis/termijn';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { RadioField, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { beoordeel, noodtoegangenQuery } from './api';
import { NoodMerk } from './NoodMerk';

const OORDELEN = ['terecht', 'onterecht'] as const;
type Oordeel = (typeof OORDELEN)[number];
const KORTST = 10;

/** What is to be judged first, the first due on top; then what was judged, newest first. */
export function opVolgorde(alle: readonly Noodtoegang[]): Noodtoegang[] {
  const open = alle.filter((one) => one.oordeel === null);
  const klaar = alle.filter((one) => one.oordeel !== null);
  return [
    ...open.sort(
      (a, b) => a.beoordelenVoor.localeCompare(b.beoordelenVoor) || a.begonnenOp.localeCompare(b.begonnenOp),
    ),
    ...klaar.sort((a, b) => b.begonnenOp.localeCompare(a.begonnenOp)),
  ];
}

function Beoordelen({ nood, onClose }: { nood: Noodtoegang; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { oordeel: '', toelichting: '' },
    labels: { toelichting: t('privacy.oordeel.toelichting') },
    check: (values): FormErrors => ({
      ...(values.oordeel === '' ? { oordeel: t('privacy.oordeel.fout') } : {}),
      ...(values.toelichting.trim().length < KORTST ? { toelichting: t('privacy.toelichting.fout') } : {}),
    }),
    send: async ({ oordeel, toelichting }) => {
      await beoordeel(client, nood.id, { oordeel, toelichting: toelichting.trim() });
      announce(t('privacy.oordeel.gedaan', { kenmerk: nood.kenmerk }));
      onClose();
    },
  });
  return (
    <Form form={form}>
      <RadioField
        {...form.field('oordeel')}
        label={t('privacy.oordeel.vraag')}
        options={OORDELEN.map((one) => ({ value: one, label: t(`privacy.oordeel.${one}`) }))}
      />
      <TextArea
        {...form.field('toelichting')}
        label={t('privacy.oordeel.toelichting')}
        hint={t('privacy.oordeel.hulp')}
        rows={3}
      />
      <FormButtons form={form} onCancel={onClose}>
        {t('privacy.oordeel.doe')}
      </FormButtons>
    </Form>
  );
}

function Uitkomst({ nood }: { nood: Noodtoegang }) {
  const { t, language } = useLanguage();
  if (nood.oordeel === null || nood.beoordeeldOp === null) return null;
  return (
    <div className="dw-uitkomst">
      <p>
        <strong>{t(`privacy.oordeel.${nood.oordeel as Oordeel}`)}</strong>{' '}
        <span className="dw-zacht">
          · {nood.beoordeeldDoor?.naam}, {formatShortDate(dayOf(nood.beoordeeldOp), language)}
        </span>
      </p>
      <p className="dw-lopend">{nood.toelichting}</p>
    </div>
  );
}

function Kaart({ nood }: { nood: Noodtoegang }) {
  const { t, language } = useLanguage();
  const [open, setOpen] = useState(false);
  const kaart = useRef<HTMLLIElement>(null);
  const sluit = () => {
    setOpen(false);
    kaart.current?.focus();
  };
  return (
    <li className="dw-vlak dw-kaart" ref={kaart} tabIndex={-1}>
      <div className="dw-kaart__kop">
        <h2 className="nl-heading nl-heading--level-4">
          <span className="dw-kenmerk">{nood.kenmerk}</span> · {nood.gebruiker.naam}
        </h2>
        {nood.loopt && <NoodMerk />}
        {nood.oordeel === null && (
          <span className="dw-kaart__termijn">
            {t('privacy.oordeel.voor')} <TermijnChip datum={nood.beoordelenVoor} />
          </span>
        )}
      </div>
      <p className="dw-zacht">
        {t(`privacy.soort.${nood.objectSoort}`)} · {formatDateTime(nood.begonnenOp, language)}{' '}
        {t('privacy.nood.tot', { tijd: formatTime(nood.tot, language) })}
      </p>
      <p className="dw-lopend">{nood.reden}</p>
      <Uitkomst nood={nood} />
      {nood.oordeel === null && nood.vanMij && <p className="dw-zacht">{t('fout.eigen-noodtoegang')}</p>}
      {nood.oordeel === null && !nood.vanMij && !open && (
        <Button aria-label={`${t('privacy.oordeel.begin')}: ${nood.kenmerk}`} onClick={() => setOpen(true)}>
          {t('privacy.oordeel.begin')}
        </Button>
      )}
      {open && <Beoordelen nood={nood} onClose={sluit} />}
    </li>
  );
}

export function Noodtoegangen() {
  const { t } = useLanguage();
  const found = useQuery(noodtoegangenQuery);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (found.data.length === 0) {
    return (
      <div className="dw-vlak">
        <Empty title={t('privacy.nood.geen')}>{t('privacy.nood.geen.uitleg')}</Empty>
      </div>
    );
  }
  return (
    <ul className="dw-kaarten">
      {opVolgorde(found.data).map((one) => (
        <Kaart key={one.id} nood={one} />
      ))}
    </ul>
  );
}
