// SPDX-License-Identifier: EUPL-1.2
// The register of processing activities with its versions, to read and to take along, and the impact assessment made of it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Verwerkingsactiviteit } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { now } from '../basis/clock';
import { Dialog } from '../basis/dialog';
import { dayOf, formatMonths, formatShortDate } from '../basis/format';
import { type BerichtId, useLanguage } from '../basis/language';
import { activiteitenQuery } from '../basis/lists';
import { PageHeading } from '../basis/page';
import { problemText } from '../basis/problem';
import { useRight } from '../basis/session';
import { Failed, Loading } from '../basis/states';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { dpia, registerCsv, verwijs } from './api';
import '../basis/stijl/vakken.css';

function DpiaVenster({ van, naam, onClose }: { van: Verwerkingsactiviteit; naam: string; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { verwijzing: van.dpia?.verwijzing ?? '', vastgesteldOp: dayOf(now()) },
    labels: {
      verwijzing: t('betrokkene.verwerkingen.dpiaplaats.waar'),
      vastgesteldOp: t('betrokkene.verwerkingen.dpiaplaats.dag'),
    },
    check: ({ verwijzing, vastgesteldOp }) => {
      const errors: FormErrors = {};
      if (verwijzing.trim().length < 2) errors.verwijzing = t('betrokkene.verwerkingen.dpiaplaats.waar.fout');
      const dag = vastgesteldOp === '' ? t('betrokkene.verwerkingen.dpiaplaats.dag.fout') : dayFault(vastgesteldOp, t);
      if (dag !== undefined) errors.vastgesteldOp = dag;
      return errors;
    },
    send: async ({ verwijzing, vastgesteldOp }) => {
      await verwijs(client, van.code, { verwijzing: verwijzing.trim(), vastgesteldOp });
      announce(t('betrokkene.verwerkingen.dpiaplaats.gedaan', { naam }));
      onClose();
    },
  });
  return (
    <Dialog title={t('betrokkene.verwerkingen.dpiaplaats.zetvan', { naam })} onClose={onClose}>
      <Form form={form}>
        <TextField
          {...form.field('verwijzing')}
          label={t('betrokkene.verwerkingen.dpiaplaats.waar')}
          hint={t('betrokkene.verwerkingen.dpiaplaats.waar.hulp')}
          maxLength={300}
        />
        <DateField {...form.field('vastgesteldOp')} label={t('betrokkene.verwerkingen.dpiaplaats.dag')} />
        <FormButtons form={form} onCancel={onClose}>
          {t('betrokkene.verwerkingen.dpiaplaats.zet')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

function Register() {
  const { t, language } = useLanguage();
  const found = useQuery(activiteitenQuery);
  const maySay = useRight('verzoek.behandelen');
  const [zegt, setZegt] = useState<Verwerkingsactiviteit | null>(null);
  const naamVan = (one: Verwerkingsactiviteit) => (language === 'en' ? one.naamEn : one.naamNl);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  return (
    <>
      {zegt && <DpiaVenster van={zegt} naam={naamVan(zegt)} onClose={() => setZegt(null)} />}
      <table className="dw-tabel">
        <caption className="dw-onzichtbaar">{t('nav.verwerkingen')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('betrokkene.verwerkingen.naam')}</th>
            <th scope="col" className="dw-tabel__ruim">
              {t('betrokkene.verwerkingen.doel')}
            </th>
            <th scope="col">{t('betrokkene.verwerkingen.gegevens')}</th>
            <th scope="col">{t('betrokkene.verwerkingen.ontvangers')}</th>
            <th scope="col">{t('betrokkene.verwerkingen.rollen')}</th>
            <th scope="col">{t('betrokkene.verwerkingen.bewaren')}</th>
            <th scope="col">{t('betrokkene.verwerkingen.dpiaplaats')}</th>
          </tr>
        </thead>
        <tbody>
          {found.data.map((one) => {
            const van = formatShortDate(one.geldigVan, language);
            return (
              <tr key={`${one.code} ${one.versie}`}>
                <th scope="row">
                  {naamVan(one)}
                  <div className="dw-zacht dw-klein">
                    {t('betrokkene.verwerkingen.versie', { versie: one.versie })},{' '}
                    {one.geldigTot === null
                      ? t('betrokkene.verwerkingen.vanaf', { van })
                      : t('betrokkene.verwerkingen.vantot', { van, tot: formatShortDate(one.geldigTot, language) })}
                  </div>
                </th>
                <td data-kop={t('betrokkene.verwerkingen.doel')} lang="nl">
                  {one.doel}
                  <div className="dw-zacht dw-klein">
                    {one.grondslagAvg}; {one.grondslagWet}
                  </div>
                </td>
                <td data-kop={t('betrokkene.verwerkingen.gegevens')} lang="nl">
                  {one.gegevens.join(', ')}
                </td>
                <td data-kop={t('betrokkene.verwerkingen.ontvangers')} lang="nl">
                  {one.ontvangers.join(', ')}
                </td>
                <td data-kop={t('betrokkene.verwerkingen.rollen')} className="dw-klein">
                  {one.rollen.map((rol) => t(`rol.${rol}` as BerichtId)).join(', ')}
                </td>
                <td data-kop={t('betrokkene.verwerkingen.bewaren')}>{formatMonths(one.bewaarmaanden, t)}</td>
                <td data-kop={t('betrokkene.verwerkingen.dpiaplaats')}>
                  {one.dpia === null
                    ? t('betrokkene.verwerkingen.dpiaplaats.geen')
                    : t('betrokkene.verwerkingen.dpiaplaats.op', {
                        verwijzing: one.dpia.verwijzing,
                        dag: formatShortDate(one.dpia.vastgesteldOp, language),
                      })}
                  {maySay && one.geldigTot === null && (
                    <div>
                      <Button
                        weight="subtle"
                        aria-label={t('betrokkene.verwerkingen.dpiaplaats.zetvan', { naam: naamVan(one) })}
                        onClick={() => setZegt(one)}
                      >
                        {t('betrokkene.verwerkingen.dpiaplaats.zet')}
                      </Button>
                    </div>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

export default function Verwerkingen() {
  const { t } = useLanguage();
  const [failure, setFailure] = useState<unknown>(null);
  const haal = (wat: () => Promise<void>) => {
    setFailure(null);
    wat().catch(setFailure);
  };
  return (
    <div className="dw-scherm dw-scherm--stapel">
      <PageHeading title={t('nav.verwerkingen')} />
      <p className="nl-paragraph">{t('betrokkene.verwerkingen.uitleg')}</p>
      <p className="nl-paragraph">{t('betrokkene.verwerkingen.dpia.uitleg')}</p>
      {failure !== null && (
        <div className="dw-mislukt" role="alert">
          {problemText(failure, t)}
        </div>
      )}
      <div className="dw-knoppen">
        <Button onClick={() => haal(registerCsv)}>{t('betrokkene.verwerkingen.csv')}</Button>
        <Button onClick={() => haal(dpia)}>{t('betrokkene.verwerkingen.dpia')}</Button>
      </div>
      <div className="dw-vlak">
        <div className="dw-vlak__inhoud">
          <Register />
        </div>
      </div>
    </div>
  );
}
