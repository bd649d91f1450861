-- The index went with the column it asked; what a start page asks for is found by index again.
create index follow_up_due on follow_up (partnership, owner, due) where not settled;
