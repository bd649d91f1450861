-- Where a day of the calendar comes from, and to the hour where a procedure declares a period of hours.
alter table coming add column moment timestamptz;
alter table coming add column origin text not null default 'asked';
alter table coming add column source text not null default '';

-- An own target: a day that our party sets itself; it stands in an own note and never leaves the node.
alter table dossier_note add column target date;
create index dossier_note_target on dossier_note (partnership, target) where target is not null;
-- Words of dossiers: of title, number and what the acts say, as they stand and by their stems in Norwegian and English.
-- They are compared by plain equality, because under row-level security PostgreSQL uses no index for full text, and are
-- only read beside the dossier itself, so that a dossier that may not be seen is not found either. Derived.
create table dossier_word (
    partnership text    not null,
    dossier     text    not null,
    area        text    not null,
    label_id    integer not null references label,
    word        text    not null,
    primary key (partnership, word, dossier)
);
create index dossier_word_dossier on dossier_word (partnership, dossier);
call protect('dossier_word');
grant select, insert, update, delete on dossier_word to samband_node;

-- Dossiers that changed since their words were read; they are read before the next search.
create table dossier_unread (
    partnership text not null,
    dossier     text not null,
    primary key (partnership, dossier)
);
call protect_by_partnership('dossier_unread');
grant select, insert, update, delete on dossier_unread to samband_node;
select set_config('samband.sight', 'node', true);
insert into dossier_unread select partnership, ref from dossier;
