# Finds the JDK and Maven, and builds what is older than its sources. Read by ../../polyonym.

STAMP="$ROOT/target/build.stamp"
BUILD_LOG="$ROOT/target/build.log"
PROBLEM_LINES_SHOWN=25

is_jdk() { [ -x "$1/bin/javac" ] && grep -q "^JAVA_VERSION=\"$JDK_NEEDED[.\"]" "$1/release" 2>/dev/null; }

find_jdk() {
    local each on_path
    on_path="$(command -v javac 2>/dev/null)" && on_path="$(cd "$(dirname "$(resolved "$on_path")")/.." && pwd)"
    for each in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$(/usr/libexec/java_home -v $JDK_NEEDED 2>/dev/null)"; do
        if [ -n "$each" ] && is_jdk "$each"; then
            export JAVA_HOME="$each"
            return
        fi
    done
    fail "no JDK $JDK_NEEDED found (looked in JAVA_HOME, PATH and the usual folders): install one, for example from https://adoptium.net, or set JAVA_HOME"
}

# The file that a chain of links ends at; readlink -f is not on every macOS.
resolved() {
    local file="$1" link
    while link="$(readlink "$file")"; do
        case "$link" in /*) file="$link" ;; *) file="$(dirname "$file")/$link" ;; esac
    done
    printf '%s\n' "$file"
}

check_maven() {
    command -v mvn >/dev/null || fail "Maven not found: install Maven $MAVEN_NEEDED or newer and put mvn on the PATH"
    local version
    version="$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)"
    [ "$(printf '%s\n%s\n' "$MAVEN_NEEDED" "$version" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" = "$MAVEN_NEEDED" ] \
        || fail "Maven $version is too old: install $MAVEN_NEEDED or newer"
}

# True when a source is newer than the last complete build.
is_stale() {
    [ -f "$STAMP" ] && [ -d "$ASSEMBLY" ] || return 0
    [ -n "$(find "$ROOT" -name target -prune -o -name .git -prune -o \
        \( -path '*/src/*' -o -name pom.xml -o -name bnd.bnd \) -newer "$STAMP" -print 2>/dev/null | head -n 1)" ]
}

build() {
    is_stale || return 0
    check_maven
    mkdir -p "$ROOT/target"
    local began="$STAMP.began"
    touch "$began"
    maven "building (tests are for ./polyonym test)" package -DskipTests -Dspotless.check.skip=true || exit 1
    mv "$began" "$STAMP"   # sources changed during the build are newer than its beginning
}

# One Maven run over the whole reactor with a line per module; nothing is installed outside the project.
maven() {
    local title="$1" began=$SECONDS; shift
    mkdir -p "$ROOT/target"
    say "$title"
    if ! foreground run_maven "$@"; then
        say "failed after $((SECONDS - began)) s; the whole output is in target/build.log" >&2
        grep -E '^\[ERROR\]|FAILURE!|COMPILATION' "$BUILD_LOG" | head -n $PROBLEM_LINES_SHOWN >&2
        return 1
    fi
    say "built in $((SECONDS - began)) s"
}

run_maven() {
    cd "$ROOT" && mvn -B "$@" 2>&1 | tee "$BUILD_LOG" | awk -v began="$(date +%s)" '
        /^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]/ {
            step = $NF; sub(/^\[INFO\] Building /, ""); sub(/ [^ ]+ +\[[0-9]+\/[0-9]+\]$/, "")
            printf "  %-8s %s\n", step, $0; fflush()
        }
        /Tests run:.*(Fail|Err).*-- in |^\[ERROR\]   / { print "           " $0; fflush() }'
}

# The class path of some bundles as files: their classes and what they embed.
bundle_path() {
    local path="" name
    for name in "$@"; do
        path="$path:$ROOT/bundles/$name/target/classes:$ROOT/bundles/$name/target/embed/*"
    done
    printf '%s\n' "${path#:}"
}

# A main class of a module that has copied its dependencies to target/lib.
java_main() {
    local module="$ROOT/$1" main="$2"; shift 2
    [ -f "$module/target/classes/${main//.//}.class" ] || fail "$main is not part of this build"
    foreground "$JAVA_HOME/bin/java" -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED \
        -cp "$module/target/classes:$module/target/lib/*" "$main" "$@"
}
