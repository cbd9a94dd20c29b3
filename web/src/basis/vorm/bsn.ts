// SPDX-License-Identifier: EUPL-1.2
// A citizen service number in free text: nine digits that pass the eleven test (Besluit BSN; UAVG art. 46). Not proof that
// it is one, and reason enough to ask.

const ninedigits = /(?<!\d)\d(?:[ .-]?\d){8}(?!\d)/g;

/** Whether nine digits pass the test: 9a+8b+7c+6d+5e+4f+3g+2h−i is a multiple of eleven, and not nothing but zeros. */
export function passesEleven(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^0+$/.test(digits)) return false;
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place === 8 ? -1 : 9 - place), 0);
  return sum % 11 === 0;
}

/** True when the text holds a number that could be one, also written with spaces, dots or hyphens. */
export function mayHoldBsn(text: string): boolean {
  return [...text.matchAll(ninedigits)].some(([found]) => passesEleven(found.replace(/\D/g, '')));
}
