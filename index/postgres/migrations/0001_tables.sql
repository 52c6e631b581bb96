-- Passages and postings lie in 64 buckets (id modulo 64); which server holds which buckets is a matter of partitions.
-- No index on the parents: PostgreSQL allows none where a partition is a foreign table.
create extension if not exists vector with schema public;

create table meta (
    only_row boolean primary key default true check (only_row),
    generation bigint not null default 0,
    model text,
    dim integer,
    passages bigint not null default 0,
    terms_total bigint not null default 0,
    graph boolean not null default false,
    writing boolean not null default false
);
insert into meta default values;

create table terms (
    id integer generated always as identity primary key,
    term text collate "C" not null unique,
    df integer not null default 0
);

create table passages (
    bucket smallint not null,
    id bigint not null,
    length integer not null,
    date integer not null,
    force_from integer not null,
    force_to integer not null,
    keys text[] not null,
    embedding public.halfvec not null
) partition by list (bucket);

create table postings (
    bucket smallint not null,
    term integer not null,
    passage bigint not null,
    tf integer not null,
    length integer not null
) partition by list (bucket);
