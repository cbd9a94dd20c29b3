// SPDX-License-Identifier: EUPL-1.2
// The item on the table: what may be seen of it here, what is written with it, and the ways to add to its dossier.
import { ClipboardList, Info, MessageCircleQuestion, Play, Scale } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Agendapunt, Bewerkveld, Id, Overleg } from '../api/typen';
import { Button } from '../basis/button';
import { useLanguage } from '../basis/language';
import { useSession } from '../basis/session';
import { Loading } from '../basis/states';
import type { Bewerkingen } from './bewerkingen';
import { Klok } from './Klok';
import { LiveVeld } from './LiveVeld';
import { useOpsomming } from './merken';
import { Delen, NaarDossier } from './PuntInhoud';

const Punttoets = lazy(async () => ({ default: (await import('./PuntVensters')).Punttoets }));
const Informatie = lazy(async () => ({ default: (await import('./Toevoegen')).Informatie }));
const Interventie = lazy(async () => ({ default: (await import('./Toevoegen')).Interventie }));
const PartnerVraag = lazy(() => import('./PartnerVraag'));
const WeegSamen = lazy(() => import('./WeegSamen'));

const PLANVELDEN: readonly Bewerkveld[] = ['hypothese', 'doel', 'strategie'];

interface PuntProps {
  overleg: Overleg;
  punt: Agendapunt;
  werk: Bewerkingen;
  leidt: boolean;
  onBegin: (punt: Id) => void;
  onEind: (punt: Id, doorschuiven: boolean) => void;
}

export function Punt({ overleg, punt, werk, leidt, onBegin, onEind }: PuntProps) {
  const { t } = useLanguage();
  const som = useOpsomming();
  const { rechten } = useSession();
  const [venster, setVenster] = useState<'toets' | 'informatie' | 'interventie' | 'vraag' | null>(null);
  const [weegt, setWeegt] = useState(false);
  const niemand = punt.waarschuwing ?? [];
  const plan = punt.velden.filter((one) => PLANVELDEN.includes(one.veld));
  const schrijft = overleg.staat === 'bezig';
  return (
    <section className="dw-livepunt" aria-labelledby="punt-kop">
      <div className="dw-vlak dw-livevak">
        <p className="dw-zacht dw-livepunt__soort">
          {t('overleg.punt.nummer', { nummer: punt.nummer })} · {t(`overleg.doel.${punt.doel}`)}
          {punt.dossier !== null && (
            <>
              {' · '}
              <NaarDossier punt={punt} />
            </>
          )}
        </p>
        <h2 id="punt-kop" className="nl-heading nl-heading--level-2" tabIndex={-1}>
          {punt.titel}
        </h2>
        <Klok punt={punt} />
        {leidt && niemand.length > 0 && (
          <div className="dw-hint" role="alert">
            <p>{t('overleg.waarschuwing', { namen: som(niemand.map((one) => one.naam)), aantal: niemand.length })}</p>
            <span className="dw-klein">{t('overleg.waarschuwing.uitleg')}</span>
          </div>
        )}
        {leidt && schrijft && (
          <div className="dw-knoppen dw-knoppen--krap">
            {punt.staat === 'bezig' ? (
              <>
                <Button onClick={() => onEind(punt.id, false)}>{t('overleg.punt.besproken')}</Button>
                <Button weight="subtle" onClick={() => onEind(punt.id, true)}>
                  {t('overleg.punt.doorschuiven')}
                </Button>
              </>
            ) : (
              <Button weight="primary" icon={<Play aria-hidden="true" size={18} />} onClick={() => onBegin(punt.id)}>
                {t('overleg.punt.begin')}
              </Button>
            )}
            {punt.verdeling !== null && punt.soort !== 'vrij' && (
              <Button weight="subtle" onClick={() => setVenster('toets')}>
                {t('overleg.toets')}
              </Button>
            )}
          </div>
        )}
        {punt.voorbereiding !== '' && <p className="dw-lopend">{punt.voorbereiding}</p>}
        <Delen punt={punt} />
        {punt.delen.length === 0 && punt.soort !== 'vrij' && <p className="dw-zacht">{t('overleg.delen.geen')}</p>}
      </div>
      {leidt && schrijft && punt.dossier !== null && (
        <div className="dw-knoppen">
          {punt.soort === 'signaal' && rechten.includes('signaal.wegen') && (
            <Button
              icon={<Scale aria-hidden="true" size={18} />}
              aria-expanded={weegt}
              onClick={() => setWeegt(!weegt)}
            >
              {t('overleg.weging')}
            </Button>
          )}
          <Button icon={<Info aria-hidden="true" size={18} />} onClick={() => setVenster('informatie')}>
            {t('overleg.informatie')}
          </Button>
          {punt.soort === 'casus' && rechten.includes('interventie.schrijven') && (
            <Button icon={<ClipboardList aria-hidden="true" size={18} />} onClick={() => setVenster('interventie')}>
              {t('overleg.interventie')}
            </Button>
          )}
          {punt.soort === 'casus' && rechten.includes('casus.schrijven') && (
            <Button icon={<MessageCircleQuestion aria-hidden="true" size={18} />} onClick={() => setVenster('vraag')}>
              {t('overleg.vraag')}
            </Button>
          )}
        </div>
      )}
      {leidt && weegt && punt.dossier !== null && (
        <div className="dw-vlak dw-livevak">
          <Suspense fallback={<Loading />}>
            <WeegSamen overleg={overleg} punt={punt} signaal={punt.dossier.id} />
          </Suspense>
        </div>
      )}
      <div className="dw-vlak dw-livevak">
        <LiveVeld
          werk={werk}
          punt={punt.id}
          veld="aantekening"
          label={t('overleg.veld.aantekening')}
          hint={t('overleg.veld.aantekening.hulp')}
          rows={6}
          leesbaar={!schrijft}
        />
      </div>
      {plan.length > 0 && (
        <div className="dw-vlak dw-livevak">
          <h3 className="nl-heading nl-heading--level-4">{t('overleg.plan.kop')}</h3>
          {plan.map(({ veld }) => (
            <LiveVeld
              key={veld}
              werk={werk}
              punt={punt.id}
              veld={veld}
              label={t(`overleg.veld.${veld as 'doel'}`)}
              rows={3}
              leesbaar={!schrijft || !rechten.includes('casus.schrijven')}
            />
          ))}
        </div>
      )}
      <Suspense fallback={null}>
        {venster === 'toets' && <Punttoets overleg={overleg.id} punt={punt} onClose={() => setVenster(null)} />}
        {venster === 'informatie' && <Informatie overleg={overleg.id} punt={punt} onClose={() => setVenster(null)} />}
        {venster === 'interventie' && <Interventie overleg={overleg} punt={punt} onClose={() => setVenster(null)} />}
        {venster === 'vraag' && punt.dossier !== null && (
          <PartnerVraag punt={punt} casus={punt.dossier.id} onClose={() => setVenster(null)} />
        )}
      </Suspense>
    </section>
  );
}
