// SPDX-License-Identifier: EUPL-1.2
import { symboolVan } from './symbolen';

/** The symbol of a kind, beside its name. */
export function Symbool({ soort, size = 20 }: { soort: string; size?: number }) {
  const { kleur, tekening } = symboolVan(soort);
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke={kleur}
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {tekening.map((pad) => (
        <path key={pad} d={pad} />
      ))}
    </svg>
  );
}
