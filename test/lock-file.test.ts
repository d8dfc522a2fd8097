/** The lock file, which every installation follows. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface LockedPackage {
	readonly integrity?: string;
	readonly link?: boolean;
	readonly inBundle?: boolean;
	readonly optional?: boolean;
	readonly os?: readonly string[];
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
	readonly packages: Readonly<Record<string, LockedPackage>>;
};
const packages = Object.entries(lock.packages).filter(([path, { link }]) => path !== "" && link !== true);

test("every package has a digest", () => {
	expect(packages.length).toBeGreaterThan(100);
	const without = packages.filter(
		([, { integrity, inBundle }]) => !inBundle && !integrity?.startsWith("sha512-"),
	);
	expect(without.map(([path]) => path)).toEqual([]);
});

test("a package that is made for one system is not installed on others", () => {
	const systems = /[/-](?:android|darwin|freebsd|linux|win32|windows)(?:-|$)/;
	const made = packages.filter(([path, { optional }]) => optional === true && systems.test(path));
	expect(made.length).toBeGreaterThan(20);
	expect(made.filter(([, { os }]) => os === undefined).map(([path]) => path)).toEqual([]);
});

test("no package needs a version of another that is not locked, so that a bill of materials can be made", () => {
	const { status, stderr, stdout } = spawnSync(
		"npm",
		["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"],
		{ encoding: "utf8", maxBuffer: 100_000_000 },
	);
	expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
	const { components } = JSON.parse(stdout) as { components: readonly unknown[] };
	expect(components.length).toBeGreaterThan(100);
});
