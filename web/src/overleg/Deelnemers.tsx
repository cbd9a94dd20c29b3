// SPDX-License-Identifier: EUPL-1.2
// Who takes part in one meeting, for whom and under which secrecy; during the meeting, who is there.
import { useQueryClient } from '@tanstack/react-query';
import { Trash2, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { Deelnemer, Overleg } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { formatTime } from '../basis/format';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { Vlak } from '../basis/vlak';
import { Form, FormButtons } from '../basis/vorm/Form';
import { useForm } from '../basis/vorm/useForm';
import { haalDeelnemerWeg, overlegQuery, toonOverleg, zetDeelnemer } from './api';
import { LidVelden, NIEUW_LID, useLidWoorden } from './lidvelden';

function DeelnemerVorm({ overleg, onClose }: { overleg: Overleg; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: NIEUW_LID,
    ...useLidWoorden(),
    send: async ({ gebruiker, ...rest }) => {
      toonOverleg(client, await zetDeelnemer(overleg.id, gebruiker, rest));
      announce(t('overleg.lid.opgeslagen'));
      onClose();
    },
  });
  return (
    <Dialog title={t('overleg.deelnemer.nieuw')} onClose={onClose} wide>
      <Form form={form}>
        <LidVelden form={form} al={overleg.deelnemers.map((one) => one.gebruiker.id)} />
        <FormButtons form={form} onCancel={onClose}>
          {t('basis.toevoegen')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

export function Deelnemers({ overleg, leidt }: { overleg: Overleg; leidt: boolean }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const [nieuw, setNieuw] = useState(false);
  const weg = async ({ gebruiker }: Deelnemer) => {
    try {
      await haalDeelnemerWeg(overleg.id, gebruiker.id);
      await client.invalidateQueries({ queryKey: overlegQuery(overleg.id).queryKey });
      announce(t('overleg.lid.weggehaald', { naam: gebruiker.naam }));
    } catch (error) {
      announce(problemText(error, t));
    }
  };
  return (
    <Vlak
      kop={t('overleg.deelnemers')}
      rechts={
        leidt && (
          <Button icon={<UserPlus aria-hidden="true" size={18} />} onClick={() => setNieuw(true)}>
            {t('overleg.deelnemer.nieuw')}
          </Button>
        )
      }
    >
      <ul className="dw-overlegrijen">
        {overleg.deelnemers.map((een) => (
          <li key={een.gebruiker.id} className="dw-overlegrij">
            <div className="dw-overlegrij__wat">
              <span className="dw-overlegrij__naam">{een.gebruiker.naam}</span>
              <span className="dw-zacht">
                {[een.organisatie, een.mandaat, t(`overleg.geheimhouding.${een.geheimhouding}`)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
            {een.aanwezig !== null && een.sinds !== null && (
              <span>
                {t(`overleg.stand.${een.aanwezig}`)}{' '}
                <span className="dw-zacht">{t('overleg.sinds', { tijd: formatTime(een.sinds, language) })}</span>
              </span>
            )}
            {leidt &&
              overleg.staat === 'gepland' &&
              ![overleg.voorzitter.id, overleg.secretaris.id].includes(een.gebruiker.id) && (
                <Button
                  weight="subtle"
                  className="dw-knop--icoon"
                  aria-label={`${t('overleg.deelnemer.weg')}: ${een.gebruiker.naam}`}
                  onClick={() => void weg(een)}
                >
                  <Trash2 aria-hidden="true" size={18} />
                </Button>
              )}
          </li>
        ))}
      </ul>
      {nieuw && <DeelnemerVorm overleg={overleg} onClose={() => setNieuw(false)} />}
    </Vlak>
  );
}
