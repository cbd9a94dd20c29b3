// SPDX-License-Identifier: EUPL-1.2
// How meetings and their items say where they stand.
import type { Agendapunt, Overlegreeks, OverlegStaat, PuntStaat } from '../api/typen';
import { useLanguage } from '../basis/language';

const KLEUR: Record<OverlegStaat | PuntStaat, string> = {
  gepland: 'nieuw',
  bezig: 'bezig',
  gesloten: 'klaar',
  afgelast: 'wacht',
  besproken: 'klaar',
  doorgeschoven: 'wacht',
};

export function StaatMerk({ staat }: { staat: OverlegStaat | PuntStaat }) {
  const { t } = useLanguage();
  return (
    <span className={`nl-data-badge dw-status-merk dw-status-merk--${KLEUR[staat]}`}>
      {t(`overleg.staat.${staat}`)}
    </span>
  );
}

export const WEEKDAGEN = [1, 2, 3, 4, 5, 6, 7] as const;

/** "Elke 3 weken op dinsdag, 09:30" */
export function useRitme(): (reeks: Overlegreeks) => string {
  const { t } = useLanguage();
  return ({ ritmeWeken, weekdag, begin }) =>
    t('overleg.ritme', { weken: ritmeWeken, dag: t(`overleg.weekdag.${weekdag as 1}`), tijd: begin });
}

/** Where the check of an item stands: of the newest, since an older one may have been taken back. */
export function toetsstand(punt: Agendapunt): 'nietnodig' | 'nodig' | 'voorgelegd' | 'akkoord' | 'niet_akkoord' {
  if (punt.soort === 'vrij' || punt.verdeling === null) return 'nietnodig';
  if (punt.verdeling.every((one) => one.vanDossier)) return 'nietnodig';
  const staat = punt.toetsen?.[0]?.staat;
  if (punt.toetsen?.some((one) => one.staat === 'voorgelegd')) return 'voorgelegd';
  if (punt.toetsen?.some((one) => one.staat === 'akkoord')) return 'akkoord';
  return staat === 'niet_akkoord' ? 'niet_akkoord' : 'nodig';
}

const TOETSKLEUR = { nodig: 'wacht', voorgelegd: 'bezig', akkoord: 'casus', niet_akkoord: 'wacht' } as const;

export function PunttoetsMerk({ punt }: { punt: Agendapunt }) {
  const { t } = useLanguage();
  const stand = toetsstand(punt);
  if (stand === 'nietnodig') return null;
  return (
    <span className={`nl-data-badge dw-status-merk dw-status-merk--${TOETSKLEUR[stand]}`}>
      {t(`overleg.toets.stand.${stand}`)}
    </span>
  );
}

/** Participants for whom this item does not exist as things stand. */
export function hoorNiets(punt: Agendapunt): string[] {
  return (punt.verdeling ?? [])
    .filter((one) => !one.vanDossier && one.delen.length === 0)
    .map((one) => one.gebruiker.naam);
}

/** Names in a sentence: "Marit, Dylan en Ingrid". */
export function useOpsomming(): (namen: readonly string[]) => string {
  const { language } = useLanguage();
  return (namen) => new Intl.ListFormat(language === 'en' ? 'en-GB' : 'nl-NL').format(namen);
}
