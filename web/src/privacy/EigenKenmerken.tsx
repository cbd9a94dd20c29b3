// SPDX-License-Identifier: EUPL-1.2
// Of which colleagues a family name or an address is known, so that a look at their own can be seen. What it is never comes
// back: the server keeps keyed hashes.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { EigenKenmerk } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { dayOf, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useSession } from '../basis/session';
import { Failed, Loading } from '../basis/states';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { AdresVeld, GEEN_ADRES } from '../register/AdresVeld';
import { eigenKenmerkenQuery, voegKenmerkToe, wisKenmerken } from './api';

function Toevoegen({ wie, onClose }: { wie: EigenKenmerk['gebruiker']; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { familienaam: '', adres: GEEN_ADRES },
    labels: { familienaam: t('privacy.eigen.familienaam'), adres: t('register.adres') },
    check: ({ familienaam, adres }): FormErrors => {
      if (adres.soort === 'tekst') return { adres: t('privacy.eigen.adres.fout') };
      return familienaam.trim().length < 2 && adres.soort === 'leeg'
        ? { familienaam: t('privacy.eigen.fout') }
        : ({} as FormErrors);
    },
    send: async ({ familienaam, adres }) => {
      await voegKenmerkToe(client, {
        gebruiker: wie.id,
        familienamen: familienaam.trim() === '' ? [] : [familienaam.trim()],
        adressen: adres.soort === 'bag' ? [adres.nummeraanduiding] : [],
      });
      announce(t('privacy.eigen.gedaan', { naam: wie.naam }));
      onClose();
    },
  });
  const { values, on, errors } = form;
  return (
    <Dialog title={t('privacy.eigen.kop', { naam: wie.naam })} onClose={onClose}>
      <p className="nl-paragraph">{t('privacy.eigen.bewaard')}</p>
      <Form form={form}>
        <TextField
          {...form.field('familienaam')}
          label={t('privacy.eigen.familienaam')}
          hint={t('privacy.eigen.familienaam.hulp')}
          autoComplete="off"
        />
        <AdresVeld name="adres" value={values.adres} onChange={on('adres')} error={errors.adres} />
        <FormButtons form={form} onCancel={onClose}>
          {t('basis.opslaan')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

function Wissen({ wie, onClose }: { wie: EigenKenmerk['gebruiker']; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: {},
    labels: {},
    check: (): FormErrors => ({}),
    send: async () => {
      await wisKenmerken(client, wie.id);
      announce(t('privacy.eigen.gewist', { naam: wie.naam }));
      onClose();
    },
  });
  return (
    <Dialog title={t('privacy.eigen.wis.kop', { naam: wie.naam })} onClose={onClose}>
      <p className="nl-paragraph">{t('privacy.eigen.wis.uitleg')}</p>
      <Form form={form}>
        <FormButtons form={form} onCancel={onClose}>
          {t('privacy.eigen.wis')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

export function EigenKenmerken() {
  const { t, language } = useLanguage();
  const ik = useSession().gebruiker.id;
  const found = useQuery(eigenKenmerkenQuery);
  const [open, setOpen] = useState<{ wat: 'erbij' | 'weg'; wie: EigenKenmerk['gebruiker'] } | null>(null);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const sluit = () => setOpen(null);
  const bekend = (er: boolean) => (er ? t('privacy.eigen.bekend') : t('privacy.eigen.onbekend'));
  return (
    <>
      <p className="nl-paragraph dw-lopend">{t('privacy.eigen.uitleg')}</p>
      <ul className="dw-kaarten">
        {found.data.map(({ gebruiker, namen, adressen, op }) => (
          <li key={gebruiker.id} className="dw-vlak dw-kaart">
            <h2 className="nl-heading nl-heading--level-4">{gebruiker.naam}</h2>
            <p>
              {t('privacy.eigen.stand', { namen: bekend(namen), adressen: bekend(adressen) })}
              {op !== null && (
                <span className="dw-zacht">
                  {' '}
                  · {t('privacy.eigen.op', { dag: formatShortDate(dayOf(op), language) })}
                </span>
              )}
            </p>
            <div className="dw-knoppen">
              <Button
                aria-label={`${t('privacy.eigen.toevoegen')}: ${gebruiker.naam}`}
                onClick={() => setOpen({ wat: 'erbij', wie: gebruiker })}
              >
                {t('privacy.eigen.toevoegen')}
              </Button>
              {op !== null && gebruiker.id !== ik && (
                <Button
                  weight="subtle"
                  aria-label={`${t('privacy.eigen.wis')}: ${gebruiker.naam}`}
                  onClick={() => setOpen({ wat: 'weg', wie: gebruiker })}
                >
                  {t('privacy.eigen.wis')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {open?.wat === 'erbij' && <Toevoegen wie={open.wie} onClose={sluit} />}
      {open?.wat === 'weg' && <Wissen wie={open.wie} onClose={sluit} />}
    </>
  );
}
