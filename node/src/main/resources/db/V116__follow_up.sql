-- A follow-up says which authority it is for, which paragraph it serves and what was said about it since.
-- The table is derived: dossiers with follow-ups are folded again when the node starts.
update dossier d set cells = null
where exists (select 1 from follow_up f where f.partnership = d.partnership and f.dossier = d.ref);
truncate follow_up;
alter table follow_up drop column done;
alter table follow_up
    add column authority text,
    add column paragraph text,
    -- the area of the paragraph, else that of the dossier
    add column serves    text    not null,
    add column settled   boolean not null,
    add column reports   text[]  not null;
create index follow_up_serves on follow_up (partnership, serves) where not settled;
