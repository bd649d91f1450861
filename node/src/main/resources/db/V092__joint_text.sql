-- Joint texts, derived from the ledgers: what lists show of them. The text itself is folded from its entries when it is read.
-- The label is that of all its entries.
create table joint_text (
    partnership text        not null,
    ref         text        not null,
    dossier     text        not null,
    area        text        not null,
    label_id    integer     not null references label,
    kind        text        not null,
    title       text        not null,
    state       text        not null,
    points      integer     not null,
    open_points integer     not null,
    changed_at  timestamptz not null,
    primary key (partnership, ref)
);
create index joint_text_dossier on joint_text (partnership, dossier);
call protect('joint_text');
grant select, insert, update, delete on joint_text to samband_node;

-- Own comments on joint texts; they stand in the own ledger and never leave the node.
create table text_comment (
    partnership text        not null,
    number      bigint      not null,
    text_ref    text        not null,
    -- empty where it is about the whole text
    point       text        not null,
    area        text        not null,
    label_id    integer     not null references label,
    made_at     timestamptz not null,
    officer     text        not null,
    what        text        not null,
    primary key (partnership, number)
);
create index text_comment_text on text_comment (partnership, text_ref);
call protect('text_comment');
grant select, insert, update, delete on text_comment to samband_node;
