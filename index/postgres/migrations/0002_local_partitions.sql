-- The partitions on this server; a coordinator replaces them by foreign tables (index/postgres/shards.py).
create table passages_local partition of passages for values in (
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60,
    61, 62, 63
);
create unique index passages_local_id on passages_local (id);
create index passages_local_keys on passages_local using gin (keys);
alter table passages_local alter column embedding set storage plain;

create table postings_local partition of postings for values in (
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60,
    61, 62, 63
);
create index postings_local_term on postings_local (term) include (bucket, passage, tf, length);
create index postings_local_passage on postings_local (passage);
