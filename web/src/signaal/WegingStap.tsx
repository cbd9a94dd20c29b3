// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { ProfielStap, ProfielVraag, Signaal, WegingNieuw } from '../api/typen';
import { Button } from '../basis/button';
import { useShortcutsOn } from '../basis/keys';
import { type Language, useLanguage } from '../basis/language';
import { isConflict } from '../basis/problem';
import type { FormErrors } from '../basis/vorm/errors';
import { Form } from '../basis/vorm/Form';
import { RadioField, TextArea, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { toonOveral, weeg, zetOver } from './api';
import {
  beantwoord,
  controleerWeging,
  LEGE_WEGING,
  uitkomstVan,
  vraagtNaarWie,
  type WegingVelden,
  wegingVoorApi,
} from './weging';

const naam = (one: { naamNl: string; naamEn: string }, language: Language) =>
  language === 'en' ? one.naamEn : one.naamNl;

interface VraagProps {
  vraag: ProfielVraag;
  antwoord: string;
  toelichting: string;
  error: string | undefined;
  onAntwoord: (value: string) => void;
  onToelichting: (value: string) => void;
}

function Vraag({ vraag, antwoord, toelichting, error, onAntwoord, onToelichting }: VraagProps) {
  const { t, language } = useLanguage();
  const shortcuts = useShortcutsOn();
  const [open, setOpen] = useState(false);
  const name = `antwoorden.${vraag.code}`;
  const label = naam(vraag, language);
  const hint = (language === 'en' ? vraag.hulpEn : vraag.hulpNl) ?? undefined;
  if (vraag.soort === 'tekst') {
    return (
      <TextArea
        name={name}
        label={label}
        {...(hint ? { hint } : {})}
        optional
        rows={3}
        value={antwoord}
        onChange={onAntwoord}
        error={error}
      />
    );
  }
  const choices =
    vraag.soort === 'ja_nee'
      ? [
          { value: 'ja', label: t('basis.ja') },
          { value: 'nee', label: t('basis.nee') },
          { value: 'onbekend', label: t('basis.onbekend') },
        ]
      : vraag.keuzes.map((one) => ({ value: one.code, label: naam(one, language) }));
  /** Digits pick an answer while the focus is in the question. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (!shortcuts || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'radio') return;
    const choice = choices[Number(event.key) - 1];
    if (choice === undefined) return;
    event.preventDefault();
    onAntwoord(choice.value);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to keys of the radio buttons inside
    <div className="dw-vraag" onKeyDown={onKeyDown}>
      <RadioField
        name={name}
        label={label}
        {...(hint ? { hint } : {})}
        row={vraag.soort === 'ja_nee'}
        value={antwoord}
        onChange={onAntwoord}
        options={choices}
        error={error}
      />
      {open || toelichting !== '' ? (
        <TextField
          name={`toelichting.${vraag.code}`}
          label={t('signaal.weging.toelichting')}
          optional
          value={toelichting}
          onChange={onToelichting}
        />
      ) : (
        <Button
          weight="subtle"
          className="dw-knop--klein"
          onClick={() => setOpen(true)}
          aria-label={`${t('signaal.weging.toelichten')}: ${label}`}
        >
          {t('signaal.weging.toelichten')}
        </Button>
      )}
    </div>
  );
}

interface WegingStapProps {
  signaal: Signaal;
  stap: ProfielStap;
  /** Who records it otherwise than by himself, such as a meeting; gives the signaal as it stands after. */
  verstuur?: (started: Signaal, weging: WegingNieuw) => Promise<Signaal>;
  /** Before the button, and what is wrong in it. */
  children?: ReactNode;
  fouten?: () => FormErrors;
  onDone: (after: Signaal) => void;
  onConflict: () => void;
}

export function WegingStap({ signaal, stap, verstuur = weeg, children, fouten, onDone, onConflict }: WegingStapProps) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const form = useForm<WegingVelden>({
    initial: LEGE_WEGING,
    check: (values) => ({ ...controleerWeging(stap, values, t), ...fouten?.() }),
    send: async (values) => {
      try {
        // The first weighing is what takes a new signaal into weighing.
        const started = signaal.status === 'nieuw' ? await zetOver(signaal, 'in_weging') : signaal;
        if (started !== signaal) toonOveral(client, started);
        const after = await verstuur(started, wegingVoorApi(stap, values));
        toonOveral(client, after);
        onDone(after);
      } catch (error) {
        if (isConflict(error)) onConflict();
        throw error;
      }
    },
  });
  const { values, set, errors } = form;
  const uitkomst = uitkomstVan(stap, values.uitkomst);
  const done = beantwoord(stap, values);
  const progress = t('signaal.weging.stand', { aantal: done, totaal: stap.vragen.length });
  const consequence =
    uitkomst === undefined
      ? t('signaal.weging.nogkiezen')
      : t('signaal.weging.dan', {
          uitkomst: naam(uitkomst, language),
          gevolg: t(`signaal.gevolg.${uitkomst.gevolg as 'verder'}`, { stap: stap.stap + 1 }),
        });
  return (
    <Form form={form}>
      {stap.vragen.map((vraag) => (
        <Vraag
          key={vraag.code}
          vraag={vraag}
          antwoord={values.antwoorden[vraag.code] ?? ''}
          toelichting={values.toelichtingen[vraag.code] ?? ''}
          error={errors[`antwoorden.${vraag.code}`]}
          onAntwoord={(value) => set('antwoorden', { ...values.antwoorden, [vraag.code]: value })}
          onToelichting={(value) => set('toelichtingen', { ...values.toelichtingen, [vraag.code]: value })}
        />
      ))}
      <div className="dw-uitkomst">
        <RadioField
          {...form.field('uitkomst')}
          label={t('signaal.weging.uitkomst')}
          hint={t('signaal.weging.uitkomst.hulp')}
          options={stap.uitkomsten.map((one) => ({ value: one.code, label: naam(one, language) }))}
        />
        {vraagtNaarWie(uitkomst) && (
          <TextField
            {...form.field('naarWie')}
            label={t('signaal.besluit.naarwie')}
            hint={t('signaal.besluit.naarwie.hulp')}
            maxLength={200}
          />
        )}
        <TextArea
          {...form.field('motivering')}
          label={t('signaal.weging.motivering')}
          hint={t('signaal.weging.motivering.hulp')}
          rows={4}
        />
        <p className="dw-uitkomst__zin" role="status">
          {progress} {consequence}
        </p>
      </div>
      {children}
      <div className="dw-knoppen">
        <Button type="submit" weight="primary" busy={form.busy} hotkey="Ctrl+Enter">
          {t('signaal.weging.vastleggen', { stap: stap.stap })}
        </Button>
      </div>
    </Form>
  );
}
