// SPDX-License-Identifier: EUPL-1.2
// Small marks of a signaal: where it stands, and how far source and information can be trusted.
import type { Betrouwbaarheid, Informatiewaarde, SignaalRegel, SignaalStatus } from '../api/typen';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';

/** How heavy a status looks; the word says it, the colour only decorates. */
const TOON: Partial<Record<SignaalStatus, string>> = {
  nieuw: 'nieuw',
  in_weging: 'bezig',
  uitgesteld: 'wacht',
  casus: 'casus',
  bij_riec: 'casus',
};

type Stand = Pick<SignaalRegel, 'status' | 'wegingStap' | 'uitgesteldTot'>;

export function StatusMerk({ status, wegingStap, uitgesteldTot }: Stand) {
  const { t, language } = useLanguage();
  let text = t(`signaal.status.${status}`);
  if (status === 'in_weging' && wegingStap >= 1 && wegingStap <= 3) text = t('signaal.stap.kort', { stap: wegingStap });
  if (status === 'in_weging' && wegingStap === 4) text = t('signaal.stap.casus');
  if (status === 'uitgesteld' && uitgesteldTot !== null) {
    text = t('signaal.status.uitgesteldtot', { datum: formatShortDate(uitgesteldTot, language) });
  }
  return <span className={`nl-data-badge dw-status-merk dw-status-merk--${TOON[status] ?? 'klaar'}`}>{text}</span>;
}

interface GraderingProps {
  bron: Betrouwbaarheid;
  waarde: Informatiewaarde;
  /** With the meaning of both in words. */
  voluit?: boolean;
}

/** "B2", as evaluation grids write it; the words are there for who does not know the grid. */
export function Gradering({ bron, waarde, voluit = false }: GraderingProps) {
  const { t } = useLanguage();
  const words = t('signaal.gradering.woorden', {
    bron: t(`signaal.betrouwbaarheid.${bron}`),
    waarde: t(`signaal.waarde.${waarde}`),
  });
  if (voluit) {
    return (
      <>
        <span className="dw-gradering" aria-hidden="true">
          {bron}
          {waarde}
        </span>{' '}
        {words}
      </>
    );
  }
  return (
    <span className="dw-gradering" title={words}>
      <span aria-hidden="true">
        {bron}
        {waarde}
      </span>
      <span className="dw-onzichtbaar">{words}</span>
    </span>
  );
}
