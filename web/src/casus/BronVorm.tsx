// SPDX-License-Identifier: EUPL-1.2
// The form of a source: what is asked, on what ground, until when, what came back and what label that has.
import { useQueryClient } from '@tanstack/react-query';
import type { Bron, BronNieuw, BronStatus, Doorgifte, Id } from '../api/typen';
import { announce } from '../basis/announce';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField, TextArea, TextField } from '../basis/vorm/fields';
import { useBewerking } from '../basis/vorm/useBewerking';
import { DoorgifteVelden } from '../entiteit/label';
import { useRegimes, WieZiet } from '../entiteit/regime';
import { herleesCasus, maakBron, wijzigBron } from './api';
import { magDoor, type Toetsstand } from './toets';

const VRIJ: readonly BronStatus[] = ['te_vragen', 'gevraagd', 'ontvangen', 'niets_bekend', 'geweigerd'];

/** What a source can become now. `stand` null: no check comes before it. */
function statussen(bron: Bron | undefined, stand: Toetsstand | null): readonly BronStatus[] {
  if (stand === null) return VRIJ;
  const nu = bron?.status ?? 'te_vragen';
  if (!magDoor(stand)) return nu === 'te_vragen' ? [nu] : ['te_vragen', nu];
  const uit: BronStatus[] = ['te_vragen', 'gevraagd', 'bekend', 'niets_bekend', 'geweigerd'];
  return (bron?.inhoud ?? null) !== null || nu === 'ontvangen' ? [...uit, 'ontvangen'] : uit;
}

type Velden = {
  bronsoort: string;
  vraag: string;
  grondslag: string;
  /** Empty: what belongs to this kind of source. */
  regime: string;
  status: string;
  termijn: string;
  antwoord: string;
  peildatum: string;
  /** Empty: what its regime says. */
  doorgifte: Doorgifte | '';
  doorgifteReden: string;
};

const velden = (bron?: Bron): Velden => ({
  bronsoort: bron?.bronsoort ?? '',
  vraag: bron?.vraag ?? '',
  grondslag: bron?.grondslag ?? '',
  regime: bron?.regime ?? '',
  status: bron?.status ?? 'te_vragen',
  termijn: bron?.termijn ?? '',
  antwoord: bron?.antwoord ?? '',
  peildatum: bron?.peildatum ?? '',
  doorgifte: bron?.doorgifte ?? '',
  doorgifteReden: bron?.doorgifteReden ?? '',
});

/** What a change says to the server: empty is none. It fills in the moments that follow from the status. */
function inhoudVan({
  termijn,
  antwoord,
  status,
  regime,
  peildatum,
  doorgifte,
  doorgifteReden,
  ...rest
}: Partial<Velden>): Partial<BronNieuw> {
  const uit: Partial<BronNieuw> = { ...rest };
  if (peildatum !== undefined) uit.peildatum = peildatum === '' ? null : peildatum;
  if (doorgifte !== undefined) uit.doorgifte = doorgifte === '' ? null : doorgifte;
  if (doorgifteReden !== undefined) uit.doorgifteReden = doorgifteReden.trim() === '' ? null : doorgifteReden.trim();
  if (regime !== undefined) uit.regime = regime === '' ? null : regime;
  if (termijn !== undefined) uit.termijn = termijn === '' ? null : termijn;
  if (antwoord !== undefined) uit.antwoord = antwoord.trim() === '' ? null : antwoord.trim();
  if (status !== undefined) uit.status = status as BronStatus;
  return uit;
}

/** Recording or changing a source; with `antwoordt` it opens where what it knows goes. */
export function BronVorm({
  casus,
  bron,
  stand,
  antwoordt = false,
  herlees,
  onClose,
}: {
  casus: Id;
  bron?: Bron;
  /** Of the privacy check of this source. */
  stand: Toetsstand;
  /** What it knows came in: the form opens there. */
  antwoordt?: boolean;
  herlees: () => Promise<Bron[]>;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const { options, name } = useLists();
  const { regimeVan, rollenVan, vraagtToets } = useRegimes();
  const client = useQueryClient();
  const labels: Record<keyof Velden, string> = {
    bronsoort: t('casus.bron.soort'),
    vraag: t('casus.bron.vraag'),
    grondslag: t('casus.bron.grondslag'),
    regime: t('casus.bron.regime'),
    status: t('casus.bron.status'),
    termijn: t('casus.bron.termijn'),
    antwoord: t('casus.bron.antwoord'),
    peildatum: t('casus.bron.peildatum'),
    doorgifte: t('label.doorgifte'),
    doorgifteReden: t('label.doorgifteReden'),
  };
  const { form, botsing } = useBewerking<Velden>({
    stand: { velden: velden(bron), versie: bron?.versie ?? 0 },
    ...(antwoordt ? { begin: { status: 'ontvangen' } } : {}),
    labels,
    check: (values) => {
      const errors: FormErrors = {};
      if (values.bronsoort === '') errors.bronsoort = t('casus.bron.fout.soort');
      if (values.vraag.trim() === '') errors.vraag = t('casus.bron.fout.vraag');
      if (values.grondslag.trim() === '') errors.grondslag = t('casus.bron.fout.grondslag');
      const geenDag = dayFault(values.termijn, t);
      if (geenDag !== undefined) errors.termijn = geenDag;
      const geenPeildag = dayFault(values.peildatum, t);
      if (geenPeildag !== undefined) errors.peildatum = geenPeildag;
      return errors;
    },
    opslaan: async (gewijzigd, versie) => {
      if (bron === undefined) {
        await maakBron(casus, {
          bronsoort: '',
          naam: name('bronsoorten', form.values.bronsoort),
          vraag: '',
          grondslag: '',
          regime: null,
          status: 'te_vragen',
          gevraagdOp: null,
          termijn: null,
          antwoord: null,
          antwoordOp: null,
          peildatum: null,
          doorgifte: null,
          doorgifteReden: null,
          ...inhoudVan(form.values),
        });
      } else await wijzigBron(casus, bron.id, versie, inhoudVan(gewijzigd));
      await herleesCasus(client, casus);
      announce(t('casus.bron.opgeslagen'));
      onClose();
    },
    herlees: async () => {
      const nu = (await herlees()).find((one) => one.id === bron?.id);
      return { velden: velden(nu ?? bron), versie: nu?.versie ?? 0 };
    },
    inWoorden: (veld, waarde) =>
      veld === 'bronsoort'
        ? name('bronsoorten', waarde)
        : veld === 'regime'
          ? name('regimes', waarde)
          : veld === 'doorgifte'
            ? name('doorgiften', waarde)
            : veld === 'status'
              ? t(`casus.bron.status.${waarde as BronStatus}`)
              : waarde,
  });
  const { values, on, errors } = form;
  const vast = bron !== undefined && rollenVan(bron.regime) !== null;
  const gewoon = regimeVan(values.bronsoort);
  const regime = values.regime === '' ? gewoon : values.regime;
  const vrij = values.bronsoort !== '' && !vraagtToets(values.bronsoort, values.regime);
  const keuzes = statussen(bron, vrij ? null : stand);
  const metAntwoord =
    vrij || values.status === 'geweigerd' || values.antwoord !== '' || (bron?.inhoud ?? null) !== null;
  return (
    <Dialog title={t(bron === undefined ? 'casus.bron.nieuw' : 'casus.bron.wijzigen')} onClose={onClose} wide>
      <Form form={form}>
        {botsing}
        <div className="dw-kolommen">
          <SelectField
            {...form.field('bronsoort')}
            label={labels.bronsoort}
            none={t('basis.kies')}
            options={options('bronsoorten')}
          />
          {keuzes.length > 1 && (
            <SelectField
              {...form.field('status')}
              label={labels.status}
              options={keuzes.map((one) => ({ value: one, label: t(`casus.bron.status.${one}`) }))}
            />
          )}
        </div>
        <div role="status">
          {bron === undefined && values.bronsoort !== '' && !vrij && (
            <p className="dw-hint">{t('casus.bron.eersttoets')}</p>
          )}
        </div>
        <TextArea {...form.field('vraag')} label={labels.vraag} hint={t('casus.bron.vraag.hulp')} rows={3} />
        <div className="dw-kolommen">
          <TextField
            {...form.field('grondslag')}
            label={labels.grondslag}
            hint={t('casus.bron.grondslag.hulp')}
            list="grondslagen"
          />
          <DateField {...form.field('termijn')} label={labels.termijn} optional />
        </div>
        {!vast && (
          <SelectField
            {...form.field('regime')}
            label={labels.regime}
            hint={t('casus.bron.regime.hulp')}
            optional
            {...(bron === undefined
              ? {
                  none:
                    gewoon === null
                      ? t('casus.bron.regime.gewoon')
                      : t('casus.bron.regime.zoals', { regime: name('regimes', gewoon) }),
                }
              : {})}
            options={options('regimes').filter((one) => bron === undefined || rollenVan(one.value) === null)}
          />
        )}
        <WieZiet regime={regime} />
        <div className="dw-kolommen">
          <DoorgifteVelden
            doorgifte={values.doorgifte}
            reden={values.doorgifteReden}
            onDoorgifte={on('doorgifte')}
            onReden={on('doorgifteReden')}
            errors={errors}
          />
          {metAntwoord && (
            <DateField
              {...form.field('peildatum')}
              label={labels.peildatum}
              hint={t('casus.bron.peildatum.hulp')}
              optional
            />
          )}
        </div>
        <datalist id="grondslagen">
          {options('grondslagen').map((one) => (
            <option key={one.value} value={one.label} />
          ))}
        </datalist>
        {metAntwoord && (
          <TextArea
            {...form.field('antwoord')}
            label={labels.antwoord}
            hint={t('casus.bron.antwoord.hulp')}
            optional
            rows={4}
          />
        )}
        <FormButtons form={form} onCancel={onClose}>
          {t('basis.opslaan')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}
