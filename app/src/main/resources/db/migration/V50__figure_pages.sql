-- The deltas of a unit, a few hundred to a row. What was committed last still stands in
-- figure_delta, one by one, until it is packed. Both can be dropped like all that follows from the
-- registers' tables.
create table figure_page (
  number bigint generated always as identity,
  figure int not null,
  unit text not null,
  deltas int not null,
  first_day date not null,
  last_day date not null,
  first_valid date not null,
  last_valid date not null,
  first_position bigint not null,
  last_position bigint not null,
  rows bigint not null,
  numerator numeric not null,
  denominator numeric not null,
  body bytea not null,
  primary key (figure, unit, last_day, first_day, number)
) with (toast_tuple_target = 8160);
alter table figure_page alter column body set storage external;
comment on table figure_page is 'Deltas by the hundred: docs/specs/figure.md.';
comment on column figure_page.rows is 'what all its deltas add up to, as the numerator and the denominator are';

drop index figure_delta_of_unit;
drop index figure_delta_at_position;
create index figure_delta_of_unit on figure_delta (figure, unit);
