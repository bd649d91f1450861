-- Derived from the ledgers: everything here can be thrown away and folded again.
-- A dossier's label is the merge of the markings of all its acts: who may not read one of them does not see the dossier.
create table dossier (
    partnership       text        not null,
    ref               text        not null,
    area              text        not null,
    label_id          integer     not null references label,
    procedure         text        not null,
    procedure_version integer     not null,
    procedure_hash    text        not null,
    title             text        not null,
    beginnings        text[]      not null,
    state             text        not null,
    finished          boolean     not null,
    turn              text[]      not null,
    answer_by         date,
    opened_at         timestamptz not null,
    changed_at        timestamptz not null,
    version           integer     not null,
    primary key (partnership, ref)
);
create index dossier_changed on dossier (partnership, changed_at desc);
call protect('dossier');
grant select, insert, update, delete on dossier to samband_node;

-- What effective acts prove about commitments, with the label of the dossier, because its title stands here.
create table evidence (
    partnership text    not null,
    dossier     text    not null,
    act         text    not null,
    commitment  text    not null,
    area        text    not null,
    label_id    integer not null references label,
    type        text    not null,
    on_day      date    not null,
    procedure   text    not null,
    title       text    not null,
    primary key (partnership, act, commitment)
);
create index evidence_dossier on evidence (partnership, dossier);
call protect('evidence');
grant select, insert, update, delete on evidence to samband_node;

create table follow_up (
    partnership text    not null,
    id          text    not null,
    dossier     text    not null,
    area        text    not null,
    label_id    integer not null references label,
    procedure   text    not null,
    title       text    not null,
    owner       text    not null,
    what        text    not null,
    due         date,
    agreed      boolean not null,
    done        text,
    primary key (partnership, id)
);
create index follow_up_dossier on follow_up (partnership, dossier);
call protect('follow_up');
grant select, insert, update, delete on follow_up to samband_node;

create table coming (
    partnership text    not null,
    dossier     text    not null,
    place       integer not null,
    area        text    not null,
    label_id    integer not null references label,
    procedure   text    not null,
    title       text    not null,
    on_day      date    not null,
    kind        text    not null,
    party       text    not null,
    what        text    not null,
    primary key (partnership, dossier, place)
);
create index coming_day on coming (partnership, on_day);
call protect('coming');
grant select, insert, update, delete on coming to samband_node;

-- Own notes on dossiers, each with its own label; they stand in the own ledger and never leave the node.
create table dossier_note (
    partnership text        not null,
    number      bigint      not null,
    dossier     text        not null,
    area        text        not null,
    label_id    integer     not null references label,
    made_at     timestamptz not null,
    officer     text        not null,
    what        text        not null,
    primary key (partnership, number)
);
create index dossier_note_dossier on dossier_note (partnership, dossier);
call protect('dossier_note');
grant select, insert, update, delete on dossier_note to samband_node;
