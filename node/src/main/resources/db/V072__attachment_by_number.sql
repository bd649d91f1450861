-- The files that some entries carry, in the order of the entries: what goes into one segment file.
create index attachment_by_number on attachment (partnership, party, line, number);
