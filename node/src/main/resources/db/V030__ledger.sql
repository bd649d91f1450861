-- Entries of both parties' ledgers, as they were signed. Nothing is ever changed or deleted here.
create table entry (
    partnership text        not null,
    party       text        not null,
    line        text        not null check (line in ('shared', 'own')),
    number      bigint      not null check (number >= 1),
    seen        bigint      not null check (seen >= 0),
    made_at     timestamptz not null,
    kind        text        not null,
    subject     text        not null,
    circle      text        not null check (circle in ('own', 'shared', 'public')),
    area        text        not null,
    label_id    integer     not null references label,
    leaf        bytea       not null check (length(leaf) = 32),
    bytes       bytea       not null,
    stored_at   timestamptz not null,
    primary key (partnership, party, line, number),
    check ((line = 'own') = (circle = 'own'))
);
alter table entry alter column bytes set storage external;
create index entry_subject on entry (partnership, subject, party, line, number);
call protect('entry');
grant select, insert on entry to samband_node;

-- The second lock behind the missing grant: not even the owner changes an entry by mistake.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'a ledger only grows';
end $$;
create trigger entry_only_grows before update or delete or truncate on entry
    for each statement execute function refuse_change();

-- Where each ledger stands. The subtrees are the complete subtrees of RFC 9162, 32 bytes each, largest first.
create table ledger_head (
    partnership   text   not null,
    party         text   not null,
    line          text   not null check (line in ('shared', 'own')),
    size          bigint not null,
    seen          bigint not null,
    subtrees      bytea  not null,
    note          text   not null,
    cosigned_size bigint not null,
    cosigned_note text   not null,
    primary key (partnership, party, line)
);
call protect_by_partnership('ledger_head');
grant select, insert, update on ledger_head to samband_node;
