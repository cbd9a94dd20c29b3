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
import { useLists } from '../basis/lists';
import { Empty, Failed, Loading } from '../basis/states';
import { TermijnChip } from '../basis/termijn';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { casusVragenQuery, herleesVragen, wijzigVraag } from './api';
import { StelVorm } from './StelVorm';

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
