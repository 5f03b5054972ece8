-- What a question does not reach is passed over in the index, without a look at the rows.
alter table figure_page drop constraint figure_page_pkey;
alter table figure_page add primary key
  (figure, unit, part, last_day, first_day, first_valid, first_position, number);
