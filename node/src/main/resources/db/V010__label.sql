-- Each distinct marking once; tables with content hold its id in a column label_id.
create table label (
    id   integer generated always as identity primary key,
    text text not null unique check (length(text) <= 1000)
);
grant select, insert, update on label to samband_node;
