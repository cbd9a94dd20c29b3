// SPDX-License-Identifier: EUPL-1.2
import { Building2, Car, CreditCard, Mail, MapPin, Phone, Ship, User } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Vermelding, VermeldingNieuw, VermeldingSoort } from '../api/typen';
import { useLanguage } from '../basis/language';
import { LabelRegel } from './label';

const ICOON = {
  persoon: User,
  bedrijf: Building2,
  voertuig: Car,
  telefoon: Phone,
  email: Mail,
  rekening: CreditCard,
  adres: MapPin,
  vaartuig: Ship,
} as const satisfies Record<VermeldingSoort, unknown>;

interface VermeldingRegelProps {
  vermelding: VermeldingNieuw | Vermelding;
  /** Buttons at the end of the line. */
  children?: ReactNode;
}

/** One line: what, as written, number, role, and in how many other files it is named. */
export function VermeldingRegel({ vermelding, children }: VermeldingRegelProps) {
  const { t } = useLanguage();
  const Icoon = ICOON[vermelding.soort];
  const elders = 'elders' in vermelding ? vermelding.elders : 0;
  return (
    <div className="dw-vermelding">
      <Icoon aria-hidden="true" size={18} />
      <div className="dw-vermelding__tekst">
        <span className="dw-onzichtbaar">{t(`entiteit.soort.${vermelding.soort}`)}: </span>
        <span className="dw-vermelding__naam">{vermelding.tekst}</span>
        {vermelding.sleutel !== null && vermelding.sleutel !== vermelding.tekst && (
          <span className="dw-kenmerk"> · {vermelding.sleutel}</span>
        )}
        {'heeftBsn' in vermelding && vermelding.heeftBsn && (
          <span className="dw-zacht"> · {t('entiteit.bsn.verborgen')}</span>
        )}
        {vermelding.minderjarig === true && (
          <span className="nl-data-badge dw-status-merk dw-status-merk--wacht">{t('entiteit.minderjarig')}</span>
        )}
        {vermelding.rol !== null && <span className="dw-zacht"> · {vermelding.rol}</span>}
        {vermelding.toelichting !== null && <div className="dw-zacht">{vermelding.toelichting}</div>}
        {'elders' in vermelding && <LabelRegel feit={vermelding} />}
        {elders > 0 && <div className="dw-vermelding__elders">{t('entiteit.elders', { aantal: elders })}</div>}
      </div>
      {children}
    </div>
  );
}
