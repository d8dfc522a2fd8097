import { spawnSync } from "node:child_process";
import { installDebianPackage } from "../../scripts/install-debian-package.ts";

/**
 * Makes sure that a program is there which tests call: one that is installed, or else one that is installed now.
 *
 * @param version the word that makes the program tell its version
 * @param debianPackage that has the program, where its name is another
 * @throws with what to do where it cannot be had; tests never pass without it
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
