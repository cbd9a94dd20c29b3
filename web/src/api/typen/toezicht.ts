// SPDX-License-Identifier: EUPL-1.2
// Supervision and the read log.
import type { Collega, Datum, Id, Tijdstip } from './basis';

/** Access in an emergency to one signaal or casus. */
export interface Noodtoegang {
  id: Id;
  gebruiker: Collega;
  objectSoort: 'signaal' | 'casus';
  kenmerk: string;
  object: Id;
  reden: string;
  begonnenOp: Tijdstip;
  tot: Tijdstip;
  loopt: boolean;
  vanMij: boolean;
  beoordelenVoor: Datum;
  oordeel: string | null;
  toelichting: string | null;
  beoordeeldDoor: Collega | null;
  beoordeeldOp: Tijdstip | null;
}

export interface NoodtoegangNieuw {
  kenmerk: string;
  reden: string;
  minuten: number;
}

export interface NoodtoegangOordeel {
  oordeel: string;
  toelichting: string;
}

/** One look at an object. */
export interface Inzage {
  tijd: Tijdstip;
  wie: Collega;
  rol: string;
  /** The operation of the API. */
  actie: string;
  activiteit: string | null;
  noodtoegang: boolean;
  /** This was what he opened; otherwise it stood in a list, or beside something else. */
  zelf: boolean;
  /** How many objects the same answer held; for the privacy officer only. */
  objecten: number | null;
  /** Of what was looked at, where more than one thing was asked about. */
  kenmerk: string | null;
}

export interface Incident {
  id: Id;
  tijd: Tijdstip;
  soort: string;
  aantal: number;
}

/** An operation behind a sign. */
export interface Handeling {
  tijd: Tijdstip;
  actie: string;
  kenmerk: string | null;
  noodtoegang: boolean;
}

/** A sign of misuse: one rule, one user, one day. A person weighs it. */
/** That a family name or address of a colleague is known; what it is never comes back. */
export interface EigenKenmerk {
  gebruiker: Collega;
  namen: boolean;
  adressen: boolean;
  op: Tijdstip | null;
}

export interface EigenKenmerkNieuw {
  gebruiker: Id;
  familienamen: string[];
  adressen: string[];
}

export interface Signalering {
  regel: string;
  gebruiker: Collega;
  dag: Datum;
  aantal: number;
  grens: number;
  /** His own usual number on a day, for the rule that compares with it. */
  gewoon: number | null;
  /** Oldest first, at most fifty. */
  handelingen: Handeling[];
  /** The last one, when `aantal` operations stood behind the sign. */
  verklaring: { aantal: number; toelichting: string; door: Collega; op: Tijdstip } | null;
}

export interface VerklaringNieuw {
  regel: string;
  gebruiker: Id;
  dag: Datum;
  toelichting: string;
}

/** A casus in which people should have been told by now. */
export interface TeInformeren {
  kenmerk: string;
  trekker: Collega;
  aantal: number;
  /** The earliest day that has passed. */
  termijn: Datum;
}

/** What a casus gave to somebody else: that it did, and how much. */
export interface Verstrekt {
  kenmerk: string;
  casus: string;
  ontvanger: string;
  grondslag: string;
  label: string;
  feiten: number;
  personen: number;
  openBerichten: number;
  door: Collega;
  op: Tijdstip;
  tot: Datum | null;
}
