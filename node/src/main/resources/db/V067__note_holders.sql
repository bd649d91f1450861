-- Whether an own note says who else holds what was sent.
alter table dossier_note add column holders boolean not null default false;
