-- The latest dossiers of an area, and follow-ups by the day until which they are due, are found by index.
create index dossier_area on dossier (partnership, area, changed_at desc);
create index follow_up_day on follow_up (partnership, due desc nulls last);
