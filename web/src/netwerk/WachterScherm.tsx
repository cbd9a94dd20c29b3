// SPDX-License-Identifier: EUPL-1.2
// One watcher: what it looks for and why, whether it runs, and what it met.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { BellOff, BellRing, Search, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { SuggestieKort, Wachterbeeld } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { formatDateTime, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { problemText } from '../basis/problem';
import { useSession } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { Weghalen } from '../casus/Weghalen';
import { PatroonPlekken } from './PatroonPlekken';
import { PatroonRegel } from './PatroonRegel';
import { zoekBewaard } from './patroon';
import { DAGEN, gooiWachterWeg, wachterQuery, wachtersQuery, zetWachter } from './wachter';
import '../basis/stijl/vakken.css';
import './netwerk.css';

const route = getRouteApi('/kantoor/netwerk/wachters/$id');

function Suggesties({ kop, leeg, rijen }: { kop: string; leeg?: string; rijen: readonly SuggestieKort[] }) {
  const { t, language } = useLanguage();
  if (rijen.length === 0 && leeg === undefined) return null;
  return (
    <Vlak kop={kop}>
      {rijen.length === 0 ? (
        <p className="nl-paragraph dw-zacht">{leeg}</p>
      ) : (
        <ul className="dw-verwijzingen">
          {rijen.map((one) => (
            <li key={one.id}>
              <Link to="/netwerk/suggesties/$id" params={{ id: one.id }} className="nl-link">
                {t('netwerk.suggestie.regel', { dag: formatShortDate(one.op, language), aantal: one.leden })}
              </Link>
              {one.staat !== 'open' && (
                <span className="dw-zacht dw-klein">{` · ${t(`netwerk.suggestie.staat.${one.staat}`)}`}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Vlak>
  );
}

function Knoppen({ wachter }: { wachter: Wachterbeeld }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [weg, setWeg] = useState(false);
  const [bezig, setBezig] = useState(false);
  const zet = async (aan: boolean) => {
    setBezig(true);
    try {
      client.setQueryData(wachterQuery(wachter.id).queryKey, await zetWachter(wachter.id, aan));
      await client.invalidateQueries({ queryKey: wachtersQuery.queryKey, exact: true });
      announce(t(aan ? 'netwerk.wachter.aangezet' : 'netwerk.wachter.uitgezet', { naam: wachter.naam }));
    } catch (error) {
      announce(problemText(error, t, true));
    } finally {
      setBezig(false);
    }
  };
  return (
    <div className="dw-knoppen">
      <Button
        busy={bezig}
        icon={wachter.aan ? <BellOff aria-hidden="true" size={18} /> : <BellRing aria-hidden="true" size={18} />}
        onClick={() => void zet(!wachter.aan)}
      >
        {t(wachter.aan ? 'netwerk.wachter.zetuit' : 'netwerk.wachter.zetaan')}
      </Button>
      <Button icon={<Trash2 aria-hidden="true" size={18} />} onClick={() => setWeg(true)}>
        {t('netwerk.wachter.gooiweg')}
      </Button>
      {weg && (
        <Weghalen
          kop={t('netwerk.wachter.gooiweg')}
          wat={wachter.naam}
          uitleg={t('netwerk.wachter.gooiweg.uitleg')}
          gedaan={t('netwerk.wachter.weg', { naam: wachter.naam })}
          doe={async () => {
            await gooiWachterWeg(wachter.id);
            await Promise.all([
              client.invalidateQueries({ queryKey: wachtersQuery.queryKey, exact: true }),
              client.invalidateQueries({ queryKey: ['mijn-werk'] }),
            ]);
            await navigate({ to: '/netwerk/wachters' });
          }}
          onClose={() => setWeg(false)}
        />
      )}
    </div>
  );
}

/** Where it is at this moment, for who asks. */
function Nu({ wachter }: { wachter: Wachterbeeld }) {
  const { t } = useLanguage();
  const gezocht = useMutation({ mutationFn: () => zoekBewaard(wachter.id) });
  return (
    <>
      <div className="dw-knoppen">
        <Button
          busy={gezocht.isPending}
          icon={<Search aria-hidden="true" size={18} />}
          onClick={() =>
            gezocht.mutate(undefined, {
              onSuccess: (gevonden) => announce(t('netwerk.patroon.plekken', { aantal: gevonden.aantal })),
            })
          }
        >
          {t('netwerk.patroon.zoek')}
        </Button>
      </div>
      {gezocht.isError && <Failed error={gezocht.error} retry={() => gezocht.mutate()} />}
      {gezocht.data !== undefined && <PatroonPlekken plekken={gezocht.data} />}
    </>
  );
}

function Inhoud({ wachter }: { wachter: Wachterbeeld }) {
  const { t, language } = useLanguage();
  const { gebruiker } = useSession();
  const open = wachter.suggesties.filter((one) => one.staat === 'open');
  return (
    <>
      <Vlak kop={t('netwerk.wachter.regel')}>
        {wachter.patroon === null ? (
          <p className="nl-paragraph">{t(`netwerk.vorm.uitleg.${wachter.vorm}`)}</p>
        ) : (
          <PatroonRegel patroon={wachter.patroon} dagen={wachter.dagen} />
        )}
        <dl className="dw-feiten">
          <dt>{t('netwerk.wachter.waarom')}</dt>
          <dd>{wachter.waarom}</dd>
          {DAGEN[wachter.vorm] !== null && (
            <>
              <dt>{t('netwerk.wachter.dagen')}</dt>
              <dd>{t('netwerk.wachter.dagen.waarde', { dagen: wachter.dagen })}</dd>
            </>
          )}
          {wachter.betrouwbaarheid !== null && (
            <>
              <dt>{t('netwerk.wachter.betrouwbaarheid')}</dt>
              <dd>{wachter.betrouwbaarheid}</dd>
            </>
          )}
          {wachter.casus !== null && (
            <>
              <dt>{t('netwerk.wachter.casus')}</dt>
              <dd>
                <Link to="/casussen/$id" params={{ id: wachter.casus.id }} className="nl-link">
                  {wachter.casus.werknaam}
                </Link>{' '}
                <span className="dw-zacht dw-kenmerk">{wachter.casus.kenmerk}</span>
              </dd>
              <dt>{t('netwerk.wachter.grond')}</dt>
              <dd>{wachter.grond}</dd>
            </>
          )}
          <dt>{t('netwerk.wachter.door')}</dt>
          <dd>{`${wachter.door.naam}, ${formatShortDate(wachter.op, language)}`}</dd>
          <dt>{t('netwerk.wachter.gelopen')}</dt>
          <dd>
            {wachter.gelopenOp === null ? t('netwerk.wachter.nognooit') : formatDateTime(wachter.gelopenOp, language)}
          </dd>
        </dl>
        {!wachter.aan && <p className="nl-paragraph dw-zacht">{t('netwerk.wachter.uit.uitleg')}</p>}
        {!wachter.waakt && <p className="nl-paragraph dw-zacht">{t('netwerk.wachter.stil.uitleg')}</p>}
        {wachter.vol && <p className="nl-paragraph dw-zacht">{t('netwerk.wachter.vol')}</p>}
        {wachter.door.id === gebruiker.id && <Knoppen wachter={wachter} />}
      </Vlak>
      {(wachter.waakt || wachter.casus === null) && <Nu key={wachter.id} wachter={wachter} />}
      <Suggesties kop={t('netwerk.suggesties')} leeg={t('netwerk.suggesties.geen')} rijen={open} />
      <Suggesties
        kop={t('netwerk.suggesties.gewogen')}
        rijen={wachter.suggesties.filter((one) => one.staat !== 'open')}
      />
    </>
  );
}

export default function WachterScherm() {
  const { id } = route.useParams();
  const { t } = useLanguage();
  const found = useQuery(wachterQuery(id));
  return (
    <div className="dw-scherm dw-wachters">
      <PageHeading title={found.data?.naam ?? t('netwerk.wachter')} />
      {found.isPending ? (
        <Loading />
      ) : found.isError ? (
        <>
          <Failed error={found.error} retry={() => void found.refetch()} />
          <Empty title={t('netwerk.wachter.niet')}>
            <Link to="/netwerk/wachters" className="nl-link">
              {t('netwerk.wachters')}
            </Link>
          </Empty>
        </>
      ) : (
        <Inhoud wachter={found.data} />
      )}
    </div>
  );
}
