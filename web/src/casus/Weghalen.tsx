// SPDX-License-Identifier: EUPL-1.2
// Taking something out of the file: says what stays, and asks once.
import { useState } from 'react';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';

interface WeghalenProps {
  /** The verb: heading and button. */
  kop: string;
  /** What is taken out. */
  wat: string;
  uitleg: string;
  doe: () => Promise<void>;
  /** Said on the status line when it is done. */
  gedaan: string;
  onClose: () => void;
}

export function Weghalen({ kop, wat, uitleg, doe, gedaan, onClose }: WeghalenProps) {
  const { t } = useLanguage();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setFailure(null);
    setBusy(true);
    try {
      await doe();
      announce(gedaan);
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={kop} onClose={onClose}>
      <p className="nl-paragraph">
        <strong>{wat}</strong>
      </p>
      <p className="nl-paragraph">{uitleg}</p>
      {failure !== null && (
        <div className="dw-mislukt" role="alert">
          {problemText(failure, t)}
        </div>
      )}
      <div className="dw-knoppen">
        <Button weight="primary" busy={busy} onClick={() => void remove()}>
          {kop}
        </Button>
        <Button weight="subtle" onClick={onClose}>
          {t('basis.annuleren')}
        </Button>
      </div>
    </Dialog>
  );
}
