-- Segment files that this node made for the counterpart, or of which it took something: names, numbers and times, no content.
create table carried_file (
    id          bigint      generated always as identity primary key,
    partnership text        not null,
    direction   text        not null check (direction in ('out', 'in')),
    name        text        not null check (length(name) <= 200),
    sha256      text        not null check (length(sha256) = 64),
    first_entry bigint      not null,
    last_entry  bigint      not null,
    at          timestamptz not null,
    by_whom     text        not null
);
create index carried_file_partnership on carried_file (partnership, id desc);
call protect_by_partnership('carried_file');
grant select, insert on carried_file to samband_node;
