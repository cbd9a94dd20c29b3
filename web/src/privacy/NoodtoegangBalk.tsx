// SPDX-License-Identifier: EUPL-1.2
// On every screen while emergency access runs: for what, until when, what it means, and the way out.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { ShieldAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Noodtoegang } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { now } from '../basis/clock';
import { formatTime } from '../basis/format';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { herlees, noodtoegangenQuery, sluitNoodtoegang, vergeet } from './api';
import './privacy.css';

/** A moment later than the clock says, so that the server agrees that it is over. */
const SPELING_MS = 1000;

function Lopend({ nood }: { nood: Noodtoegang }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const plek = useRouterState({ select: ({ location }) => location.pathname });
  const [bezig, setBezig] = useState(false);
  const weg = async () => {
    if (plek.includes(nood.object)) await navigate({ to: '/' });
    else document.getElementById('inhoud')?.focus();
    vergeet(client, nood.object);
    announce(t('privacy.nood.gesloten', { kenmerk: nood.kenmerk }));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock runs for this access, whatever screen is shown
  useEffect(() => {
    const over = Date.parse(nood.tot) - now().getTime() + SPELING_MS;
    const timer = setTimeout(() => void herlees(client).then(weg), Math.max(0, over));
    return () => clearTimeout(timer);
  }, [client, nood.tot]);
  const sluit = async () => {
    setBezig(true);
    try {
      await sluitNoodtoegang(client, nood.id);
      await weg();
    } catch (error) {
      setBezig(false);
      announce(problemText(error, t));
    }
  };
  return (
    <aside className="dw-strook dw-strook--nood" aria-label={`${t('privacy.nood')} ${nood.kenmerk}`}>
      <ShieldAlert aria-hidden="true" size={20} />
      <p>
        <strong>{t('privacy.nood.loopt', { kenmerk: nood.kenmerk, tijd: formatTime(nood.tot, language) })}</strong>{' '}
        {t('privacy.nood.gemarkeerd')}
      </p>
      <Button busy={bezig} onClick={() => void sluit()}>
        {t('privacy.nood.sluit')}
      </Button>
    </aside>
  );
}

export default function NoodtoegangBalk() {
  const lopend = (useQuery(noodtoegangenQuery).data ?? []).filter((one) => one.vanMij && one.loopt);
  return lopend.map((one) => <Lopend key={one.id} nood={one} />);
}
