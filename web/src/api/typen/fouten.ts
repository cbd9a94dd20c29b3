// SPDX-License-Identifier: EUPL-1.2
// Faults, as every route answers them.

export interface Veldfout {
  /** JSON pointer into the body that was sent. */
  veld: string;
  code: string;
  uitleg: string;
}

export interface Probleem {
  status: number;
  code: string;
  title: string;
  detail: string | null;
  fouten: Veldfout[];
  verzoek: string | null;
}
