// SPDX-License-Identifier: EUPL-1.2
// The verbs on a signaal. Only what may be done now stands here; each button shows its key.
import { useNavigate } from '@tanstack/react-router';
import {
  ArrowRightFromLine,
  Ban,
  CalendarClock,
  CircleCheck,
  CopyCheck,
  FolderPlus,
  type LucideIcon,
  Scale,
  Undo2,
} from 'lucide-react';
import type { Signaal } from '../api/typen';
import { Button } from '../basis/button';
import { useShortcutsOn } from '../basis/keys';
import { useLanguage } from '../basis/language';
import { useRight } from '../basis/session';
import { type Besluit, casusTeOpenen, mogelijk, TOETS, teWegen } from './besluiten';

const ICOON: Record<Besluit, LucideIcon> = {
  duplicaat: CopyCheck,
  niet_opgepakt: Ban,
  doorgestuurd: ArrowRightFromLine,
  uitgesteld: CalendarClock,
  in_weging: Undo2,
  afgehandeld: CircleCheck,
};

function keyOf(besluit: Besluit): string | undefined {
  return Object.keys(TOETS).find((key) => TOETS[key] === besluit);
}

interface BesluitbalkProps {
  signaal: Signaal;
  /** The single keys work where this bar stands: show them. */
  metToetsen?: boolean;
  onBesluit: (besluit: Besluit) => void;
}

export function Besluitbalk({ signaal, metToetsen = false, onBesluit }: BesluitbalkProps) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const mayWeigh = useRight('signaal.wegen');
  const mayOpen = useRight('casus.openen');
  const keys = useShortcutsOn() && metToetsen;
  const icon = { 'aria-hidden': true, size: 18 } as const;
  if (!mayWeigh) return null;
  const choices = mogelijk(signaal);
  const weigh = teWegen(signaal);
  const open = mayOpen && casusTeOpenen(signaal);
  if (choices.length === 0 && !weigh && !open) return null;
  return (
    <div className="dw-besluitbalk" role="group" aria-label={t('signaal.besluit.balk')}>
      {weigh && (
        <Button
          weight="primary"
          icon={<Scale {...icon} />}
          {...(keys ? { hotkey: '1' } : {})}
          onClick={() => void navigate({ to: '/signalen/$id/weging', params: { id: signaal.id } })}
        >
          {t('signaal.wegen')}
        </Button>
      )}
      {open && (
        <Button
          weight="primary"
          icon={<FolderPlus {...icon} />}
          onClick={() => void navigate({ to: '/casussen/nieuw', search: { signaal: signaal.id } })}
        >
          {t('signaal.casusopenen')}
        </Button>
      )}
      {choices.map((besluit) => {
        const Icoon = ICOON[besluit];
        const hotkey = keys ? keyOf(besluit) : undefined;
        return (
          <Button
            key={besluit}
            icon={<Icoon {...icon} />}
            {...(hotkey ? { hotkey } : {})}
            onClick={() => onBesluit(besluit)}
          >
            {t(`signaal.besluit.${besluit}`)}
          </Button>
        );
      })}
    </div>
  );
}
