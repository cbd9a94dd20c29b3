// SPDX-License-Identifier: EUPL-1.2
// Being a guest elsewhere: the code that one was given, and the way there.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { LogIn } from 'lucide-react';
import { useState } from 'react';
import type { Gastplek } from '../api/typen';
import { announce } from '../basis/announce';
import { api, unwrap } from '../basis/api';
import { Button } from '../basis/button';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { problemText } from '../basis/problem';
import { Empty, Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import '../basis/stijl/vakken.css';
import './gast.css';

const SLEUTEL = ['gastplekken'];
const TEKENS_VAN_CODE = 32;

function Plek({ plek }: { plek: Gastplek }) {
  const { t, language } = useLanguage();
  const [bezig, setBezig] = useState(false);
  const open = async () => {
    setBezig(true);
    try {
      await unwrap(api.POST('/v1/gastplekken/{plek}/_open', { params: { path: { plek: plek.id } } }));
      // Another organisation: everything is read anew.
      window.location.assign('/');
    } catch (error) {
      announce(problemText(error, t));
      setBezig(false);
    }
  };
  return (
    <li>
      <span>{t('gast.plek.tot', { gastheer: plek.gastheer, datum: formatShortDate(plek.tot, language) })}</span>
      <Button icon={<LogIn aria-hidden="true" size={18} />} busy={bezig} onClick={() => void open()}>
        {t('gast.plek.open', { gastheer: plek.gastheer })}
      </Button>
    </li>
  );
}

export default function Gastplekken() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const found = useQuery({ queryKey: SLEUTEL, queryFn: () => unwrap(api.GET('/v1/gastplekken')) });
  const form = useForm({
    initial: { code: '' },
    check: (values): FormErrors =>
      values.code.replace(/[^0-9a-f]/gi, '').length === TEKENS_VAN_CODE ? {} : { code: t('gast.plek.code.fout') },
    send: async (values) => {
      const plekken = await unwrap(api.POST('/v1/gastplekken/_opnemen', { body: { code: values.code.trim() } }));
      client.setQueryData(SLEUTEL, plekken);
      form.set('code', '');
      announce(t('gast.plek.opgenomen'));
    },
  });
  const plekken = found.data?.resultaten ?? [];
  return (
    <div className="dw-scherm dw-scherm--stapel">
      <PageHeading title={t('gast.plekken')} />
      <Vlak kop={t('gast.plek.waar')}>
        {found.isPending && <Loading />}
        {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
        {found.data !== undefined && plekken.length === 0 && (
          <Empty title={t('gast.plek.geen')}>{t('gast.plek.geen.uitleg')}</Empty>
        )}
        {plekken.length > 0 && (
          <ul className="dw-ledenlijst dw-gastplekken">
            {plekken.map((one) => (
              <Plek key={one.id} plek={one} />
            ))}
          </ul>
        )}
      </Vlak>
      <Vlak kop={t('gast.plek.code.kop')}>
        <Form form={form}>
          <TextField {...form.field('code')} label={t('gast.plek.code')} hint={t('gast.plek.uitleg')} />
          <FormButtons form={form}>{t('gast.plek.opnemen')}</FormButtons>
        </Form>
      </Vlak>
    </div>
  );
}
