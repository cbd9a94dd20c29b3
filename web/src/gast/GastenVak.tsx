// SPDX-License-Identifier: EUPL-1.2
// Guests of other organisations: invited by who leads the casus, let in after check 2A, withdrawn at once.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { UserMinus, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { Casus, Gast } from '../api/typen';
import { announce } from '../basis/announce';
import { api, unwrap } from '../basis/api';
import { Button } from '../basis/button';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { useSession } from '../basis/session';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { gastenQuery, herleesCasus, voegLidToe } from '../casus/api';
import { Minderjarigen } from '../casus/Minderjarigen';
import { Weghalen } from '../casus/Weghalen';
import './gast.css';

function Uitnodigen({ casus, onClose }: { casus: Casus; onClose: (gast: Gast | null) => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const organisaties = useQuery(gastenQuery(casus.id)).data?.organisaties ?? [];
  const form = useForm({
    initial: { naam: '', organisatie: '', tot: '' },
    check: (values): FormErrors => {
      const geenDag = values.tot === '' ? t('gast.casus.tot.fout') : dayFault(values.tot, t);
      return {
        ...(values.naam.trim() === '' ? { naam: t('gast.casus.naam.fout') } : {}),
        ...(values.organisatie === '' ? { organisatie: t('gast.casus.organisatie.fout') } : {}),
        ...(geenDag === undefined ? {} : { tot: geenDag }),
      };
    },
    send: async (values) => {
      const gast = await unwrap(
        api.POST('/v1/casussen/{id}/gasten', {
          params: { path: { id: casus.id } },
          body: { naam: values.naam.trim(), organisatie: values.organisatie, tot: values.tot },
        }),
      );
      await client.invalidateQueries({ queryKey: gastenQuery(casus.id).queryKey });
      onClose(gast);
    },
  });
  return (
    <Form form={form}>
      <Minderjarigen aantal={casus.minderjarigen} />
      <TextField {...form.field('naam')} label={t('gast.casus.naam')} />
      <SelectField
        {...form.field('organisatie')}
        label={t('gast.casus.organisatie')}
        none={t('basis.kies')}
        options={organisaties.map((one) => ({ value: one.code, label: one.naam }))}
      />
      <DateField {...form.field('tot')} label={t('gast.casus.tot')} />
      <FormButtons form={form} onCancel={() => onClose(null)}>
        {t('gast.casus.uitnodigen')}
      </FormButtons>
    </Form>
  );
}

export default function GastenVak({ casus, schrijven }: { casus: Casus; schrijven: boolean }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const ik = useSession().gebruiker.id;
  const gasten = useQuery(gastenQuery(casus.id)).data?.resultaten ?? [];
  const [erbij, setErbij] = useState(false);
  const [nieuw, setNieuw] = useState<Gast | null>(null);
  const [weg, setWeg] = useState<Gast | null>(null);
  const [mis, setMis] = useState<unknown>(null);
  const magUitnodigen = schrijven && ik === casus.trekker.id;
  const herlees = async () => {
    await Promise.all([
      herleesCasus(client, casus.id),
      client.invalidateQueries({ queryKey: gastenQuery(casus.id).queryKey }),
    ]);
  };
  const laatToe = async (gast: Gast) => {
    setMis(null);
    try {
      await voegLidToe(casus.id, gast.gebruiker, gast.tot);
      announce(t('gast.casus.toegelaten', { naam: gast.naam }));
      await herlees();
    } catch (error) {
      setMis(error);
    }
  };
  if (gasten.length === 0 && !magUitnodigen) return null;
  return (
    <section className="dw-gasten" aria-label={t('gast.casus')}>
      <h3 className="nl-heading nl-heading--level-4">{t('gast.casus')}</h3>
      <p className="dw-zacht">{t('gast.casus.uitleg')}</p>
      <ul className="dw-ledenlijst">
        {gasten.map((gast) => (
          <li key={gast.id}>
            <span>
              {gast.naam}
              <span className="dw-zacht">
                {' '}
                · {t(`gast.casus.staat.${gast.staat}`)} ·{' '}
                {t('casus.lid.totdatum', { datum: formatShortDate(gast.tot, language) })}
              </span>
            </span>
            {schrijven && gast.staat === 'opgenomen' && (
              <Button onClick={() => void laatToe(gast)}>{t('gast.casus.toelaten')}</Button>
            )}
            {schrijven && ['uitgenodigd', 'opgenomen', 'lid'].includes(gast.staat) && (
              <button
                type="button"
                className="dw-knopje"
                onClick={() => setWeg(gast)}
                aria-label={`${t('gast.casus.weg')}: ${gast.naam}`}
              >
                <UserMinus aria-hidden="true" size={18} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {mis !== null && (
        <div className="dw-mislukt" role="alert">
          {problemText(mis, t)}
        </div>
      )}
      {schrijven && gasten.some((one) => one.staat === 'opgenomen') && (
        <p className="nl-paragraph">
          {t('gast.casus.toets')}{' '}
          <Link to="/casussen/$id/$deel" params={{ id: casus.id, deel: 'privacytoetsen' }} className="nl-link">
            {t('casus.toets.naam.2a')}
          </Link>
        </p>
      )}
      {nieuw !== null && (
        <div role="status" className="dw-gastcode">
          <p className="nl-paragraph">{t('gast.casus.code', { naam: nieuw.naam })}</p>
          <code>{nieuw.code}</code>
        </div>
      )}
      {magUitnodigen && !erbij && (
        <Button icon={<UserPlus aria-hidden="true" size={18} />} onClick={() => setErbij(true)}>
          {t('gast.casus.uitnodigen')}
        </Button>
      )}
      {erbij && (
        <Uitnodigen
          casus={casus}
          onClose={(gast) => {
            setErbij(false);
            if (gast !== null) setNieuw(gast);
          }}
        />
      )}
      {weg !== null && (
        <Weghalen
          kop={t('gast.casus.weg')}
          wat={weg.naam}
          uitleg={t('gast.casus.weg.uitleg')}
          doe={async () => {
            await unwrap(
              api.DELETE('/v1/casussen/{id}/gasten/{gast}', { params: { path: { id: casus.id, gast: weg.id } } }),
            );
            await herlees();
          }}
          gedaan={t('gast.casus.gedaan', { naam: weg.naam })}
          onClose={() => setWeg(null)}
        />
      )}
    </section>
  );
}
