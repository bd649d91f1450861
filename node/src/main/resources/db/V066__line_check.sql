-- Runs in which this node re-derived both ledgers of a partnership; no content.
create table line_check (
    id          bigint      generated always as identity primary key,
    partnership text        not null,
    at          timestamptz not null,
    took        bigint      not null,
    entries     bigint      not null,
    holds       boolean     not null,
    party       text        not null,
    entry       bigint      not null,
    sentence    text        not null,
    by_whom     text        not null
);
create index line_check_partnership on line_check (partnership, id desc);
call protect_by_partnership('line_check');
grant select, insert on line_check to samband_node;
