// SPDX-License-Identifier: EUPL-1.2
// One choice in a bar of filters: a small label above a select, none of the marks of a form.
import { useId } from 'react';
import type { Option } from '../basis/vorm/fields';

interface KeuzeProps {
  label: string;
  /** The choice that leaves all in; absent when one of the options always holds. */
  none?: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly Option[];
}

export function Keuze({ label, none, value, onChange, options }: KeuzeProps) {
  const id = useId();
  return (
    <div className="dw-filter">
      <label className="dw-filter__naam" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="utrecht-select utrecht-select--html-select dw-invoer"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
}
