#!/bin/sh
# durable.sh DATABASE ID: keeps a delivery's id, durably.
exec sqlite3 -cmd '.timeout 30000' -cmd 'PRAGMA synchronous=FULL' "$1" "INSERT INTO rows (id) VALUES ('$2')"
