/** Documents with their originals, what was read in them, rows to query by, and full-text search. */
export const firstTables = `
create table originals (
  sha256 text primary key,
  bytes integer not null,
  added text not null
) strict, without rowid;

create table documents (
  n integer primary key,
  id text not null unique,
  sha256 text not null,
  original text not null references originals (sha256),
  text text not null,
  title text, publisher text, published text, updated text, url text, language text,
  added text not null
) strict;
create index documents_by_text on documents (sha256);

create table readings (
  n integer primary key autoincrement,
  document text not null references documents (id),
  engine text not null,
  version text not null,
  models text not null,
  reading text not null,
  added text not null
) strict;
create index readings_by_document on readings (document, n);

create table statements (
  document text not null,
  id text not null,
  reading integer not null references readings (n),
  mode text not null,
  stance text not null,
  speaker text,
  start integer not null,
  primary key (document, id)
) strict, without rowid;

create table claims (
  document text not null,
  id text not null,
  statement text not null,
  event text not null,
  polarity text not null,
  modality text not null,
  start integer not null,
  from_date text, to_date text,
  quantity_of text, quantity_min real, quantity_max real,
  primary key (document, id),
  foreign key (document, statement) references statements (document, id)
) strict, without rowid;
create index claims_by_event on claims (event);

create table names (
  document text not null,
  claim text not null,
  role text not null,
  entity text,
  name text not null collate nocase,
  foreign key (document, claim) references claims (document, id)
) strict;
create index names_by_claim on names (document, claim);
create index names_by_name on names (name);

create table digests (
  key text primary key,
  digest text not null
) strict, without rowid;

create virtual table words using fts5 (
  title, text, content = 'documents', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2'
);
create trigger words_added after insert on documents begin
  insert into words (rowid, title, text) values (new.n, new.title, new.text);
end;
create trigger words_retitled after update of title on documents begin
  insert into words (words, rowid, title, text) values ('delete', old.n, old.title, old.text);
  insert into words (rowid, title, text) values (new.n, new.title, new.text);
end;
`;
