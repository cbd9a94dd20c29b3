// SPDX-License-Identifier: EUPL-1.2
// A text that several people write in at once. What is typed goes by itself; the words of a colleague come in around the cursor;
// where both wrote in one paragraph, both texts stand side by side until somebody has chosen.
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { Bewerkveld, Id } from '../api/typen';
import { Button } from '../basis/button';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { TextArea } from '../basis/vorm/fields';
import type { Bewerkingen } from './bewerkingen';
import { verschuif } from './samen';

interface LiveVeldProps {
  werk: Bewerkingen;
  punt: Id;
  veld: Bewerkveld;
  label: string;
  hint?: string;
  rows?: number;
  leesbaar?: boolean;
}

export function LiveVeld({ werk, punt, veld, label, hint, rows = 4, leesbaar = false }: LiveVeldProps) {
  const { t } = useLanguage();
  const stand = useSyncExternalStore(werk.volg, () => werk.stand(punt, veld));
  const gebied = useRef<HTMLTextAreaElement>(null);
  const vorige = useRef(stand.tekst);
  const zelf = useRef(false);
  useLayoutEffect(() => {
    const hier = gebied.current;
    const [voor, na] = [vorige.current, stand.tekst];
    vorige.current = na;
    // The browser puts the cursor at the end when the text changes under it.
    if (hier !== null && voor !== na && !zelf.current && document.activeElement === hier) {
      const { selectionStart, selectionEnd } = cursor.current;
      hier.setSelectionRange(verschuif(voor, na, selectionStart), verschuif(voor, na, selectionEnd));
    }
    zelf.current = false;
  }, [stand.tekst]);
  const cursor = useRef({ selectionStart: 0, selectionEnd: 0 });
  const onthoud = () => {
    if (gebied.current !== null) {
      const { selectionStart, selectionEnd } = gebied.current;
      cursor.current = { selectionStart, selectionEnd };
    }
  };
  const naam = `${veld}-${punt}`;
  const { botsing } = stand;
  const wie = botsing?.door?.naam ?? t('overleg.collega');
  if (leesbaar) {
    return (
      <div className="dw-livelees">
        <h3 className="nl-heading nl-heading--level-5">{label}</h3>
        <p className="dw-lopend">{stand.tekst === '' ? t('overleg.veld.leeg') : stand.tekst}</p>
      </div>
    );
  }
  return (
    <div className="dw-liveveld">
      <TextArea
        ref={gebied}
        name={naam}
        label={label}
        {...(hint === undefined ? {} : { hint })}
        rows={rows}
        optional={veld !== 'besluittekst'}
        value={stand.tekst}
        onSelect={onthoud}
        onChange={(tekst) => {
          zelf.current = true;
          onthoud();
          werk.typ(punt, veld, tekst);
        }}
        {...(stand.staat === 'geweigerd' ? { error: problemText(stand.fout, t) } : {})}
      />
      {stand.staat === 'geweigerd' && <Button onClick={werk.probeer}>{t('basis.opnieuw')}</Button>}
      {botsing !== null && (
        <section className="dw-botsing" aria-label={t('overleg.botsing.kop', { naam: wie })}>
          <p className="dw-botsing__zin" role="alert">
            {t('overleg.botsing.kop', { naam: wie })}
          </p>
          <div className="dw-botsing__paar">
            <div className="dw-botsing__kant">
              <h3 className="nl-heading nl-heading--level-5">{t('overleg.botsing.van', { naam: wie })}</h3>
              <p className="dw-lopend">{botsing.hunne}</p>
            </div>
            <div className="dw-botsing__kant">
              <h3 className="nl-heading nl-heading--level-5">{t('overleg.botsing.mijn')}</h3>
              <p className="dw-lopend">{stand.tekst}</p>
            </div>
          </div>
          <div className="dw-knoppen">
            <Button weight="primary" onClick={() => werk.kies(punt, veld, 'beide')}>
              {t('overleg.botsing.beide')}
            </Button>
            <Button onClick={() => werk.kies(punt, veld, 'mijne')}>{t('overleg.botsing.mijne')}</Button>
            <Button onClick={() => werk.kies(punt, veld, 'hunne')}>{t('overleg.botsing.hunne', { naam: wie })}</Button>
          </div>
        </section>
      )}
    </div>
  );
}
