-- What start pages and lists ask for is found by index, however much stands beside it.
create index dossier_open on dossier (partnership, changed_at desc) where not finished;
create index evidence_commitment on evidence (partnership, commitment, type, on_day desc);
create index coming_procedure on coming (partnership, kind, procedure, on_day);
create index follow_up_due on follow_up (partnership, owner, due) where done is null;
