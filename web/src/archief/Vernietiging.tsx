// SPDX-License-Identifier: EUPL-1.2
// The archivist's screen: what is due and what stands in the way, the lists with their approvals, and what was destroyed.
// It says which file by its reference only, and of one that the user may not see by a reference that is nowhere else.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BlokkadeSoort, Id, Kandidaat, Vernietigingslijst } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { formatDateTime, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { problemText } from '../basis/problem';
import { useRight, useSession } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form } from '../basis/vorm/Form';
import { Checkbox, SelectField, TextArea, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { Weghalen } from '../casus/Weghalen';
import {
  blokkeer,
  hefOp,
  herlees,
  kandidatenQuery,
  keurGoed,
  lijstenQuery,
  maakLijst,
  tekstAdres,
  trekIn,
  verklaringenQuery,
  voerUit,
} from './api';
import { Bewaarregels } from './Bewaarregels';
import '../basis/stijl/vakken.css';

const SOORTEN: readonly BlokkadeSoort[] = ['bezwaar', 'vordering', 'verzoek', 'bewaarplicht', 'riec'];

function Kandidaten() {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const found = useQuery(kandidatenQuery);
  const mayList = useRight('archief.lijst');
  const [gekozen, setGekozen] = useState<readonly Id[]>([]);
  const [opheffen, setOpheffen] = useState<Kandidaat['blokkades'][number] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (found.data.length === 0)
    return <Empty title={t('archief.kandidaten.geen')}>{t('archief.kandidaten.geen.uitleg')}</Empty>;
  const maak = async () => {
    const objecten = found.data.filter((one) => gekozen.includes(one.object)).map((one) => one.object);
    if (objecten.length === 0) {
      setFailure(t('archief.lijst.niets'));
      return;
    }
    setBusy(true);
    setFailure(null);
    try {
      await maakLijst(objecten);
      setGekozen([]);
      announce(t('archief.lijst.gemaakt'));
    } catch (error) {
      setFailure(problemText(error, t));
    }
    setBusy(false);
    await herlees(client);
  };
  return (
    <>
      <table className="dw-tabel">
        <caption className="dw-onzichtbaar">{t('archief.kandidaten')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('archief.kenmerk')}</th>
            <th scope="col">{t('archief.bewaren')}</th>
            <th scope="col">{t('archief.grond')}</th>
            <th scope="col">{t('archief.blokkade')}</th>
          </tr>
        </thead>
        <tbody>
          {found.data.map((one) => (
            <tr key={one.object}>
              <th scope="row">
                {mayList && one.blokkades.length === 0 ? (
                  <Checkbox
                    label={t('archief.aanvinken', { kenmerk: one.kenmerk })}
                    checked={gekozen.includes(one.object)}
                    onChange={(on) =>
                      setGekozen(on ? [...gekozen, one.object] : gekozen.filter((id) => id !== one.object))
                    }
                  />
                ) : (
                  one.kenmerk
                )}
                <div className="dw-zacht dw-klein">{t(`archief.objectsoort.${one.objectSoort}`)}</div>
              </th>
              <td data-kop={t('archief.bewaren')}>{formatShortDate(one.bewarenTot, language)}</td>
              <td data-kop={t('archief.grond')}>{one.grond}</td>
              <td data-kop={t('archief.blokkade')}>
                {one.blokkades.length === 0 && t('archief.vrij')}
                {one.blokkades.map((blokkade) => (
                  <div key={blokkade.id}>
                    <strong>{t(`archief.soort.${blokkade.soort}`)}</strong>
                    {blokkade.tot !== null &&
                      ` · ${t('archief.blokkade.tot')} ${formatShortDate(blokkade.tot, language)}`}
                    <div className="dw-klein">
                      {blokkade.reden ?? t('archief.blokkade.reden.dicht')} ({blokkade.door.naam})
                    </div>
                    {mayList && (
                      <Button weight="subtle" onClick={() => setOpheffen(blokkade)}>
                        {t('archief.blokkade.opheffen')}
                      </Button>
                    )}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {failure !== null && (
        <div className="dw-mislukt" role="alert">
          {failure}
        </div>
      )}
      {mayList && (
        <div className="dw-knoppen">
          <Button weight="primary" busy={busy} onClick={() => void maak()}>
            {t('archief.lijst.maken')}
          </Button>
        </div>
      )}
      {opheffen !== null && (
        <Weghalen
          kop={t('archief.blokkade.opheffen')}
          wat={`${opheffen.kenmerk} · ${t(`archief.soort.${opheffen.soort}`)}`}
          uitleg={opheffen.reden ?? t('archief.blokkade.reden.dicht')}
          doe={async () => {
            await hefOp(opheffen.id);
            await herlees(client);
          }}
          gedaan={t('archief.blokkade.opgeheven')}
          onClose={() => setOpheffen(null)}
        />
      )}
    </>
  );
}

function Blokkeren() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const leeg = { kenmerk: '', soort: 'bezwaar', reden: '', tot: '' };
  const form = useForm({
    initial: leeg,
    labels: {
      kenmerk: t('archief.blokkade.kenmerk'),
      soort: t('archief.blokkade.soort'),
      reden: t('archief.blokkade.reden'),
      tot: t('archief.blokkade.tot'),
    },
    check: (values): FormErrors => {
      const tot = dayFault(values.tot, t);
      return {
        ...(values.kenmerk.trim() === '' ? { kenmerk: t('archief.blokkade.vol') } : {}),
        ...(values.reden.trim().length < 5 ? { reden: t('archief.blokkade.vol') } : {}),
        ...(tot === undefined ? {} : { tot }),
      };
    },
    send: async ({ kenmerk, soort, reden, tot }) => {
      await blokkeer(kenmerk.trim().toUpperCase(), soort as BlokkadeSoort, reden.trim(), tot === '' ? null : tot);
      form.replace(leeg);
      announce(t('archief.blokkade.gedaan'));
      await herlees(client);
    },
  });
  return (
    <Form form={form} className="dw-notitie">
      <div className="dw-kolommen">
        <TextField
          {...form.field('kenmerk')}
          label={t('archief.blokkade.kenmerk')}
          hint={t('archief.blokkade.kenmerk.hulp')}
          maxLength={120}
        />
        <SelectField
          {...form.field('soort')}
          label={t('archief.blokkade.soort')}
          options={SOORTEN.map((one) => ({ value: one, label: t(`archief.soort.${one}`) }))}
        />
        <DateField {...form.field('tot')} label={t('archief.blokkade.tot')} optional />
      </div>
      <TextArea {...form.field('reden')} label={t('archief.blokkade.reden')} maxLength={1000} />
      <div className="dw-knoppen">
        <Button type="submit" busy={form.busy}>
          {t('archief.blokkade.nieuw')}
        </Button>
      </div>
    </Form>
  );
}

/** One list: what is on it, who approved, and what this user may do with it now. */
function Lijst({ lijst }: { lijst: Vernietigingslijst }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const me = useSession().gebruiker.id;
  const mayList = useRight('archief.lijst');
  const mayApprove = useRight('archief.goedkeuren');
  const [vraag, setVraag] = useState<'goedkeuren' | 'uitvoeren' | 'intrekken' | null>(null);
  const kop = t('archief.lijst.kop', { datum: formatShortDate(lijst.op, language), naam: lijst.door.naam });
  const open = lijst.staat === 'open';
  const goedgekeurd = lijst.akkoorden.some((one) => one.wie.id === me && new Date(one.tot) > new Date());
  const daden = {
    goedkeuren: { doe: () => keurGoed(lijst), gedaan: t('archief.akkoord.gedaan') },
    uitvoeren: { doe: () => voerUit(lijst.id), gedaan: t('archief.uitvoeren.begonnen') },
    intrekken: { doe: () => trekIn(lijst.id), gedaan: t('archief.ingetrokken') },
  };
  return (
    <li className="dw-notitie">
      <h3 className="nl-heading nl-heading--level-4">{kop}</h3>
      <p className="nl-paragraph">
        <span
          className={`nl-data-badge dw-status-merk dw-status-merk--${open ? 'wacht' : lijst.staat === 'bezig' ? 'bezig' : 'klaar'}`}
        >
          {t(`archief.staat.${open && lijst.beletsel === null ? 'klaar' : lijst.staat}`)}
        </span>{' '}
        {lijst.regels.length > 0 && t('archief.wat', { aantal: lijst.regels.length })}
      </p>
      <ul>
        {lijst.regels.map((one) => (
          <li key={one.object}>
            {one.kenmerk}: {one.grond}
          </li>
        ))}
      </ul>
      <ul>
        {lijst.akkoorden.map((one) => (
          <li key={one.wie.id}>
            {t('archief.akkoord', {
              naam: one.wie.naam,
              rol: t(`archief.rol.${one.rol}`),
              tot: formatDateTime(one.tot, language),
            })}
          </li>
        ))}
      </ul>
      {open && lijst.akkoorden.length === 0 && <p className="nl-paragraph">{t('archief.akkoord.geen')}</p>}
      {open && lijst.beletsel !== null && lijst.beletsel !== 'akkoord-ontbreekt' && (
        <p className="nl-paragraph">{t(`fout.${lijst.beletsel}`)}</p>
      )}
      {open && (
        <div className="dw-knoppen">
          {mayApprove && lijst.door.id !== me && !goedgekeurd && (
            <Button
              weight="primary"
              onClick={() => setVraag('goedkeuren')}
              aria-label={`${t('archief.goedkeuren.knop')}: ${kop}`}
            >
              {t('archief.goedkeuren.knop')}
            </Button>
          )}
          {mayList && lijst.beletsel === null && (
            <Button
              weight="primary"
              onClick={() => setVraag('uitvoeren')}
              aria-label={`${t('archief.uitvoeren.knop')}: ${kop}`}
            >
              {t('archief.uitvoeren.knop')}
            </Button>
          )}
          {mayList && (
            <Button
              weight="subtle"
              onClick={() => setVraag('intrekken')}
              aria-label={`${t('archief.intrekken.knop')}: ${kop}`}
            >
              {t('archief.intrekken.knop')}
            </Button>
          )}
        </div>
      )}
      {vraag !== null && (
        <Weghalen
          kop={t(`archief.${vraag}.knop`)}
          wat={kop}
          uitleg={t(`archief.${vraag}.uitleg`)}
          doe={async () => {
            await daden[vraag].doe();
            await herlees(client);
          }}
          gedaan={daden[vraag].gedaan}
          onClose={() => setVraag(null)}
        />
      )}
    </li>
  );
}

function Lijsten() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const found = useQuery(lijstenQuery);
  // When a list is done, what is due and what was declared have changed too.
  const done = found.data?.filter((one) => one.staat === 'uitgevoerd').length;
  useEffect(() => {
    if (done === undefined) return;
    void client.invalidateQueries(kandidatenQuery);
    void client.invalidateQueries(verklaringenQuery);
  }, [client, done]);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (found.data.length === 0) return <p className="nl-paragraph">{t('archief.lijsten.geen')}</p>;
  return (
    <ul className="dw-onderweg">
      {found.data.map((one) => (
        <Lijst key={one.id} lijst={one} />
      ))}
    </ul>
  );
}

function Verklaringen() {
  const { t, language } = useLanguage();
  const found = useQuery(verklaringenQuery);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (found.data.length === 0) return <p className="nl-paragraph">{t('archief.verklaringen.geen')}</p>;
  return (
    <ul className="dw-onderweg">
      {found.data.map((one) => (
        <li key={one.id}>
          <a className="nl-link" href={tekstAdres(one.id)} download>
            {t('archief.verklaring', { datum: formatDateTime(one.op, language) })}
          </a>
        </li>
      ))}
    </ul>
  );
}

export default function Vernietiging() {
  const { t } = useLanguage();
  const mayBlock = useRight('archief.blokkeren');
  return (
    <div className="dw-scherm dw-scherm--stapel">
      <PageHeading title={t('nav.vernietiging')} />
      <Vlak kop={t('archief.kandidaten')}>
        <Kandidaten />
      </Vlak>
      <Vlak kop={t('archief.lijsten')}>
        <Lijsten />
      </Vlak>
      {mayBlock && (
        <Vlak kop={t('archief.blokkade.nieuw')}>
          <Blokkeren />
        </Vlak>
      )}
      <Vlak kop={t('archief.regels.kop')}>
        <Bewaarregels />
      </Vlak>
      <Vlak kop={t('archief.verklaringen')}>
        <Verklaringen />
      </Vlak>
    </div>
  );
}
