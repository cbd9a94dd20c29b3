// SPDX-License-Identifier: EUPL-1.2
// At the left of a meeting that is on: the agenda with where every item stands, and who is there.
import { useQueryClient } from '@tanstack/react-query';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { type Aanwezigheid, type Id, type Overleg, STANDEN } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { formatTime } from '../basis/format';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { SelectField } from '../basis/vorm/fields';
import { toonOverleg, zetAanwezig } from './api';
import { StaatMerk } from './merken';
import { sein } from './zender';

interface AgendaProps {
  overleg: Overleg;
  getoond: Id | null;
  onKies: (id: Id) => void;
}

/** Beside the item where there is room for it; above it otherwise, as one line that opens. */
const naast = () => window.matchMedia('(min-width: 48rem)').matches;

export function Agenda({ overleg, getoond, onKies }: AgendaProps) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(naast);
  const totaal = overleg.punten.length;
  const plek = overleg.punten.find((een) => een.id === getoond);
  return (
    <nav className="dw-vlak dw-liveagenda" aria-label={t('overleg.agenda')}>
      <button type="button" className="dw-liveagenda__kop" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <ChevronDown aria-hidden="true" size={18} /> : <ChevronRight aria-hidden="true" size={18} />}
        {plek === undefined
          ? t('overleg.agenda.aantal', { totaal })
          : t('overleg.agenda.punt', { nummer: plek.nummer, totaal })}
      </button>
      <ol hidden={!open}>
        {overleg.punten.map((een) => (
          <li key={een.id}>
            <button
              type="button"
              className="dw-liveagenda__punt"
              aria-current={een.id === getoond ? 'true' : undefined}
              onClick={() => {
                onKies(een.id);
                if (!naast()) setOpen(false);
              }}
            >
              <span className="dw-liveagenda__nummer">{een.nummer}</span>
              <span className="dw-liveagenda__titel">{een.titel}</span>
              {een.staat === 'gepland' ? (
                <span className="dw-zacht dw-klein">{t('overleg.minuten', { minuten: een.minuten })}</span>
              ) : (
                <StaatMerk staat={een.staat} />
              )}
            </button>
          </li>
        ))}
      </ol>
      {overleg.punten.length === 0 && <p className="dw-zacht">{t('overleg.agenda.leeg')}</p>}
    </nav>
  );
}

export function Aanwezig({ overleg, leidt }: { overleg: Overleg; leidt: boolean }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const er = overleg.deelnemers.filter((one) => one.aanwezig === 'aanwezig' || one.aanwezig === 'laat').length;
  // Open until everybody was asked about, and then as who leads leaves it: it does not shut after the first name.
  const [open, setOpen] = useState(leidt && overleg.deelnemers.some((one) => one.aanwezig === null));
  const zet = async (wie: Id, stand: Aanwezigheid) => {
    try {
      toonOverleg(client, await zetAanwezig(overleg.id, wie, stand));
      sein(overleg.id, 'lees');
    } catch (error) {
      announce(problemText(error, t));
    }
  };
  const nogOpen = overleg.deelnemers.filter((one) => one.aanwezig === null);
  const [bezig, setBezig] = useState(false);
  const zetRest = async () => {
    setBezig(true);
    for (const { gebruiker } of nogOpen) await zet(gebruiker.id, 'aanwezig');
    setBezig(false);
    announce(t('overleg.aanwezig.gezet', { aantal: nogOpen.length }));
  };
  return (
    <details className="dw-vlak dw-aanwezig" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('overleg.aanwezig', { er, totaal: overleg.deelnemers.length })}</summary>
      {leidt && nogOpen.length > 1 && (
        <Button weight="subtle" busy={bezig} onClick={() => void zetRest()}>
          {t('overleg.aanwezig.rest', { aantal: nogOpen.length })}
        </Button>
      )}
      <ul className="dw-aanwezig__lijst">
        {overleg.deelnemers.map(({ gebruiker, organisatie, aanwezig, sinds }) => (
          <li key={gebruiker.id}>
            {leidt ? (
              <SelectField
                name={`stand-${gebruiker.id}`}
                label={gebruiker.naam}
                {...(organisatie === '' ? {} : { hint: organisatie })}
                value={aanwezig ?? ''}
                none={t('overleg.stand.onbekend')}
                onChange={(stand) => stand !== '' && void zet(gebruiker.id, stand as Aanwezigheid)}
                options={STANDEN.map((one) => ({ value: one, label: t(`overleg.stand.${one}`) }))}
              />
            ) : (
              <>
                {gebruiker.naam}{' '}
                <span className="dw-zacht">
                  {aanwezig === null ? t('overleg.stand.onbekend') : t(`overleg.stand.${aanwezig}`)}
                  {sinds !== null && ` ${t('overleg.sinds', { tijd: formatTime(sinds, language) })}`}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
