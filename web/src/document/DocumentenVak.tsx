// SPDX-License-Identifier: EUPL-1.2
// The files of a casus: what there is, whether it was checked, and putting more in.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, Trash2, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Document, DocumentStaat, Doorgifte, Id, Tijdstip } from '../api/typen';
import { announce } from '../basis/announce';
import { ApiError } from '../basis/api';
import { Button } from '../basis/button';
import { useDoel } from '../basis/doel';
import { formatNumber, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { fieldProblemText, problemText } from '../basis/problem';
import { Empty, Failed, Loading } from '../basis/states';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form } from '../basis/vorm/Form';
import { FileField, SelectField, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { herleesCasus } from '../casus/api';
import { Weghalen } from '../casus/Weghalen';
import { DoorgifteVelden, LabelMerk } from '../entiteit/label';
import { WieZiet } from '../entiteit/regime';
import { bewaarInhoud, documentenQuery, inhoudAdres, stuurDocument, verwijderDocument } from './api';

/** The server's own limit; said here before a byte is sent. */
const MAX_BYTES = 50 * 1024 * 1024;
const ACCEPT = '.pdf,.jpg,.jpeg,.png,.docx,.odt,.xlsx,.ods,.txt,.csv';

const MERK: Record<DocumentStaat, string> = {
  wordt_gecontroleerd: 'bezig',
  in_quarantaine: 'wacht',
  schoon: 'casus',
  geweigerd: 'klaar',
};

/** What became of one file on its way in. */
interface Onderweg {
  naam: string;
  /** 0 to 1; null when it failed. */
  deel: number | null;
  tekst: string;
}

function Toevoegen({ casus }: { casus: Id }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const invoer = useRef<HTMLInputElement>(null);
  const [onderweg, setOnderweg] = useState<Onderweg[]>([]);
  const form = useForm({
    initial: {
      bestanden: [] as File[],
      regime: 'avg',
      bron: '',
      datum: '',
      doorgifte: '' as Doorgifte | '',
      doorgifteReden: '',
    },
    labels: {
      bestanden: t('document.bestanden'),
      regime: t('document.regime'),
      bron: t('document.bron'),
      datum: t('document.datum'),
      doorgifte: t('label.doorgifte'),
      doorgifteReden: t('label.doorgifteReden'),
    },
    check: (values): FormErrors => {
      if (values.bestanden.length === 0) return { bestanden: t('document.fout.bestanden') };
      if (values.bestanden.some((one) => one.size > MAX_BYTES)) return { bestanden: t('fout.bestand-te-groot') };
      const datum = dayFault(values.datum, t);
      return datum === undefined ? {} : { datum };
    },
    send: async ({ bestanden, regime, bron, datum, doorgifte, doorgifteReden }) => {
      const stand: Onderweg[] = [];
      // One by one: each has its own outcome, and one that is refused does not stop the others.
      for (const file of bestanden) {
        const naam = file.name;
        const zet = (deel: number | null, tekst: string) => {
          stand[bestanden.indexOf(file)] = { naam, deel, tekst };
          setOnderweg([...stand]);
        };
        const bezig = (deel: number) => zet(deel, t('document.bezig', { naam, deel: Math.floor(deel * 100) }));
        bezig(0);
        try {
          await stuurDocument(
            casus,
            file,
            { regime, bron: bron.trim(), datum, doorgifte, doorgifteReden: doorgifteReden.trim() },
            bezig,
          );
          zet(1, t('document.ontvangen', { naam }));
          announce(t('document.ontvangen', { naam }));
        } catch (error) {
          const veld = error instanceof ApiError ? error.fields[0] : undefined;
          const reden = veld === undefined ? problemText(error, t) : fieldProblemText(veld.code, t);
          zet(null, t('document.mislukt', { naam, reden }));
        }
        await client.invalidateQueries({ queryKey: ['documenten', casus] });
      }
      form.replace({ bestanden: [], regime, bron, datum, doorgifte, doorgifteReden });
      if (invoer.current !== null) invoer.current.value = '';
      await herleesCasus(client, casus);
    },
  });
  const { values, on, errors } = form;
  const { options } = useLists();
  return (
    <Form form={form} className="dw-notitie">
      <FileField
        name="bestanden"
        label={t('document.bestanden')}
        hint={t('document.bestanden.hulp')}
        accept={ACCEPT}
        multiple
        ref={invoer}
        onChange={on('bestanden')}
        error={errors.bestanden}
      />
      <div className="dw-kolommen">
        <SelectField {...form.field('regime')} label={t('document.regime')} options={options('regimes')} />
        <TextField {...form.field('bron')} label={t('document.bron')} optional maxLength={200} />
        <DateField {...form.field('datum')} label={t('document.datum')} optional />
      </div>
      <WieZiet regime={values.regime} />
      <div className="dw-kolommen">
        <DoorgifteVelden
          doorgifte={values.doorgifte}
          reden={values.doorgifteReden}
          onDoorgifte={on('doorgifte')}
          onReden={on('doorgifteReden')}
          errors={errors}
        />
      </div>
      {onderweg.length > 0 && (
        <ul className="dw-onderweg">
          {onderweg.map(({ naam, deel, tekst }) => (
            <li key={naam}>
              {deel === null ? (
                <div className="dw-mislukt" role="alert">
                  {tekst}
                </div>
              ) : (
                <>
                  <span>{tekst}</span>
                  {deel < 1 && <progress value={deel} max={1} aria-label={naam} />}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="dw-knoppen">
        <Button type="submit" weight="primary" busy={form.busy} icon={<Upload aria-hidden="true" size={18} />}>
          {t('document.toevoegen')}
        </Button>
      </div>
    </Form>
  );
}

interface VakProps {
  casus: Id;
  schrijven: boolean;
  /** As known then: the list of that moment. */
  moment: Tijdstip | null;
}

export function DocumentenVak({ casus, schrijven, moment }: VakProps) {
  const { t, language } = useLanguage();
  const doel = useDoel();
  const client = useQueryClient();
  const found = useQuery(documentenQuery(casus, moment));
  const [weg, setWeg] = useState<Document | null>(null);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const documenten = found.data;
  return (
    <>
      {schrijven && <Toevoegen casus={casus} />}
      {documenten.length === 0 ? (
        <Empty title={t('document.geen')}>
          <p className="nl-paragraph">{t('document.geen.uitleg')}</p>
        </Empty>
      ) : (
        <table className="dw-tabel">
          <caption className="dw-onzichtbaar">{t('document.bestanden')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('document.naam')}</th>
              <th scope="col">{t('document.staat')}</th>
              <th scope="col">{t('document.herkomst')}</th>
              <th scope="col">{t('document.door')}</th>
              {schrijven && (
                <th scope="col">
                  <span className="dw-onzichtbaar">{t('casus.handelingen')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {documenten.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  {one.staat === 'schoon' && moment === null ? (
                    <a
                      className="nl-link dw-tabel__naam dw-bestandsnaam"
                      href={inhoudAdres(casus, one.id)}
                      download={one.naam}
                      onClick={(event) => {
                        if (doel === null) return;
                        event.preventDefault();
                        bewaarInhoud(casus, one).catch((error) => announce(problemText(error, t)));
                      }}
                      aria-label={t('document.openen', { naam: one.naam })}
                    >
                      <Download aria-hidden="true" size={16} /> {one.naam}
                    </a>
                  ) : (
                    <span className="dw-tabel__naam dw-bestandsnaam">{one.naam}</span>
                  )}
                  <div className="dw-zacht dw-klein">
                    {t('document.omvang', {
                      soort: one.soort.toUpperCase(),
                      omvang: formatNumber(Math.max(1, Math.round(one.omvang / 1024)), language),
                    })}
                    {one.bladen !== null && ` · ${t('document.bladen', { aantal: one.bladen })}`}
                  </div>
                </th>
                <td data-kop={t('document.staat')}>
                  <span className={`nl-data-badge dw-status-merk dw-status-merk--${MERK[one.staat]}`}>
                    {t(`document.staat.${one.staat}`)}
                  </span>
                  {one.reden !== null && <div className="dw-klein">{t(`document.reden.${one.reden}`)}</div>}
                </td>
                <td data-kop={t('document.herkomst')}>
                  <LabelMerk feit={one} />
                  {(one.bron !== '' || one.bronDatum !== null) && (
                    <div className="dw-zacht dw-klein">
                      {[one.bron, one.bronDatum === null ? '' : formatShortDate(one.bronDatum, language)]
                        .filter((part) => part !== '')
                        .join(', ')}
                    </div>
                  )}
                </td>
                <td data-kop={t('document.door')}>
                  {one.door.naam}
                  <div className="dw-zacht dw-klein">{formatShortDate(one.op, language)}</div>
                </td>
                {schrijven && (
                  <td className="dw-tabel__knoppen">
                    <button
                      type="button"
                      className="dw-knopje"
                      onClick={() => setWeg(one)}
                      aria-label={`${t('document.weg')}: ${one.naam}`}
                    >
                      <Trash2 aria-hidden="true" size={18} />
                    </button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {weg !== null && (
        <Weghalen
          kop={t('document.weg')}
          wat={weg.naam}
          uitleg={t('casus.weg.uitleg')}
          doe={async () => {
            await verwijderDocument(casus, weg);
            await client.invalidateQueries({ queryKey: ['documenten', casus] });
            await herleesCasus(client, casus);
          }}
          gedaan={t('document.verwijderd', { naam: weg.naam })}
          onClose={() => setWeg(null)}
        />
      )}
    </>
  );
}
