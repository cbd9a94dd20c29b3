// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useId } from 'react';

interface VlakProps {
  kop: string;
  /** At the right of the heading: a button. */
  rechts?: ReactNode;
  children: ReactNode;
}

/** A titled part of a screen. */
export function Vlak({ kop, rechts, children }: VlakProps) {
  const id = useId();
  return (
    <section className="dw-vlak" aria-labelledby={id}>
      <div className="dw-vlak__kop">
        <h2 id={id} className="nl-heading nl-heading--level-3">
          {kop}
        </h2>
        {rechts}
      </div>
      <div className="dw-vlak__inhoud">{children}</div>
    </section>
  );
}
