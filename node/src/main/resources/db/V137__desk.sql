-- What our party can do next in a dossier, whether it is expected to, and which act is the latest stand in its row, so that a
-- start page folds nothing. steps is null in rows that an older node folded, which are folded again when the node starts.
alter table dossier
    add column latest text,
    add column steps  text[],
    add column ours   boolean not null default false;
create index dossier_ours on dossier (partnership, cardinality(turn), answer_by, changed_at desc) where ours;
