-- What officers have chosen about reminders that leave the node. Of the address of a feed only its SHA-256 stands here.
create table reminder (
    officer_id bigint      primary key references officer,
    feed       text        unique check (length(feed) = 64),
    feed_since timestamptz,
    shows      text        not null default '',
    mail       text        not null default '' check (length(mail) <= 254),
    hour       integer     not null default 7 check (hour between 0 and 23),
    digest_on  date
);
grant select, insert, update on reminder to samband_node;
