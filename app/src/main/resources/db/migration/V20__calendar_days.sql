-- The calendar as all installed notices make it, for figures; filled again at each start.
create table calendar_day (
  day date primary key,
  working_days_through bigint not null
);

create function working_days(after date, through date) returns bigint
language sql stable parallel safe strict
return (select working_days_through from calendar_day where day = through)
     - (select working_days_through from calendar_day where day = after);
