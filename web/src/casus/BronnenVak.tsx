// SPDX-License-Identifier: EUPL-1.2
// Every source consulted: what was asked, on what ground, until when, and what came back. One source goes from its privacy
// check to the question, to known or not, to what it knows; the next of these steps stands at the source.
import { useQueryClient } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Bron, BronStatus, Casus, Privacytoets } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { dayOf, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { Empty } from '../basis/states';
import { TermijnChip } from '../basis/termijn';
import { LabelMerk } from '../entiteit/label';
import { useRegimes } from '../entiteit/regime';
import { besluitToets, herleesCasus, verwijderBron, wijzigBron } from './api';
import { BronVorm } from './BronVorm';
import { houdFocus } from './focus';
import { type Bronstap, bronstap, magDoor, standVan, toetsVan } from './toets';
import { ToetsMerk, useBesluit } from './toetsdelen';
import { Weghalen } from './Weghalen';

const ToetsVorm = lazy(async () => ({ default: (await import('./ToetsVorm')).ToetsVorm }));
const BesluitVorm = lazy(async () => ({ default: (await import('./ToetsVorm')).BesluitVorm }));
const InhoudVorm = lazy(async () => ({ default: (await import('./ToetsVorm')).InhoudVorm }));

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
      <Suspense fallback={null}>
        {vorm && stap === 'toets' && <ToetsVorm casus={casus} soort="1" bron={bron} onClose={sluit} />}
        {vorm && stap === 'besluit' && toets !== null && (
          <BesluitVorm
            toets={toets}
            besluit={async (staat, reden) => {
              await besluitToets(casus.id, toets, staat, reden);
              await herleesCasus(client, casus.id);
            }}
            onClose={sluit}
          />
        )}
        {vorm && stap === 'inhoud' && <InhoudVorm casus={casus.id} bron={bron} onClose={sluit} />}
      </Suspense>
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
        <BronVorm
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
