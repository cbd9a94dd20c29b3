// SPDX-License-Identifier: EUPL-1.2
// Charts that were kept, of dossiers that this user may see.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { WeergaveKort } from '../api/typen';
import { announce } from '../basis/announce';
import { Dialog } from '../basis/dialog';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { useSession } from '../basis/session';
import { Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { Form, FormButtons } from '../basis/vorm/Form';
import { TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { gooiWeergaveWeg, weergavenQuery, wijzigWeergave } from './api';

function Hernoem({ weergave, onClose }: { weergave: WeergaveKort; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { naam: weergave.naam },
    check: (values): Record<string, string> =>
      values.naam.trim() === '' ? { naam: t('netwerk.bewaren.fout.naam') } : {},
    send: async (values) => {
      const naam = values.naam.trim();
      await wijzigWeergave(weergave.id, { naam });
      await client.invalidateQueries({ queryKey: weergavenQuery.queryKey });
      announce(t('netwerk.bewaren.gedaan', { naam }));
      onClose();
    },
  });
  return (
    <Dialog title={t('netwerk.weergave.anderenaam')} onClose={onClose}>
      <Form form={form}>
        <TextField {...form.field('naam')} label={t('netwerk.bewaren.naam')} maxLength={120} />
        <FormButtons form={form} onCancel={onClose}>
          {t('netwerk.bewaren.doe')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

export function Weergaven() {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const { gebruiker } = useSession();
  const found = useQuery(weergavenQuery);
  const [hernoemt, setHernoemt] = useState<WeergaveKort | null>(null);
  const gooiWeg = async (one: WeergaveKort) => {
    try {
      await gooiWeergaveWeg(one.id);
      announce(t('netwerk.weergave.weg', { naam: one.naam }));
      await client.invalidateQueries({ queryKey: weergavenQuery.queryKey });
    } catch (error) {
      announce(problemText(error, t, true));
    }
  };
  return (
    <Vlak kop={t('netwerk.weergaven')}>
      {found.isPending ? (
        <Loading />
      ) : found.isError ? (
        <Failed error={found.error} retry={() => void found.refetch()} />
      ) : found.data.length === 0 ? (
        <p className="nl-paragraph dw-zacht">{t('netwerk.weergaven.geen')}</p>
      ) : (
        <ul className="dw-verwijzingen">
          {found.data.map((one) => (
            <li key={one.id}>
              <Link to="/netwerk" search={{ weergave: one.id }} className="nl-link">
                {one.naam}
              </Link>
              <span className="dw-verwijzingen__merk">
                <span className="dw-zacht dw-klein">
                  {[one.dossier.kenmerk, one.door.naam, formatShortDate(one.op, language)].join(' · ')}
                </span>
                {one.door.id === gebruiker.id && (
                  <button
                    type="button"
                    className="dw-knopje"
                    aria-label={t('netwerk.weergave.hernoem', { naam: one.naam })}
                    onClick={() => setHernoemt(one)}
                  >
                    <Pencil aria-hidden="true" size={18} />
                  </button>
                )}
                {one.door.id === gebruiker.id && (
                  <button
                    type="button"
                    className="dw-knopje"
                    aria-label={t('netwerk.weergave.gooiweg', { naam: one.naam })}
                    onClick={() => void gooiWeg(one)}
                  >
                    <Trash2 aria-hidden="true" size={18} />
                  </button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {hernoemt !== null && <Hernoem weergave={hernoemt} onClose={() => setHernoemt(null)} />}
    </Vlak>
  );
}
