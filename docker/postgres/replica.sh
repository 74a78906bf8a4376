#!/bin/bash
# Copies the primary into an empty volume, once, then runs as its streaming replica. An interrupted copy is begun again.
set -euo pipefail
copy="$PGDATA.copy"
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  rm -rf "$copy"
  install -d -m 700 -o postgres -g postgres "$copy"
  PGPASSWORD="$REPLICATION_PASSWORD" gosu postgres pg_basebackup --pgdata="$copy" --write-recovery-conf --slot=replica \
    --checkpoint=fast --dbname="host=$PRIMARY port=${PRIMARY_PORT:-5432} user=replicator application_name=replica"
  rm -rf "$PGDATA"
  mv "$copy" "$PGDATA"
fi
exec gosu postgres postgres -D "$PGDATA" -c hot_standby_feedback=on
