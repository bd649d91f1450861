-- What happened at the doors of the node. It only grows; no content of partnerships stands in it.
create table security_event (
    number      bigint generated always as identity primary key,
    at          timestamptz not null,
    event       text        not null,
    by_officer  bigint references officer,
    about       bigint references officer,
    partnership text        not null,
    address     text        not null check (length(address) <= 100),
    facts       text        not null check (length(facts) <= 4000)
);
create index security_event_at on security_event (at);
grant select, insert on security_event to samband_node;

create function refuse_change_of_security_log() returns trigger language plpgsql as $$
begin
    raise exception 'the security log only grows';
end $$;
create trigger security_event_only_grows before update or delete or truncate on security_event
    for each statement execute function refuse_change_of_security_log();
