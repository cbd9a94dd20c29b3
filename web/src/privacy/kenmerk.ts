// SPDX-License-Identifier: EUPL-1.2
/** A reference as people type it: "s-2026-7k4qp9 " is S-2026-7K4QP9. */
export function netKenmerk(getypt: string): string {
  return getypt.replaceAll(/\s+/g, '').toUpperCase();
}

/** Whether it can be the reference of a signaal or a casus. */
export function isKenmerk(kenmerk: string): boolean {
  return /^[A-Z]-\d{4}-[0-9A-Z]{6}$/.test(kenmerk);
}

/** Whether one may ask who looked at what is called so: a reference, a KVK number or a BAG id. */
export function isNaTeGaan(getypt: string): boolean {
  return isKenmerk(getypt) || /^(\d{8}|\d{16})$/.test(getypt);
}
