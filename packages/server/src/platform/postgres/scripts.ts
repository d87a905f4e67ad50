/**
 * Both scripts run as the server user inside the cluster. They are shell because a lock that the kernel drops when
 * its holder dies (flock) is not to be had from Node, and because they must outlive this process.
 */

/** Exit code of LAUNCH_SCRIPT when processes of an earlier server still live. */
export const STILL_RUNNING = 75

/** Exit code of CLUSTER_LEASE_SCRIPT when the machine lacks the program. */
export const NO_FLOCK = 69

/**
 * The lock passes to the server and all its children. Once we have it nothing of an earlier server is left, so its
 * pid files are stale even if their pid has meanwhile gone to another program (usual after a container restart).
 */
export const LAUNCH_SCRIPT = `
socket_dir=$1; shift
exec 8<server.lock
flock -n 8 || exit ${STILL_RUNNING}
rm -f postmaster.pid "$socket_dir"/.s.PGSQL.*
exec "$@"`

/**
 * Waits while a last user is shutting the server down; then holds the lease until its input ends. If nobody else
 * holds one, stops the server and keeps the exclusive lease until the last server process is gone.
 */
export const CLUSTER_LEASE_SCRIPT = `
trap '' TERM INT HUP
command -v flock >/dev/null || exit ${NO_FLOCK}
exec 8<server.lock 9<lease.lock
flock -s -w 120 9 || exit 1
echo held
while read -r _; do :; done
flock -n -x 9 || exit 0
until flock -n 8; do
  read -r pid <postmaster.pid && [ "/proc/$pid/cwd" -ef . ] && kill -INT "$pid"
  sleep 0.05
done`

/** Whether process $0 is the server of the cluster we stand in. Asked as the server user: root in a container may not look. */
export const IS_OUR_SERVER_SCRIPT = '[ "/proc/$0/cwd" -ef . ]'
