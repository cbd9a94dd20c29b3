// SPDX-License-Identifier: EUPL-1.2
// An item as one reads it: what is on the table of it for this reader, and what came of it.
import { Link } from '@tanstack/react-router';
import type { Agendapunt, OverlegActie, Overlegbesluit } from '../api/typen';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { TermijnChip } from '../basis/termijn';
import { useOpsomming } from './merken';

export function Delen({ punt }: { punt: Agendapunt }) {
  const { t } = useLanguage();
  const { name } = useLists();
  if (punt.delen.length === 0) return null;
  return (
    <dl className="dw-delen">
      {punt.delen.map((deel) => (
        <div key={deel.soort}>
          <dt>
            {t(`overleg.deel.${deel.soort}`)}
            {deel.regime !== '' && <span className="dw-zacht dw-klein"> · {name('regimes', deel.regime)}</span>}
          </dt>
          <dd className="dw-lopend">{deel.tekst}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The way to the dossier, for whom it is. */
export function NaarDossier({ punt }: { punt: Pick<Agendapunt, 'dossier'> }) {
  const { dossier } = punt;
  if (dossier === null) return null;
  const naam = (
    <>
      <span className="dw-kenmerk">{dossier.kenmerk}</span> {dossier.naam}
    </>
  );
  return dossier.soort === 'signaal' ? (
    <Link to="/signalen/$id" params={{ id: dossier.id }} className="nl-link">
      {naam}
    </Link>
  ) : (
    <Link to="/casussen/$id" params={{ id: dossier.id }} className="nl-link">
      {naam}
    </Link>
  );
}

export function Standen({ besluit }: { besluit: Overlegbesluit }) {
  const { t } = useLanguage();
  const som = useOpsomming();
  const eens = besluit.standpunten.filter((one) => one.eens).map((one) => one.gebruiker.naam);
  const oneens = besluit.standpunten.filter((one) => !one.eens);
  return (
    <>
      {eens.length > 0 && <p className="dw-zacht">{t('overleg.eens.wie', { namen: som(eens) })}</p>}
      {oneens.map((one) => (
        <p key={one.gebruiker.id} className="dw-overlegbesluit__oneens">
          {t('overleg.oneens.wie', { naam: one.gebruiker.naam })}
          {one.reden !== null && `: ${one.reden}`}
        </p>
      ))}
    </>
  );
}

export function Besluiten({ besluiten }: { besluiten: readonly Overlegbesluit[] }) {
  const { t, language } = useLanguage();
  return (
    <ul className="dw-overlegbesluiten">
      {besluiten.map((een) => (
        <li key={een.id} className="dw-overlegbesluit">
          <strong>{t(`overleg.besluit.${een.soort}`)}</strong>
          {een.tot !== null && ` · ${t('overleg.besluit.totdatum', { datum: formatShortDate(een.tot, language) })}`}
          <p className="dw-lopend">{een.tekst}</p>
          <Standen besluit={een} />
        </li>
      ))}
    </ul>
  );
}

export function Acties({ acties }: { acties: readonly OverlegActie[] }) {
  const { t } = useLanguage();
  return (
    <ul className="dw-overlegacties">
      {acties.map((een) => (
        <li key={een.id}>
          <span className="dw-overlegacties__wat">{een.wat}</span>
          <span className="dw-zacht">{een.eigenaar.naam}</span>
          {een.staat === 'open' ? (
            <TermijnChip datum={een.datum} />
          ) : (
            <span className="nl-data-badge dw-status-merk dw-status-merk--klaar">
              {t(`overleg.actie.${een.staat}`)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What was written, decided and agreed: for reading back. */
export function Opbrengst({ punt }: { punt: Agendapunt }) {
  const { t } = useLanguage();
  const aantekening = punt.velden.find((one) => one.veld === 'aantekening')?.waarde ?? '';
  return (
    <>
      {aantekening.trim() !== '' && (
        <>
          <h4 className="nl-heading nl-heading--level-5">{t('overleg.veld.aantekening')}</h4>
          <p className="dw-lopend">{aantekening}</p>
        </>
      )}
      {punt.besluiten.length > 0 && (
        <>
          <h4 className="nl-heading nl-heading--level-5">{t('overleg.besluiten')}</h4>
          <Besluiten besluiten={punt.besluiten} />
        </>
      )}
      {punt.acties.length > 0 && (
        <>
          <h4 className="nl-heading nl-heading--level-5">{t('overleg.acties')}</h4>
          <Acties acties={punt.acties} />
        </>
      )}
    </>
  );
}
