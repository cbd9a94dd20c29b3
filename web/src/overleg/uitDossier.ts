// SPDX-License-Identifier: EUPL-1.2
// A first text for the table, taken from what stands in the file: who leads reads it through and makes it shorter. What only some
// members of the file may see (a regime with roles of its own) is left out: that is written by hand, under that regime.
import type { Deelsoort, Dossier, Signaal, Vermelding, VermeldingSoort } from '../api/typen';

export type Startteksten = Partial<Record<Deelsoort, string>>;

interface Woorden {
  /** Whether everybody in the file may see what stands under this regime. */
  open: (regime: string) => boolean;
  soort: (soort: VermeldingSoort) => string;
  interventie: (type: string) => string;
}

/** A line for each, without doubles. */
const regels = (rij: readonly string[]) => [...new Set(rij.map((een) => een.trim()).filter(Boolean))].join('\n');

const vermeldingen = (alle: readonly Vermelding[], { open, soort }: Woorden) =>
  regels(
    alle
      .filter((een) => open(een.regime))
      .map((een) => {
        const wie = een.rol ? `${een.tekst} (${een.rol})` : een.tekst;
        return een.soort === 'persoon' ? wie : `${soort(een.soort)}: ${wie}`;
      }),
  );

const eersteZin = (tekst: string) => /^.*?[.?!](?=\s|$)/s.exec(tekst.trim())?.[0] ?? tekst.trim();

/** What is empty in the file is empty here. */
export function uitCasus(
  { casus, signalen, bronnen, interventies, ...dossier }: Dossier,
  woorden: Woorden,
): Startteksten {
  const leesbaar = signalen.filter((een) => woorden.open(een.regime));
  return {
    kern: eersteZin(casus.beeld),
    toelichting: casus.beeld.trim() || regels(leesbaar.map((een) => een.titel)),
    personen: vermeldingen([...dossier.vermeldingen, ...leesbaar.flatMap((een) => een.vermeldingen)], woorden),
    adressen: regels(leesbaar.map((een) => een.adres?.weergave ?? '')),
    bronnen: regels(
      bronnen
        .filter((een) => een.status === 'ontvangen' && woorden.open(een.regime))
        .map((een) => `${een.naam}: ${een.antwoord ?? ''}`),
    ),
    voorgenomen: regels([
      casus.plan.doel,
      casus.plan.strategie,
      ...interventies
        .filter((een) => een.status === 'gepland' || een.status === 'bezig')
        .map((een) => `${woorden.interventie(een.type)}: ${een.omschrijving}`),
    ]),
  };
}

/** `bron`: where the signaal came from, in words. */
export function uitSignaal(signaal: Signaal, bron: string, woorden: Woorden): Startteksten {
  return {
    kern: signaal.titel,
    toelichting: signaal.omschrijving.trim(),
    personen: vermeldingen(signaal.vermeldingen, woorden),
    adressen: signaal.adres?.weergave ?? '',
    bronnen: bron,
  };
}
