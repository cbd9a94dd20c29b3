// SPDX-License-Identifier: EUPL-1.2
// Which ties count: those of a period, and of sources that are reliable enough. What falls out exists for no step or path either.
import { useEffect, useState } from 'react';
import { BETROUWBAARHEDEN, type Betrouwbaarheid, type Netwerkfilter } from '../api/typen';
import { isDay } from '../basis/format';
import { useLanguage } from '../basis/language';
import { DateField, dayFault } from '../basis/vorm/dates';
import { SelectField } from '../basis/vorm/fields';

interface FilterProps {
  filter: Netwerkfilter;
  onFilter: (filter: Netwerkfilter) => void;
}

export function Filter({ filter, onFilter }: FilterProps) {
  const { t } = useLanguage();
  const [dagen, setDagen] = useState({ begin: filter.begin ?? '', eind: filter.eind ?? '' });
  useEffect(() => setDagen({ begin: filter.begin ?? '', eind: filter.eind ?? '' }), [filter.begin, filter.eind]);
  const zet = (deel: Partial<typeof dagen>) => {
    const nu = { ...dagen, ...deel };
    setDagen(nu);
    const goed = Object.values(nu).every((one) => one === '' || isDay(one));
    const omgekeerd = nu.begin !== '' && nu.eind !== '' && nu.eind < nu.begin;
    if (goed && !omgekeerd) onFilter({ ...filter, begin: nu.begin || null, eind: nu.eind || null });
  };
  const omgekeerd = isDay(dagen.begin) && isDay(dagen.eind) && dagen.eind < dagen.begin;
  return (
    <div className="dw-netwerk__filter">
      <DateField
        name="filter-begin"
        label={t('netwerk.filter.begin')}
        optional
        value={dagen.begin}
        onChange={(begin) => zet({ begin })}
        error={dayFault(dagen.begin, t)}
      />
      <DateField
        name="filter-eind"
        label={t('netwerk.filter.eind')}
        optional
        value={dagen.eind}
        onChange={(eind) => zet({ eind })}
        error={omgekeerd ? t('netwerk.filter.omgekeerd') : dayFault(dagen.eind, t)}
      />
      <SelectField
        name="filter-betrouwbaarheid"
        label={t('netwerk.filter.betrouwbaarheid')}
        optional
        none={t('netwerk.filter.elke')}
        value={filter.betrouwbaarheid ?? ''}
        onChange={(letter) =>
          onFilter({ ...filter, betrouwbaarheid: letter === '' ? null : (letter as Betrouwbaarheid) })
        }
        options={BETROUWBAARHEDEN.slice(0, -1).map((letter) => ({
          value: letter,
          label: t('netwerk.filter.minstens', { letter }),
        }))}
      />
    </div>
  );
}
