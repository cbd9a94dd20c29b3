// SPDX-License-Identifier: EUPL-1.2
import type { CasusFase } from '../api/typen';
import { useLanguage } from '../basis/language';

const SOORT: Record<CasusFase, string> = {
  informatie: 'bezig',
  plan: 'bezig',
  uitvoering: 'casus',
  bij_riec: 'wacht',
  monitoring: 'wacht',
  afronding: 'casus',
  archief: 'klaar',
  vernietigd: 'klaar',
};

export function FaseMerk({ fase }: { fase: CasusFase }) {
  const { t } = useLanguage();
  return (
    <span className={`nl-data-badge dw-status-merk dw-status-merk--${SOORT[fase]}`}>{t(`casus.fase.${fase}`)}</span>
  );
}

const WEG: readonly CasusFase[] = ['informatie', 'plan', 'uitvoering', 'afronding', 'archief'];

/** Where the casus stands on its way, in words; a casus at the RIEC or being monitored stands at carrying out. */
export function FaseStappen({ fase }: { fase: CasusFase }) {
  const { t } = useLanguage();
  const plek = WEG.indexOf(fase === 'bij_riec' || fase === 'monitoring' ? 'uitvoering' : fase);
  return (
    <ol className="dw-fasen" aria-label={t('casus.fasen')}>
      {WEG.map((een, nummer) => {
        const nu = nummer === plek;
        const stand = nu ? 'nu' : nummer < plek ? 'klaar' : 'straks';
        return (
          <li key={een} className={`dw-fasen__fase dw-fasen__fase--${stand}`} aria-current={nu ? 'step' : undefined}>
            <span>{t(`casus.fase.${nu ? fase : een}`)}</span>
            <span className="dw-onzichtbaar"> ({t(`casus.stand.${stand}`)})</span>
          </li>
        );
      })}
    </ol>
  );
}
