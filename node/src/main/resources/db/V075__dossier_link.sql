-- Which dossier names which other one, and which an act proposes to open. Derived from the ledgers. Each row bears area and
-- label of the dossier in which the act stands; whoever reads it must see the other dossier too, so it is read together with that one's row.
create table dossier_link (
    partnership text    not null,
    dossier     text    not null,
    act         text    not null,
    field       text    not null,
    kind        text    not null,
    other       text    not null,
    area        text    not null,
    label_id    integer not null references label,
    procedure   text    not null,
    primary key (partnership, act, field)
);
create index dossier_link_dossier on dossier_link (partnership, dossier);
create index dossier_link_other on dossier_link (partnership, other);
call protect('dossier_link');
grant select, insert, update, delete on dossier_link to samband_node;

create table dossier_proposal (
    partnership text        not null,
    dossier     text        not null,
    act         text        not null,
    area        text        not null,
    label_id    integer     not null references label,
    opens       text        not null,
    party       text        not null,
    made_at     timestamptz not null,
    primary key (partnership, act, opens)
);
create index dossier_proposal_dossier on dossier_proposal (partnership, dossier);
create index dossier_proposal_made on dossier_proposal (partnership, made_at desc);
call protect('dossier_proposal');
grant select, insert, update, delete on dossier_proposal to samband_node;

-- Rows folded before know no links: all are folded again when the node starts.
update dossier set cells = null;
