// SPDX-License-Identifier: EUPL-1.2
// Every source consulted: what was asked, on what ground, until when, and what came back. One source goes from its privacy
// check to the question, to known or not, to what it knows; the next of these steps stands at the source.
import { useQueryClient } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Bron, BronNieuw, BronStatus, Casus, Doorgifte, Id, Privacytoets } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { dayOf, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { problemText } from '../basis/problem';
import { Empty } from '../basis/states';
import { TermijnChip } from '../basis/termijn';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField, TextArea, TextField } from '../basis/vorm/fields';
import { useBewerking } from '../basis/vorm/useBewerking';
import { DoorgifteVelden, LabelMerk } from '../entiteit/label';
import { useRegimes, WieZiet } from '../entiteit/regime';
import { herleesCasus, maakBron, verwijderBron, wijzigBron } from './api';
import { houdFocus } from './focus';
import { ToetsMerk } from './ToetsenVak';
import { BesluitVorm, InhoudVorm, ToetsVorm, useBesluit } from './ToetsVorm';
import { type Bronstap, bronstap, magDoor, standVan, type Toetsstand, toetsVan } from './toets';
import { Weghalen } from './Weghalen';

const VRIJ: readonly BronStatus[] = ['te_vragen', 'gevraagd', 'ontvangen', 'niets_bekend', 'geweigerd'];

/** What a source can become now. `stand` null: no check comes before it. */
export function statussen(bron: Bron | undefined, stand: Toetsstand | null): readonly BronStatus[] {
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
export function inhoudVan({
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

function Vorm({
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
            name="bronsoort"
            label={labels.bronsoort}
            none={t('basis.kies')}
            value={values.bronsoort}
            onChange={on('bronsoort')}
            options={options('bronsoorten')}
            error={errors.bronsoort}
          />
          {keuzes.length > 1 && (
            <SelectField
              name="status"
              label={labels.status}
              value={values.status}
              onChange={on('status')}
              options={keuzes.map((one) => ({ value: one, label: t(`casus.bron.status.${one}`) }))}
              error={errors.status}
            />
          )}
        </div>
        <div role="status">
          {bron === undefined && values.bronsoort !== '' && !vrij && (
            <p className="dw-hint">{t('casus.bron.eersttoets')}</p>
          )}
        </div>
        <TextArea
          name="vraag"
          label={labels.vraag}
          hint={t('casus.bron.vraag.hulp')}
          rows={3}
          value={values.vraag}
          onChange={on('vraag')}
          error={errors.vraag}
        />
        <div className="dw-kolommen">
          <TextField
            name="grondslag"
            label={labels.grondslag}
            hint={t('casus.bron.grondslag.hulp')}
            list="grondslagen"
            value={values.grondslag}
            onChange={on('grondslag')}
            error={errors.grondslag}
          />
          <DateField
            name="termijn"
            label={labels.termijn}
            optional
            value={values.termijn}
            onChange={on('termijn')}
            error={errors.termijn}
          />
        </div>
        {!vast && (
          <SelectField
            name="regime"
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
            value={values.regime}
            onChange={on('regime')}
            options={options('regimes').filter((one) => bron === undefined || rollenVan(one.value) === null)}
            error={errors.regime}
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
              name="peildatum"
              label={labels.peildatum}
              hint={t('casus.bron.peildatum.hulp')}
              optional
              value={values.peildatum}
              onChange={on('peildatum')}
              error={errors.peildatum}
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
            name="antwoord"
            label={labels.antwoord}
            hint={t('casus.bron.antwoord.hulp')}
            optional
            rows={4}
            value={values.antwoord}
            onChange={on('antwoord')}
            error={errors.antwoord}
          />
        )}
        <FormButtons form={form} onCancel={onClose}>
          {t('basis.opslaan')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

/** The next step of one source, as buttons; what it waits for, when that is somebody else's. */
function Stap({
  casus,
  bron,
  toetsen,
  onAntwoord,
}: {
  casus: Casus;
  bron: Bron;
  toetsen: readonly Privacytoets[];
  onAntwoord: () => void;
}) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const mag = useBesluit();
  const [vorm, setVorm] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const toets = toetsVan(toetsen, '1', bron.id);
  const stand = standVan(toets, bron.vanVoorToets);
  const stap = bronstap(bron, stand);
  const zet = async (status: BronStatus) => {
    setFailure(null);
    setBusy(true);
    try {
      await wijzigBron(casus.id, bron.id, bron.versie, { status });
      await herleesCasus(client, casus.id);
      announce(t('casus.bron.nustatus', { naam: bron.naam, status: t(`casus.bron.status.${status}`) }));
      houdFocus(`bron-${bron.id}`);
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  const sluit = () => setVorm(false);
  const open = () => setVorm(true);
  const anders = stap === 'besluit' ? t('casus.toets.wiebesluit') : stap === 'inhoud' ? t('casus.inhoud.wie') : null;
  const doe: Record<Bronstap, () => void> = {
    toets: open,
    besluit: open,
    vraag: () => void zet('gevraagd'),
    bekend: () => void zet('bekend'),
    inhoud: open,
    antwoord: onAntwoord,
  };
  const knop = (tekst: string, onClick: () => void) => (
    <Button busy={busy} onClick={onClick} aria-label={`${tekst}: ${bron.naam}`}>
      {tekst}
    </Button>
  );
  if (stap === null && magDoor(stand) && failure === null) return null;
  return (
    <div className="dw-bronstap">
      {!magDoor(stand) && <ToetsMerk stand={stand} />}
      {stap !== null &&
        (anders !== null && !mag ? (
          <p className="dw-zacht dw-klein">{anders}</p>
        ) : (
          knop(t(stap === 'besluit' ? 'casus.toets.besluiten' : `casus.bronstap.${stap}`), doe[stap])
        ))}
      {stap === 'bekend' && knop(t('casus.bronstap.niets'), () => void zet('niets_bekend'))}
      {failure !== null && (
        <div className="dw-mislukt" role="alert">
          {problemText(failure, t)}
        </div>
      )}
      {vorm && stap === 'toets' && <ToetsVorm casus={casus} soort="1" bron={bron} onClose={sluit} />}
      {vorm && stap === 'besluit' && toets !== null && <BesluitVorm casus={casus.id} toets={toets} onClose={sluit} />}
      {vorm && stap === 'inhoud' && <InhoudVorm casus={casus.id} bron={bron} onClose={sluit} />}
    </div>
  );
}

interface VakProps {
  casus: Casus;
  bronnen: readonly Bron[];
  toetsen: readonly Privacytoets[];
  schrijven: boolean;
  herlees: () => Promise<Bron[]>;
}

export function BronnenVak({ casus, bronnen, toetsen, schrijven, herlees }: VakProps) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const { vraagtToets } = useRegimes();
  const [bewerkt, setBewerkt] = useState<Bron | 'nieuw' | null>(null);
  const [antwoordt, setAntwoordt] = useState(false);
  const [weg, setWeg] = useState<Bron | null>(null);
  const standen = new Map(
    bronnen.map((one) => [one.id, standVan(toetsVan(toetsen, '1', one.id), one.vanVoorToets)] as const),
  );
  const bewerk = (bron: Bron | 'nieuw', antwoord = false) => {
    setAntwoordt(antwoord);
    setBewerkt(bron);
  };
  return (
    <>
      {schrijven && (
        <div className="dw-knoppen">
          <Button weight="primary" icon={<Plus aria-hidden="true" size={18} />} onClick={() => bewerk('nieuw')}>
            {t('casus.bron.nieuw')}
          </Button>
        </div>
      )}
      {bronnen.length === 0 ? (
        <Empty title={t('casus.bron.geen')}>
          <p className="nl-paragraph">{t('casus.bron.geen.uitleg')}</p>
        </Empty>
      ) : (
        <table className="dw-tabel">
          <caption className="dw-onzichtbaar">{t('casus.tab.bronnen')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('casus.bron')}</th>
              <th scope="col">{t('casus.bron.status')}</th>
              <th scope="col">{t('casus.bron.vraagantwoord')}</th>
              <th scope="col">{t('casus.bron.grondslag')}</th>
              {schrijven && (
                <th scope="col">
                  <span className="dw-onzichtbaar">{t('casus.handelingen')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {bronnen.map((bron) => (
              <tr key={bron.id}>
                <th scope="row" id={`bron-${bron.id}`} tabIndex={-1}>
                  <span className="dw-tabel__naam">{bron.naam}</span>
                  <div className="dw-zacht dw-klein">{t(bron.intern ? 'casus.bron.intern' : 'casus.bron.partner')}</div>
                </th>
                <td data-kop={t('casus.bron.status')}>
                  <strong>{t(`casus.bron.status.${bron.status}`)}</strong>
                  {bron.antwoordOp !== null ? (
                    <div className="dw-zacht dw-klein">{formatShortDate(dayOf(bron.antwoordOp), language)}</div>
                  ) : (
                    bron.termijn !== null && (
                      <div>
                        <TermijnChip datum={bron.termijn} />
                      </div>
                    )
                  )}
                  {schrijven && vraagtToets(bron.bronsoort, bron.regime) && (
                    <Stap casus={casus} bron={bron} toetsen={toetsen} onAntwoord={() => bewerk(bron, true)} />
                  )}
                </td>
                <td data-kop={t('casus.bron.vraagantwoord')}>
                  <p className="dw-lopend">{bron.vraag}</p>
                  {bron.antwoord !== null && <p className="dw-lopend dw-antwoordtekst">{bron.antwoord}</p>}
                  {bron.inhoud !== null && (
                    <p className="dw-zacht dw-klein">
                      {t('casus.inhoud.waarom', { naam: bron.inhoud.door.naam, motivering: bron.inhoud.motivering })}
                    </p>
                  )}
                </td>
                <td data-kop={t('casus.bron.grondslag')}>
                  {bron.grondslag}
                  <LabelMerk feit={bron} />
                </td>
                {schrijven && (
                  <td className="dw-tabel__knoppen">
                    <button
                      type="button"
                      className="dw-knopje"
                      onClick={() => bewerk(bron)}
                      aria-label={`${t('casus.bron.wijzigen')}: ${bron.naam}`}
                    >
                      <Pencil aria-hidden="true" size={18} />
                    </button>
                    <button
                      type="button"
                      className="dw-knopje"
                      onClick={() => setWeg(bron)}
                      aria-label={`${t('casus.bron.weg')}: ${bron.naam}`}
                    >
                      <Trash2 aria-hidden="true" size={18} />
                    </button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {weg !== null && (
        <Weghalen
          kop={t('casus.bron.weg')}
          wat={weg.naam}
          uitleg={t('casus.weg.uitleg')}
          doe={async () => {
            await verwijderBron(casus.id, weg);
            await herleesCasus(client, casus.id);
          }}
          gedaan={t('casus.bron.verwijderd', { naam: weg.naam })}
          onClose={() => setWeg(null)}
        />
      )}
      {bewerkt !== null && (
        <Vorm
          casus={casus.id}
          {...(bewerkt === 'nieuw' ? {} : { bron: bewerkt })}
          stand={(bewerkt === 'nieuw' ? undefined : standen.get(bewerkt.id)) ?? 'nodig'}
          antwoordt={antwoordt}
          herlees={herlees}
          onClose={() => {
            setBewerkt(null);
            if (bewerkt !== 'nieuw') houdFocus(`bron-${bewerkt.id}`);
          }}
        />
      )}
    </>
  );
}
