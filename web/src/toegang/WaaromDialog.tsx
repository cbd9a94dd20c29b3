// SPDX-License-Identifier: EUPL-1.2
// "Why do I see this?": my roles, and for what purposes and on what grounds they let me look.
import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../basis/dialog';
import { formatMonths } from '../basis/format';
import { type BerichtId, useLanguage } from '../basis/language';
import { activiteitenQuery } from '../basis/lists';
import { useSession } from '../basis/session';

export default function WaaromDialog({ onClose }: { onClose: () => void }) {
  const { t, language } = useLanguage();
  const { rollen, rechten, activiteiten } = useSession();
  // The register itself is for who has that right; the names of one's own purposes are in the session.
  const mayRead = rechten.includes('verwerkingen.zien');
  const register = useQuery({ ...activiteitenQuery, enabled: mayRead }).data;
  return (
    <Dialog title={t('toegang.waarom.kop')} onClose={onClose} wide>
      <p className="nl-paragraph">
        {t('toegang.waarom.rol', { rollen: rollen.map((rol) => t(`rol.${rol}` as BerichtId)).join(', ') })}
      </p>
      <ul className="dw-waarom">
        {activiteiten.map((one) => {
          const full = register?.find((row) => row.code === one.code);
          return (
            <li key={one.code}>
              <h3 className="nl-heading nl-heading--level-4">{language === 'en' ? one.naamEn : one.naamNl}</h3>
              {full !== undefined && (
                <dl className="dw-feiten" lang="nl">
                  <dt>{t('toegang.waarom.doel')}</dt>
                  <dd>{full.doel}</dd>
                  <dt>{t('toegang.waarom.grond')}</dt>
                  <dd>
                    {full.grondslagAvg}; {full.grondslagWet}
                  </dd>
                  <dt>{t('toegang.waarom.bewaren')}</dt>
                  <dd lang={language}>{formatMonths(full.bewaarmaanden, t)}</dd>
                </dl>
              )}
            </li>
          );
        })}
      </ul>
      <p className="nl-paragraph dw-zacht">{t('toegang.voet')}</p>
    </Dialog>
  );
}
