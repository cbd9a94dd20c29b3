// SPDX-License-Identifier: EUPL-1.2
// The questions of a casus to partners: what was asked and shared, until when they see it, and what they said.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Bron, CasusVraag, Id } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { collegasQuery, useLists } from '../basis/lists';
import { Empty, Failed, Loading } from '../basis/states';
import { TermijnChip } from '../basis/termijn';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { casusVragenQuery, herleesVragen, stelVraag, wijzigVraag } from './api';

function StelVorm({ casus, bronnen, onClose }: { casus: Id; bronnen: readonly Bron[]; onClose: () => void }) {
  const { t } = useLanguage();
  const { options } = useLists();
  const client = useQueryClient();
  const partners = (useQuery(collegasQuery).data ?? []).filter((one) => one.rollen.includes('partner'));
  const buiten = bronnen.filter((one) => !one.intern);
  const eerste = buiten.length === 1 ? buiten[0] : undefined;
  const labels = {
    bron: t('vraag.bron'),
    partner: t('vraag.aan'),
    ontvanger: t('vraag.ontvanger'),
    tekst: t('vraag.tekst'),
    gedeeld: t('vraag.meegedeeld'),
    regime: t('vraag.regime'),
    tot: t('vraag.tot'),
  };
  const form = useForm({
    initial: {
      bron: eerste?.id ?? '',
      partner: '',
      ontvanger: '',
      tekst: eerste?.vraag ?? '',
      gedeeld: '',
      regime: 'avg',
      tot: '',
    },
    labels,
    check: (v) => {
      const errors: FormErrors = {};
      if (v.bron === '') errors.bron = t('vraag.fout.bron');
      if (v.partner === '') errors.partner = t('vraag.fout.partner');
      if (v.ontvanger === '') errors.ontvanger = t('vraag.fout.ontvanger');
      if (v.tekst.trim().length < 10) errors.tekst = t('vraag.fout.tekst');
      const geenDag = v.tot === '' ? t('vraag.fout.tot') : dayFault(v.tot, t);
      if (geenDag !== undefined) errors.tot = geenDag;
      return errors;
    },
    send: async (v) => {
      await stelVraag(casus, { ...v, tekst: v.tekst.trim(), gedeeld: v.gedeeld.trim() });
      await herleesVragen(client, casus);
      announce(t('vraag.gesteld'));
      onClose();
    },
  });
  const { values, set, errors } = form;
  return (
    <Dialog title={t('vraag.nieuw')} onClose={onClose} wide>
      <Form form={form}>
        <SelectField
          name="bron"
          label={labels.bron}
          hint={t('vraag.bron.hulp')}
          none={t('basis.kies')}
          value={values.bron}
          onChange={(id) => {
            set('bron', id);
            if (values.tekst === '') set('tekst', buiten.find((one) => one.id === id)?.vraag ?? '');
          }}
          options={buiten.map((one) => ({ value: one.id, label: one.naam }))}
          error={errors.bron}
        />
        <div className="dw-kolommen">
          <SelectField
            {...form.field('partner')}
            label={labels.partner}
            hint={t('vraag.aan.hulp')}
            none={t('basis.kies')}
            options={partners.map((one) => ({ value: one.id, label: one.naam }))}
          />
          <SelectField
            {...form.field('ontvanger')}
            label={labels.ontvanger}
            none={t('basis.kies')}
            options={options('partners')}
          />
        </div>
        <TextArea {...form.field('tekst')} label={labels.tekst} hint={t('vraag.tekst.hulp')} rows={3} />
        <TextArea {...form.field('gedeeld')} label={labels.gedeeld} hint={t('vraag.gedeeld.hulp')} optional rows={3} />
        <div className="dw-kolommen">
          <SelectField {...form.field('regime')} label={labels.regime} options={options('regimes')} />
          <DateField {...form.field('tot')} label={labels.tot} hint={t('vraag.tot.hulp')} />
        </div>
        <FormButtons form={form} onCancel={onClose}>
          {t('vraag.stel')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

function Wijzig({
  casus,
  vraag,
  wat,
  onClose,
}: {
  casus: Id;
  vraag: CasusVraag;
  wat: 'intrekken' | 'terugkoppeling';
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { tekst: '' },
    check: (values): FormErrors => (values.tekst.trim().length < 10 ? { tekst: t('vraag.fout.tekst') } : {}),
    send: async (values) => {
      await wijzigVraag(casus, vraag, { [wat]: values.tekst.trim() });
      await herleesVragen(client, casus);
      announce(t(`vraag.${wat}.gedaan`));
      onClose();
    },
  });
  return (
    <Dialog title={t(`vraag.${wat}`)} onClose={onClose}>
      <Form form={form}>
        <TextArea {...form.field('tekst')} label={t(`vraag.${wat}.label`)} hint={t(`vraag.${wat}.hulp`)} rows={4} />
        <FormButtons form={form} onCancel={onClose}>
          {t(`vraag.${wat}`)}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

export function VragenVak({ casus, bronnen, schrijven }: { casus: Id; bronnen: readonly Bron[]; schrijven: boolean }) {
  const { t, language } = useLanguage();
  const { name } = useLists();
  const [nieuw, setNieuw] = useState(false);
  const [bewerkt, setBewerkt] = useState<{ vraag: CasusVraag; wat: 'intrekken' | 'terugkoppeling' } | null>(null);
  const found = useQuery(casusVragenQuery(casus));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const dag = (value: string) => formatShortDate(value, language);
  const dicht = ['ingetrokken', 'geweigerd', 'herroepen'];
  return (
    <>
      <p className="nl-paragraph">{t('vraag.vak.uitleg')}</p>
      {schrijven && bronnen.some((one) => !one.intern) && (
        <div className="dw-knoppen">
          <Button weight="primary" icon={<Plus aria-hidden="true" size={18} />} onClick={() => setNieuw(true)}>
            {t('vraag.nieuw')}
          </Button>
        </div>
      )}
      {found.data.length === 0 ? (
        <Empty title={t('vraag.vak.geen')}>{t('vraag.vak.geen.uitleg')}</Empty>
      ) : (
        <ul className="dw-kaarten">
          {found.data.map((one) => (
            <li key={one.id} className="dw-vlak dw-kaart">
              <h3 className="nl-heading nl-heading--level-4">{one.inhoud.tekst}</h3>
              <p className="dw-zacht dw-klein">
                {one.partner.naam}, {name('partners', one.ontvanger)} · {t(`vraag.staat.${one.staat}`)} ·{' '}
                {one.door.naam}, {dag(one.op)} {!dicht.includes(one.staat) && <TermijnChip datum={one.tot} />}
              </p>
              <dl className="dw-feiten">
                <dt>{t('vraag.bron')}</dt>
                <dd>{one.bronnaam}</dd>
                <dt>{t('vraag.meegedeeld')}</dt>
                <dd className="dw-lopend">
                  {one.inhoud.gedeeld === ''
                    ? t('vraag.gedeeld.niets')
                    : `${one.inhoud.gedeeld} (${name('regimes', one.inhoud.regime)})`}
                </dd>
                {one.inhoud.antwoord !== null && (
                  <>
                    <dt>{t('vraag.antwoord')}</dt>
                    <dd className="dw-lopend">{one.inhoud.antwoord}</dd>
                  </>
                )}
                {one.inhoud.reden !== null && (
                  <>
                    <dt>{t('vraag.reden')}</dt>
                    <dd className="dw-lopend">{one.inhoud.reden}</dd>
                  </>
                )}
                {one.inhoud.terugkoppeling !== null && (
                  <>
                    <dt>{t('vraag.terugkoppeling')}</dt>
                    <dd className="dw-lopend">{one.inhoud.terugkoppeling}</dd>
                  </>
                )}
              </dl>
              {schrijven && (
                <div className="dw-knoppen">
                  {!dicht.includes(one.staat) && (
                    <Button
                      weight="subtle"
                      aria-label={`${t('vraag.intrekken')}: ${one.inhoud.tekst}`}
                      onClick={() => setBewerkt({ vraag: one, wat: 'intrekken' })}
                    >
                      {t('vraag.intrekken')}
                    </Button>
                  )}
                  {one.beantwoordOp !== null && one.staat !== 'ingetrokken' && (
                    <Button
                      aria-label={`${t('vraag.terugkoppeling')}: ${one.inhoud.tekst}`}
                      onClick={() => setBewerkt({ vraag: one, wat: 'terugkoppeling' })}
                    >
                      {t('vraag.terugkoppeling')}
                    </Button>
                  )}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {nieuw && <StelVorm casus={casus} bronnen={bronnen} onClose={() => setNieuw(false)} />}
      {bewerkt !== null && (
        <Wijzig casus={casus} vraag={bewerkt.vraag} wat={bewerkt.wat} onClose={() => setBewerkt(null)} />
      )}
    </>
  );
}
