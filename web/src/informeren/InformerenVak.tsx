// SPDX-License-Identifier: EUPL-1.2
// Telling people that the casus holds data about them: a task for everybody who is named, with its exception.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Grond, Id, Informatiebesluit, InformatiebesluitSoort, Informatietaak } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { now } from '../basis/clock';
import { dayOf, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { Empty, Failed, Loading } from '../basis/states';
import { TermijnChip } from '../basis/termijn';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { RadioField, SelectField, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { besluit, brief, informerenQuery } from './api';
import { FACTOREN, LEGE_WEGING, WegingVelden } from './WegingVelden';

const BESLUITEN: readonly InformatiebesluitSoort[] = ['geinformeerd', 'uitgesteld', 'afgezien'];
const WIJZEN = ['brief', 'gesprek', 'anders'] as const;
const KORTSTE_MOTIVERING = 10;

interface BesluitenProps {
  casus: Id;
  taak: Informatietaak;
  gronden: readonly Grond[];
  onClose: () => void;
}

function Besluiten({ casus, taak, gronden, onClose }: BesluitenProps) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const weegt = (code: string) => gronden.find((one) => one.code === code)?.weging === true;
  const form = useForm({
    initial: {
      besluit: '',
      verzondenOp: dayOf(now()),
      wijze: 'brief',
      grond: '',
      motivering: '',
      tot: '',
      ...LEGE_WEGING,
    },
    labels: {
      verzondenOp: t('informeren.verzonden'),
      wijze: t('informeren.wijze'),
      grond: t('informeren.grond'),
      motivering: t('informeren.motivering'),
      tot: t('informeren.tot'),
    },
    check: (v): FormErrors => {
      const fouten: FormErrors = {};
      if (v.besluit === '') fouten.besluit = t('informeren.besluit.fout');
      if (v.besluit === 'geinformeerd') {
        const dag = v.verzondenOp === '' ? t('informeren.verzonden.fout') : dayFault(v.verzondenOp, t);
        if (dag !== undefined) fouten.verzondenOp = dag;
      }
      if (v.besluit === 'uitgesteld' || v.besluit === 'afgezien') {
        if (v.grond === '') fouten.grond = t('informeren.grond.fout');
        if (v.motivering.trim().length < KORTSTE_MOTIVERING) fouten.motivering = t('informeren.motivering.fout');
        if (weegt(v.grond)) {
          for (const one of FACTOREN) if (v[one].trim() === '') fouten[one] = t('informeren.weging.fout');
        }
      }
      if (v.besluit === 'uitgesteld') {
        const dag = v.tot === '' ? t('informeren.tot.fout') : dayFault(v.tot, t);
        if (dag !== undefined) fouten.tot = dag;
      }
      return fouten;
    },
    send: async ({ besluit: soort, verzondenOp, wijze, grond, motivering, tot, ...weging }) => {
      const tekst = motivering.trim();
      await besluit(client, casus, taak.vermelding, {
        besluit: soort as InformatiebesluitSoort,
        ...(soort === 'geinformeerd' ? { verzondenOp, wijze } : { grond, ...(weegt(grond) ? { weging } : {}) }),
        ...(soort === 'uitgesteld' ? { tot } : {}),
        ...(soort !== 'geinformeerd' ? { motivering: tekst } : {}),
      });
      announce(t('informeren.gedaan', { naam: taak.naam }));
      onClose();
    },
  });
  const { values, on, errors } = form;
  const uitzondering = values.besluit === 'uitgesteld' || values.besluit === 'afgezien';
  return (
    <Form form={form}>
      <RadioField
        {...form.field('besluit')}
        label={t('informeren.besluit')}
        options={BESLUITEN.map((one) => ({ value: one, label: t(`informeren.besluit.${one}`) }))}
      />
      {values.besluit === 'geinformeerd' && (
        <>
          <DateField {...form.field('verzondenOp')} label={t('informeren.verzonden')} />
          <SelectField
            {...form.field('wijze')}
            label={t('informeren.wijze')}
            options={WIJZEN.map((one) => ({ value: one, label: t(`informeren.wijze.${one}`) }))}
          />
        </>
      )}
      {uitzondering && (
        <>
          <SelectField
            {...form.field('grond')}
            label={t('informeren.grond')}
            none={t('informeren.grond.kies')}
            options={gronden
              .filter((one) => one.weging || values.besluit === 'afgezien')
              .map((one) => ({
                value: one.code,
                label: `${one.artikel}: ${language === 'en' ? one.naamEn : one.naamNl}`,
              }))}
          />
          <TextArea
            {...form.field('motivering')}
            label={t('informeren.motivering')}
            hint={t('informeren.motivering.hulp')}
            rows={3}
            maxLength={4000}
          />
          {weegt(values.grond) && (
            <>
              <h4 className="nl-heading nl-heading--level-5">{t('informeren.weging')}</h4>
              <WegingVelden values={values} on={on} errors={errors} />
            </>
          )}
        </>
      )}
      {values.besluit === 'uitgesteld' && (
        <DateField {...form.field('tot')} label={t('informeren.tot')} hint={t('informeren.tot.hulp')} />
      )}
      <FormButtons form={form} onCancel={onClose}>
        {t('informeren.opslaan')}
      </FormButtons>
    </Form>
  );
}

/** What was decided, by whom, and why. */
function Uitkomst({ van, gronden }: { van: Informatiebesluit; gronden: readonly Grond[] }) {
  const { t, language } = useLanguage();
  const grond = gronden.find((one) => one.code === van.grond);
  const dag = (value: string) => formatShortDate(value, language);
  return (
    <div className="dw-uitkomst">
      <p>
        <strong>{t(`informeren.besluit.${van.besluit}`)}</strong>
        {van.verzondenOp !== null && ` · ${dag(van.verzondenOp)}`}
        {van.wijze !== null && ` · ${t(`informeren.wijze.${van.wijze}`)}`}
        {grond !== undefined && ` · ${grond.artikel}`}
        {van.tot !== null && ` · ${t('informeren.totdag', { dag: dag(van.tot) })}`}
      </p>
      {van.motivering !== null && <p className="dw-lopend">{van.motivering}</p>}
      <p className="dw-zacht dw-klein">
        {van.door.naam}, {dag(van.op)}
      </p>
    </div>
  );
}

function Kaart({
  casus,
  taak,
  gronden,
  schrijven,
}: {
  casus: Id;
  taak: Informatietaak;
  gronden: readonly Grond[];
  schrijven: boolean;
}) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const kaart = useRef<HTMLLIElement>(null);
  const [nu, ...eerder] = taak.besluiten;
  const voor = (wat: string) => `${wat}: ${taak.naam}`;
  return (
    <li className="dw-vlak dw-kaart" ref={kaart} tabIndex={-1}>
      <h3 className="nl-heading nl-heading--level-4">{taak.naam}</h3>
      {taak.rol !== null && <p className="dw-zacht">{taak.rol}</p>}
      {taak.termijn !== null && <TermijnChip datum={taak.termijn} />}
      {nu === undefined ? (
        <p className="nl-paragraph">{t('informeren.open')}</p>
      ) : (
        <Uitkomst van={nu} gronden={gronden} />
      )}
      {eerder.length > 0 && (
        <details>
          <summary>{t('informeren.eerder', { aantal: eerder.length })}</summary>
          {eerder.map((one) => (
            <Uitkomst key={one.op} van={one} gronden={gronden} />
          ))}
        </details>
      )}
      {failure !== null && (
        <div className="dw-mislukt" role="alert">
          {problemText(failure, t)}
        </div>
      )}
      {schrijven && !open && (
        <div className="dw-knoppen">
          <Button aria-label={voor(t('informeren.begin'))} onClick={() => setOpen(true)}>
            {t('informeren.begin')}
          </Button>
          <Button
            weight="subtle"
            aria-label={voor(t('informeren.brief'))}
            onClick={() => {
              setFailure(null);
              brief(casus, taak.vermelding).catch(setFailure);
            }}
          >
            {t('informeren.brief')}
          </Button>
        </div>
      )}
      {open && (
        <Besluiten
          casus={casus}
          taak={taak}
          gronden={gronden}
          onClose={() => {
            setOpen(false);
            kaart.current?.focus();
          }}
        />
      )}
    </li>
  );
}

/** `toen`: the file is shown as it was; the tasks are of today. */
export function InformerenVak({ casus, schrijven, toen }: { casus: Id; schrijven: boolean; toen: boolean }) {
  const { t } = useLanguage();
  const found = useQuery({ ...informerenQuery(casus), enabled: !toen });
  if (toen) return <Empty title={t('informeren.toen')}>{t('informeren.toen.uitleg')}</Empty>;
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const { resultaten, gronden } = found.data;
  return (
    <>
      <p className="nl-paragraph">{t('informeren.uitleg')}</p>
      {resultaten.length === 0 ? (
        <Empty title={t('informeren.geen')}>{t('informeren.geen.uitleg')}</Empty>
      ) : (
        <ul className="dw-kaarten">
          {resultaten.map((one) => (
            <Kaart key={one.vermelding} casus={casus} taak={one} gronden={gronden} schrijven={schrijven} />
          ))}
        </ul>
      )}
    </>
  );
}
