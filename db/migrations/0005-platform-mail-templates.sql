-- The texts of mails as administrators changed them. Every saving is a version; none is ever changed. What has none here, or
-- whose newest version holds no text, is the text that the program brings.
create table platform.mail_template (
  name text not null check (name ~ '^[a-z][a-z0-9_.-]{1,79}$'),
  language text not null check (language ~ '^[a-z]{2}$'),
  version int not null check (version > 0),
  subject text check (length(subject) between 1 and 500),
  body text check (length(body) <= 20000),
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (name, language, version),
  check ((subject is null) = (body is null))
);
