// SPDX-License-Identifier: EUPL-1.2
// The file of a casus: where it stands, who is to act and by when, and its parts as tabs with addresses of their own.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft, Eye } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { ActiesVak } from '../actie/ActiesVak';
import type { Dossier } from '../api/typen';
import { formatAge } from '../basis/format';
import { laadWoorden, useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { NaarNetwerk } from '../basis/NaarNetwerk';
import { PageHeading } from '../basis/page';
import { isMissing } from '../basis/problem';
import { NotFound } from '../basis/schil/ErrorScreen';
import { useSession } from '../basis/session';
import { Failed, Loading } from '../basis/states';
import { TermijnChip } from '../basis/termijn';
import { Vlak } from '../basis/vlak';
import { herleesCasus, leesCasus, wijzigPlan } from '../casus/api';
import { BronnenVak } from '../casus/BronnenVak';
import { FaseStappen } from '../casus/merken';
import { TekstVak } from '../casus/TekstVak';
import { ToetsenVak } from '../casus/ToetsenVak';
import { Bewaring, VervolgVak } from '../casus/VervolgVak';
import { DocumentenVak } from '../document/DocumentenVak';
import { VragenVak } from '../vraag/VragenVak';
import { dossierQuery } from './api';
import { BekendOp } from './BekendOp';
import { DELEN, type Deel } from './delen';
import { useKeuzes } from './keuzes';
import { Overzicht } from './Overzicht';
import { TijdlijnVak } from './TijdlijnVak';
import '../signaal/signaal.css';
import '../basis/stijl/vakken.css';
import '../casus/casus.css';

/** Rooms that bring their own words, loaded when a part asks for them. */
const SjabloonVak = lazy(async () => {
  const [module] = await Promise.all([import('../aanpak/SjabloonVak'), laadWoorden('aanpak')]);
  return { default: module.SjabloonVak };
});
const PrioriteitVak = lazy(async () => {
  const [module] = await Promise.all([import('../aanpak/PrioriteitVak'), laadWoorden('aanpak')]);
  return { default: module.PrioriteitVak };
});
const GelijkendeVak = lazy(async () => {
  const [module] = await Promise.all([import('../aanpak/GelijkendeVak'), laadWoorden('aanpak')]);
  return { default: module.GelijkendeVak };
});
const InterventiesVak = lazy(async () => ({
  default: (await import('../interventie/InterventiesVak')).InterventiesVak,
}));
const InformerenVak = lazy(async () => ({ default: (await import('../informeren/InformerenVak')).InformerenVak }));
const VerstrekkingenVak = lazy(async () => ({
  default: (await import('../verstrekking/VerstrekkingenVak')).VerstrekkingenVak,
}));
const EvaluatieVak = lazy(async () => {
  const [module] = await Promise.all([import('../leren/EvaluatieVak'), laadWoorden('leren')]);
  return { default: module.EvaluatieVak };
});

const route = getRouteApi('/kantoor/casussen/$id/$deel');

function Nu({ dossier }: { dossier: Dossier }) {
  const { t, language } = useLanguage();
  const { casus } = dossier;
  const open = dossier.interventies.filter((one) => one.status === 'gepland' || one.status === 'bezig').length;
  const wachtend = dossier.bronnen.filter((one) => one.status === 'te_vragen' || one.status === 'gevraagd').length;
  return (
    <section className="dw-nu" aria-label={t('dossier.nu')}>
      <dl className="dw-nu__lijst">
        <div>
          <dt>{t('dossier.nu.volgende')}</dt>
          <dd>{t(`dossier.nu.stap.${casus.fase}`)}</dd>
        </div>
        <div>
          <dt>{t('casus.termijn')}</dt>
          <dd>
            {casus.eersteTermijn === null ? (
              t('casus.termijn.geen')
            ) : (
              <>
                <TermijnChip datum={casus.eersteTermijn.datum} />{' '}
                {casus.eersteTermijn.wat === '' ? t('casus.termijn.monitoring') : casus.eersteTermijn.wat}
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('casus.trekker')}</dt>
          <dd>{casus.trekker.naam}</dd>
        </div>
        <div>
          <dt>{t('dossier.nu.open')}</dt>
          <dd>
            {wachtend + open === 0
              ? t('dossier.nu.niets')
              : t('dossier.nu.aantallen', { bronnen: wachtend, interventies: open })}
          </dd>
        </div>
        <div>
          <dt>{t('casus.activiteit')}</dt>
          <dd>{formatAge(casus.laatsteActiviteit, language, t)}</dd>
        </div>
      </dl>
    </section>
  );
}

function Plan({ dossier, schrijven }: { dossier: Dossier; schrijven: boolean }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const { casus } = dossier;
  const { hypothese, doel, strategie, versie } = casus.plan;
  return (
    <TekstVak
      kop={t('dossier.plan')}
      velden={(['hypothese', 'doel', 'strategie'] as const).map((naam) => ({
        naam,
        label: t(`dossier.${naam}`),
        hulp: t(`dossier.${naam}.hulp`),
      }))}
      teksten={{ hypothese, doel, strategie }}
      versie={versie}
      schrijven={schrijven}
      leeg={t('dossier.plan.leeg')}
      opslaan={async (gewijzigd, op) => {
        await wijzigPlan(casus.id, op, gewijzigd);
        await herleesCasus(client, casus.id);
      }}
      herlees={async () => {
        const nu = (await leesCasus(casus.id)).plan;
        return { velden: { hypothese: nu.hypothese, doel: nu.doel, strategie: nu.strategie }, versie: nu.versie };
      }}
    />
  );
}

export default function CasusScherm() {
  const { t } = useLanguage();
  const { name } = useLists();
  const { id, deel } = route.useParams();
  const { bekendOp } = route.useSearch();
  const navigate = route.useNavigate();
  const { rechten } = useSession();
  const client = useQueryClient();
  const moment = bekendOp ?? null;
  const found = useQuery(dossierQuery(id, moment));
  const keuzes = useKeuzes(id, found.data?.bronnen ?? [], moment === null && deel === 'interventies');
  if (!DELEN.includes(deel as Deel)) return <NotFound />;
  if (found.isPending) return <Loading />;
  if (isMissing(found.error) && moment === null) return <NotFound />;
  if (found.isError) {
    return (
      <div className="dw-scherm">
        <PageHeading title={t('dossier.bekend.kop')} />
        {moment !== null && <BekendOp moment={moment} onKies={() => void navigate({ search: {} })} />}
        {isMissing(found.error) ? (
          <p className="nl-paragraph">{t('dossier.bekend.nietbekend')}</p>
        ) : (
          <Failed error={found.error} retry={() => void found.refetch()} />
        )}
      </div>
    );
  }
  const dossier = found.data;
  const { casus } = dossier;
  const gesloten = casus.fase === 'archief' || casus.fase === 'vernietigd';
  const schrijven = moment === null && !gesloten && rechten.includes('casus.schrijven');
  const ingrijpen = moment === null && !gesloten && rechten.includes('interventie.schrijven');
  const vers = () => client.fetchQuery({ ...dossierQuery(id, null), staleTime: 0 });
  return (
    <div className="dw-scherm dw-casus">
      <Link to="/casussen" className="nl-link dw-terug">
        <ArrowLeft aria-hidden="true" size={16} /> {t('nav.casussen')}
      </Link>
      <div className="dw-casus__kop">
        <div>
          <p className="dw-zacht">
            <span className="dw-kenmerk">{casus.kenmerk}</span> · {name('themas', casus.thema)}
          </p>
          <PageHeading title={casus.kenmerk}>{casus.werknaam}</PageHeading>
        </div>
        {moment === null && <NaarNetwerk soort="casus" id={id} />}
        {moment === null && rechten.includes('inzagen.zien') && (
          <Link to="/casussen/$id/inzagen" params={{ id }} className="nl-link dw-wiezag">
            <Eye aria-hidden="true" size={18} /> {t('basis.wiezag')}
          </Link>
        )}
        <BekendOp
          moment={moment}
          onKies={(gekozen) => void navigate({ search: gekozen === null ? {} : { bekendOp: gekozen } })}
        />
      </div>
      <FaseStappen fase={casus.fase} />
      {moment === null && <Nu dossier={dossier} />}
      <nav className="dw-tabs" aria-label={t('dossier.delen')}>
        {DELEN.map((een) => (
          <Link
            key={een}
            to="/casussen/$id/$deel"
            params={{ id, deel: een }}
            search={moment === null ? {} : { bekendOp: moment }}
            className="dw-tab"
            activeProps={{ 'aria-current': 'page' }}
            resetScroll={false}
          >
            {t(`dossier.deel.${een}`)}
          </Link>
        ))}
      </nav>
      {deel === 'overzicht' && <Overzicht dossier={dossier} schrijven={schrijven} toen={moment !== null} />}
      {deel === 'tijdlijn' && (
        <Vlak kop={t('dossier.deel.tijdlijn')}>
          <TijdlijnVak casus={id} bronnen={dossier.bronnen} tijdlijn={dossier.tijdlijn} schrijven={schrijven} />
        </Vlak>
      )}
      {deel === 'bronnen' && (
        <div className="dw-casus__vakken">
          <Vlak kop={t('dossier.deel.bronnen')}>
            <BronnenVak
              casus={casus}
              bronnen={dossier.bronnen}
              toetsen={dossier.privacytoetsen}
              schrijven={schrijven}
              herlees={async () => (await vers()).bronnen}
            />
          </Vlak>
          {moment === null && (
            <Vlak kop={t('vraag.vak')}>
              <VragenVak casus={id} bronnen={dossier.bronnen} schrijven={schrijven} />
            </Vlak>
          )}
        </div>
      )}
      {deel === 'documenten' && (
        <Vlak kop={t('dossier.deel.documenten')}>
          <DocumentenVak casus={id} schrijven={schrijven} moment={moment} />
        </Vlak>
      )}
      {deel === 'plan' && (
        <div className="dw-casus__vakken">
          <Plan dossier={dossier} schrijven={schrijven} />
          {moment === null && rechten.includes('aanpak.zien') && (
            <>
              {!gesloten && (
                <Vlak kop={t('dossier.sjabloon')}>
                  <Suspense fallback={<Loading />}>
                    <SjabloonVak dossier={dossier} schrijven={schrijven} />
                  </Suspense>
                </Vlak>
              )}
              <Vlak kop={t('dossier.prioriteit')}>
                <Suspense fallback={<Loading />}>
                  <PrioriteitVak casus={id} schrijven={schrijven} />
                </Suspense>
              </Vlak>
            </>
          )}
        </div>
      )}
      {deel === 'lijktop' && (
        <Vlak kop={t('dossier.deel.lijktop')}>
          {moment === null ? (
            <>
              {rechten.includes('aanpak.zien') && (
                <p className="nl-paragraph">
                  <Link to="/lessen" search={casus.thema === null ? {} : { thema: casus.thema }} className="nl-link">
                    {t('dossier.lessen', { thema: name('themas', casus.thema) })}
                  </Link>
                </p>
              )}
              <Suspense fallback={<Loading />}>
                <GelijkendeVak casus={id} schrijven={schrijven} />
              </Suspense>
            </>
          ) : (
            <p className="nl-paragraph">{t('dossier.lijktop.nu')}</p>
          )}
        </Vlak>
      )}
      {deel === 'interventies' && (
        <Vlak kop={t('dossier.deel.interventies')}>
          <Suspense fallback={<Loading />}>
            <InterventiesVak
              casus={id}
              interventies={dossier.interventies}
              keuzes={keuzes}
              schrijven={ingrijpen}
              herlees={async () => (await vers()).interventies}
            />
          </Suspense>
        </Vlak>
      )}
      {deel === 'acties' && (
        <Vlak kop={t('dossier.deel.acties')}>
          <ActiesVak
            casus={id}
            toen={moment === null ? null : dossier.acties}
            schrijven={moment === null && !gesloten && rechten.includes('actie.schrijven')}
          />
        </Vlak>
      )}
      {deel === 'privacytoetsen' && (
        <Vlak kop={t('dossier.deel.privacytoetsen')}>
          <ToetsenVak
            casus={casus}
            bronnen={dossier.bronnen}
            interventies={dossier.interventies}
            toetsen={dossier.privacytoetsen}
            tijdlijn={dossier.tijdlijn}
            schrijven={schrijven}
          />
        </Vlak>
      )}
      {deel === 'betrokkenen' && (
        <div className="dw-casus__vakken">
          <Vlak kop={t('informeren.kop')}>
            <Suspense fallback={<Loading />}>
              <InformerenVak casus={id} schrijven={schrijven} toen={moment !== null} />
            </Suspense>
          </Vlak>
          {moment === null && (
            <Vlak kop={t('verstrekking.kop')}>
              <Suspense fallback={<Loading />}>
                <VerstrekkingenVak
                  casus={id}
                  geven={!gesloten && rechten.includes('casus.verstrekken')}
                  berichten={rechten.includes('casus.verstrekken')}
                  bijRiec={casus.fase === 'bij_riec'}
                />
              </Suspense>
            </Vlak>
          )}
        </div>
      )}
      {deel === 'vervolg' && (
        <div className="dw-casus__vakken">
          {casus.einddatum !== null && (
            <Vlak kop={t('dossier.bewaren')}>
              <Bewaring casus={casus} />
            </Vlak>
          )}
          {moment === null && (
            <Vlak kop={t('dossier.deel.vervolg')}>
              <VervolgVak casus={casus} />
            </Vlak>
          )}
          {moment === null && (
            <Vlak kop={t('dossier.evaluatie')}>
              <Suspense fallback={<Loading />}>
                <EvaluatieVak dossier={dossier} schrijven={rechten.includes('casus.schrijven')} />
              </Suspense>
            </Vlak>
          )}
        </div>
      )}
    </div>
  );
}
