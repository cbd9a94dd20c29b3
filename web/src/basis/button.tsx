// SPDX-License-Identifier: EUPL-1.2
import type { ComponentPropsWithRef, ReactNode } from 'react';

type Weight = 'primary' | 'secondary' | 'subtle';

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  weight?: Weight;
  icon?: ReactNode;
  /** Key that does the same, shown small behind the label. */
  hotkey?: string;
  /** A request is running: a second press does nothing, the label stays. */
  busy?: boolean;
}

/** A button of the design system. Never disabled: what cannot be done is absent, or says why when pressed. */
export function Button({ weight = 'secondary', icon, hotkey, busy = false, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`nl-button nl-button--${weight} ${rest.className ?? ''}`}
      aria-busy={busy || undefined}
      aria-keyshortcuts={hotkey}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {icon !== undefined && <span className="nl-button__icon-start">{icon}</span>}
      <span className="nl-button__label">{children}</span>
      {hotkey !== undefined && (
        <span className="dw-toets" aria-hidden="true">
          {hotkey}
        </span>
      )}
    </button>
  );
}
