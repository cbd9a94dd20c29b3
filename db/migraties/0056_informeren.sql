-- SPDX-License-Identifier: EUPL-1.2
-- Informing data subjects (AVG 14; UAVG 41). The tasks are worked out of the mentions; what is kept is what people decided:
-- appended, the newest holds. Code: db/code/73_informeren.sql.
set local role eigenaar;
create schema informeren;
create table informeren.besluit (
    organisatie smallint not null,
    id uuid not null,
    casus uuid not null,
    zicht integer not null,             -- the audience of the mention
    vermelding uuid not null,
    besluit text not null check (besluit in ('geinformeerd', 'uitgesteld', 'afgezien')),
    verzonden_op date,
    wijze text check (wijze in ('brief', 'gesprek', 'anders')),
    grond text,                         -- basis.stamcode, list weigeringsgrond
    motivering text,
    weging jsonb,                       -- the eight factors of UAVG 41(2)
    tot date,                           -- when it comes back
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    check ((besluit = 'geinformeerd') = (verzonden_op is not null and wijze is not null)),
    check ((besluit = 'geinformeerd') = (grond is null)),
    check (grond is null or motivering is not null),
    check ((besluit = 'uitgesteld') = (tot is not null)),
    foreign key (organisatie, casus) references casus.casus,
    foreign key (organisatie, zicht) references toegang.zicht);
create index on informeren.besluit (organisatie, casus, op desc);
create index on informeren.besluit (organisatie, vermelding, op desc);
grant usage on schema informeren to toepassing, vernietiger;
grant select, insert on informeren.besluit to toepassing;

-- What the police gave about somebody, he may be told of too: for municipalities that have their compartments already.
insert into toegang.compartiment_activiteit (organisatie, compartiment, activiteit)
select organisatie, compartiment, 'betrokkenen-informeren' from toegang.compartiment_activiteit where compartiment = 'wpg' and activiteit = 'casus-behandelen'
on conflict do nothing;
