-- Which link key of the counterpart has followed that of its pair file: SHA-256 of the public keys. What is announced to follow
-- stands in the counterpart's ledger, in entries about the subject link.key.
create table link_pin (
    partnership text primary key,
    given       text not null check (given ~ '^[0-9a-f]{64}$'),
    pin         text not null check (pin ~ '^[0-9a-f]{64}$')
);
call protect_by_partnership('link_pin');
grant select, insert, update on link_pin to samband_node;
