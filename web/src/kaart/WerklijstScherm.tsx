// SPDX-License-Identifier: EUPL-1.2
// One list, worked through a place at a time: what was seen there, in a word and a remark.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Trash2, UserMinus, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { type Collega, WERKSTANDEN, type Werklijst, type Werkregel, type Werkstand } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { formatDate, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { collegasQuery } from '../basis/lists';
import { PageHeading } from '../basis/page';
import { problemText } from '../basis/problem';
import { useRight, useSession } from '../basis/session';
import { Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { Checkbox, SelectField, TextField } from '../basis/vorm/fields';
import { Weghalen } from '../casus/Weghalen';
import { gooiWerklijstWeg, werklijstenQuery, werklijstQuery, wijzigRegel, zetLid } from './werklijst';
import '../basis/stijl/vakken.css';
import './kaart.css';

const route = getRouteApi('/kantoor/werklijsten/$id');

function Regel({ lijst, regel }: { lijst: Werklijst; regel: Werkregel }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const maySignal = useRight('signaal.schrijven');
  const [bevinding, setBevinding] = useState(regel.bevinding ?? '');
  const [bezig, setBezig] = useState(false);
  const naam = regel.adres === '' ? t('kaart.zonderadres', { id: regel.identificatie }) : regel.adres;
  const bewaar = async (wat: { stand?: Werkstand; bevinding?: string }) => {
    setBezig(true);
    try {
      await wijzigRegel(lijst.id, regel.id, regel.versie, wat);
      announce(t('werklijst.regel.bewaard', { naam }));
    } catch (error) {
      announce(problemText(error, t, true));
    } finally {
      // Also when somebody else was first: his words come, and what was typed here stays in the field.
      await client.invalidateQueries({ queryKey: werklijstQuery(lijst.id).queryKey });
      setBezig(false);
    }
  };
  return (
    <li className="dw-werkregel" aria-busy={bezig}>
      <div className="dw-werkregel__kop">
        <strong>
          {regel.soort === 'pand' ? (
            <Link to="/panden/$id" params={{ id: regel.identificatie }} className="nl-link">
              {naam}
            </Link>
          ) : (
            naam
          )}
        </strong>
        <span className="dw-zacht dw-klein">
          {t(`kaart.gebruik.${regel.gebruik}`)}
          {regel.door !== null &&
            regel.gedaanOp !== null &&
            ` · ${regel.door.naam}, ${formatShortDate(regel.gedaanOp, language)}`}
        </span>
      </div>
      <SelectField
        name={`stand-${regel.id}`}
        label={t('werklijst.stand')}
        value={regel.stand}
        onChange={(stand) => void bewaar({ stand: stand as Werkstand })}
        options={WERKSTANDEN.map((one) => ({ value: one, label: t(`werklijst.stand.${one}`) }))}
      />
      <div className="dw-werkregel__bevinding">
        <TextField
          name={`bevinding-${regel.id}`}
          label={t('werklijst.bevinding')}
          maxLength={500}
          value={bevinding}
          onChange={setBevinding}
        />
        {bevinding !== (regel.bevinding ?? '') && (
          <Button busy={bezig} onClick={() => void bewaar({ bevinding })}>
            {t('basis.opslaan')}
            <span className="dw-onzichtbaar"> {naam}</span>
          </Button>
        )}
      </div>
      {maySignal && regel.nummeraanduiding !== null && (
        <Button
          weight="subtle"
          onClick={() =>
            void navigate({
              to: '/signalen/nieuw',
              state: {
                vooraf: {
                  adres: { nummeraanduiding: regel.nummeraanduiding as string, weergave: regel.adres },
                  ...(bevinding === '' ? {} : { omschrijving: bevinding }),
                },
              },
            })
          }
        >
          {t('kaart.signaal')}
          <span className="dw-onzichtbaar"> {naam}</span>
        </Button>
      )}
    </li>
  );
}

function Leden({ lijst, eigen }: { lijst: Werklijst; eigen: boolean }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const [wie, setWie] = useState('');
  const al = new Set([lijst.door.id, ...lijst.leden.map((one) => one.id)]);
  const people = [...(useQuery({ ...collegasQuery, enabled: eigen }).data ?? [])]
    .filter((one) => !al.has(one.id))
    .sort((a, b) => a.naam.localeCompare(b.naam, language));
  const zet = async (lid: Collega, erbij: boolean) => {
    try {
      client.setQueryData(werklijstQuery(lijst.id).queryKey, await zetLid(lijst.id, lid.id, erbij));
      setWie('');
      announce(t(erbij ? 'werklijst.lid.erbij' : 'werklijst.lid.weg', { naam: lid.naam }));
    } catch (error) {
      announce(problemText(error, t, true));
    }
  };
  return (
    <>
      <ul className="dw-ledenlijst">
        <li>
          <span>
            {lijst.door.naam} <span className="dw-zacht">· {t('werklijst.maker')}</span>
          </span>
        </li>
        {lijst.leden.map((one) => (
          <li key={one.id}>
            {one.naam}
            {eigen && (
              <button
                type="button"
                className="dw-knopje"
                aria-label={`${t('werklijst.lid.haalweg')}: ${one.naam}`}
                onClick={() => void zet(one, false)}
              >
                <UserMinus aria-hidden="true" size={18} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {eigen && (
        <div className="dw-knoppen">
          <SelectField
            name="collega"
            label={t('werklijst.lid.wie')}
            none={t('basis.kies')}
            value={wie}
            onChange={setWie}
            options={people.map((one) => ({ value: one.id, label: one.naam }))}
          />
          <Button
            icon={<UserPlus aria-hidden="true" size={18} />}
            disabled={wie === ''}
            onClick={() => {
              const lid = people.find((one) => one.id === wie);
              if (lid !== undefined) void zet(lid, true);
            }}
          >
            {t('basis.toevoegen')}
          </Button>
        </div>
      )}
    </>
  );
}

export default function WerklijstScherm() {
  const { t, language } = useLanguage();
  const { id } = route.useParams();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { gebruiker } = useSession();
  const [alleen, setAlleen] = useState(false);
  const [weg, setWeg] = useState(false);
  const found = useQuery(werklijstQuery(id));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const lijst = found.data;
  const eigen = lijst.door.id === gebruiker.id;
  const regels = lijst.regels.filter((one) => !alleen || one.stand === 'te_doen');
  return (
    <div className="dw-scherm dw-werklijst">
      <p className="nl-paragraph">
        <Link to="/werklijsten" className="nl-link">
          {t('werklijst.kop')}
        </Link>
      </p>
      <PageHeading title={t('werklijst.een')}>{lijst.naam}</PageHeading>
      <p className="nl-paragraph">{lijst.aanleiding}</p>
      <p role="status" className="nl-paragraph dw-zacht">
        {t('werklijst.voortgang', { gedaan: lijst.gedaan, aantal: lijst.aantal })}
        {` · ${t('werklijst.bewaardtot', { dag: formatDate(lijst.tot, language) })}`}
      </p>
      <Vlak kop={t('werklijst.meewerken')}>
        <Leden lijst={lijst} eigen={eigen} />
      </Vlak>
      <Vlak kop={t('werklijst.plekken')}>
        <p className="nl-paragraph dw-zacht">{t('werklijst.bevinding.hulp')}</p>
        <Checkbox label={t('werklijst.alleen')} checked={alleen} onChange={setAlleen} />
        {regels.length === 0 ? (
          <p className="nl-paragraph">{t('werklijst.klaar')}</p>
        ) : (
          <ol className="dw-werkregels">
            {regels.map((one) => (
              <Regel key={one.id} lijst={lijst} regel={one} />
            ))}
          </ol>
        )}
      </Vlak>
      {eigen && (
        <div>
          <Button weight="subtle" icon={<Trash2 aria-hidden="true" size={18} />} onClick={() => setWeg(true)}>
            {t('werklijst.gooiweg')}
          </Button>
        </div>
      )}
      {weg && (
        <Weghalen
          kop={t('werklijst.gooiweg')}
          wat={lijst.naam}
          uitleg={t('werklijst.gooiweg.uitleg')}
          doe={async () => {
            await gooiWerklijstWeg(lijst.id);
            await client.invalidateQueries({ queryKey: werklijstenQuery.queryKey });
            void navigate({ to: '/werklijsten' });
          }}
          gedaan={t('werklijst.weg', { naam: lijst.naam })}
          onClose={() => setWeg(false)}
        />
      )}
    </div>
  );
}
