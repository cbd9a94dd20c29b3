// SPDX-License-Identifier: EUPL-1.2
// What is chosen in the chart or the tables, and what can be done with it.
import { Link } from '@tanstack/react-router';
import { EyeOff, Group, Pin, PinOff, Route, Split, Ungroup, Waypoints } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Netwerkknoop } from '../api/typen';
import { Button } from '../basis/button';
import { Vlak } from '../basis/vlak';
import { TextArea } from '../basis/vorm/fields';
import { BewijsLijst } from './BewijsLijst';
import type { Keuze } from './Doek';
import type { Element, Sleutel, Stand, Tekening } from './model';
import { useWoorden } from './namen';
import { Symbool } from './Symbool';
import { schermVan } from './scherm';
import { isVouw } from './vouw';

/** Of a group, so many by name. */
const MEESTE_LEDEN = 12;

export interface Daden {
  uitbreiden: (sleutel: Sleutel) => void;
  verberg: (welke: readonly Sleutel[]) => void;
  groepeer: (welke: readonly Sleutel[]) => void;
  valUiteen: (sleutel: Sleutel) => void;
  zetVast: (welke: readonly Sleutel[], vast: boolean) => void;
  noteer: (sleutel: Sleutel, tekst: string) => void;
  zoekPad: (van: Sleutel, naar: Sleutel) => void;
  anderePaden: (van: Sleutel, naar: Sleutel) => void;
}

interface GekozenProps {
  tekening: Tekening;
  stand: Stand;
  keuze: Keuze;
  daden: Daden;
  bezig: boolean;
}

/** Words beside an object; kept as a step when the field is left. */
function Notitie({ sleutel, tekst, onNoteer }: { sleutel: Sleutel; tekst: string; onNoteer: (tekst: string) => void }) {
  const { t } = useWoorden();
  const [typt, setTypt] = useState(tekst);
  useEffect(() => setTypt(tekst), [tekst]);
  return (
    <TextArea
      key={sleutel}
      name="notitie"
      label={t('netwerk.notitie')}
      optional
      rows={2}
      maxLength={500}
      value={typt}
      onChange={setTypt}
      onBlur={() => {
        if (typt.trim() !== tekst) onNoteer(typt.trim());
      }}
    />
  );
}

function Een({ element, stand, daden, bezig }: { element: Element } & Omit<GekozenProps, 'tekening' | 'keuze'>) {
  const woorden = useWoorden();
  const { t } = woorden;
  const groep = element.soort === 'groep';
  const vouw = isVouw(element.sleutel);
  const knoop = element.knopen[0] as Netwerkknoop;
  const scherm = groep ? null : schermVan(knoop);
  return (
    <>
      <p className="dw-netwerk__naam">
        <Symbool soort={element.soort} size={26} />
        <span>
          <strong>{woorden.element(element)}</strong>
          <br />
          <span className="dw-zacht dw-klein">
            {[woorden.soort(element.soort), groep ? null : knoop.kenmerk].filter(Boolean).join(' · ')}
          </span>
        </span>
      </p>
      {groep && (
        <ul className="dw-netwerk__leden">
          {element.knopen.slice(0, MEESTE_LEDEN).map((one) => (
            <li key={one.id}>
              <Symbool soort={one.soort} size={16} /> {woorden.knoop(one)}
            </li>
          ))}
          {element.knopen.length > MEESTE_LEDEN && (
            <li className="dw-zacht">{t('netwerk.vouw.nog', { aantal: element.knopen.length - MEESTE_LEDEN })}</li>
          )}
        </ul>
      )}
      {!groep && knoop.buren.length > 0 && (
        <p className="nl-paragraph dw-klein">
          {t('netwerk.vastaan')} {knoop.buren.map((one) => `${woorden.soort(one.soort)} ${one.aantal}`).join(' · ')}
        </p>
      )}
      {scherm !== null && (
        <Link {...scherm} className="nl-link">
          {t('netwerk.openen', {
            soort: woorden.soort(knoop.bedrijf === null ? element.soort : 'onderneming').toLocaleLowerCase(),
          })}
        </Link>
      )}
      <div className="dw-knoppen">
        {element.meer > 0 && !groep && (
          <Button
            weight="primary"
            hotkey="e"
            busy={bezig}
            icon={<Waypoints aria-hidden="true" size={18} />}
            onClick={() => daden.uitbreiden(element.sleutel)}
          >
            {t('netwerk.uitbreiden', { aantal: element.meer })}
          </Button>
        )}
        {groep && (
          <Button
            {...(vouw ? { hotkey: 'e', weight: 'primary' as const } : {})}
            icon={<Ungroup aria-hidden="true" size={18} />}
            onClick={() => daden.valUiteen(element.sleutel)}
          >
            {t(vouw ? 'netwerk.vouw.openen' : 'netwerk.uiteen')}
          </Button>
        )}
        {!vouw && (
          <Button
            hotkey="p"
            icon={element.vast ? <PinOff aria-hidden="true" size={18} /> : <Pin aria-hidden="true" size={18} />}
            onClick={() => daden.zetVast([element.sleutel], !element.vast)}
          >
            {t(element.vast ? 'netwerk.losmaken' : 'netwerk.vastzetten')}
          </Button>
        )}
        <Button icon={<EyeOff aria-hidden="true" size={18} />} onClick={() => daden.verberg([element.sleutel])}>
          {t('netwerk.verbergen')}
        </Button>
      </div>
      {!groep && (
        <Notitie
          sleutel={element.sleutel}
          tekst={stand.notities[element.sleutel] ?? ''}
          onNoteer={(tekst) => daden.noteer(element.sleutel, tekst)}
        />
      )}
    </>
  );
}

export function Gekozen({ tekening, stand, keuze, daden, bezig }: GekozenProps) {
  const woorden = useWoorden();
  const { t } = woorden;
  const gekozen = tekening.elementen.filter((one) => keuze.knopen.includes(one.sleutel));
  const lijn = tekening.lijnen.find((one) => one.sleutel === keuze.lijn);
  const naam = (sleutel: Sleutel) => {
    const element = tekening.elementen.find((one) => one.sleutel === sleutel);
    return element === undefined ? '' : woorden.element(element);
  };
  const [een, ander, nog] = gekozen;
  // Two things, and no heap of them: what a path can be looked for between.
  const paar: [Sleutel, Sleutel] | undefined =
    een === undefined || ander === undefined || nog !== undefined || een.soort === 'groep' || ander.soort === 'groep'
      ? undefined
      : [een.sleutel, ander.sleutel];
  return (
    <Vlak kop={t('netwerk.gekozen')}>
      <div className="dw-netwerk__gekozen">
        {gekozen.length === 0 && lijn === undefined && (
          <p className="nl-paragraph dw-zacht">{t('netwerk.gekozen.niets')}</p>
        )}
        {gekozen.length === 0 && lijn !== undefined && (
          <>
            <p className="nl-paragraph">
              <strong>{t('netwerk.waarom', { van: naam(lijn.van), naar: naam(lijn.naar) })}</strong>
            </p>
            <BewijsLijst banden={lijn.banden} />
          </>
        )}
        {gekozen.length === 1 && een !== undefined && <Een {...{ element: een, stand, daden, bezig }} />}
        {gekozen.length > 1 && (
          <>
            <ul className="dw-netwerk__leden">
              {gekozen.slice(0, MEESTE_LEDEN).map((one) => (
                <li key={one.sleutel}>
                  <Symbool soort={one.soort} size={16} /> {woorden.element(one)}
                </li>
              ))}
              {gekozen.length > MEESTE_LEDEN && (
                <li className="dw-zacht">{t('netwerk.vouw.nog', { aantal: gekozen.length - MEESTE_LEDEN })}</li>
              )}
            </ul>
            <div className="dw-knoppen">
              {paar !== undefined && (
                <>
                  <Button
                    weight="primary"
                    busy={bezig}
                    icon={<Route aria-hidden="true" size={18} />}
                    onClick={() => daden.zoekPad(...paar)}
                  >
                    {t('netwerk.pad')}
                  </Button>
                  <Button icon={<Split aria-hidden="true" size={18} />} onClick={() => daden.anderePaden(...paar)}>
                    {t('netwerk.paden')}
                  </Button>
                </>
              )}
              <Button
                icon={<Group aria-hidden="true" size={18} />}
                onClick={() => daden.groepeer(gekozen.map((one) => one.sleutel))}
              >
                {t('netwerk.groeperen')}
              </Button>
              <Button
                icon={<EyeOff aria-hidden="true" size={18} />}
                onClick={() => daden.verberg(gekozen.map((one) => one.sleutel))}
              >
                {t('netwerk.verbergen')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Vlak>
  );
}
