# shellcheck shell=bash
# Counts what ran, and says it once at the end.

passed=0 failed=0 skipped=0

# check NAME COMMAND…: a command that counts as one test.
check() {
  local name=$1 log
  shift
  echo "Checking $name …"
  log=$(mktemp)
  if "$@" >"$log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $name" >&2
    cat "$log" >&2
  fi
  rm -f "$log"
}

# ended PROCESS LOG: succeeds when the background process did, and says what it said when it did not.
ended() { wait "$1" || { cat "$2"; return 1; }; }

# tally_xunit FILE: adds an xunit result file; a run that left none failed as a whole.
tally_xunit() {
  local line
  if [[ ! -s $1 ]]; then
    echo "FAILED: the test run left no result" >&2
    failed=$((failed + 1))
    return
  fi
  while read -r line; do
    passed=$((passed + $(attribute passed "$line")))
    failed=$((failed + $(attribute failed "$line") + $(attribute errors "$line")))
    skipped=$((skipped + $(attribute skipped "$line")))
  done < <(grep -o '<assembly [^>]*>' "$1")
}

# tally_vitest FILE: adds a vitest JSON report; a file that could not even be loaded counts as a failure.
tally_vitest() {
  if [[ ! -s $1 ]]; then
    echo "FAILED: the test run left no result" >&2
    failed=$((failed + 1))
    return
  fi
  local counts
  read -r -a counts < <(node -p '
    const run = JSON.parse(require("fs").readFileSync(process.argv[1]));
    const unloaded = run.testResults.filter(file => file.status === "failed" && !file.assertionResults.some(test => test.status === "failed")).length;
    const failed = run.numFailedTests + unloaded;
    [run.numPassedTests, run.success ? failed : Math.max(failed, 1), run.numPendingTests].join(" ")' "$1")
  passed=$((passed + counts[0])) failed=$((failed + counts[1])) skipped=$((skipped + counts[2]))
}

attribute() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$2" | grep . || echo 0; }

finish() {
  # Nothing that ran is a failure too: a filter without a match must not look green.
  local total="$passed passed, $failed failed"
  ((skipped == 0)) || total+=", $skipped skipped"
  echo "$total"
  ((failed == 0 && passed > 0))
}
