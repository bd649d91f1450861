-- By which kind of link a dossier that an act proposes to open is to name the one of that act.
alter table dossier_proposal add column kind text not null default 'from';
alter table dossier_proposal alter column kind drop default;
