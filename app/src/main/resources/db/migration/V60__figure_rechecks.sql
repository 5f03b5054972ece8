-- What rechecks found. It follows from nothing else, and nothing follows from it but the alarm.
create table figure_recheck (
  number bigint generated always as identity primary key,
  began timestamptz not null,
  ended timestamptz not null,
  position bigint not null,
  figures int not null,
  compared bigint not null,
  mismatches text not null
);
comment on table figure_recheck is 'Kept values held against their rows: docs/specs/figure.md.';
comment on column figure_recheck.mismatches is 'JSON array; empty when all agreed';
