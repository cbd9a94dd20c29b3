// SPDX-License-Identifier: EUPL-1.2
// Who and what is named in the signaal; adding and removing.
import { useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Signaal, Vermelding, VermeldingNieuw } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { useRight } from '../basis/session';
import { ErrorSummary } from '../basis/vorm/errors';
import { FormButtons } from '../basis/vorm/Form';
import { useForm } from '../basis/vorm/useForm';
import { BsnKnop } from '../entiteit/BsnKnop';
import { VermeldingRegel } from '../entiteit/VermeldingRegel';
import { controleerVermelding, LEGE_VERMELDING, VermeldingVelden } from '../entiteit/VermeldingVelden';
import { verwijderVermelding, voegVermeldingToe } from './api';
import { isGesloten } from './besluiten';

function Toevoegen({ signaal, onClose }: { signaal: Signaal; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm<{ v: VermeldingNieuw; [field: string]: unknown }>({
    initial: { v: LEGE_VERMELDING },
    check: ({ v }) => controleerVermelding(v, 'v', t),
    send: async ({ v }) => {
      await voegVermeldingToe(signaal.id, { ...v, tekst: v.tekst.trim() });
      await client.invalidateQueries({ queryKey: ['signaal', signaal.id] });
      announce(t('signaal.vermelding.toegevoegd'));
      onClose();
    },
  });
  return (
    <Dialog title={t('signaal.vermelding.toevoegen')} onClose={onClose}>
      <form
        noValidate
        className="dw-vorm"
        onSubmit={(event) => {
          event.preventDefault();
          void form.submit();
        }}
      >
        <ErrorSummary errors={form.errors} failure={form.failure} fields={['v']} attempt={form.attempt} />
        <VermeldingVelden plek="v" value={form.values.v} onChange={(v) => form.set('v', v)} errors={form.errors} />
        <FormButtons form={form} onCancel={onClose}>
          {t('basis.toevoegen')}
        </FormButtons>
      </form>
    </Dialog>
  );
}

function Verwijderen({
  signaal,
  vermelding,
  onClose,
}: {
  signaal: Signaal;
  vermelding: Vermelding;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [failure, setFailure] = useState<unknown>(null);
  const remove = async () => {
    setFailure(null);
    try {
      await verwijderVermelding(signaal.id, vermelding);
      await client.invalidateQueries({ queryKey: ['signaal', signaal.id] });
      announce(t('signaal.vermelding.verwijderd'));
      onClose();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Dialog title={t('signaal.vermelding.weg')} onClose={onClose}>
      <VermeldingRegel vermelding={vermelding} />
      <p className="nl-paragraph">{t('signaal.vermelding.weg.tekst')}</p>
      {failure !== null && (
        <div className="dw-mislukt" role="alert">
          {problemText(failure, t)}
        </div>
      )}
      <div className="dw-knoppen">
        <Button weight="primary" onClick={() => void remove()}>
          {t('signaal.vermelding.weg')}
        </Button>
        <Button weight="subtle" onClick={onClose}>
          {t('basis.annuleren')}
        </Button>
      </div>
    </Dialog>
  );
}

export function VermeldingenVak({ signaal }: { signaal: Signaal }) {
  const { t } = useLanguage();
  const mayWrite = useRight('signaal.schrijven') && !isGesloten(signaal.status);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Vermelding | null>(null);
  return (
    <>
      {signaal.vermeldingen.length === 0 ? (
        <p className="dw-zacht dw-vermeldingen">{t('signaal.vermelding.geen')}</p>
      ) : (
        <ul className="dw-vermeldingen">
          {signaal.vermeldingen.map((one) => (
            <li key={one.id}>
              <VermeldingRegel vermelding={one}>
                <BsnKnop dossier={{ soort: 'signaal', id: signaal.id }} vermelding={one} />
                {mayWrite && (
                  <button
                    type="button"
                    className="dw-knopje"
                    onClick={() => setRemoving(one)}
                    aria-label={`${t('signaal.vermelding.weg')}: ${one.tekst}`}
                  >
                    <Trash2 aria-hidden="true" size={18} />
                  </button>
                )}
              </VermeldingRegel>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <Button icon={<Plus aria-hidden="true" size={18} />} onClick={() => setAdding(true)}>
          {t('signaal.vermelding.toevoegen')}
        </Button>
      )}
      {adding && <Toevoegen signaal={signaal} onClose={() => setAdding(false)} />}
      {removing !== null && <Verwijderen signaal={signaal} vermelding={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}
