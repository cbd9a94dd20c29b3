// SPDX-License-Identifier: EUPL-1.2
// What of a signaal can be changed, between the screen and the API.
import type { Betrouwbaarheid, Id, Informatiewaarde, Signaal, SignaalWijziging } from '../api/typen';
import { changedFields } from '../basis/vorm/merge';
import { type AdresKeuze, adresVoorApi, keuzeVan } from '../register/AdresVeld';

export interface WijzigVelden {
  titel: string;
  omschrijving: string;
  thema: string;
  behandelaar: Id | '';
  adres: AdresKeuze;
  bronBetrouwbaarheid: Betrouwbaarheid;
  informatieWaarde: string;
}

export function veldenVan(signaal: Signaal): WijzigVelden {
  return {
    titel: signaal.titel,
    omschrijving: signaal.omschrijving,
    thema: signaal.thema ?? '',
    behandelaar: signaal.behandelaar?.id ?? '',
    adres: keuzeVan(signaal.adres),
    bronBetrouwbaarheid: signaal.bronBetrouwbaarheid,
    informatieWaarde: String(signaal.informatieWaarde),
  };
}

/** Only what differs from `basis`; an empty string in the form is "none" in the API. */
export function wijzigingVan(basis: WijzigVelden, velden: WijzigVelden): SignaalWijziging {
  const changed = changedFields(basis, velden);
  const uit: SignaalWijziging = {};
  if (changed.titel !== undefined) uit.titel = changed.titel.trim();
  if (changed.omschrijving !== undefined) uit.omschrijving = changed.omschrijving.trim();
  if (changed.thema !== undefined) uit.thema = changed.thema === '' ? null : changed.thema;
  if (changed.behandelaar !== undefined) uit.behandelaar = changed.behandelaar === '' ? null : changed.behandelaar;
  if (changed.adres !== undefined) uit.adres = adresVoorApi(changed.adres);
  if (changed.bronBetrouwbaarheid !== undefined) uit.bronBetrouwbaarheid = changed.bronBetrouwbaarheid;
  if (changed.informatieWaarde !== undefined)
    uit.informatieWaarde = Number(changed.informatieWaarde) as Informatiewaarde;
  return uit;
}
