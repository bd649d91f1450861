-- What registers show of a dossier beside its state, sort and search by. Derived from the ledgers like the rest;
-- cells is null in rows that an older node folded, which are folded again when the node starts.
alter table dossier
    add column opener   text      not null default '',
    add column number   bigint    not null default 0,
    add column last_act text      not null default '',
    add column years    integer[] not null default '{}',
    add column cells    jsonb,
    add column sorts    jsonb;
create index dossier_register on dossier (partnership, procedure, changed_at desc);

-- The year, by day.
create index dossier_opened on dossier (partnership, opened_at);
create index evidence_day on evidence (partnership, on_day);
create index coming_area on coming (partnership, area, on_day);
