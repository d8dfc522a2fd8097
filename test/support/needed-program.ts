import { spawnSync } from "node:child_process";
import { installDebianPackage } from "../../scripts/install-debian-package.ts";

/**
 * Makes sure that a program that tests call is available, and installs it if it is missing.
 *
 * @param version the argument that makes the program print its version
 * @param debianPackage the package that contains the program, if its name differs
 * @throws with a remedy if it cannot be installed: tests never pass without it
 */
export function needProgram(name: string, version = "--version", debianPackage = name): void {
	const isThere = () => spawnSync(name, [version], { stdio: "ignore" }).error === undefined;
	if (isThere()) return;
	console.log(`Tests need ${name}, which this machine does not have. Installing it.`);
	if (installDebianPackage(debianPackage) && isThere()) return;
	throw new Error(
		`Tests need ${name}. Install it (Debian: apt install ${debianPackage}; macOS: brew install ${name}).`,
	);
}
