-- What happened on the line to the counterpart of each partnership: nothing of content, only rules, numbers and times.
create table link_event (
    id          bigint      generated always as identity primary key,
    partnership text        not null,
    kind        text        not null check (kind in ('refused-here', 'refused-there', 'not-sent', 'outage')),
    rule        text        not null,
    sentence    text        not null,
    facts       text        not null,
    first_at    timestamptz not null,
    last_at     timestamptz not null,
    times       bigint      not null,
    ended_at    timestamptz
);
create index link_event_partnership on link_event (partnership, id desc);
-- What lasts is counted up and not written again and again.
create unique index link_event_open on link_event (partnership, kind) where ended_at is null;
call protect_by_partnership('link_event');
grant select, insert, update on link_event to samband_node;

-- When the counterpart's node was last spoken with, whoever began.
create table link_contact (
    partnership text        primary key,
    at          timestamptz not null
);
call protect_by_partnership('link_contact');
grant select, insert, update on link_contact to samband_node;

-- Admission that a fork has stopped. It goes on when an administrator has looked.
create table link_hold (
    id          bigint      generated always as identity primary key,
    partnership text        not null,
    entry       bigint      not null,
    since       timestamptz not null,
    looked_by   text        not null default '',
    looked_at   timestamptz
);
create unique index link_hold_open on link_hold (partnership) where looked_at is null;
call protect_by_partnership('link_hold');
grant select, insert, update on link_hold to samband_node;
