-- The newest entries of a register, and of a person.
create index entry_of_register on entry (register, seq);
create index entry_of_actor on entry (actor, seq);
