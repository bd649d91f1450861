-- A digest of what stands beside a dossier in evidence, follow_up, coming, dossier_link and dossier_proposal: where an act does
-- not change it, those tables are left as they are. Null in rows that an older node folded: there all is written again.
alter table dossier add column derived text;
