// SPDX-License-Identifier: EUPL-1.2
// On every screen while somebody is a guest: at whom, and the way back.
import { Users } from 'lucide-react';
import { useState } from 'react';
import { announce } from '../basis/announce';
import { api, unwrap } from '../basis/api';
import { Button } from '../basis/button';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { useSession } from '../basis/session';

export default function GastBalk() {
  const { t } = useLanguage();
  const { organisatie } = useSession();
  const [bezig, setBezig] = useState(false);
  const terug = async () => {
    setBezig(true);
    try {
      await unwrap(api.POST('/v1/sessie/_naar-huis'));
      // His own organisation again: everything is read anew.
      window.location.assign('/');
    } catch (error) {
      announce(problemText(error, t));
      setBezig(false);
    }
  };
  return (
    <aside className="dw-strook dw-strook--doel" aria-label={t('gast.plekken')}>
      <Users aria-hidden="true" size={20} />
      <p>{t('gast.plek.hier', { gastheer: organisatie.naam })}</p>
      <Button busy={bezig} onClick={() => void terug()}>
        {t('gast.plek.terug')}
      </Button>
    </aside>
  );
}
