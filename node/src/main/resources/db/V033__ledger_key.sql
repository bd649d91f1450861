-- Which key signs each shared ledger from which entry on; number 0 is the first key. Derived from the entries of kind ledger.key,
-- but for the first key and the checkpoint of each change, which nobody but their party can make again.
create table ledger_key (
    partnership text   not null,
    party       text   not null,
    number      bigint not null check (number >= 0),
    seen        bigint not null,
    key         text   not null,
    until       date,
    revokes     bigint,
    note        text   not null,
    primary key (partnership, party, number)
);
call protect_by_partnership('ledger_key');
grant select, insert, update on ledger_key to samband_node;
