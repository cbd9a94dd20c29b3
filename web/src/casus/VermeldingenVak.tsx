// SPDX-License-Identifier: EUPL-1.2
// Who and what is named in the casus itself, beside what its signalen name.
import { useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Id, Vermelding } from '../api/typen';
import { Button } from '../basis/button';
import { useLanguage } from '../basis/language';
import { BsnKnop } from '../entiteit/BsnKnop';
import type { Keuze } from '../entiteit/label';
import { VermeldingRegel } from '../entiteit/VermeldingRegel';
import { herleesCasus, verwijderVermelding } from './api';
import { Weghalen } from './Weghalen';

const VermeldingVorm = lazy(() => import('./VermeldingVorm'));

interface VakProps {
  casus: Id;
  vermeldingen: readonly Vermelding[];
  keuzes: readonly Keuze[];
  schrijven: boolean;
}

export function VermeldingenVak({ casus, vermeldingen, keuzes, schrijven }: VakProps) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [erbij, setErbij] = useState(false);
  const [weg, setWeg] = useState<Vermelding | null>(null);
  return (
    <>
      {vermeldingen.length === 0 ? (
        <p className="dw-zacht">{t('casus.vermelding.geen')}</p>
      ) : (
        <ul className="dw-vermeldingen">
          {vermeldingen.map((one) => (
            <li key={one.id}>
              <VermeldingRegel vermelding={one}>
                <BsnKnop dossier={{ soort: 'casus', id: casus }} vermelding={one} />
                {schrijven && (
                  <button
                    type="button"
                    className="dw-knopje"
                    onClick={() => setWeg(one)}
                    aria-label={`${t('casus.vermelding.weg')}: ${one.tekst}`}
                  >
                    <Trash2 aria-hidden="true" size={18} />
                  </button>
                )}
              </VermeldingRegel>
            </li>
          ))}
        </ul>
      )}
      {schrijven && (
        <Button icon={<Plus aria-hidden="true" size={18} />} onClick={() => setErbij(true)}>
          {t('casus.vermelding.toevoegen')}
        </Button>
      )}
      {erbij && (
        <Suspense fallback={null}>
          <VermeldingVorm casus={casus} keuzes={keuzes} onClose={() => setErbij(false)} />
        </Suspense>
      )}
      {weg !== null && (
        <Weghalen
          kop={t('casus.vermelding.weg')}
          wat={weg.tekst}
          uitleg={t('casus.weg.uitleg')}
          doe={async () => {
            await verwijderVermelding(casus, weg);
            await herleesCasus(client, casus);
          }}
          gedaan={t('casus.vermelding.verwijderd')}
          onClose={() => setWeg(null)}
        />
      )}
    </>
  );
}
