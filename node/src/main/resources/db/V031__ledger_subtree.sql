-- Hashes of complete subtrees of each ledger's Merkle tree: of every 256 leaves (height 8), of every 256 of those (16) and so on.
-- Derived from the leaves, so that the root of an earlier size need not read all of them.
create table ledger_subtree (
    partnership text     not null,
    party       text     not null,
    line        text     not null check (line in ('shared', 'own')),
    height      smallint not null check (height in (8, 16, 24)),
    place       bigint   not null check (place >= 0),
    hash        bytea    not null check (length(hash) = 32),
    primary key (partnership, party, line, height, place)
);
call protect_by_partnership('ledger_subtree');
grant select, insert on ledger_subtree to samband_node;
