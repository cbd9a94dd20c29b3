// SPDX-License-Identifier: EUPL-1.2
// The chart on paper or in a file: first why, then the sheet with its legend, its sources and who takes it along.
import { FileImage, FileType, Printer } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { Netwerkblad } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { formatDateTime } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { problemText } from '../basis/problem';
import { Form, FormButtons } from '../basis/vorm/Form';
import { RadioField, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { maakBestand, maakBlad } from './api';
import { type Stand, sleutelVan, tekening as teken } from './model';
import { opschriften, useWoorden } from './namen';
import { Symbool } from './Symbool';
import { alsSvg, bewaarPng, bewaarSvg, bewaarTekst } from './svg';
import { gevouwen, metPlaats } from './vouw';

interface BladProps {
  blad: Netwerkblad;
  stand: Stand;
}

function Blad({ blad, stand }: BladProps) {
  const woorden = useWoorden();
  const { t } = woorden;
  const { language } = useLanguage();
  const { name } = useLists();
  const heel = useMemo(() => teken(stand, blad.beeld), [stand, blad]);
  const tekening = useMemo(() => gevouwen(heel, stand), [heel, stand]);
  const knopen = useMemo(() => new Map(blad.beeld.knopen.map((one) => [sleutelVan(one), one])), [blad]);
  const voet = [
    t('netwerk.blad.voet', {
      organisatie: blad.organisatie,
      naam: blad.door.naam,
      op: formatDateTime(blad.op, language),
    }),
    t('netwerk.blad.reden', { reden: blad.reden }),
    t('netwerk.blad.kenmerk', { kenmerk: blad.kenmerk }),
    blad.regime === ''
      ? t('netwerk.blad.openbaar')
      : t('netwerk.blad.label', {
          regime: name('regimes', blad.regime),
          doorgifte: name('doorgiften', blad.doorgifte),
        }),
  ];
  const svg = alsSvg(tekening, metPlaats(tekening, stand.plaats), opschriften(tekening, woorden), voet);
  const [adres, setAdres] = useState('');
  useEffect(() => {
    const nieuw = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setAdres(nieuw);
    return () => URL.revokeObjectURL(nieuw);
  }, [svg]);
  const soorten = [...new Set([...heel.elementen, ...tekening.elementen].map((one) => one.soort))];
  const groepen = tekening.elementen.filter((one) => one.soort === 'groep');
  const bestand = `netwerk-${blad.kenmerk.slice(0, 8)}`;
  return (
    <div className="dw-blad">
      <p className="nl-heading nl-heading--level-2 dw-blad__kop">{`${t('nav.netwerk')} · ${blad.organisatie}`}</p>
      <div className="dw-knoppen dw-blad__knoppen">
        <Button weight="primary" icon={<Printer aria-hidden="true" size={18} />} onClick={() => window.print()}>
          {t('netwerk.blad.afdrukken')}
        </Button>
        <Button icon={<FileType aria-hidden="true" size={18} />} onClick={() => bewaarSvg(svg, `${bestand}.svg`)}>
          {'SVG'}
        </Button>
        <Button
          icon={<FileImage aria-hidden="true" size={18} />}
          onClick={() => {
            bewaarPng(svg, `${bestand}.png`).catch((error) => announce(problemText(error, t, false)));
          }}
        >
          {'PNG'}
        </Button>
      </div>
      {adres !== '' && (
        <img
          className="dw-blad__beeld"
          src={adres}
          alt={t('netwerk.blad.beeld', { aantal: tekening.elementen.length })}
        />
      )}
      <h3 className="nl-heading nl-heading--level-4">{t('netwerk.legenda')}</h3>
      <ul className="dw-legenda">
        {soorten.map((soort) => (
          <li key={soort}>
            <Symbool soort={soort} size={18} /> {woorden.soort(soort)}
          </li>
        ))}
        {(['stevig', 'onzeker'] as const).map((aard) => (
          <li key={aard} className="dw-legenda__lijn">
            <svg aria-hidden="true" width="36" height="8" stroke="#5c6b78" strokeWidth="2">
              <path d="M0 4h36" strokeDasharray={aard === 'onzeker' ? '7 5' : undefined} />
            </svg>
            {t(`netwerk.legenda.${aard}`)}
          </li>
        ))}
      </ul>
      {groepen.length > 0 && (
        <>
          <h3 className="nl-heading nl-heading--level-4">{t('netwerk.blad.groepen')}</h3>
          <ul>
            {groepen.map((one) => (
              <li key={one.sleutel}>{`${woorden.element(one)}: ${one.knopen.map(woorden.knoop).join(', ')}`}</li>
            ))}
          </ul>
        </>
      )}
      <h3 className="nl-heading nl-heading--level-4">{t('netwerk.blad.bronnen')}</h3>
      <table className="dw-tabel">
        <caption className="dw-onzichtbaar">{t('netwerk.blad.bronnen')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('netwerk.kop.van')}</th>
            <th scope="col">{t('netwerk.kop.verband')}</th>
            <th scope="col">{t('netwerk.kop.naar')}</th>
            <th scope="col">{t('netwerk.kop.bron')}</th>
          </tr>
        </thead>
        <tbody>
          {heel.lijnen
            .flatMap((lijn) => lijn.banden)
            .map((band) => {
              const knoop = (ref: typeof band.van) => {
                const er = knopen.get(sleutelVan(ref));
                return er === undefined ? '' : woorden.knoop(er);
              };
              return (
                <tr key={`${sleutelVan(band.van)} ${sleutelVan(band.naar)} ${band.soort}`}>
                  <th scope="row">{knoop(band.van)}</th>
                  <td data-kop={t('netwerk.kop.verband')}>{woorden.band(band.soort)}</td>
                  <td data-kop={t('netwerk.kop.naar')}>{knoop(band.naar)}</td>
                  <td data-kop={t('netwerk.kop.bron')}>
                    {band.bewijs
                      .map((one) =>
                        [
                          woorden.bron(one),
                          woorden.wanneer(one),
                          one.bronBetrouwbaarheid === null ? '' : `${one.bronBetrouwbaarheid}${one.informatieWaarde}`,
                        ]
                          .filter(Boolean)
                          .join(', '),
                      )
                      .join('; ')}
                  </td>
                </tr>
              );
            })}
        </tbody>
      </table>
      {Object.entries(stand.notities).some(([sleutel, tekst]) => tekst !== '' && knopen.has(sleutel)) && (
        <>
          <h3 className="nl-heading nl-heading--level-4">{t('netwerk.blad.notities')}</h3>
          <ul>
            {blad.beeld.knopen.map((one) => {
              const tekst = stand.notities[sleutelVan(one)];
              return tekst ? <li key={sleutelVan(one)}>{`${woorden.knoop(one)}: ${tekst}`}</li> : null;
            })}
          </ul>
        </>
      )}
      <footer className="dw-blad__voet">
        {voet.map((regel) => (
          <p key={regel}>{regel}</p>
        ))}
      </footer>
    </div>
  );
}

interface VensterProps {
  stand: Stand;
  onClose: () => void;
}

export function AfdrukVenster({ stand, onClose }: VensterProps) {
  const { t } = useLanguage();
  const [blad, setBlad] = useState<Netwerkblad | null>(null);
  const form = useForm({
    initial: { reden: '', vorm: 'blad', overleg: '' },
    check: (values): Record<string, string> =>
      values.reden.trim() === '' ? { reden: t('netwerk.blad.fout.reden') } : {},
    send: async (values) => {
      const open = stand.knopen.filter((one) => !stand.verborgen.includes(one));
      const reden = values.reden.trim();
      if (values.vorm === 'graphml' || values.vorm === 'csv') {
        const bestand = await maakBestand(open, stand.filter, values.vorm, reden, values.overleg.trim());
        bewaarTekst(bestand.inhoud, bestand.naam);
        announce(t('netwerk.bestand.gemaakt', { naam: bestand.naam, weg: bestand.bronnenWeggelaten }));
        onClose();
      } else setBlad(await maakBlad(open, stand.filter, reden));
    },
  });
  return (
    <Dialog title={t('netwerk.blad')} onClose={onClose} wide={blad !== null}>
      {blad === null ? (
        <Form form={form}>
          <p className="nl-paragraph">{t('netwerk.blad.uitleg')}</p>
          <TextArea
            {...form.field('reden')}
            label={t('netwerk.blad.waarom')}
            hint={t('netwerk.blad.waarom.hulp')}
            rows={2}
            maxLength={500}
          />
          <RadioField
            name="vorm"
            label={t('netwerk.bestand.vorm')}
            value={form.values.vorm}
            onChange={form.on('vorm')}
            options={[
              { value: 'blad', label: t('netwerk.bestand.blad') },
              { value: 'graphml', label: 'GraphML', hint: t('netwerk.bestand.hulp') },
              { value: 'csv', label: 'CSV', hint: t('netwerk.bestand.hulp') },
            ]}
          />
          {form.values.vorm !== 'blad' && (
            <TextArea
              {...form.field('overleg')}
              label={t('netwerk.bestand.overleg')}
              hint={t('netwerk.bestand.overleg.hulp')}
              optional
              rows={2}
              maxLength={500}
            />
          )}
          <FormButtons form={form} onCancel={onClose}>
            {t('netwerk.blad.maak')}
          </FormButtons>
        </Form>
      ) : (
        <Blad blad={blad} stand={stand} />
      )}
    </Dialog>
  );
}
