-- Pages of a unit are summed up by sixteen, and those sums again, so that a question reads few rows
-- however many pages there are. Pages are smaller, since those on an edge are looked through. All
-- this follows from the registers' tables and is made anew from them.
drop table figure_page;
delete from figure_delta;
delete from figure_kept;

create sequence figure_page_number;
create table figure_page (
  figure int not null,
  unit text not null,
  part bigint not null,
  number bigint not null,
  height int not null,
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
  primary key (figure, unit, part, last_day, number)
) with (toast_tuple_target = 8160);
alter table figure_page alter column body set storage external;
comment on table figure_page is 'Deltas by the hundred, and what many pages add up to: docs/specs/figure.md.';
comment on column figure_page.part is 'the number of the row that sums this one up with others; 0 for none';
comment on column figure_page.height is '0 for a page of deltas, 1 for the sum of such pages, and so on; sums have no body';
comment on column figure_page.rows is 'what all its deltas add up to, as the numerator and the denominator are';
