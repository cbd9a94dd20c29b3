// SPDX-License-Identifier: EUPL-1.2
// A part of the screen that is read, or edited in place. Who begins editing stands in the first field; afterwards the
// focus is back on the button that began it.
import { type RefObject, useEffect, useRef, useState } from 'react';
import { fieldId } from './vorm/fields';

interface Editing {
  editing: boolean;
  setEditing: (on: boolean) => void;
  /** For the button that begins it. */
  button: RefObject<HTMLButtonElement | null>;
}

/** `first`: the name of the field to begin in. */
export function useEditing(first: string): Editing {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(false);
  useEffect(() => {
    if (editing !== before.current) (editing ? document.getElementById(fieldId(first)) : button.current)?.focus();
    before.current = editing;
  }, [editing, first]);
  return { editing, setEditing, button };
}
