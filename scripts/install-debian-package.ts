import { spawnSync } from "node:child_process";

/** How long an installation may take, in milliseconds. */
const patience = 300_000;

/** Installs a package where this process may do so on a Debian system. Returns whether it worked. */
export function installDebianPackage(name: string): boolean {
	if (process.getuid?.() !== 0) return false;
	const options = {
		stdio: "ignore",
		timeout: patience,
		env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
	} as const;
	if (spawnSync("apt-get", ["update"], options).error) return false;
	// Another test, or CI, may be installing at the same time.
	const words = ["install", "--option", "DPkg::Lock::Timeout=240", "--yes", "--no-install-recommends", name];
	return spawnSync("apt-get", words, options).status === 0;
}
