// SPDX-License-Identifier: EUPL-1.2
// What waits for this table, and why, before any of it is on the agenda: who leads takes it over, all of it or one by one.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ListPlus, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Agendavoorstel, Overleg } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { overlegQuery, toonOverleg, voegPuntToe, voorstellenQuery, vulAgenda } from './api';
import { NaarDossier } from './PuntInhoud';

/** More would push the agenda itself from the screen. */
const EERST = 5;

export function Voorstellen({ overleg }: { overleg: Overleg }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const found = useQuery(voorstellenQuery(overleg.id));
  const [bezig, setBezig] = useState(false);
  const [alle, setAlle] = useState(false);
  const voorstellen = found.data ?? [];
  const doe = async (wat: () => Promise<number>) => {
    setBezig(true);
    try {
      announce(t('overleg.gevuld', { aantal: await wat() }));
    } catch (error) {
      announce(problemText(error, t));
    } finally {
      await client.invalidateQueries({ queryKey: voorstellenQuery(overleg.id).queryKey });
      setBezig(false);
    }
  };
  const zetAlles = () =>
    doe(async () => {
      const na = await vulAgenda(overleg.id);
      toonOverleg(client, na.overleg);
      return na.toegevoegd.length;
    });
  const zetErop = ({ dossier, doel, minuten }: Agendavoorstel) =>
    doe(async () => {
      const { soort, id } = dossier;
      await voegPuntToe(overleg.id, { dossier: { soort, id }, titel: null, doel, minuten, voorbereiding: '' });
      await client.invalidateQueries({ queryKey: overlegQuery(overleg.id).queryKey });
      return 1;
    });
  if (found.isPending || found.isError) return null;
  if (voorstellen.length === 0) return <p className="dw-zacht">{t('overleg.voorstel.geen')}</p>;
  return (
    <section className="dw-vlak dw-voorstellen" aria-labelledby="voorstellen-kop">
      <div className="dw-voorstellen__kop">
        <div>
          <h3 id="voorstellen-kop" className="nl-heading nl-heading--level-4">
            {t('overleg.voorstel.kop', { aantal: voorstellen.length })}
          </h3>
          <p className="dw-zacht dw-klein">{t('overleg.voorstel.uitleg')}</p>
        </div>
        <Button
          weight={overleg.punten.length === 0 ? 'primary' : 'secondary'}
          busy={bezig}
          icon={<ListPlus aria-hidden="true" size={18} />}
          onClick={() => void zetAlles()}
        >
          {t('overleg.vul')}
        </Button>
      </div>
      <ul className="dw-voorstellen__lijst">
        {voorstellen.slice(0, alle ? undefined : EERST).map((een) => (
          <li key={een.dossier.id}>
            <div className="dw-voorstellen__wat">
              <span>
                <NaarDossier punt={een} />
              </span>
              <span className="dw-zacht dw-klein">
                {t(`overleg.reden.${een.reden as 'te_wegen'}`)} · {t('overleg.minuten', { minuten: een.minuten })}
              </span>
            </div>
            <Button
              weight="subtle"
              disabled={bezig}
              icon={<Plus aria-hidden="true" size={18} />}
              onClick={() => void zetErop(een)}
            >
              {t('overleg.voorstel.erop')}
              <span className="dw-onzichtbaar">: {een.dossier.kenmerk}</span>
            </Button>
          </li>
        ))}
      </ul>
      {!alle && voorstellen.length > EERST && (
        <Button weight="subtle" onClick={() => setAlle(true)}>
          {t('overleg.voorstel.alle', { aantal: voorstellen.length })}
        </Button>
      )}
    </section>
  );
}
