-- How many dossiers of each kind there are is counted from the index alone, with what row-level security compares.
create index dossier_counted on dossier (partnership, procedure, finished, area) include (label_id);
