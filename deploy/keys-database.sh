#!/bin/sh
# Run once by the image of PostgreSQL: the names behind pupils' codes have a database and a role of their own.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$KEYS_PASSWORD" -U "$POSTGRES_USER" -d postgres <<'SQL'
create role workbench_keys login password :'password';
create database workbench_keys owner workbench_keys template template0 encoding 'UTF8' locale 'C.UTF-8';
revoke connect on database workbench_keys from public;
SQL
