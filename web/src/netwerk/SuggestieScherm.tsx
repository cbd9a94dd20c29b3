// SPDX-License-Identifier: EUPL-1.2
// What a watcher met: the rule, who and what is in it, every source, and the weighing by a person. No score.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Waypoints } from 'lucide-react';
import type { Netwerkknoop, Rol, Suggestie } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { PageHeading } from '../basis/page';
import { useRight } from '../basis/session';
import { Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import type { FormErrors } from '../basis/vorm/errors';
import { Form } from '../basis/vorm/Form';
import { RadioField, SelectField, TextArea, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { dossierpad } from '../zoek/api';
import { BewijsLijst } from './BewijsLijst';
import { sleutelVan } from './model';
import { useWoorden } from './namen';
import { PatroonRegel } from './PatroonRegel';
import { Symbool } from './Symbool';
import { schermVan } from './scherm';
import { casuskeuzeQuery, DAGEN, suggestieQuery, wachtersQuery, weegSuggestie } from './wachter';
import '../basis/stijl/vakken.css';
import './netwerk.css';

const route = getRouteApi('/kantoor/netwerk/suggesties/$id');

function Naam({ knoop }: { knoop: Netwerkknoop }) {
  const woorden = useWoorden();
  const scherm = schermVan(knoop);
  const naam = woorden.knoop(knoop);
  return scherm === null ? (
    naam
  ) : (
    <Link {...scherm} className="nl-link">
      {naam}
    </Link>
  );
}

function Leden({ suggestie }: { suggestie: Suggestie }) {
  const { t } = useLanguage();
  const woorden = useWoorden();
  const rollen = new Map(suggestie.rollen.map((one) => [sleutelVan(one), one.rol]));
  const rol = (one: Netwerkknoop) => {
    const naam = rollen.get(sleutelVan(one)) ?? 'bedrijf';
    return suggestie.patroon === null ? t(`netwerk.rol.${naam as Rol}`) : `${naam} · ${woorden.soort(one.soort)}`;
  };
  return (
    <ul className="dw-wachter__leden">
      {suggestie.beeld.knopen.map((one) => (
        <li key={sleutelVan(one)}>
          <Symbool soort={one.soort} size={20} />
          <span>
            <Naam knoop={one} />{' '}
            <span className="dw-zacht dw-klein">
              {[rol(one), one.kenmerk ?? ''].filter((deel) => deel !== '' && deel !== woorden.knoop(one)).join(' · ')}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Bronnen({ suggestie }: { suggestie: Suggestie }) {
  const woorden = useWoorden();
  const naam = new Map(suggestie.beeld.knopen.map((one) => [sleutelVan(one), woorden.knoop(one)]));
  return (
    <ul className="dw-wachter__banden">
      {suggestie.beeld.banden.map((band) => (
        <li key={`${band.soort} ${sleutelVan(band.van)} ${sleutelVan(band.naar)}`}>
          <p className="nl-paragraph">{`${naam.get(sleutelVan(band.van))} – ${naam.get(sleutelVan(band.naar))}`}</p>
          <BewijsLijst banden={[band]} />
        </li>
      ))}
    </ul>
  );
}

function Weging({ suggestie }: { suggestie: Suggestie }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const maySignal = useRight('signaal.schrijven');
  const mayCasus = useRight('casus.schrijven');
  const casussen = useQuery({ ...casuskeuzeQuery, enabled: mayCasus }).data ?? [];
  const form = useForm({
    initial: { besluit: '', reden: '', titel: '', casus: '' },
    check: (values) => {
      const errors: FormErrors = {};
      if (values.besluit === '') errors.besluit = t('netwerk.weging.fout.besluit');
      if (values.reden.trim() === '') errors.reden = t('netwerk.weging.fout.reden');
      if (values.besluit === 'signaal' && values.titel.trim() === '') errors.titel = t('netwerk.weging.fout.titel');
      if (values.besluit === 'casus' && values.casus === '') errors.casus = t('netwerk.weging.fout.casus');
      return errors;
    },
    send: async (values) => {
      const besluit = values.besluit as 'weg' | 'signaal' | 'casus';
      const na = await weegSuggestie(suggestie.id, {
        besluit,
        reden: values.reden.trim(),
        titel: besluit === 'signaal' ? values.titel.trim() : null,
        casus: besluit === 'casus' ? values.casus : null,
      });
      announce(t(`netwerk.weging.gedaan.${besluit}`));
      client.setQueryData(suggestieQuery(suggestie.id).queryKey, na);
      await Promise.all([
        client.invalidateQueries({ queryKey: wachtersQuery.queryKey }),
        client.invalidateQueries({ queryKey: ['mijn-werk'] }),
      ]);
    },
  });
  const { besluit } = form.values;
  return (
    <Vlak kop={t('netwerk.weging')}>
      <Form form={form}>
        <p className="nl-paragraph">{t('netwerk.weging.uitleg')}</p>
        <RadioField
          name="besluit"
          label={t('netwerk.weging.besluit')}
          value={besluit}
          onChange={form.on('besluit')}
          error={form.errors.besluit}
          options={[
            { value: 'weg', label: t('netwerk.weging.weg'), hint: t('netwerk.weging.weg.hulp') },
            ...(maySignal
              ? [
                  {
                    value: 'signaal',
                    label: t('netwerk.weging.signaal'),
                    hint: t(suggestie.besloten ? 'netwerk.weging.signaal.besloten' : 'netwerk.weging.signaal.hulp'),
                  },
                ]
              : []),
            ...(mayCasus
              ? [{ value: 'casus', label: t('netwerk.weging.casus'), hint: t('netwerk.weging.casus.hulp') }]
              : []),
          ]}
        />
        {besluit === 'signaal' && (
          <TextField
            {...form.field('titel')}
            label={t('netwerk.weging.titel')}
            hint={t('netwerk.weging.titel.hulp')}
            maxLength={150}
          />
        )}
        {besluit === 'casus' && (
          <SelectField
            {...form.field('casus')}
            label={t('netwerk.weging.welke')}
            none={t('netwerk.weging.kies')}
            options={casussen.map((one) => ({ value: one.id, label: `${one.kenmerk} · ${one.werknaam}` }))}
          />
        )}
        <TextArea
          {...form.field('reden')}
          label={t('netwerk.weging.reden')}
          hint={t('netwerk.weging.reden.hulp')}
          rows={3}
          maxLength={2000}
        />
        <div className="dw-knoppen">
          <Button type="submit" weight="primary" busy={form.busy}>
            {t('netwerk.weging.doe')}
          </Button>
        </div>
      </Form>
    </Vlak>
  );
}

function Gewogen({ suggestie }: { suggestie: Suggestie }) {
  const { t, language } = useLanguage();
  return (
    <Vlak kop={t(`netwerk.suggestie.staat.${suggestie.staat}`)}>
      <p className="nl-paragraph">{suggestie.reden}</p>
      {suggestie.dossier !== null && (
        <p className="nl-paragraph">
          <Link {...dossierpad(suggestie.dossier)} className="nl-link">
            {`${suggestie.dossier.kenmerk} · ${suggestie.dossier.naam}`}
          </Link>
        </p>
      )}
      {suggestie.gewogenDoor !== null && suggestie.gewogenOp !== null && (
        <p className="nl-paragraph dw-zacht dw-klein">
          {`${suggestie.gewogenDoor.naam}, ${formatShortDate(suggestie.gewogenOp, language)}`}
        </p>
      )}
    </Vlak>
  );
}

function Inhoud({ suggestie }: { suggestie: Suggestie }) {
  const { t } = useLanguage();
  const { name } = useLists();
  return (
    <>
      <Vlak
        kop={t('netwerk.wachter.regel')}
        rechts={
          <Link to="/netwerk/wachters/$id" params={{ id: suggestie.wachter }} className="nl-link">
            {t('netwerk.suggestie.wachter')}
          </Link>
        }
      >
        {suggestie.patroon === null ? (
          <p className="nl-paragraph">
            {t(`netwerk.vorm.uitleg.${suggestie.vorm}`)}{' '}
            {DAGEN[suggestie.vorm] !== null && t('netwerk.wachter.binnen', { dagen: suggestie.dagen })}
          </p>
        ) : (
          <PatroonRegel patroon={suggestie.patroon} dagen={suggestie.dagen} />
        )}
        <p className="nl-paragraph">
          {t('netwerk.wachter.waarom')}: {suggestie.waarom}
        </p>
      </Vlak>
      <Vlak
        kop={t('netwerk.suggestie.leden')}
        rechts={
          <Link
            to="/netwerk"
            state={{ netwerk: suggestie.rollen.map(({ soort, id }) => ({ soort, id })) }}
            className="nl-link dw-wiezag"
          >
            <Waypoints aria-hidden="true" size={18} /> {t('basis.netwerk')}
          </Link>
        }
      >
        <Leden suggestie={suggestie} />
      </Vlak>
      <Vlak
        kop={t('netwerk.suggestie.bronnen')}
        rechts={
          <span className="dw-zacht dw-klein">
            {`${name('regimes', suggestie.regime)} · ${name('doorgiften', suggestie.doorgifte)}`}
          </span>
        }
      >
        <Bronnen suggestie={suggestie} />
      </Vlak>
      {suggestie.staat === 'open' ? <Weging suggestie={suggestie} /> : <Gewogen suggestie={suggestie} />}
    </>
  );
}

export default function SuggestieScherm() {
  const { id } = route.useParams();
  const { t } = useLanguage();
  const found = useQuery(suggestieQuery(id));
  return (
    <div className="dw-scherm dw-wachters">
      <PageHeading title={found.data === undefined ? t('netwerk.suggestie') : found.data.naam} />
      {found.isPending ? (
        <Loading />
      ) : found.isError ? (
        <Failed error={found.error} retry={() => void found.refetch()} />
      ) : (
        <Inhoud suggestie={found.data} />
      )}
    </div>
  );
}
