// SPDX-License-Identifier: EUPL-1.2
// Series that know of each other: the LIP puts an item before the HEIT, and hears what came of it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link2, Unlink } from 'lucide-react';
import { useState } from 'react';
import type { Koppeling, Overlegreeks } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { Empty } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { SelectField } from '../basis/vorm/fields';
import { koppelReeks, ontkoppelReeks, reeksenQuery, reeksQuery } from './api';

export function Koppelingen({ reeks }: { reeks: Overlegreeks }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [keus, setKeus] = useState('');
  const [bezig, setBezig] = useState(false);
  const al = reeks.koppelingen.filter((one) => one.richting === 'naar').map((one) => one.id);
  const anderen = (useQuery(reeksenQuery).data ?? []).filter((one) => one.id !== reeks.id && !al.includes(one.id));
  const doe = async (wat: Promise<unknown>, klaar: string) => {
    setBezig(true);
    try {
      await wat;
      await client.invalidateQueries({ queryKey: reeksQuery(reeks.id).queryKey });
      setKeus('');
      announce(klaar);
    } catch (error) {
      announce(problemText(error, t));
    } finally {
      setBezig(false);
    }
  };
  const weg = ({ id, naam }: Koppeling) =>
    void doe(ontkoppelReeks(reeks.id, id), t('overleg.koppeling.weggehaald', { naam }));
  if (!reeks.magLeiden && reeks.koppelingen.length === 0) return null;
  return (
    <Vlak kop={t('overleg.koppelingen')}>
      {reeks.koppelingen.length === 0 && (
        <Empty title={t('overleg.koppelingen.geen')}>
          <p className="nl-paragraph">{t('overleg.koppelingen.geen.uitleg')}</p>
        </Empty>
      )}
      <ul className="dw-overlegrijen">
        {reeks.koppelingen.map((een) => (
          <li key={`${een.id}-${een.richting}`} className="dw-overlegrij">
            <div className="dw-overlegrij__wat">
              <span className="dw-overlegrij__naam">{een.naam}</span>
              <span className="dw-zacht">{t(`overleg.koppeling.${een.richting}`)}</span>
            </div>
            {reeks.magLeiden && een.richting === 'naar' && (
              <Button
                weight="subtle"
                className="dw-knop--icoon"
                disabled={bezig}
                aria-label={`${t('overleg.koppeling.weg')}: ${een.naam}`}
                onClick={() => weg(een)}
              >
                <Unlink aria-hidden="true" size={18} />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {reeks.magLeiden && anderen.length > 0 && (
        <div className="dw-koppel">
          <SelectField
            name="koppel"
            label={t('overleg.koppeling.kies')}
            hint={t('overleg.koppeling.kies.hulp')}
            none={t('basis.kies')}
            value={keus}
            onChange={setKeus}
            options={anderen.map((one) => ({ value: one.id, label: one.naam }))}
            optional
          />
          <Button
            icon={<Link2 aria-hidden="true" size={18} />}
            busy={bezig}
            onClick={() => {
              const een = anderen.find((one) => one.id === keus);
              if (een !== undefined)
                void doe(koppelReeks(reeks.id, een.id), t('overleg.koppeling.gelegd', { naam: een.naam }));
            }}
          >
            {t('overleg.koppeling.doe')}
          </Button>
        </div>
      )}
    </Vlak>
  );
}
