create table entry (
  seq bigint primary key check (seq >= 0),
  register text not null,
  record text not null,
  valid_from date not null,
  recorded_at timestamptz not null,
  actor text not null,
  unit text not null,
  source text not null,
  body text not null,
  salt bytea not null,
  leaf_data bytea not null
);
create index entry_of_record on entry (register, record, seq);
comment on table entry is 'The ledger: append-only. docs/specs/log.md has the format.';
comment on column entry.source is 'canonical JSON';
comment on column entry.body is 'canonical JSON';
comment on column entry.leaf_data is 'format version, then SHA-256(salt, canonical entry)';

create table tile (
  level int not null,
  index bigint not null,
  root bytea not null,
  hashes bytea not null,
  primary key (level, index)
);
alter table tile alter column hashes set storage external;
comment on table tile is 'Full tiles of 256 hashes (C2SP tlog-tiles), and the root over each.';

create table checkpoint (
  size bigint primary key check (size >= 0),
  root bytea not null,
  signed_at timestamptz not null,
  note text not null
);
create index checkpoint_by_moment on checkpoint (signed_at, size);

create table subject_key (
  id bigint generated always as identity primary key,
  subject text not null unique,
  secret bytea not null
);
comment on table subject_key is 'Deleting a row erases the subject: nothing else opens its values.';

create table private_value (
  digest bytea primary key,
  subject_key bigint not null,
  sealed bytea not null
);
create index private_value_of_subject on private_value (subject_key);

-- Nobody changes the log: not the program, not a person with the program's password. The owner of
-- the database could still remove these triggers; then the signed checkpoints tell.
create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% on % refused: the ledger is append-only', tg_op, tg_table_name
    using errcode = 'insufficient_privilege',
          hint = 'Correct a record by a further entry.';
end
$$;

create trigger append_only before update or delete or truncate on entry
  for each statement execute function ledger_is_append_only();
create trigger append_only before update or delete or truncate on tile
  for each statement execute function ledger_is_append_only();
create trigger append_only before update or delete or truncate on checkpoint
  for each statement execute function ledger_is_append_only();

-- "always": they fire in a session that plays replica, too.
alter table entry enable always trigger append_only;
alter table tile enable always trigger append_only;
alter table checkpoint enable always trigger append_only;

revoke update, delete, truncate on entry, tile, checkpoint from public;
revoke update, delete, truncate on entry, tile, checkpoint from current_user;
