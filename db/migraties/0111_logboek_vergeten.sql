-- SPDX-License-Identifier: EUPL-1.2
-- The logs forget too (ADR 0050): how long is a dated rule of the municipality, and what was cut off a chain says where, when and
-- by which rule, so that the chain verifies from there. Code: db/code/37_logboek_vergeten.sql.
set local role eigenaar;

-- Under a year a rule could hide a trace: that is no choice of a municipality, and verification holds to it.
alter table archief.bewaarregel drop constraint bewaarregel_check;
alter table archief.bewaarregel add constraint bewaarregel_check check ((soort = 'casus' and resultaat in ('met_maatregel', 'zonder_maatregel'))
    or (soort = 'signaal' and resultaat in ('niet_opgepakt', 'doorgestuurd', 'duplicaat', 'afgehandeld'))
    or (soort = 'verzoek' and resultaat in ('afgerond', 'ingetrokken'))
    or (soort = 'aanmelding' and resultaat = 'gegevens')
    or (soort = 'overleg' and resultaat in ('intern', 'met_derden'))
    or (soort = 'logboek' and resultaat in ('audit', 'verwerking') and termijn >= interval '1 year'));

-- Per lane and log the last that was forgotten. The newest operation that cut something covers all rows of its organisation: the id
-- of its object is the sum over them, and its audit line is sealed.
create table logboek.vervallen (
    organisatie smallint not null,
    baan smallint not null,
    soort text not null check (soort in ('audit', 'verwerking')),
    volgnummer bigint not null,         -- the last seal of which it was forgotten
    hash bytea not null,                -- of that seal
    dag date not null,                  -- the day (Amsterdam) of the newest line that went
    op timestamptz not null,
    regel_van date not null,            -- the rule: from when it held,
    termijn interval not null,          -- how long,
    grond text not null,                -- and why
    operatie uuid not null,             -- that covers this row: the newest of the organisation
    primary key (organisatie, baan, soort));
grant select on logboek.vervallen to controleur;
