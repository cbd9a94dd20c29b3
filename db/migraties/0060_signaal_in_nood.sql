-- SPDX-License-Identifier: EUPL-1.2
-- The audience of one signaal: whoever belongs to the audience it was taken from (basis) belongs to it, and access in an
-- emergency can be lent to it alone. Code: toegang.zonder_af in db/code/15_toegang.sql.
set local role eigenaar;

alter table toegang.zicht
    drop constraint zicht_soort_check,
    add constraint zicht_soort_check check (soort in ('team', 'casus', 'embargo', 'compartiment', 'signaal')),
    drop constraint zicht_check,
    add constraint zicht_check check (case when compartiment is not null then basis is not null and soort = 'compartiment'
                                           when soort = 'signaal' then basis is not null and object is not null
                                           else basis is null end);
create unique index zicht_signaal on toegang.zicht (organisatie, object) where soort = 'signaal';
