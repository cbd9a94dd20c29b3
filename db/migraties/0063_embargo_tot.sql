-- SPDX-License-Identifier: EUPL-1.2
-- An embargo may have a day on which it ends by itself: from then on whoever belongs to where it would have stood (basis)
-- belongs to it. Code: toegang.zichten_van in db/code/15_toegang.sql.
set local role eigenaar;

alter table toegang.zicht
    add column tot date,
    add constraint zicht_tot_check check (tot is null or soort = 'embargo' and basis is not null),
    drop constraint zicht_check,
    add constraint zicht_check check (case when compartiment is not null then basis is not null and soort = 'compartiment'
                                           when soort = 'signaal' then basis is not null and object is not null
                                           when soort = 'embargo' then true
                                           else basis is null end);
