#!/bin/sh
# SeaweedFS as an S3 store with one key, and the bucket of the workbench.
set -eu
umask 077
cat > /tmp/keys.json <<KEYS
{ "identities": [ { "name": "workbench", "credentials": [ { "accessKey": "workbench", "secretKey": "$FILES_PASSWORD" } ],
  "actions": ["Admin", "Read", "Write", "List"] } ] }
KEYS
( until echo 's3.bucket.create -name workbench' | weed shell -master=127.0.0.1:9333 > /dev/null 2>&1; do sleep 2; done ) &
exec weed server -dir=/data -s3 -s3.config=/tmp/keys.json -volume.max=0
