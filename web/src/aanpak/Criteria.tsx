// SPDX-License-Identifier: EUPL-1.2
// The criteria by which casussen are put in order, in the order in which they decide.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Criterialijst, Id } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { useLanguage } from '../basis/language';
import { useSession } from '../basis/session';
import { Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { TextArea, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { criteriaQuery, stelCriteriaVast } from './api';
import { useCriterium } from './criterium';
import { Werkwijze } from './Werkwijze';

const MINSTE = 2;
const MEESTE = 5;
const MEESTE_CRITERIA = 8;

interface Rij {
  id: Id | null;
  naam: string;
  vraag: string;
  treden: string;
}
const treden = (rij: Rij): string[] =>
  rij.treden
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');

function Bewerken({ lijst, onClose }: { lijst: Criterialijst; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const noem = useCriterium();
  const form = useForm<{ criteria: Rij[] }>({
    initial: {
      criteria: lijst.criteria.map((one) => {
        const { naam, vraag, treden: niveaus } = noem(one);
        return { id: one.id, naam, vraag, treden: niveaus.join('\n') };
      }),
    },
    check: (v): FormErrors =>
      Object.fromEntries(
        v.criteria.flatMap((one, i) => {
          const aantal = treden(one).length;
          return [
            ...(one.naam.trim() === '' ? [[`criteria.${i}.naam`, t('aanpak.criteria.naam.fout')]] : []),
            ...(one.vraag.trim() === '' ? [[`criteria.${i}.vraag`, t('aanpak.criteria.vraag.fout')]] : []),
            ...(aantal < MINSTE || aantal > MEESTE ? [[`criteria.${i}.treden`, t('aanpak.criteria.treden.fout')]] : []),
          ];
        }),
      ),
    send: async (v) => {
      await stelCriteriaVast(
        client,
        lijst.versie,
        v.criteria.map((one) => ({
          id: one.id,
          naam: one.naam.trim(),
          vraag: one.vraag.trim(),
          treden: treden(one),
        })),
      );
      announce(t('aanpak.criteria.vastgesteld'));
      onClose();
    },
  });
  const { criteria } = form.values;
  const zet = (nieuw: Rij[]) => form.set('criteria', nieuw);
  const wijzig = (i: number, deel: Partial<Rij>) =>
    zet(criteria.map((one, nr) => (nr === i ? { ...one, ...deel } : one)));
  const wissel = (a: number, b: number) => {
    const nieuw = [...criteria];
    const [een, ander] = [nieuw[a], nieuw[b]];
    if (een === undefined || ander === undefined) return;
    nieuw[a] = ander;
    nieuw[b] = een;
    zet(nieuw);
  };
  return (
    <Form form={form}>
      <p className="dw-hint">{t('aanpak.criteria.let')}</p>
      {criteria.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
        <fieldset key={i} className="dw-groep">
          <legend className="utrecht-form-label">{t('aanpak.criteria.nummer', { nummer: i + 1 })}</legend>
          <TextField
            name={`criteria.${i}.naam`}
            label={t('aanpak.criteria.naam')}
            maxLength={80}
            value={one.naam}
            onChange={(naam) => wijzig(i, { naam })}
            error={form.errors[`criteria.${i}.naam`]}
          />
          <TextField
            name={`criteria.${i}.vraag`}
            label={t('aanpak.criteria.vraag')}
            maxLength={300}
            value={one.vraag}
            onChange={(vraag) => wijzig(i, { vraag })}
            error={form.errors[`criteria.${i}.vraag`]}
          />
          <TextArea
            name={`criteria.${i}.treden`}
            label={t('aanpak.criteria.treden')}
            hint={t('aanpak.criteria.treden.hulp')}
            rows={3}
            value={one.treden}
            onChange={(tekst) => wijzig(i, { treden: tekst })}
            error={form.errors[`criteria.${i}.treden`]}
          />
          <div className="dw-knoppen">
            <Button
              weight="subtle"
              disabled={i === 0}
              icon={<ArrowUp aria-hidden="true" size={16} />}
              onClick={() => wissel(i, i - 1)}
            >
              {t('aanpak.criteria.eerder')}
            </Button>
            <Button
              weight="subtle"
              disabled={i === criteria.length - 1}
              icon={<ArrowDown aria-hidden="true" size={16} />}
              onClick={() => wissel(i, i + 1)}
            >
              {t('aanpak.criteria.later')}
            </Button>
            <Button
              weight="subtle"
              disabled={criteria.length === 1}
              icon={<Trash2 aria-hidden="true" size={16} />}
              onClick={() => zet(criteria.filter((_, nr) => nr !== i))}
            >
              {t('aanpak.criteria.weg')}
            </Button>
          </div>
        </fieldset>
      ))}
      {criteria.length < MEESTE_CRITERIA && (
        <Button
          icon={<Plus aria-hidden="true" size={16} />}
          onClick={() => zet([...criteria, { id: null, naam: '', vraag: '', treden: '' }])}
        >
          {t('aanpak.criteria.erbij')}
        </Button>
      )}
      <FormButtons form={form} onCancel={onClose}>
        {t('basis.opslaan')}
      </FormButtons>
    </Form>
  );
}

export default function Criteria() {
  const { t } = useLanguage();
  const { rechten } = useSession();
  const noem = useCriterium();
  const found = useQuery(criteriaQuery);
  const [bewerkt, setBewerkt] = useState(false);
  return (
    <Werkwijze deel="criteria">
      <p className="nl-paragraph">{t('aanpak.criteria.uitleg')}</p>
      {found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && (
        <Vlak kop={t('aanpak.criteria.kop')}>
          {bewerkt ? (
            <Bewerken lijst={found.data} onClose={() => setBewerkt(false)} />
          ) : (
            <>
              {!found.data.eigen && <p className="dw-zacht">{t('aanpak.criteria.meegeleverd')}</p>}
              <ol className="dw-criteria">
                {found.data.criteria.map((one) => {
                  const { naam, vraag, treden: niveaus } = noem(one);
                  return (
                    <li key={one.id}>
                      <h3 className="nl-heading nl-heading--level-4">{naam}</h3>
                      <p className="nl-paragraph">{vraag}</p>
                      <p className="dw-zacht">{niveaus.join(' → ')}</p>
                    </li>
                  );
                })}
              </ol>
              {rechten.includes('aanpak.beheren') && (
                <Button onClick={() => setBewerkt(true)}>{t('casus.wijzigen')}</Button>
              )}
            </>
          )}
        </Vlak>
      )}
    </Werkwijze>
  );
}
