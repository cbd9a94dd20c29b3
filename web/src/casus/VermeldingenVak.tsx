// SPDX-License-Identifier: EUPL-1.2
// Who and what is named in the casus itself, beside what its signalen name.
import { useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Id, Vermelding, VermeldingNieuw } from '../api/typen';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { Form, FormButtons } from '../basis/vorm/Form';
import { useForm } from '../basis/vorm/useForm';
import { BsnKnop } from '../entiteit/BsnKnop';
import { GEEN_HERKOMST, type Herkomstkeuze, HerkomstVelden, herkomstVan, type Keuze } from '../entiteit/label';
import { VermeldingRegel } from '../entiteit/VermeldingRegel';
import { controleerVermelding, LEGE_VERMELDING, VermeldingVelden } from '../entiteit/VermeldingVelden';
import { herleesCasus, verwijderVermelding, voegVermeldingToe } from './api';
import { Weghalen } from './Weghalen';

function Toevoegen({ casus, keuzes, onClose }: { casus: Id; keuzes: readonly Keuze[]; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm<{ v: VermeldingNieuw; herkomst: Herkomstkeuze; [field: string]: unknown }>({
    initial: { v: LEGE_VERMELDING, herkomst: GEEN_HERKOMST },
    check: ({ v }) => controleerVermelding(v, 'v', t),
    send: async ({ v, herkomst }) => {
      await voegVermeldingToe(casus, { ...v, tekst: v.tekst.trim(), ...herkomstVan(herkomst) });
      await herleesCasus(client, casus);
      onClose();
    },
  });
  return (
    <Dialog title={t('casus.vermelding.toevoegen')} onClose={onClose}>
      <Form form={form}>
        <VermeldingVelden plek="v" value={form.values.v} onChange={(v) => form.set('v', v)} errors={form.errors} />
        <HerkomstVelden
          value={form.values.herkomst}
          onChange={form.on('herkomst')}
          keuzes={keuzes}
          errors={form.errors}
        />
        <FormButtons form={form} onCancel={onClose}>
          {t('basis.toevoegen')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

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
      {erbij && <Toevoegen casus={casus} keuzes={keuzes} onClose={() => setErbij(false)} />}
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
