// SPDX-License-Identifier: EUPL-1.2
// Help: the list of keys, with the switch that turns them off.
import { Button } from '../button';
import { Dialog } from '../dialog';
import { setShortcuts, useShortcutsOn } from '../keys';
import { type BerichtId, useLanguage } from '../language';
import { Checkbox } from '../vorm/fields';

const KEYS: readonly { head: BerichtId; rows: readonly [readonly string[], BerichtId][] }[] = [
  {
    head: 'basis.toets.overal',
    rows: [
      [['g', 'm'], 'basis.toets.mijnwerk'],
      [['g', 's'], 'basis.toets.signalen'],
      [['g', 'c'], 'basis.toets.casussen'],
      [['g', 'o'], 'basis.toets.overleg'],
      [['g', 'k'], 'basis.toets.kaart'],
      [['g', 'a'], 'basis.toets.netwerk'],
      [['g', 'v'], 'basis.toets.cijfers'],
      [['c'], 'basis.toets.nieuw'],
      [['Ctrl', 'K'], 'basis.toets.zoeken'],
      [['?'], 'basis.toets.help'],
    ],
  },
  {
    head: 'basis.toets.lijst',
    rows: [
      [['j', '↓'], 'basis.toets.volgende'],
      [['k', '↑'], 'basis.toets.vorige'],
      [['Enter'], 'basis.toets.openen'],
      [['x', 'Spatie'], 'basis.toets.kiezen'],
      [['/'], 'basis.toets.filter'],
      [['d'], 'basis.toets.afvinken'],
    ],
  },
  {
    head: 'basis.toets.inbox',
    rows: [
      [['1'], 'basis.toets.wegen'],
      [['2'], 'basis.toets.duplicaat'],
      [['3'], 'basis.toets.nietoppakken'],
      [['4'], 'basis.toets.doorzetten'],
      [['h'], 'basis.toets.uitstellen'],
    ],
  },
  {
    head: 'basis.toets.inoverleg',
    rows: [
      [['PageDown'], 'basis.toets.volgendpunt'],
      [['PageUp'], 'basis.toets.vorigpunt'],
      [['b'], 'basis.toets.besluit'],
      [['a'], 'basis.toets.actie'],
      [['.'], 'basis.toets.zwart'],
    ],
  },
  {
    head: 'basis.toets.innetwerk',
    rows: [
      [['e', 'Enter'], 'basis.toets.uitbreiden'],
      [['p'], 'basis.toets.vastzetten'],
      [['h'], 'basis.toets.verbergen'],
      [['u'], 'basis.toets.terugnemen'],
    ],
  },
  { head: 'basis.toets.formulier', rows: [[['Ctrl', 'Enter'], 'basis.toets.opslaan']] },
];

export function HelpDialog({ onClose, onWhy }: { onClose: () => void; onWhy: () => void }) {
  const { t } = useLanguage();
  const on = useShortcutsOn();
  return (
    <Dialog title={t('basis.help.kop')} onClose={onClose} wide>
      <p className="nl-paragraph">{t('basis.help.tekst')}</p>
      <p className="nl-paragraph">
        <Button onClick={onWhy}>{t('basis.waarom')}</Button>
      </p>
      <Checkbox label={t('basis.help.schakelaar')} checked={on} onChange={setShortcuts} />
      <div className="dw-toetsen">
        {KEYS.map((group) => (
          <section key={group.head}>
            <h3 className="nl-heading nl-heading--level-4">{t(group.head)}</h3>
            <dl className="dw-toetsen__lijst">
              {group.rows.map(([keys, what]) => (
                <div key={what}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key} className="dw-toets">
                        {key === 'Spatie' ? t('basis.toets.spatie') : key}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{t(what)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
