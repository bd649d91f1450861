-- One pair of tables for the words of all that is found by them: dossiers, joint texts, own notes. What was read of
-- dossiers and joint texts is taken over; notes are read before the next search. Derived.
select set_config('samband.sight', 'node', true);

-- What can be found, the latest first, and whether its words are still to be read. The label is that of the whole.
create table searched (
    partnership text        not null,
    kind        text        not null check (kind in ('dossier', 'text', 'note')),
    subject     text        not null,
    area        text        not null,
    label_id    integer     not null references label,
    changed_at  timestamptz not null,
    unread      boolean     not null,
    primary key (partnership, kind, subject)
);
create index searched_latest on searched (partnership, kind, changed_at desc, subject);
create index searched_unread on searched (partnership, kind) where unread;
call protect('searched');
grant select, insert, update, delete on searched to samband_node;

insert into searched
select d.partnership, 'dossier', d.ref, d.area, d.label_id, d.changed_at,
    exists (select from dossier_unread u where u.partnership = d.partnership and u.dossier = d.ref)
from dossier d;
insert into searched
select t.partnership, 'text', t.ref, t.area, t.label_id, t.changed_at,
    exists (select from text_unread u where u.partnership = t.partnership and u.text_ref = t.ref)
from joint_text t;
insert into searched
select partnership, 'note', number::text, area, label_id, made_at, true from dossier_note;

-- Their words, as they stand and by their stems. They are compared by plain equality, because under row-level security
-- PostgreSQL uses no index for full text, and are only read beside what they stand in.
alter table dossier_word rename to searched_word;
alter table searched_word rename column dossier to subject;
alter table searched_word add column kind text not null default 'dossier';
alter table searched_word alter column kind drop default;
alter table searched_word drop constraint dossier_word_pkey;
drop index dossier_word_dossier;
insert into searched_word (partnership, kind, subject, area, label_id, word)
select partnership, 'text', text_ref, area, label_id, word from text_word;
alter table searched_word add primary key (partnership, kind, word, subject);
create index searched_word_subject on searched_word (partnership, kind, subject);

drop table dossier_unread;
drop table text_word;
drop table text_unread;
