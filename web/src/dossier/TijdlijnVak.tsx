// SPDX-License-Identifier: EUPL-1.2
// Who did what, when and why, newest first; a note is added in one line.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type {
  Bron,
  BronStatus,
  CasusFase,
  Gebeurtenis,
  GebeurtenisSoort,
  Id,
  InformatiebesluitSoort,
  InterventieStatus,
  ToetsSoort,
  ToetsStaat,
  VermeldingSoort,
  VraagStaat,
} from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { dayOf, formatDate, formatShortDate, formatTime } from '../basis/format';
import { type BerichtId, useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import type { FormErrors } from '../basis/vorm/errors';
import { Form } from '../basis/vorm/Form';
import { TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { herleesCasus, noteer } from '../casus/api';
import { Keuze } from '../casus/Keuze';
import { GEEN_LABEL, isBijzonder, type Labelkeuze, LabelRegel, LabelVelden, labelVan } from '../entiteit/label';
import { useKeuzes } from './keuzes';

const SOORTEN: readonly GebeurtenisSoort[] = [
  'notitie',
  'overgang',
  'besluit',
  'informatie',
  'bron',
  'vraag',
  'privacytoets',
  'interventie',
  'actie',
  'etiket',
  'beoordeling',
  'informeren',
  'verstrekking',
  'document',
  'plan',
  'beeld',
  'vermelding',
  'verband',
  'signaal',
  'lid',
  'noodtoegang',
  'geopend',
];

function Notitie({ casus, bronnen }: { casus: Id; bronnen: readonly Bron[] }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const keuzes = useKeuzes(casus, bronnen, true);
  const form = useForm<{ tekst: string; label: Labelkeuze; [field: string]: unknown }>({
    initial: { tekst: '', label: GEEN_LABEL },
    check: (values): FormErrors => (values.tekst.trim() === '' ? { tekst: t('dossier.notitie.fout') } : {}),
    send: async (values) => {
      await noteer(casus, { tekst: values.tekst.trim(), wanneer: null, ...labelVan(values.label) });
      await herleesCasus(client, casus);
      form.replace({ tekst: '', label: GEEN_LABEL });
      announce(t('dossier.notitie.opgeslagen'));
    },
  });
  return (
    <Form form={form} className="dw-notitie">
      <TextArea {...form.field('tekst')} label={t('dossier.notitie')} hint={t('dossier.notitie.hulp')} rows={2} />
      <LabelVelden value={form.values.label} onChange={form.on('label')} keuzes={keuzes} errors={form.errors} />
      <div className="dw-knoppen">
        <Button type="submit" busy={form.busy} hotkey="Ctrl+Enter">
          {t('dossier.notitie.doe')}
        </Button>
      </div>
    </Form>
  );
}

const VELDEN: Record<string, BerichtId> = {
  beeld: 'dossier.beeld',
  werknaam: 'casus.werknaam',
  thema: 'casus.thema',
  trekker: 'casus.trekker',
  hypothese: 'dossier.hypothese',
  doel: 'dossier.doel',
  strategie: 'dossier.strategie',
};

/** What happened, in words: what it is about, how it changed, and where it stands since. */
function useZin(): (one: Gebeurtenis) => string {
  const { t, language } = useLanguage();
  const { name } = useLists();
  const stand = ({ soort, gegevens }: Gebeurtenis): string | null => {
    if (gegevens.verandering === 'verwijderd') return null;
    if (soort === 'bron') return t(`casus.bron.status.${gegevens.status as BronStatus}`);
    if (soort === 'interventie') return t(`interventie.status.${gegevens.status as InterventieStatus}`);
    if (soort === 'vermelding' && gegevens.soort) return t(`entiteit.soort.${gegevens.soort as VermeldingSoort}`);
    if (soort === 'verband' && gegevens.soort) return name('verbandsoorten', String(gegevens.soort));
    return soort === 'signaal' && typeof gegevens.kenmerk === 'string' ? gegevens.kenmerk : null;
  };
  return (one) => {
    const { soort, gegevens } = one;
    if (soort === 'overgang') {
      const naar = t(`casus.fase.${gegevens.naar as CasusFase}`);
      if (gegevens.van === 'archief') return t('dossier.gebeurtenis.heropend');
      return typeof gegevens.tot === 'string'
        ? t('dossier.gebeurtenis.overgang.tot', { fase: naar, datum: formatShortDate(gegevens.tot, language) })
        : t('dossier.gebeurtenis.overgang', { fase: naar });
    }
    if (soort === 'privacytoets')
      return t('dossier.gebeurtenis.stand', {
        zin: t(`casus.toets.naam.${gegevens.soort as ToetsSoort}`),
        stand: t(`casus.toets.stand.${gegevens.verandering as ToetsStaat}`),
      });
    if (soort === 'informeren')
      return t('dossier.gebeurtenis.stand', {
        zin: t('dossier.soort.informeren'),
        stand: t(`informeren.besluit.${gegevens.besluit as InformatiebesluitSoort}`),
      });
    if (soort === 'vraag' && gegevens.staat !== 'teruggekoppeld')
      return t('dossier.gebeurtenis.stand', {
        zin: t('dossier.soort.vraag'),
        stand: t(`vraag.staat.${gegevens.staat as VraagStaat}`),
      });
    if (gegevens.verandering === 'inhoud_gekozen') return t('dossier.gebeurtenis.inhoud');
    if (soort === 'noodtoegang') return t('dossier.gebeurtenis.noodtoegang');
    if (Array.isArray(gegevens.velden)) {
      const namen = gegevens.velden.flatMap((veld) => VELDEN[String(veld)] ?? []).map((id) => t(id));
      const wat = namen.map((naam, nummer) => (nummer === 0 ? naam : naam.toLowerCase())).join(', ');
      return t('dossier.gebeurtenis.verandering', { wat, hoe: t('dossier.gewijzigd') });
    }
    const { verandering } = gegevens;
    if (
      verandering === 'toegevoegd' ||
      verandering === 'overgenomen' ||
      verandering === 'gewijzigd' ||
      verandering === 'verwijderd' ||
      verandering === 'gedaan' ||
      verandering === 'heropend' ||
      verandering === 'vervallen'
    ) {
      const zin = t('dossier.gebeurtenis.verandering', {
        wat: t(`dossier.soort.${soort}`),
        hoe: t(`dossier.${verandering}`),
      });
      const daarna = stand(one);
      return daarna === null ? zin : t('dossier.gebeurtenis.stand', { zin, stand: daarna });
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
  bronnen,
  tijdlijn,
  schrijven,
}: {
  casus: Id;
  bronnen: readonly Bron[];
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
      {schrijven && <Notitie casus={casus} bronnen={bronnen} />}
      <Keuze
        label={t('dossier.tijdlijn.filter')}
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
                {isBijzonder(one) && <LabelRegel feit={one} />}
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
