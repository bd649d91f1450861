-- Which entries carry which files; derived from the ledgers. The files themselves stand in the node's folder, by SHA-256.
-- No name stands here: a name is content and is read from its entry.
create table attachment (
    partnership text   not null,
    party       text   not null,
    line        text   not null check (line in ('shared', 'own')),
    number      bigint not null,
    blob        bytea  not null check (length(blob) = 32),
    length      bigint not null check (length >= 1),
    primary key (partnership, blob, party, line, number)
);
call protect_by_partnership('attachment');
grant select, insert, delete on attachment to samband_node;

-- Files that an officer has put on a form and that an act of the same officer may carry.
create table attachment_upload (
    partnership text        not null,
    officer_id  bigint      not null,
    blob        bytea       not null check (length(blob) = 32),
    at          timestamptz not null,
    primary key (partnership, officer_id, blob)
);
call protect_by_partnership('attachment_upload');
grant select, insert, update, delete on attachment_upload to samband_node;
