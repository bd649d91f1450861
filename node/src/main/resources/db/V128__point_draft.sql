-- What an officer has typed into the form of a point of a joint text and not sent. It stands in no ledger and never leaves
-- this node; every statement about it names the officer who typed it. The label is that of the text.
create table point_draft (
    partnership text        not null,
    officer_id  bigint      not null,
    text_ref    text        not null,
    -- its identity, or `new`
    point       text        not null,
    area        text        not null,
    label_id    integer     not null references label,
    typed       text        not null check (length(typed) <= 100000),
    kept_at     timestamptz not null,
    primary key (partnership, officer_id, text_ref, point)
);
call protect('point_draft');
grant select, insert, update, delete on point_draft to samband_node;
