-- What figures count from where on. Everything here follows from the registers' tables and can be
-- dropped: figures are then asked of the records until the deltas are there again.
create table figure_kept (
  id int generated always as identity primary key,
  hash text not null unique,
  name text not null,
  complete boolean not null
);
comment on table figure_kept is 'Figures whose deltas are there; a complete one is kept with every commit.';

create table figure_delta (
  figure int not null,
  unit text not null,
  key text not null,
  day date not null,
  valid_from date not null,
  position bigint not null,
  rows bigint not null,
  numerator numeric not null,
  denominator numeric not null
);
create index figure_delta_of_unit on figure_delta (figure, unit, day, valid_from);
create index figure_delta_at_position on figure_delta (figure, position);
comment on table figure_delta is
  'From the day, its validity and the position on, so much more counts: docs/specs/figure.md.';
comment on column figure_delta.key is 'the value that is counted once; empty for sums';
comment on column figure_delta.day is 'when it happened; 0001-01-01 for a stock';
