// SPDX-License-Identifier: EUPL-1.2
// Who did what, when and why, newest first; a note is added in one line.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CasusFase, Gebeurtenis, GebeurtenisSoort, Id } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { dayOf, formatDate, formatShortDate, formatTime } from '../basis/format';
import { useLanguage } from '../basis/language';
import type { FormErrors } from '../basis/vorm/errors';
import { Form } from '../basis/vorm/Form';
import { SelectField, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { herleesCasus, noteer } from '../casus/api';

const SOORTEN: readonly GebeurtenisSoort[] = [
  'notitie',
  'overgang',
  'bron',
  'interventie',
  'plan',
  'beeld',
  'vermelding',
  'signaal',
  'lid',
  'geopend',
];

function Notitie({ casus }: { casus: Id }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { tekst: '' },
    check: (values): FormErrors => (values.tekst.trim() === '' ? { tekst: t('dossier.notitie.fout') } : {}),
    send: async (values) => {
      await noteer(casus, values.tekst.trim());
      await herleesCasus(client, casus);
      form.replace({ tekst: '' });
      announce(t('dossier.notitie.opgeslagen'));
    },
  });
  return (
    <Form form={form} className="dw-notitie">
      <TextArea
        name="tekst"
        label={t('dossier.notitie')}
        hint={t('dossier.notitie.hulp')}
        rows={2}
        value={form.values.tekst}
        onChange={form.on('tekst')}
        error={form.errors.tekst}
      />
      <div className="dw-knoppen">
        <Button type="submit" busy={form.busy} hotkey="Ctrl+Enter">
          {t('dossier.notitie.doe')}
        </Button>
      </div>
    </Form>
  );
}

/** What happened, in words: the kind, and what changed about it. */
function useZin(): (one: Gebeurtenis) => string {
  const { t, language } = useLanguage();
  return ({ soort, gegevens }) => {
    const verandering = gegevens.verandering;
    if (soort === 'overgang') {
      const naar = t(`casus.fase.${gegevens.naar as CasusFase}`);
      if (gegevens.van === 'archief') return t('dossier.gebeurtenis.heropend');
      return typeof gegevens.tot === 'string'
        ? t('dossier.gebeurtenis.overgang.tot', { fase: naar, datum: formatShortDate(gegevens.tot, language) })
        : t('dossier.gebeurtenis.overgang', { fase: naar });
    }
    if (verandering === 'toegevoegd' || verandering === 'gewijzigd' || verandering === 'verwijderd') {
      return t('dossier.gebeurtenis.verandering', {
        wat: t(`dossier.soort.${soort}`),
        hoe: t(`dossier.${verandering}`),
      });
    }
    return t(`dossier.soort.${soort}`);
  };
}

/** Per day in Amsterdam, newest first. */
export function perDag(tijdlijn: readonly Gebeurtenis[]): [dag: string, regels: Gebeurtenis[]][] {
  const dagen = new Map<string, Gebeurtenis[]>();
  for (const one of [...tijdlijn].sort((a, b) => (a.wanneer < b.wanneer ? 1 : a.wanneer > b.wanneer ? -1 : 0))) {
    const dag = dayOf(one.wanneer);
    dagen.set(dag, [...(dagen.get(dag) ?? []), one]);
  }
  return [...dagen];
}

export function TijdlijnVak({
  casus,
  tijdlijn,
  schrijven,
}: {
  casus: Id;
  tijdlijn: readonly Gebeurtenis[];
  schrijven: boolean;
}) {
  const { t, language } = useLanguage();
  const [soort, setSoort] = useState('');
  const zin = useZin();
  const shown = soort === '' ? tijdlijn : tijdlijn.filter((one) => one.soort === soort);
  const present = SOORTEN.filter((one) => tijdlijn.some((row) => row.soort === one));
  return (
    <>
      {schrijven && <Notitie casus={casus} />}
      <SelectField
        name="soort"
        label={t('dossier.tijdlijn.filter')}
        optional
        none={t('dossier.tijdlijn.alles')}
        value={soort}
        onChange={setSoort}
        options={present.map((one) => ({ value: one, label: t(`dossier.soort.${one}`) }))}
      />
      {perDag(shown).map(([dag, regels]) => (
        <section key={dag} className="dw-dag">
          <h3 className="nl-heading nl-heading--level-4">
            <time dateTime={dag}>{formatDate(dag, language)}</time>
          </h3>
          <ol className="dw-spoor">
            {regels.map((one) => (
              <li key={one.id} className={`dw-spoor__punt dw-spoor__punt--${one.soort}`}>
                <div>
                  <strong>{zin(one)}</strong>
                </div>
                {one.tekst !== null && <p className="dw-lopend">{one.tekst}</p>}
                <div className="dw-zacht dw-klein dw-spoor__voet">
                  <span>
                    <time dateTime={one.wanneer}>{formatTime(one.wanneer, language)}</time>, {one.door.naam}
                  </span>
                  <Link
                    to="/casussen/$id/$deel"
                    params={{ id: casus, deel: 'overzicht' }}
                    search={{ bekendOp: one.vastgelegdOp }}
                    className="nl-link"
                  >
                    {t('dossier.tijdlijn.toen')}
                    <span className="dw-onzichtbaar">: {zin(one)}</span>
                  </Link>
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}
