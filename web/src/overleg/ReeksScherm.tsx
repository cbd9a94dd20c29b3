// SPDX-License-Identifier: EUPL-1.2
// A series: when it meets, who leads it, who belongs to it with which mandate and secrecy.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft, CalendarPlus, Pencil, Trash2, UserPlus } from 'lucide-react';
import { useState } from 'react';
import {
  GEHEIMHOUDINGEN,
  type Geheimhouding,
  type Overlegreeks,
  type OverlegreeksNieuw,
  type OverlegreeksWijziging,
  REEKSSOORTEN,
  type Reekslid,
  type Reekssoort,
} from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { now } from '../basis/clock';
import { Dialog } from '../basis/dialog';
import { dayOf, formatShortDate, isDay } from '../basis/format';
import { type Translate, useLanguage } from '../basis/language';
import { collegasQuery } from '../basis/lists';
import { PageHeading } from '../basis/page';
import { isMissing, problemText } from '../basis/problem';
import { NotFound } from '../basis/schil/ErrorScreen';
import { useSession } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { Checkbox, SelectField, TextField } from '../basis/vorm/fields';
import { useBewerking } from '../basis/vorm/useBewerking';
import { useForm } from '../basis/vorm/useForm';
import { haalLidWeg, maakReeks, planOverleg, reeksenQuery, reeksQuery, toonOverleg, wijzigReeks, zetLid } from './api';
import { useRitme, WEEKDAGEN } from './merken';
import './overleg.css';

const route = getRouteApi('/kantoor/overleg/reeksen/$reeks');

type Velden = Record<
  | 'naam'
  | 'soort'
  | 'ritmeWeken'
  | 'weekdag'
  | 'begin'
  | 'duurMinuten'
  | 'plaats'
  | 'voorzitter'
  | 'secretaris'
  | 'vanaf',
  string
>;

export const isTijd = (tekst: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(tekst);
const tussen = (tekst: string, laagst: number, hoogst: number) =>
  /^\d{1,3}$/.test(tekst) && Number(tekst) >= laagst && Number(tekst) <= hoogst;

function controleer(v: Velden, t: Translate): FormErrors {
  const errors: FormErrors = {};
  if (v.naam.trim() === '') errors.naam = t('overleg.fout.naam');
  if (!tussen(v.ritmeWeken, 1, 52)) errors.ritmeWeken = t('overleg.fout.ritme');
  if (!isTijd(v.begin)) errors.begin = t('overleg.fout.tijd');
  if (!tussen(v.duurMinuten, 5, 600)) errors.duurMinuten = t('overleg.fout.duur');
  if (!isDay(v.vanaf)) errors.vanaf = t('overleg.fout.vanaf');
  return errors;
}

const GETALLEN = ['ritmeWeken', 'weekdag', 'duurMinuten'];
const voorApi = (v: Partial<Velden>) =>
  Object.fromEntries(
    Object.entries(v).map(([naam, waarde]) => [naam, GETALLEN.includes(naam) ? Number(waarde) : waarde]),
  );

function useCollegas() {
  const { language } = useLanguage();
  return [...(useQuery(collegasQuery).data ?? [])].sort((a, b) => a.naam.localeCompare(b.naam, language));
}

function ReeksVorm({ reeks, onClose }: { reeks?: Overlegreeks; onClose: (na?: Overlegreeks) => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const { gebruiker } = useSession();
  const leiders = useCollegas().filter((one) =>
    one.rollen.some((rol) => ['coordinator', 'informatieanalist'].includes(rol)),
  );
  const stand = (een?: Overlegreeks) => ({
    velden: {
      naam: een?.naam ?? '',
      soort: een?.soort ?? 'lip',
      ritmeWeken: String(een?.ritmeWeken ?? 3),
      weekdag: String(een?.weekdag ?? 2),
      begin: een?.begin ?? '09:30',
      duurMinuten: String(een?.duurMinuten ?? 90),
      plaats: een?.plaats ?? '',
      voorzitter: een?.voorzitter.id ?? gebruiker.id,
      secretaris: een?.secretaris.id ?? gebruiker.id,
      vanaf: een?.vanaf ?? dayOf(now()),
    },
    versie: een?.versie ?? 0,
  });
  const labels = {
    naam: t('overleg.naam'),
    soort: t('overleg.soort'),
    ritmeWeken: t('overleg.ritmeweken'),
    weekdag: t('overleg.weekdag'),
    begin: t('overleg.begintijd'),
    duurMinuten: t('overleg.duur'),
    plaats: t('overleg.plaats'),
    voorzitter: t('overleg.voorzitter'),
    secretaris: t('overleg.secretaris'),
    vanaf: t('overleg.vanaf'),
  };
  const { form, botsing } = useBewerking<Velden>({
    stand: stand(reeks),
    labels,
    check: (values) => controleer(values, t),
    opslaan: async (gewijzigd, versie) => {
      const na =
        reeks === undefined
          ? await maakReeks(voorApi(form.values) as unknown as OverlegreeksNieuw)
          : await wijzigReeks(reeks.id, versie, voorApi(gewijzigd) as OverlegreeksWijziging);
      client.setQueryData(reeksQuery(na.id).queryKey, na);
      void client.invalidateQueries({ queryKey: reeksenQuery.queryKey, exact: true });
      announce(t('overleg.reeks.opgeslagen', { naam: na.naam }));
      onClose(na);
    },
    herlees: async () => stand(await client.fetchQuery({ ...reeksQuery(reeks?.id ?? ''), staleTime: 0 })),
    inWoorden: (veld, waarde) =>
      veld === 'voorzitter' || veld === 'secretaris'
        ? (leiders.find((one) => one.id === waarde)?.naam ?? '')
        : veld === 'weekdag'
          ? t(`overleg.weekdag.${waarde as '1'}`)
          : waarde,
  });
  const { values, on, errors } = form;
  const mensen = leiders.map((one) => ({ value: one.id, label: one.naam }));
  return (
    <Form form={form}>
      {botsing}
      <div className="dw-kolommen">
        <TextField
          name="naam"
          label={labels.naam}
          value={values.naam}
          onChange={on('naam')}
          error={errors.naam}
          maxLength={100}
        />
        {reeks === undefined && (
          <SelectField
            name="soort"
            label={labels.soort}
            value={values.soort}
            onChange={on('soort')}
            options={REEKSSOORTEN.map((one) => ({ value: one, label: t(`overleg.soort.${one}`) }))}
          />
        )}
      </div>
      <div className="dw-kolommen">
        <TextField
          name="ritmeWeken"
          label={labels.ritmeWeken}
          inputMode="numeric"
          value={values.ritmeWeken}
          onChange={on('ritmeWeken')}
          error={errors.ritmeWeken}
        />
        <SelectField
          name="weekdag"
          label={labels.weekdag}
          value={values.weekdag}
          onChange={on('weekdag')}
          options={WEEKDAGEN.map((one) => ({ value: String(one), label: t(`overleg.weekdag.${one}`) }))}
        />
      </div>
      <div className="dw-kolommen">
        <TextField
          name="begin"
          label={labels.begin}
          hint={t('overleg.begintijd.hulp')}
          value={values.begin}
          onChange={on('begin')}
          error={errors.begin}
        />
        <TextField
          name="duurMinuten"
          label={labels.duurMinuten}
          inputMode="numeric"
          value={values.duurMinuten}
          onChange={on('duurMinuten')}
          error={errors.duurMinuten}
        />
      </div>
      <div className="dw-kolommen">
        {reeks === undefined && (
          <DateField
            name="vanaf"
            label={labels.vanaf}
            hint={t('overleg.vanaf.hulp')}
            value={values.vanaf}
            onChange={on('vanaf')}
            error={errors.vanaf}
          />
        )}
        <TextField
          name="plaats"
          label={labels.plaats}
          hint={t('overleg.plaats.hulp')}
          optional
          value={values.plaats}
          onChange={on('plaats')}
          maxLength={200}
        />
      </div>
      <div className="dw-kolommen">
        <SelectField
          name="voorzitter"
          label={labels.voorzitter}
          value={values.voorzitter}
          onChange={on('voorzitter')}
          options={mensen}
          error={errors.voorzitter}
        />
        <SelectField
          name="secretaris"
          label={labels.secretaris}
          value={values.secretaris}
          onChange={on('secretaris')}
          options={mensen}
          error={errors.secretaris}
        />
      </div>
      <FormButtons form={form} onCancel={() => onClose()}>
        {t('basis.opslaan')}
      </FormButtons>
    </Form>
  );
}

export function NieuweReeks() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  return (
    <div className="dw-scherm dw-scherm--vorm">
      <Link to="/overleg" className="nl-link dw-terug">
        <ArrowLeft aria-hidden="true" size={16} /> {t('nav.overleg')}
      </Link>
      <PageHeading title={t('overleg.reeks.nieuw')} />
      <div className="dw-vlak dw-vormdeel">
        <ReeksVorm
          onClose={(na) =>
            void (na === undefined
              ? navigate({ to: '/overleg' })
              : navigate({ to: '/overleg/reeksen/$reeks', params: { reeks: na.id } }))
          }
        />
      </div>
    </div>
  );
}

interface LidVelden {
  gebruiker: string;
  organisatie: string;
  mandaat: string;
  geheimhouding: string;
  vast: boolean;
  tot: string;
}

function LidVorm({ reeks, lid, onClose }: { reeks: Overlegreeks; lid?: Reekslid; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const al = reeks.leden.map((one) => one.gebruiker.id);
  const mensen = useCollegas().filter((one) => one.id === lid?.gebruiker.id || !al.includes(one.id));
  const form = useForm<LidVelden>({
    initial: {
      gebruiker: lid?.gebruiker.id ?? '',
      organisatie: lid?.organisatie ?? '',
      mandaat: lid?.mandaat ?? '',
      geheimhouding: lid?.geheimhouding ?? 'ambtseed',
      vast: lid?.vast ?? true,
      tot: lid?.tot ?? '',
    },
    labels: { gebruiker: t('overleg.lid'), organisatie: t('overleg.organisatie'), mandaat: t('overleg.mandaat') },
    check: (v): FormErrors => ({
      ...(v.gebruiker === '' ? { gebruiker: t('overleg.fout.lid') } : {}),
      ...(dayFault(v.tot, t) === undefined ? {} : { tot: t('basis.datum.fout') }),
    }),
    send: async ({ gebruiker, tot, geheimhouding, ...rest }) => {
      const na = await zetLid(reeks.id, gebruiker, {
        ...rest,
        geheimhouding: geheimhouding as Geheimhouding,
        tot: tot === '' ? null : tot,
      });
      client.setQueryData(reeksQuery(na.id).queryKey, na);
      announce(t('overleg.lid.opgeslagen'));
      onClose();
    },
  });
  const { values, on, errors } = form;
  return (
    <Dialog title={t(lid === undefined ? 'overleg.lid.nieuw' : 'overleg.lid.wijzigen')} onClose={onClose} wide>
      <Form form={form}>
        <div className="dw-kolommen">
          {lid === undefined ? (
            <SelectField
              name="gebruiker"
              label={t('overleg.lid')}
              none={t('basis.kies')}
              value={values.gebruiker}
              onChange={on('gebruiker')}
              options={mensen.map((one) => ({ value: one.id, label: one.naam }))}
              error={errors.gebruiker}
            />
          ) : (
            <p className="nl-paragraph">
              <strong>{lid.gebruiker.naam}</strong>
            </p>
          )}
          <TextField
            name="organisatie"
            label={t('overleg.organisatie')}
            hint={t('overleg.organisatie.hulp')}
            optional
            value={values.organisatie}
            onChange={on('organisatie')}
            maxLength={100}
          />
        </div>
        <TextField
          name="mandaat"
          label={t('overleg.mandaat')}
          hint={t('overleg.mandaat.hulp')}
          optional
          value={values.mandaat}
          onChange={on('mandaat')}
          maxLength={300}
        />
        <div className="dw-kolommen">
          <SelectField
            name="geheimhouding"
            label={t('overleg.geheimhouding')}
            value={values.geheimhouding}
            onChange={on('geheimhouding')}
            options={GEHEIMHOUDINGEN.map((one) => ({ value: one, label: t(`overleg.geheimhouding.${one}`) }))}
          />
          <DateField
            name="tot"
            label={t('overleg.lid.tot')}
            optional
            value={values.tot}
            onChange={on('tot')}
            error={errors.tot}
          />
        </div>
        <Checkbox label={t('overleg.lid.vast')} checked={values.vast} onChange={on('vast')} />
        <FormButtons form={form} onCancel={onClose}>
          {t('basis.opslaan')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

function Leden({ reeks }: { reeks: Overlegreeks }) {
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

export default function ReeksScherm() {
  const { t, language } = useLanguage();
  const { reeks: id } = route.useParams();
  const client = useQueryClient();
  const navigate = useNavigate();
  const ritme = useRitme();
  const found = useQuery(reeksQuery(id));
  const [wijzigt, setWijzigt] = useState(false);
  if (found.isPending) return <Loading />;
  if (isMissing(found.error)) return <NotFound />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const reeks = found.data;
  const plan = async () => {
    try {
      const nieuw = await planOverleg(reeks.id, null);
      toonOverleg(client, nieuw);
      await navigate({ to: '/overleg/$id', params: { id: nieuw.id } });
    } catch (error) {
      announce(problemText(error, t));
    }
  };
  return (
    <div className="dw-scherm dw-overleggen">
      <Link to="/overleg" className="nl-link dw-terug">
        <ArrowLeft aria-hidden="true" size={16} /> {t('nav.overleg')}
      </Link>
      <div className="dw-schermkop">
        <PageHeading title={reeks.naam} />
        {reeks.magLeiden && (
          <Button weight="primary" icon={<CalendarPlus aria-hidden="true" size={18} />} onClick={() => void plan()}>
            {t('overleg.plan')}
          </Button>
        )}
      </div>
      <Vlak
        kop={t('overleg.reeks')}
        rechts={
          reeks.magLeiden &&
          !wijzigt && (
            <Button weight="subtle" icon={<Pencil aria-hidden="true" size={18} />} onClick={() => setWijzigt(true)}>
              {t('overleg.wijzigen')}
            </Button>
          )
        }
      >
        {wijzigt ? (
          <ReeksVorm reeks={reeks} onClose={() => setWijzigt(false)} />
        ) : (
          <dl className="dw-feiten">
            <dt>{t('overleg.soort')}</dt>
            <dd>{t(`overleg.soort.${reeks.soort as Reekssoort}`)}</dd>
            <dt>{t('overleg.wanneer')}</dt>
            <dd>
              {ritme(reeks)}, {t('overleg.duurt', { minuten: reeks.duurMinuten })}
            </dd>
            <dt>{t('overleg.vanaf')}</dt>
            <dd>{formatShortDate(reeks.vanaf, language)}</dd>
            {reeks.plaats !== '' && (
              <>
                <dt>{t('overleg.plaats')}</dt>
                <dd>{reeks.plaats}</dd>
              </>
            )}
            <dt>{t('overleg.voorzitter')}</dt>
            <dd>{reeks.voorzitter.naam}</dd>
            <dt>{t('overleg.secretaris')}</dt>
            <dd>{reeks.secretaris.naam}</dd>
          </dl>
        )}
      </Vlak>
      <Leden reeks={reeks} />
    </div>
  );
}
