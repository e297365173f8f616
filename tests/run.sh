# The body of ./recommender test, read by the launcher. Restores, builds and runs every test program.
# The last line on standard output is "N passed, N failed" (", N skipped" when there are any).

test_programs='Recommender.Tests Recommender.EndToEnd'

# What tests start, one a line: Debian package, a file it brings.
needed_packages() {
  cat <<'LIST'
postgresql /usr/lib/postgresql/*/bin/postgres
python3 /usr/bin/python3
python3-grpcio /usr/lib/python3/dist-packages/grpc/__init__.py
systemd /usr/bin/systemd-analyze
nginx /usr/sbin/nginx
prometheus /usr/bin/promtool
LIST
}

test_usage() {
  cat <<'HELP'
Usage: ./recommender test [--soak] [--filter TEXT] [TEXT...]

Restores, builds and runs every test, or those whose full name (namespace, class, test) contains one of the TEXTs.

  --soak    also the long tests that load and break things for minutes
  CI=true   a skipped test counts as a failed one

Exit code: 0 all passed, 1 a test failed, 2 wrong use.
HELP
}

missing_packages() {
  needed_packages | while read -r package file; do
    compgen -G "$file" >/dev/null || printf '%s ' "$package"
  done
}

# On Debian and Ubuntu root installs what is missing, everyone else is told; the tests that need it say so again.
install_packages() {
  local missing
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
    say "Some tests need programs that are not installed: $missing(names of the Debian packages)"
    return 0
  fi
  say "Installing $missing..."
  # The tests start servers of their own: a cluster made by the package would only take the usual port.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  # shellcheck disable=SC2086  # a list of words
  if ! without_servers fetch_packages $missing </dev/null >"$root/artifacts/packages.log" 2>&1 9>&-; then
    tail -n 5 "$root/artifacts/packages.log" >&2
    say "Could not install $missing- the tests that need them will say so"
  fi
  keep_servers_off "$missing"
}

fetch_packages() {
  local apt='apt-get -qq -o DPkg::Lock::Timeout=300'
  $apt update && DEBIAN_FRONTEND=noninteractive $apt install -y --no-install-recommends "$@"
}

# Runs a command while no package may start its server: Debian asks this file. One that is there already says what the machine wants.
without_servers() {
  local policy=/usr/sbin/policy-rc.d code=0
  [ -e "$policy" ] || { trap 'rm -f /usr/sbin/policy-rc.d' EXIT; printf '#!/bin/sh\nexit 101\n' >"$policy"; chmod 755 "$policy"; }
  "$@" || code=$?
  [ -z "$(trap -p EXIT)" ] || { rm -f "$policy"; trap - EXIT; }
  return "$code"
}

# What was installed just now does not start with the machine either.
keep_servers_off() {
  command -v systemctl >/dev/null || return 0
  local server
  for server in nginx prometheus; do
    case " $1" in *" $server "*) systemctl --quiet disable --now "$server" >/dev/null 2>&1 || true ;; esac
  done
}

# run_tests <program>: adds its counts to the totals; a program that ends without a report counts as a failed test.
run_tests() {
  local report=$root/artifacts/tests/$1.xml summary code=0
  rm -f "$report"
  dotnet "$root/artifacts/bin/$1/release/$1.dll" -noLogo -xml "$report" ${arguments[@]+"${arguments[@]}"} </dev/null || code=$?
  summary=$(grep -o '<assembly [^>]*>' "$report" 2>/dev/null) || true
  if [ -z "$summary" ]; then
    say "$1 ended with code $code before it could report"
    failed=$((failed + 1))
    return
  fi
  passed=$((passed + $(count passed)))
  skipped=$((skipped + $(count skipped)))
  local bad=$(($(count failed) + $(count errors)))
  [ "$code" = 0 ] || [ "$bad" != 0 ] || bad=1
  failed=$((failed + bad))
}

# The number that the report gives under this name.
count() { sed -E "s/.* $1=\"([0-9]+)\".*/\1/" <<<"$summary"; }

arguments=()
while [ $# -gt 0 ]; do
  case $1 in
    --soak) export RECOMMENDER_SOAK=1 ;;   # for tests that load longer then
    --filter) [ $# -ge 2 ] || { say "--filter needs a part of a test's name"; exit 2; }
              arguments+=(-method "*$2*"); shift ;;
    -h | --help | '-?') test_usage; exit 0 ;;
    -*) say "'$1' is no option of test; see ./recommender test --help"; exit 2 ;;
    *) arguments+=(-method "*$1*") ;;
  esac
  shift
done
filtered=${#arguments[@]}
[ "${RECOMMENDER_SOAK:-}" = 1 ] || arguments+=(-trait- Kind=Soak)
[ "${CI:-}" != true ] || arguments+=(-failSkips)
[ -t 1 ] || arguments+=(-noColor)

check_prerequisites || exit 1
take_lock
install_packages
say "Building ..."
dotnet_build "$root/Recommender.sln"
exec 9>&-

mkdir -p "$root/artifacts/tests"
passed=0 failed=0 skipped=0
for test_program in $test_programs; do run_tests "$test_program"; done

if [ "$filtered" != 0 ] && [ $((passed + failed + skipped)) = 0 ]; then
  say "no test's name contains what was asked for; see ./recommender test --help"
  exit 2
fi
line="$passed passed, $failed failed"
[ "$skipped" = 0 ] || line="$line, $skipped skipped"
printf '%s\n' "$line"
[ "$failed" = 0 ] && [ "$passed" != 0 ]
