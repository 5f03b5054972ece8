create table account (
  login text primary key,
  name_zh text not null,
  name_en text not null,
  password_hash text not null,
  example boolean not null
);

create table post (
  login text not null references account,
  role text not null,
  unit text not null,
  held_from date not null,
  held_until date not null,
  primary key (login, role, unit, held_from),
  check (held_from < held_until)
);
