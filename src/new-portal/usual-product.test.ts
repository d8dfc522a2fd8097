import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/fixture.ts";
import { NewPortalError } from "./make-portal.ts";
import { usualProduct } from "./usual-product.ts";

/** @returns the product's folder */
function portalWith(directory: string, spec: string): string {
	const folder = join(directory, "node_modules/tintinh");
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(directory, "package.json"), JSON.stringify({ dependencies: { tintinh: spec } }));
	return folder;
}

function faultOf(make: () => string): NewPortalError {
	try {
		make();
	} catch (error) {
		if (error instanceof NewPortalError) return error;
	}
	throw new Error("no fault");
}

test.each([
	["^1.2.0", "^1.2.0"],
	["git+https://git.example.vn/tin/tintinh.git#v1.0.0", "git+https://git.example.vn/tin/tintinh.git#v1.0.0"],
	["file:../tintinh-1.2.0.tgz", "file:../../tintinh-1.2.0.tgz"],
])("an installed package names what it was installed from: %s", (spec, dependency) => {
	const place = temporaryFolder();
	writeFileSync(join(place, "tintinh-1.2.0.tgz"), "");
	const folder = portalWith(join(place, "tin"), spec);
	expect(usualProduct(folder, "1.2.0", join(place, "mới/tin-xa-minh"))).toBe(dependency);
});

test("a folder that is unpacked, or linked by a global install, names itself", () => {
	const place = temporaryFolder();
	const folder = join(place, "phần mềm/tintinh");
	mkdirSync(folder, { recursive: true });
	expect(usualProduct(folder, "1.2.0", join(place, "tin-xa-minh"))).toBe("file:../phần mềm/tintinh");
});

test("a copy that is installed globally has no known source, and its version may be in no registry", () => {
	const folder = join(temporaryFolder(), "lib/node_modules/tintinh");
	mkdirSync(folder, { recursive: true });
	const { message, remedy } = faultOf(() => usualProduct(folder, "1.2.0", "/srv/tin-xa-minh"));
	expect(message).toContain("npm install -g");
	expect(remedy).toContain("--product ^1.2.0");
});

test.each(["workspace:*", "file:../tintinh-1.2.0.tgz"])(
	"a source that cannot be used is named: %s",
	(spec) => {
		const folder = portalWith(join(temporaryFolder(), "tin"), spec);
		const { message, remedy } = faultOf(() => usualProduct(folder, "1.2.0", "/srv/tin-xa-minh"));
		expect(message).toContain(spec.replace("file:", ""));
		expect(remedy).toContain("--product");
	},
);
