// SPDX-License-Identifier: EUPL-1.2
// Signs of misuse over a chosen period: per rule, user and day what was counted, why that is a sign, and what stands
// behind it; the officer looks and explains. Nothing is added up per person.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Signalering } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { dayOf, formatDate, formatDateTime, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useSession } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { type Periode, signaleringenQuery, verklaar } from './api';
import { NoodMerk } from './NoodMerk';
import { laatsteDagen, PeriodeVorm } from './PeriodeVorm';
import { handeling, regelUitleg, regelWoord } from './woorden';

const LANGST = 31;
const KORTSTE_UITLEG = 10;

/** The explanation still holds: nothing was added since. */
export function isVerklaard({ verklaring, aantal }: Signalering): boolean {
  return verklaring !== null && verklaring.aantal >= aantal;
}

function Uitleggen({ sein, onClose }: { sein: Signalering; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { toelichting: '' },
    labels: { toelichting: t('privacy.sein.verklaring') },
    check: ({ toelichting }): FormErrors =>
      toelichting.trim().length < KORTSTE_UITLEG ? { toelichting: t('privacy.toelichting.fout') } : {},
    send: async ({ toelichting }) => {
      const { regel, gebruiker, dag } = sein;
      await verklaar(client, { regel, gebruiker: gebruiker.id, dag, toelichting: toelichting.trim() });
      announce(t('privacy.sein.gedaan'));
      onClose();
    },
  });
  return (
    <Form form={form}>
      <TextArea
        {...form.field('toelichting')}
        label={t('privacy.sein.verklaring')}
        hint={t('privacy.sein.verklaring.hulp')}
        rows={3}
      />
      <FormButtons form={form} onCancel={onClose}>
        {t('privacy.sein.opslaan')}
      </FormButtons>
    </Form>
  );
}

function Handelingen({ sein }: { sein: Signalering }) {
  const { t, language } = useLanguage();
  const getoond = sein.handelingen.length;
  const wat = (actie: string) => {
    const woorden = handeling(actie, t);
    return sein.regel === 'vaak-geweigerd' ? t('privacy.sein.geweigerd', { wat: woorden }) : woorden;
  };
  return (
    <details className="dw-meer">
      <summary>{t('privacy.sein.handelingen')}</summary>
      <ul className="dw-handelingen">
        {sein.handelingen.map((one) => (
          <li key={`${one.tijd} ${one.actie}`}>
            <time dateTime={one.tijd}>{formatDateTime(one.tijd, language)}</time> · {wat(one.actie)} ·{' '}
            <span className="dw-kenmerk">{one.kenmerk ?? t('privacy.kenmerk.geen')}</span>{' '}
            {one.noodtoegang && <NoodMerk />}
          </li>
        ))}
      </ul>
      {getoond < sein.aantal && <p className="dw-zacht">{t('privacy.sein.meer', { getoond, aantal: sein.aantal })}</p>}
    </details>
  );
}

function Kaart({ sein }: { sein: Signalering }) {
  const { t, language } = useLanguage();
  const ik = useSession().gebruiker.id;
  const [open, setOpen] = useState(false);
  const kaart = useRef<HTMLLIElement>(null);
  const sluit = () => {
    setOpen(false);
    kaart.current?.focus();
  };
  const { verklaring } = sein;
  const klaar = isVerklaard(sein);
  const wat = `${regelWoord(sein.regel, t)}, ${sein.gebruiker.naam}`;
  return (
    <li className="dw-vlak dw-kaart" ref={kaart} tabIndex={-1}>
      <h2 className="nl-heading nl-heading--level-4">
        {regelWoord(sein.regel, t)} · {sein.gebruiker.naam}
      </h2>
      <p className="dw-zacht">
        <time dateTime={sein.dag}>{formatDate(sein.dag, language)}</time> ·{' '}
        {t('privacy.sein.teller', { aantal: sein.aantal, grens: sein.grens })}
        {sein.gewoon !== null && `, ${t('privacy.sein.gewoon', { aantal: sein.gewoon })}`}
      </p>
      <p className="dw-lopend">{regelUitleg(sein.regel, t)}</p>
      <Handelingen sein={sein} />
      {verklaring !== null && (
        <div className="dw-uitkomst">
          <p>
            <Check aria-hidden="true" size={16} /> <strong>{t('privacy.sein.verklaard')}</strong>{' '}
            {verklaring.toelichting}
          </p>
          <p className="dw-zacht dw-klein">
            {verklaring.door.naam}, {formatShortDate(dayOf(verklaring.op), language)}
          </p>
          {!klaar && <p>{t('privacy.sein.sindsdien', { aantal: sein.aantal - verklaring.aantal })}</p>}
        </div>
      )}
      {!klaar && sein.gebruiker.id === ik && <p className="dw-zacht">{t('privacy.sein.zelf')}</p>}
      {!klaar && sein.gebruiker.id !== ik && !open && (
        <Button aria-label={`${t('privacy.sein.verklaar')}: ${wat}`} onClick={() => setOpen(true)}>
          {t('privacy.sein.verklaar')}
        </Button>
      )}
      {open && <Uitleggen sein={sein} onClose={sluit} />}
    </li>
  );
}

function Lijst({ periode }: { periode: Periode }) {
  const { t } = useLanguage();
  const found = useQuery(signaleringenQuery(periode));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (found.data.length === 0) {
    return (
      <div className="dw-vlak">
        <Empty title={t('privacy.sein.geen')}>{t('privacy.sein.geen.uitleg')}</Empty>
      </div>
    );
  }
  // What still asks a look first; the order of the server within both.
  const rows = [...found.data].sort((a, b) => Number(isVerklaard(a)) - Number(isVerklaard(b)));
  return (
    <ul className="dw-kaarten">
      {rows.map((one) => (
        <Kaart key={`${one.regel} ${one.gebruiker.id} ${one.dag}`} sein={one} />
      ))}
    </ul>
  );
}

export function Signaleringen() {
  const { t } = useLanguage();
  const [periode, setPeriode] = useState(() => laatsteDagen(7));
  return (
    <>
      <p className="nl-paragraph dw-lopend">{t('privacy.sein.uitleg')}</p>
      <PeriodeVorm periode={periode} langst={LANGST} teLang={t('privacy.sein.fout.periode')} onToon={setPeriode} />
      <Lijst periode={periode} />
    </>
  );
}
