-- What the counterpart refused of our ledger: the statements that it signed, and of each entry the newest reason.
create table ledger_rejection_statement (
    id          bigint      generated always as identity primary key,
    partnership text        not null,
    party       text        not null,
    at          timestamptz not null,
    about       text        not null,
    document    text        not null
);
create index ledger_rejection_statement_newest on ledger_rejection_statement (partnership, party, id desc);
call protect_by_partnership('ledger_rejection_statement');
grant select, insert on ledger_rejection_statement to samband_node;

create table ledger_rejection (
    partnership text        not null,
    party       text        not null,
    number      bigint      not null check (number >= 1),
    leaf        bytea       not null check (length(leaf) = 32),
    rule        text        not null,
    sentence    text        not null,
    facts       text        not null,
    at          timestamptz not null,
    primary key (partnership, party, number)
);
call protect_by_partnership('ledger_rejection');
grant select, insert, update on ledger_rejection to samband_node;
