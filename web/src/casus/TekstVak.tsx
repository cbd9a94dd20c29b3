// SPDX-License-Identifier: EUPL-1.2
// Long texts of the file — picture, hypothesis, goal, strategy — to read, and to change together with colleagues.
import { Pencil } from 'lucide-react';
import { Button } from '../basis/button';
import { useEditing } from '../basis/editing';
import { useLanguage } from '../basis/language';
import { Vlak } from '../basis/vlak';
import { Form } from '../basis/vorm/Form';
import { TextArea } from '../basis/vorm/fields';
import { useBewerking } from '../basis/vorm/useBewerking';

type Teksten = Record<string, string>;

interface TekstVakProps {
  kop: string;
  /** Name of a text → its label and what belongs in it. */
  velden: readonly { naam: string; label: string; hulp: string }[];
  teksten: Teksten;
  versie: number;
  schrijven: boolean;
  leeg: string;
  opslaan: (gewijzigd: Partial<Teksten>, versie: number) => Promise<void>;
  herlees: () => Promise<{ velden: Teksten; versie: number }>;
}

function Bewerken({ velden, teksten, versie, opslaan, herlees, onClose }: TekstVakProps & { onClose: () => void }) {
  const { t } = useLanguage();
  const { form, botsing } = useBewerking<Teksten>({
    stand: { velden: teksten, versie },
    labels: Object.fromEntries(velden.map((one) => [one.naam, one.label])),
    opslaan: async (gewijzigd, op) => {
      await opslaan(gewijzigd, op);
      onClose();
    },
    herlees,
  });
  return (
    <Form form={form}>
      {botsing}
      {velden.map((one) => (
        <TextArea
          key={one.naam}
          name={one.naam}
          label={one.label}
          hint={one.hulp}
          optional
          rows={6}
          value={form.values[one.naam] ?? ''}
          onChange={form.on(one.naam)}
          error={form.errors[one.naam]}
        />
      ))}
      <div className="dw-knoppen">
        <Button type="submit" weight="primary" busy={form.busy} hotkey="Ctrl+Enter">
          {t('basis.opslaan')}
        </Button>
        <Button weight="subtle" onClick={onClose}>
          {t('basis.annuleren')}
        </Button>
      </div>
    </Form>
  );
}

export function TekstVak(props: TekstVakProps) {
  const { t } = useLanguage();
  const { kop, velden, teksten, schrijven, leeg } = props;
  const { editing: bewerken, setEditing: setBewerken, button } = useEditing(velden[0]?.naam ?? '');
  const gevuld = velden.filter((one) => (teksten[one.naam] ?? '').trim() !== '');
  return (
    <Vlak
      kop={kop}
      rechts={
        schrijven &&
        !bewerken && (
          <Button
            ref={button}
            icon={<Pencil aria-hidden="true" size={16} />}
            onClick={() => setBewerken(true)}
            aria-label={`${t('casus.wijzigen')}: ${kop}`}
          >
            {t('casus.wijzigen')}
          </Button>
        )
      }
    >
      {bewerken ? (
        <Bewerken {...props} onClose={() => setBewerken(false)} />
      ) : gevuld.length === 0 ? (
        <p className="dw-zacht">{leeg}</p>
      ) : (
        gevuld.map((one) => (
          <div key={one.naam} className="dw-tekstdeel">
            {velden.length > 1 && <h3 className="nl-heading nl-heading--level-4">{one.label}</h3>}
            <p className="dw-lopend">{teksten[one.naam]}</p>
          </div>
        ))
      )}
    </Vlak>
  );
}
