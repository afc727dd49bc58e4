# shellcheck shell=bash
# A real PostgreSQL of our own, from Debian's package, in a temporary folder on a free port, gone afterwards.

postgres_folder=''

as_postgres() {
  # initdb and postgres refuse to run as root.
  if ((EUID == 0)); then runuser -u postgres -- "$@"; else "$@"; fi
}

# postgres_start FOLDER: exports PLENUM_TEST_POSTGRES.
postgres_start() {
  local binaries port
  binaries=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -n 1)
  port=$(free_port)
  postgres_folder=$1
  mkdir -p "$postgres_folder"
  ((EUID != 0)) || chown postgres "$postgres_folder"
  (
    cd "$postgres_folder"
    as_postgres "$binaries/initdb" -D data -U postgres -A trust -E UTF8 --no-sync >initdb.log
    as_postgres "$binaries/pg_ctl" -D data -w -t 60 -l "$postgres_folder/server.log" \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_folder -c max_connections=200" start >/dev/null
  ) || refuse "PostgreSQL did not start: $(tail -n 5 "$postgres_folder"/*.log)"
  export PLENUM_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
}

postgres_stop() {
  [[ -n $postgres_folder && -f $postgres_folder/data/postmaster.pid ]] || return 0
  local binaries
  binaries=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -n 1)
  (cd "$postgres_folder" && as_postgres "$binaries/pg_ctl" -D data -m immediate -w stop >/dev/null) || true
}

free_port() {
  local port
  while true; do
    port=$((20000 + RANDOM % 12000))
    if ! (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
}
