// SPDX-License-Identifier: EUPL-1.2
// What can be done with the chart as a whole: taking a step back, laying it out, keeping, showing and printing it.
import { BookmarkPlus, Eye, LayoutGrid, Network, Presentation, Printer, Redo2, Save, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../basis/button';
import { useLanguage } from '../basis/language';
import type { Schikvraag } from './schikker';

interface Daden {
  terug: () => void;
  opnieuw: () => void;
  /** Lays the chart out anew; with `lagen` in layers from there. */
  schik: (lagen?: Schikvraag['lagen']) => void;
  toonAlles: () => void;
  bewaar: () => void;
  bewaarOpnieuw: () => void;
  toon: () => void;
  druk: () => void;
}

interface Props {
  /** Steps that can be taken back, and taken again. */
  voor: number;
  na: number;
  verborgen: number;
  /** Name of the kept view that this is, when it is the viewer's own. */
  eigen: string | null;
  bezig: boolean;
  daden: Daden;
  /** Where layers begin. */
  laatste: string | null;
}

export function Balk({ voor, na, verborgen, eigen, bezig, daden, laatste }: Props): ReactNode {
  const { t } = useLanguage();
  return (
    <div className="dw-knoppen">
      {voor > 0 && (
        <Button icon={<Undo2 aria-hidden="true" size={18} />} onClick={daden.terug}>
          {t('netwerk.terug')}
        </Button>
      )}
      {na > 0 && (
        <Button icon={<Redo2 aria-hidden="true" size={18} />} onClick={daden.opnieuw}>
          {t('netwerk.opnieuw')}
        </Button>
      )}
      <Button icon={<LayoutGrid aria-hidden="true" size={18} />} onClick={() => daden.schik()}>
        {t('netwerk.schikken')}
      </Button>
      <Button icon={<Network aria-hidden="true" size={18} />} onClick={() => daden.schik({ eerste: laatste })}>
        {t('netwerk.inlagen')}
      </Button>
      {verborgen > 0 && (
        <Button icon={<Eye aria-hidden="true" size={18} />} onClick={daden.toonAlles}>
          {t('netwerk.alles', { aantal: verborgen })}
        </Button>
      )}
      <Button icon={<BookmarkPlus aria-hidden="true" size={18} />} onClick={daden.bewaar}>
        {t('netwerk.bewaren')}
      </Button>
      {eigen !== null && (
        <Button icon={<Save aria-hidden="true" size={18} />} busy={bezig} onClick={daden.bewaarOpnieuw}>
          {t('netwerk.bewaren.opnieuw', { naam: eigen })}
        </Button>
      )}
      <Button icon={<Presentation aria-hidden="true" size={18} />} onClick={daden.toon}>
        {t('netwerk.tonen')}
      </Button>
      <Button icon={<Printer aria-hidden="true" size={18} />} onClick={daden.druk}>
        {t('netwerk.blad')}
      </Button>
    </div>
  );
}
