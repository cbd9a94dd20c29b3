// SPDX-License-Identifier: EUPL-1.2
// Who belongs to a series: always or when asked, for whom, with which mandate and secrecy, until when.
import { useQueryClient } from '@tanstack/react-query';
import { Pencil, Trash2, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { Overlegreeks, Reekslid } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { Empty } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { DateField, dayFault } from '../basis/vorm/dates';
import { Form, FormButtons } from '../basis/vorm/Form';
import { Checkbox } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { haalLidWeg, reeksQuery, zetLid } from './api';
import { type Lid, LidVelden, NIEUW_LID, useLidWoorden } from './lidvelden';

interface Lidmaatschap extends Lid {
  vast: boolean;
  tot: string;
}

function LidVorm({ reeks, lid, onClose }: { reeks: Overlegreeks; lid?: Reekslid; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const { labels, check } = useLidWoorden();
  const form = useForm<Lidmaatschap>({
    initial:
      lid === undefined
        ? { ...NIEUW_LID, vast: true, tot: '' }
        : { ...lid, gebruiker: lid.gebruiker.id, tot: lid.tot ?? '' },
    labels,
    check: (v) => ({
      ...check(v),
      ...(dayFault(v.tot, t) === undefined ? {} : { tot: t('basis.datum.fout') }),
    }),
    send: async ({ gebruiker, organisatie, mandaat, geheimhouding, vast, tot }) => {
      const na = await zetLid(reeks.id, gebruiker, {
        organisatie,
        mandaat,
        geheimhouding,
        vast,
        tot: tot === '' ? null : tot,
      });
      client.setQueryData(reeksQuery(na.id).queryKey, na);
      announce(t('overleg.lid.opgeslagen'));
      onClose();
    },
  });
  const { values, on } = form;
  return (
    <Dialog title={t(lid === undefined ? 'overleg.lid.nieuw' : 'overleg.lid.wijzigen')} onClose={onClose} wide>
      <Form form={form}>
        <LidVelden
          form={form}
          {...(lid === undefined ? {} : { wie: lid.gebruiker })}
          al={reeks.leden.map((one) => one.gebruiker.id)}
          ernaast={<DateField {...form.field('tot')} label={t('overleg.lid.tot')} optional />}
        />
        <Checkbox label={t('overleg.lid.vast')} checked={values.vast} onChange={on('vast')} />
        <FormButtons form={form} onCancel={onClose}>
          {t('basis.opslaan')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

export function Leden({ reeks }: { reeks: Overlegreeks }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const [vorm, setVorm] = useState<Reekslid | 'nieuw' | null>(null);
  const weg = async (lid: Reekslid) => {
    try {
      await haalLidWeg(reeks.id, lid.gebruiker.id);
      await client.invalidateQueries({ queryKey: reeksQuery(reeks.id).queryKey });
      announce(t('overleg.lid.weggehaald', { naam: lid.gebruiker.naam }));
    } catch (error) {
      announce(problemText(error, t));
    }
  };
  return (
    <Vlak
      kop={t('overleg.leden')}
      rechts={
        reeks.magLeiden && (
          <Button icon={<UserPlus aria-hidden="true" size={18} />} onClick={() => setVorm('nieuw')}>
            {t('overleg.lid.nieuw')}
          </Button>
        )
      }
    >
      {reeks.leden.length === 0 ? (
        <Empty title={t('overleg.leden.geen')}>
          <p className="nl-paragraph">{t('overleg.leden.geen.uitleg')}</p>
        </Empty>
      ) : (
        <ul className="dw-overlegrijen">
          {reeks.leden.map((lid) => (
            <li key={lid.gebruiker.id} className="dw-overlegrij">
              <div className="dw-overlegrij__wat">
                <span className="dw-overlegrij__naam">{lid.gebruiker.naam}</span>
                <span className="dw-zacht">
                  {[
                    lid.organisatie,
                    lid.mandaat,
                    t(`overleg.geheimhouding.${lid.geheimhouding}`),
                    t(lid.vast ? 'overleg.lid.isvast' : 'overleg.lid.gevraagd'),
                    lid.tot === null ? '' : t('overleg.lid.tot.datum', { datum: formatShortDate(lid.tot, language) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
              {reeks.magLeiden && (
                <div className="dw-knoppen dw-knoppen--krap">
                  <Button
                    weight="subtle"
                    className="dw-knop--icoon"
                    aria-label={`${t('overleg.lid.wijzigen')}: ${lid.gebruiker.naam}`}
                    onClick={() => setVorm(lid)}
                  >
                    <Pencil aria-hidden="true" size={18} />
                  </Button>
                  <Button
                    weight="subtle"
                    className="dw-knop--icoon"
                    aria-label={`${t('overleg.lid.weg')}: ${lid.gebruiker.naam}`}
                    onClick={() => void weg(lid)}
                  >
                    <Trash2 aria-hidden="true" size={18} />
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {vorm !== null && (
        <LidVorm reeks={reeks} {...(vorm === 'nieuw' ? {} : { lid: vorm })} onClose={() => setVorm(null)} />
      )}
    </Vlak>
  );
}
