-- SPDX-License-Identifier: EUPL-1.2
-- A building has a row for each period in which nothing changed that the map shows (ADR 0064). Until now it had one more for each day on which an object in it got another version,
-- whatever changed of it. Those become one row, as deriving anew makes them; the counts per hexagon stay what they are.
set local role eigenaar;
create temporary table kaartpand_stuk on commit drop as
select plaats, tot, first_value(plaats) over w as eerste, last_value(tot) over w as laatste
  from (select *, sum(anders::integer) over (partition by identificatie order by van) as nr
          from (select k.ctid as plaats, k.identificatie, k.van, k.tot,
                       lag(k.tot) over w is distinct from k.van or (k.gemeente, k.bouwjaar, k.status, k.gebruik, k.objecten) is distinct from
                           (lag(k.gemeente) over w, lag(k.bouwjaar) over w, lag(k.status) over w, lag(k.gebruik) over w, lag(k.objecten) over w)
                       or exists (select from register.pand p where p.identificatie = k.identificatie and p.begin_geldigheid = k.van)
                       or exists (select from register.pand_historie p where p.identificatie = k.identificatie and p.begin_geldigheid = k.van) as anders
                  from register.kaartpand k window w as (partition by k.identificatie order by k.van)) v) v
window w as (partition by identificatie, nr order by van rows between unbounded preceding and unbounded following);
analyze pg_temp.kaartpand_stuk;
delete from register.kaartpand k using pg_temp.kaartpand_stuk s where k.ctid = s.plaats and s.plaats <> s.eerste;
update register.kaartpand k set tot = s.laatste from pg_temp.kaartpand_stuk s where k.ctid = s.plaats and s.plaats = s.eerste and s.tot is distinct from s.laatste;
-- Room on each page: a row that is given its end stays where it is, and no index hears of it.
alter table register.kaartpand set (fillfactor = 85);
alter table register.kaartobject set (fillfactor = 85);
