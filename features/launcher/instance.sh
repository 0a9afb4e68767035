# One running distribution and its home directory. Read by ../../polyonym.

LOWEST_PORT=20000
PORT_SPAN=12000

# A port nobody listens on at this moment. Another program may still take it first: then the start says so.
free_port() {
    local port
    while :; do
        port=$((LOWEST_PORT + RANDOM % PORT_SPAN))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { printf '%s\n' "$port"; return; }
    done
}

# Prints status code and body of a GET; needs no curl.
http_get() {
    local port="$1" path="$2"
    (
        exec 3<>"/dev/tcp/127.0.0.1/$port" || exit 1
        printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "$path" >&3
        awk 'NR == 1 { print $2 } body { print } /^\r?$/ { body = 1 }' <&3
    ) 2>/dev/null
}

value_of() { sed -n "s/^$2=//p" "$1/instance.env" 2>/dev/null; }
url_of() { printf 'http://127.0.0.1:%s\n' "$(value_of "$1" port)"; }

is_running() {
    local pid
    pid="$(value_of "$1" pid)"
    [ -n "$pid" ] && ps -p "$pid" -o args= 2>/dev/null | grep -qF "karaf.base=$1"
}

# Unpacks the distribution, or replaces its programs in a home made by an older build; data and users stay.
prepare_home() {
    local home="$1" mode="$2" build
    build="$(cksum <"$STAMP")-$(find "$STAMP" -printf '%T@' 2>/dev/null || stat -f %m "$STAMP")"
    [ "$(value_of "$home" mode)" = "" ] || [ "$(value_of "$home" mode)" = "$mode" ] \
        || fail "$home was made for mode $(value_of "$home" mode); use another --home or --fresh"
    [ "$(cat "$home/.build" 2>/dev/null)" = "$build" ] && return
    mkdir -p "$home"
    chmod 700 "$home"
    rm -rf "$home/bin" "$home/lib" "$home/system" "$home/data/cache" "$home/data/tmp" "$home/.kept"
    mkdir "$home/.kept"
    local file
    for file in users.properties keys.properties; do
        [ -f "$home/etc/$file" ] && cp -p "$home/etc/$file" "$home/.kept/"
    done
    cp -R "$ASSEMBLY"/. "$home"/
    cp -p "$home/.kept"/* "$home/etc/" 2>/dev/null || add_shell_user "$home"
    rm -rf "$home/.kept"
    if [ "$mode" != interoperable ]; then
        edit "s#polyonym-interoperable#polyonym-$mode#" "$home/etc/org.apache.karaf.features.cfg"
    fi
    printf '%s' "$build" >"$home/.build"
}

edit() { sed "$1" "$2" >"$2.new" && mv "$2.new" "$2"; }

# The distribution has no user. An instance gets one with a random password, for bin/client and ssh on loopback.
add_shell_user() {
    local password
    password="$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
    printf 'karaf = %s,_g_:admingroup\n_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh\n' "$password" \
        >"$1/etc/users.properties"
    chmod 600 "$1/etc/users.properties"
}

# start_instance HOME MODE PORT DEMO FRESH
start_instance() {
    local home="$1" mode="$2" port="$3" demo="$4" fresh="$5" ssh_port clock
    if is_running "$home"; then
        if $fresh; then stop_instance "$home"; else say "already running: $(url_of "$home")"; return; fi
    fi
    if $fresh; then rm -rf "$home"; fi
    prepare_home "$home" "$mode"
    port="${port:-$(free_port)}"
    ssh_port="$(free_port)"
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && fail "port $port is taken; choose another or leave out --port"
    cat >"$home/etc/custom.system.properties" <<TEXT
# Written at every start by ./polyonym.
org.osgi.service.http.port=$port
polyonym.ssh.port=$ssh_port
polyonym.demo=$demo
TEXT
    rm -f "$home"/deploy/simulation-clock-*.jar
    if $demo; then
        for clock in "$ROOT"/simulation/clock/target/simulation-clock-*.jar; do
            [ -f "$clock" ] && cp "$clock" "$home/deploy/"
        done
    fi
    launch "$home" "$mode" "$port" "$ssh_port" "$demo"
    wait_until_ready "$home" "$mode"
}

launch() {
    local home="$1"
    mkdir -p "$home/data/log"
    set -m   # its own process group: Ctrl-C in the terminal does not reach it behind our back
    (cd "$home" && exec nohup bin/karaf daemon </dev/null >"$home/data/log/console.log" 2>&1) &
    local pid=$!
    set +m
    disown "$pid"
    printf 'mode=%s\nport=%s\nsshPort=%s\ndemo=%s\npid=%s\nurl=http://127.0.0.1:%s\n' "$2" "$3" "$4" "$5" "$pid" "$3" \
        >"$home/instance.env"
    STARTED_HERE="$STARTED_HERE
$home"
}

# What lies in deploy/ comes up by itself, perhaps after readiness: a demo waits for the levers of its simulation too.
levers_answer() {
    local answer
    [ -n "$(ls "$1"/deploy/simulation-clock-*.jar 2>/dev/null)" ] || return 0
    answer="$(http_get "$(value_of "$1" port)" /simulation/clock)"
    [ -n "$answer" ] && [ "${answer%%[!0-9]*}" != 404 ]
}

wait_until_ready() {
    local home="$1" began=$SECONDS answer pid
    pid="$(value_of "$home" pid)"
    printf 'starting %s ' "$2"
    while [ $((SECONDS - began)) -lt "$READY_SECONDS" ]; do
        answer="$(http_get "$(value_of "$home" port)" /health/ready)"
        if [ "${answer%%[!0-9]*}" = 200 ] && levers_answer "$home"; then
            printf ' ready after %s s\n%s (home %s)\n' "$((SECONDS - began))" "$(url_of "$home")" "$home"
            return
        fi
        kill -0 "$pid" 2>/dev/null || break
        printf '.'
        sleep 1
    done
    printf ' failed after %s s\n' "$((SECONDS - began))" >&2
    explain "$home" >&2
    fail "$home did not become ready"
}

# Why it is not ready: its own findings, then the last errors in the log.
explain() {
    local home="$1" answer
    is_running "$home" || say "the process has ended"
    answer="$(http_get "$(value_of "$home" port)" /health/ready)"
    if [ -n "$answer" ]; then say "GET /health/ready: $answer"; else say "nothing answers on $(url_of "$home")"; fi
    tail -n 5 "$home/data/log/console.log" 2>/dev/null
    grep -E '\| (ERROR|WARN ) \|' "$home/data/log/polyonym.log" 2>/dev/null | tail -n $LOG_ERRORS_SHOWN
}

stop_instance() {
    local home="$1" pid began=$SECONDS
    is_running "$home" || return 0
    pid="$(value_of "$home" pid)"
    kill -TERM "$pid" 2>/dev/null
    while kill -0 "$pid" 2>/dev/null; do
        if [ $((SECONDS - began)) -ge $STOP_SECONDS ]; then
            say "$home did not stop in $STOP_SECONDS s: killed"
            kill -KILL "$pid" 2>/dev/null
        fi
        sleep 0.2
    done
    say "stopped $(basename "$home")"
}

status_of() {
    local home="$1" answer
    if ! is_running "$home"; then say "$(basename "$home"): stopped"; return 3; fi
    answer="$(http_get "$(value_of "$home" port)" /health/ready)"
    if [ "${answer%%[!0-9]*}" = 200 ]; then
        say "$(basename "$home"): ready, mode $(value_of "$home" mode), $(url_of "$home"), pid $(value_of "$home" pid)"
    else
        say "$(basename "$home"): not ready, $(url_of "$home"), pid $(value_of "$home" pid)"
        explain "$home"
        return 2
    fi
}
