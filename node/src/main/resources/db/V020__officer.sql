-- Officers of this node. None is ever deleted: entries and the security log name them.
create table officer (
    id           bigint generated always as identity primary key,
    account      text    not null unique check (account ~ '^[a-z][a-z0-9.-]{1,39}$'),
    name         text    not null check (length(name) between 2 and 100),
    authority    text    not null,
    roles        text[]  not null check (cardinality(roles) > 0),
    -- 'partnership/area', with '*' for every area and nothing behind the stroke for the partnership alone
    need_to_know text[]  not null,
    -- per policy one label: highest level and categories admitted to
    clearance    text[]  not null,
    enabled      boolean not null,
    language     text    not null check (language in ('en', 'nb')),
    theme        text    not null check (theme in ('auto', 'light', 'dark'))
);
grant select, insert, update on officer to samband_node;
