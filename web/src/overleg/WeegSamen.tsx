// SPDX-License-Identifier: EUPL-1.2
// Weighing a signaal together, at the table: the same questions as alone, with who agreed and who did not.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Agendapunt, Id, Overleg } from '../api/typen';
import { announce } from '../basis/announce';
import { codeName, useLanguage } from '../basis/language';
import { Failed, Loading } from '../basis/states';
import type { FormErrors } from '../basis/vorm/errors';
import { signaalQuery, wegingsprofielQuery } from '../signaal/api';
import { Wegingen } from '../signaal/blad';
import { WegingStap } from '../signaal/WegingStap';
import { toonPunt, weegSamen } from './api';
import { Standpunten, type Stemmen, stemFouten, voorApi } from './Standpunten';

export default function WeegSamen({ overleg, punt, signaal: id }: { overleg: Overleg; punt: Agendapunt; signaal: Id }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const found = useQuery(signaalQuery(id));
  const profiel = useQuery(wegingsprofielQuery);
  const [stemmen, setStemmen] = useState<Stemmen>({});
  const [fouten, setFouten] = useState<FormErrors>({});
  if (found.isPending || profiel.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (profiel.isError) return <Failed error={profiel.error} retry={() => void profiel.refetch()} />;
  const signaal = found.data;
  const nummer = signaal.status === 'nieuw' ? 1 : signaal.status === 'in_weging' ? signaal.wegingStap : 0;
  const stap = profiel.data.stappen.find((one) => one.stap === nummer);
  return (
    <div className="dw-weegsamen">
      {signaal.wegingen.length > 0 && <Wegingen signaal={signaal} />}
      {stap === undefined ? (
        <p className="dw-zacht">{t('overleg.weging.klaar', { status: t(`signaal.status.${signaal.status}`) })}</p>
      ) : (
        <>
          <h3 className="nl-heading nl-heading--level-4">
            {t('signaal.weging.stapvan', { stap: stap.stap, totaal: profiel.data.stappen.length })}:{' '}
            {codeName([stap], stap.code, language)}
          </h3>
          <WegingStap
            key={stap.stap}
            signaal={signaal}
            stap={stap}
            verstuur={async (_, weging) => {
              toonPunt(
                client,
                overleg.id,
                await weegSamen(overleg.id, punt.id, { ...weging, standpunten: voorApi(stemmen) }),
              );
              setStemmen({});
              return client.fetchQuery({ ...signaalQuery(id), staleTime: 0 });
            }}
            fouten={() => {
              const nu = stemFouten('weegstandpunten', stemmen, t);
              setFouten(nu);
              return nu;
            }}
            onConflict={() => void client.invalidateQueries({ queryKey: ['signaal', id] })}
            onDone={() => announce(t('overleg.weging.vastgelegd', { stap: stap.stap }))}
          >
            <Standpunten
              naam="weegstandpunten"
              overleg={overleg}
              stemmen={stemmen}
              onChange={setStemmen}
              errors={fouten}
            />
          </WegingStap>
        </>
      )}
    </div>
  );
}
