// SPDX-License-Identifier: EUPL-1.2
// What the fields of a series and of a meeting take.

/** "09:30" */
export const isTijd = (tekst: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(tekst);
/** A whole number in these bounds. */
export const tussen = (tekst: string, laagst: number, hoogst: number): boolean =>
  /^\d{1,3}$/.test(tekst) && Number(tekst) >= laagst && Number(tekst) <= hoogst;
/** Minutes that a meeting may take. */
export const isDuur = (tekst: string): boolean => tussen(tekst, 5, 600);
