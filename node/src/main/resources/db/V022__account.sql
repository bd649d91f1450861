-- How officers sign in. A session of an older generation has ended.
create table account (
    officer_id  bigint      primary key references officer,
    hash        text        not null,
    must_change boolean     not null,
    changed_at  timestamptz not null,
    generation  integer     not null default 1
);
grant select, insert, update on account to samband_node;

-- Failed attempts since the last good one, by SHA-256 of what was tried: an account (there or not) or an address.
create table sign_in_failure (
    key      text        primary key check (length(key) = 64),
    failures integer     not null,
    last_at  timestamptz not null,
    until    timestamptz not null
);
create index sign_in_failure_last on sign_in_failure (last_at);
grant select, insert, update, delete on sign_in_failure to samband_node;
