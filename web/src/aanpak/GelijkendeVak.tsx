// SPDX-License-Identifier: EUPL-1.2
// Casussen that resemble this one, with what they share. The order is stated; people say what it means.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Gelijkende, Id, SamenhangStand } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { problemText } from '../basis/problem';
import { Empty, Failed, Loading } from '../basis/states';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { FaseMerk } from '../casus/merken';
import { gelijkendeQuery, haalSamenhangWeg, zegSamenhang } from './api';
import './aanpak.css';

const KORTSTE_REDEN = 10;
const BRANCHES = [
  '',
  'bouw',
  'industrie',
  'auto',
  'groothandel',
  'winkel',
  'vervoer',
  'horeca',
  'zakelijk',
  'zorg',
  'vrije-tijd',
  'persoonlijk',
] as const;
type Branche = Exclude<(typeof BRANCHES)[number], ''>;

function Zeggen({
  casus,
  ander,
  stand,
  onClose,
}: {
  casus: Id;
  ander: Gelijkende;
  stand: SamenhangStand;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { reden: '' },
    check: (v): FormErrors => (v.reden.trim().length < KORTSTE_REDEN ? { reden: t('aanpak.lijkt.reden.fout') } : {}),
    send: async (v) => {
      await zegSamenhang(client, casus, ander.casus, stand, v.reden.trim());
      announce(t(`aanpak.lijkt.gedaan.${stand}`, { kenmerk: ander.kenmerk }));
      onClose();
    },
  });
  return (
    <Form form={form}>
      <TextArea
        {...form.field('reden')}
        label={t(`aanpak.lijkt.reden.${stand}`)}
        hint={t('aanpak.lijkt.reden.hulp')}
        rows={2}
        maxLength={1000}
      />
      <FormButtons form={form} onCancel={onClose}>
        {t(`aanpak.lijkt.doe.${stand}`)}
      </FormButtons>
    </Form>
  );
}

function Kaart({ casus, ander, schrijven }: { casus: Id; ander: Gelijkende; schrijven: boolean }) {
  const { t, language } = useLanguage();
  const { name } = useLists();
  const client = useQueryClient();
  const [zegt, setZegt] = useState<SamenhangStand | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const kaart = useRef<HTMLLIElement>(null);
  const noem = (soort: string, tekst: string): string => {
    if (soort === 'thema') return name('themas', tekst);
    if (soort === 'interventie') return name('interventietypen', tekst);
    if (soort !== 'branche') return tekst;
    const branche = BRANCHES[Number(tekst)];
    return branche === undefined || branche === '' ? tekst : t(`aanpak.branche.${branche as Branche}`);
  };
  return (
    <li className="dw-vlak dw-kaart" ref={kaart} tabIndex={-1}>
      <h3 className="nl-heading nl-heading--level-4">
        <Link to="/casussen/$id" params={{ id: ander.casus }} className="nl-link">
          {ander.werknaam}
        </Link>
      </h3>
      <p className="dw-zacht dw-klein">
        <span className="dw-kenmerk">{ander.kenmerk}</span> <FaseMerk fase={ander.fase} />
      </p>
      {ander.redenen.length === 0 ? (
        <p className="nl-paragraph">{t('aanpak.lijkt.geenreden')}</p>
      ) : (
        <dl className="dw-gedeeld">
          {ander.redenen.map((reden) => (
            <div key={reden.soort}>
              <dt>{t(`aanpak.lijkt.soort.${reden.soort}`, { aantal: reden.aantal })}</dt>
              <dd>{reden.wat.map((one) => noem(one.soort, one.tekst)).join(', ')}</dd>
            </div>
          ))}
        </dl>
      )}
      {ander.samenhang !== null && (
        <div className="dw-uitkomst">
          <p>
            <strong>{t(`aanpak.lijkt.stand.${ander.samenhang.stand}`)}</strong>
          </p>
          <p className="dw-lopend">{ander.samenhang.reden}</p>
          <p className="dw-zacht dw-klein">
            {ander.samenhang.door.naam}, {formatShortDate(ander.samenhang.op, language)}
          </p>
        </div>
      )}
      {failure !== null && (
        <div className="dw-mislukt" role="alert">
          {problemText(failure, t)}
        </div>
      )}
      {schrijven && zegt === null && (
        <div className="dw-knoppen">
          {ander.samenhang === null ? (
            (['bevestigd', 'weggelegd'] as const).map((one) => (
              <Button
                key={one}
                weight={one === 'bevestigd' ? 'secondary' : 'subtle'}
                aria-label={`${t(`aanpak.lijkt.doe.${one}`)}: ${ander.werknaam}`}
                onClick={() => setZegt(one)}
              >
                {t(`aanpak.lijkt.doe.${one}`)}
              </Button>
            ))
          ) : (
            <Button
              weight="subtle"
              aria-label={`${t('aanpak.lijkt.terug')}: ${ander.werknaam}`}
              onClick={() => {
                setFailure(null);
                haalSamenhangWeg(client, casus, ander.casus).then(
                  () => announce(t('aanpak.lijkt.terug.gedaan')),
                  setFailure,
                );
              }}
            >
              {t('aanpak.lijkt.terug')}
            </Button>
          )}
        </div>
      )}
      {zegt !== null && (
        <Zeggen
          casus={casus}
          ander={ander}
          stand={zegt}
          onClose={() => {
            setZegt(null);
            kaart.current?.focus();
          }}
        />
      )}
    </li>
  );
}

export function GelijkendeVak({ casus, schrijven }: { casus: Id; schrijven: boolean }) {
  const { t } = useLanguage();
  const found = useQuery(gelijkendeQuery(casus));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const weg = found.data.filter((one) => one.samenhang?.stand === 'weggelegd');
  const blijft = [
    ...found.data.filter((one) => one.samenhang?.stand === 'bevestigd'),
    ...found.data.filter((one) => one.samenhang === null),
  ];
  const lijst = (welke: Gelijkende[]) => (
    <ul className="dw-kaarten">
      {welke.map((one) => (
        <Kaart key={one.casus} casus={casus} ander={one} schrijven={schrijven} />
      ))}
    </ul>
  );
  return (
    <>
      <p className="nl-paragraph">{t('aanpak.lijkt.uitleg')}</p>
      {blijft.length === 0 ? (
        <Empty title={t('aanpak.lijkt.geen')}>{t('aanpak.lijkt.geen.uitleg')}</Empty>
      ) : (
        lijst(blijft)
      )}
      {weg.length > 0 && (
        <details>
          <summary>{t('aanpak.lijkt.weg', { aantal: weg.length })}</summary>
          {lijst(weg)}
        </details>
      )}
    </>
  );
}
