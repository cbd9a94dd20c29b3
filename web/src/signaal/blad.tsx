// SPDX-License-Identifier: EUPL-1.2
// The parts of a signaal as one reads it; the reading pane and the full screen are made of the same parts.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProfielStap, Signaal, Verloop, Weging } from '../api/typen';
import { formatDate, formatDateTime, formatShortDate } from '../basis/format';
import { codeName, useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { LabelMerk } from '../entiteit/label';
import { wegingsprofielQuery } from './api';
import { Gradering, StatusMerk } from './merken';

export function Omschrijving({ tekst }: { tekst: string }) {
  const { t } = useLanguage();
  if (tekst.trim() === '') return <p className="dw-zacht">{t('signaal.geenomschrijving')}</p>;
  return <p className="dw-lopend">{tekst}</p>;
}

export function Kerngegevens({ signaal }: { signaal: Signaal }) {
  const { t, language } = useLanguage();
  const { name } = useLists();
  return (
    <dl className="dw-feiten">
      <dt>{t('signaal.bron')}</dt>
      <dd>{name('signaalbronnen', signaal.bron)}</dd>
      <dt>{t('signaal.thema')}</dt>
      <dd>{signaal.thema === null ? t('signaal.geenthema') : name('themas', signaal.thema)}</dd>
      <dt>{t('signaal.ontvangen')}</dt>
      <dd>
        <time dateTime={signaal.ontvangenOp}>{formatDateTime(signaal.ontvangenOp, language)}</time>
      </dd>
      <dt>{t('signaal.gradering')}</dt>
      <dd>
        <Gradering bron={signaal.bronBetrouwbaarheid} waarde={signaal.informatieWaarde} voluit />
      </dd>
      <dt>{t('signaal.behandelaar')}</dt>
      <dd>{signaal.behandelaar?.naam ?? t('signaal.niemand')}</dd>
      <dt>{t('signaal.geregistreerd')}</dt>
      <dd>{signaal.gemeldDoor.naam}</dd>
      <dt>{t('signaal.regime')}</dt>
      <dd>
        <LabelMerk feit={signaal} />
      </dd>
    </dl>
  );
}

export function ZelfdeAdres({ signaal }: { signaal: Signaal }) {
  const { t, language } = useLanguage();
  if (signaal.opZelfdeAdres.length === 0) return <p className="dw-zacht">{t('signaal.zelfdeadres.geen')}</p>;
  return (
    <ul className="dw-verwijzingen">
      {signaal.opZelfdeAdres.map((one) => (
        <li key={one.id}>
          <Link to="/signalen/$id" params={{ id: one.id }} className="nl-link">
            {one.titel}
          </Link>
          <span className="dw-verwijzingen__merk">
            <StatusMerk status={one.status} wegingStap={0} uitgesteldTot={null} />
            <span className="dw-zacht dw-klein">{formatShortDate(one.ontvangenOp, language)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Where the signaal went: to a casus, or to the one it repeats. */
export function Vervolg({ signaal }: { signaal: Signaal }) {
  const { t } = useLanguage();
  if (signaal.casus === null && signaal.duplicaatVan === null) return null;
  return (
    <div className="dw-vervolg">
      {signaal.casus !== null && (
        <p>
          {t('signaal.incasus')}{' '}
          <Link to="/casussen/$id" params={{ id: signaal.casus.id }} className="nl-link">
            {signaal.casus.werknaam}
          </Link>{' '}
          <span className="dw-kenmerk dw-zacht">{signaal.casus.kenmerk}</span>
        </p>
      )}
      {signaal.duplicaatVan !== null && (
        <p>
          {t('signaal.duplicaatvan')}{' '}
          <Link to="/signalen/$id" params={{ id: signaal.duplicaatVan.id }} className="nl-link dw-kenmerk">
            {signaal.duplicaatVan.kenmerk}
          </Link>
        </p>
      )}
    </div>
  );
}

function GewogenStap({ weging, stap }: { weging: Weging; stap: ProfielStap | undefined }) {
  const { t, language } = useLanguage();
  const eens = weging.standpunten.filter((one) => one.eens).map((one) => one.gebruiker.naam);
  const answer = (vraag: string, antwoord: string) => {
    const question = stap?.vragen.find((one) => one.code === vraag);
    if (question?.soort === 'ja_nee' && (antwoord === 'ja' || antwoord === 'nee')) return t(`basis.${antwoord}`);
    return question?.soort === 'keuze' ? codeName(question.keuzes, antwoord, language) : antwoord;
  };
  return (
    <li className="dw-weging">
      <div className="dw-weging__kop">
        <strong>
          {t('signaal.weging.stap', { stap: weging.stap })} ·{' '}
          {codeName(stap ? [stap] : undefined, stap?.code ?? '', language)}
        </strong>
        <span className="dw-zacht dw-klein">
          {weging.door.naam}, <time dateTime={weging.op}>{formatDate(weging.op, language)}</time>
          {weging.overleg !== null &&
            ` · ${t('signaal.weging.inoverleg', { naam: weging.overleg.naam, datum: formatShortDate(weging.overleg.dag, language) })}`}
        </span>
      </div>
      <p className="dw-weging__uitkomst">{codeName(stap?.uitkomsten, weging.uitkomst, language)}</p>
      <p className="dw-lopend">{weging.motivering}</p>
      {eens.length > 0 && (
        <p className="dw-zacht">{t('signaal.weging.eens', { namen: new Intl.ListFormat(language).format(eens) })}</p>
      )}
      {weging.standpunten
        .filter((one) => !one.eens)
        .map((one) => (
          <p key={one.gebruiker.id} className="dw-weging__oneens">
            {t('signaal.weging.oneens', { naam: one.gebruiker.naam })}
            {one.reden !== null && `: ${one.reden}`}
          </p>
        ))}
      <details className="dw-meer">
        <summary>{t('signaal.weging.antwoorden', { aantal: weging.antwoorden.length })}</summary>
        <dl className="dw-antwoorden">
          {weging.antwoorden.map((one) => (
            <div key={one.vraag}>
              <dt>{codeName(stap?.vragen, one.vraag, language)}</dt>
              <dd>
                {answer(one.vraag, one.antwoord)}
                {one.toelichting !== null && <span className="dw-zacht"> — {one.toelichting}</span>}
              </dd>
            </div>
          ))}
        </dl>
        <p className="dw-zacht dw-klein">
          {t('signaal.weging.profiel', { profiel: weging.profiel, versie: weging.profielVersie })}
        </p>
      </details>
    </li>
  );
}

export function Wegingen({ signaal }: { signaal: Pick<Signaal, 'wegingen'> }) {
  const { t } = useLanguage();
  const profiel = useQuery(wegingsprofielQuery).data;
  if (signaal.wegingen.length === 0) return <p className="dw-zacht">{t('signaal.weging.geen')}</p>;
  return (
    <ol className="dw-wegingen">
      {signaal.wegingen.map((weging) => (
        <GewogenStap key={weging.id} weging={weging} stap={profiel?.stappen.find((one) => one.stap === weging.stap)} />
      ))}
    </ol>
  );
}

function Stap({ stap }: { stap: Verloop }) {
  const { t, language } = useLanguage();
  return (
    <li className="dw-spoor__punt">
      <div>
        <strong>{stap.van === null ? t('signaal.verloop.vastgelegd') : t(`signaal.status.${stap.naar}`)}</strong>
        {stap.tot !== null && <> {t('signaal.verloop.tot', { datum: formatShortDate(stap.tot, language) })}</>}
        {stap.naarWie !== null && <> {t('signaal.verloop.naar', { wie: stap.naarWie })}</>}
      </div>
      <div className="dw-zacht dw-klein">
        <time dateTime={stap.op}>{formatDateTime(stap.op, language)}</time>, {stap.door.naam}
      </div>
      {stap.reden !== null && <p className="dw-lopend">{stap.reden}</p>}
    </li>
  );
}

/** Everything that happened to the status, oldest first, beginning with its arrival. */
export function VerloopLijst({ signaal }: { signaal: Signaal }) {
  const { t, language } = useLanguage();
  return (
    <ol className="dw-spoor">
      <li className="dw-spoor__punt">
        <div>
          <strong>{t('signaal.verloop.ontvangen')}</strong>
        </div>
        <div className="dw-zacht dw-klein">
          <time dateTime={signaal.ontvangenOp}>{formatDateTime(signaal.ontvangenOp, language)}</time>
        </div>
      </li>
      {signaal.verloop.map((stap) => (
        <Stap key={`${stap.op} ${stap.naar}`} stap={stap} />
      ))}
    </ol>
  );
}
