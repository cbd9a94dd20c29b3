// SPDX-License-Identifier: EUPL-1.2
// Who saw the thing with this reference, or the files that name this company or address, for who is in no file himself: the looks, and nothing of what it says.
import { useState } from 'react';
import { Button } from '../basis/button';
import { useLanguage } from '../basis/language';
import { TextField } from '../basis/vorm/fields';
import { InzagenTabel } from './InzagenTabel';
import { isNaTeGaan, netKenmerk } from './kenmerk';

export function ZoekInzagen() {
  const { t } = useLanguage();
  const [getypt, setGetypt] = useState('');
  const [gezocht, setGezocht] = useState<string | null>(null);
  const [fout, setFout] = useState<string | undefined>(undefined);
  return (
    <>
      <p className="nl-paragraph">{t('privacy.zoek.uitleg')}</p>
      <form
        className="dw-vorm dw-zoekkenmerk"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const kenmerk = netKenmerk(getypt);
          const goed = isNaTeGaan(kenmerk);
          setFout(goed ? undefined : t('privacy.zoek.fout'));
          setGezocht(goed ? kenmerk : null);
        }}
      >
        <TextField
          name="kenmerk"
          label={t('privacy.zoek.wat')}
          hint={t('privacy.zoek.hulp')}
          className="dw-invoer--kenmerk"
          value={getypt}
          onChange={setGetypt}
          error={fout}
        />
        <Button type="submit" weight="primary">
          {t('privacy.zoek.doe')}
        </Button>
      </form>
      {gezocht !== null && (
        <section aria-label={t('privacy.zoek.uitkomst', { kenmerk: gezocht })}>
          <h2 className="nl-heading nl-heading--level-3">{t('privacy.zoek.uitkomst', { kenmerk: gezocht })}</h2>
          <InzagenTabel
            key={gezocht}
            wat={{ soort: 'kenmerk', kenmerk: gezocht }}
            kop={t('privacy.zoek.uitkomst', { kenmerk: gezocht })}
          />
        </section>
      )}
    </>
  );
}
