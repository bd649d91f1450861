-- What an officer has typed into the form of an act and not sent. It stands in no ledger and never leaves this node; every
-- statement about it names the officer who typed it. The label is that of the dossier and of what was chosen on the form.
create table draft (
    id          bigint generated always as identity primary key,
    partnership text        not null,
    officer_id  bigint      not null,
    -- empty for the form that opens a dossier
    dossier     text        not null,
    -- the act, or the procedure of a dossier that is to be opened
    step        text        not null,
    area        text        not null,
    label_id    integer     not null references label,
    title       text        not null,
    typed       text        not null check (length(typed) <= 500000),
    kept_at     timestamptz not null,
    thrown_at   timestamptz
);
create unique index draft_place on draft (partnership, officer_id, dossier, step) where thrown_at is null;
call protect('draft');
grant select, insert, update, delete on draft to samband_node;
