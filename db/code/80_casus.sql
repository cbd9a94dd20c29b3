-- SPDX-License-Identifier: EUPL-1.2
-- Every organisation starts with a retention rule; what it sets itself later is a newer, dated row (domein.md §1, fase 4).
set local role eigenaar;

create or replace function casus.eerste_bewaarregel() returns trigger language plpgsql as $$
begin
    insert into casus.bewaarregel (organisatie, geldig_van, termijn, grond)
    values (new.nummer, date '2020-01-01', interval '5 years', 'Selectielijst gemeenten 2020, 12.1: toezicht uitgevoerd, 5 jaar')
    on conflict do nothing;
    return null;
end $$;
create or replace trigger eerste_bewaarregel after insert on toegang.organisatie
    for each row execute function casus.eerste_bewaarregel();

insert into casus.bewaarregel (organisatie, geldig_van, termijn, grond)
select nummer, date '2020-01-01', interval '5 years', 'Selectielijst gemeenten 2020, 12.1: toezicht uitgevoerd, 5 jaar'
  from toegang.organisatie where nummer > 0
on conflict do nothing;
