import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/fixture.ts";
import { ProductSpecError, productDependency } from "./product-spec.ts";

test("resolves a folder or a tarball relative to the portal's folder", () => {
	const directory = temporaryFolder();
	mkdirSync(join(directory, "sản phẩm"));
	writeFileSync(join(directory, "tintinh-1.0.0.tgz"), "");
	const portal = join(directory, "trang", "tin-xa-minh");
	const told = (spec: string) => productDependency(spec, portal, directory);
	expect(told("sản phẩm")).toBe("file:../../sản phẩm");
	expect(told("./tintinh-1.0.0.tgz")).toBe("file:../../tintinh-1.0.0.tgz");
	expect(told(join(directory, "tintinh-1.0.0.tgz"))).toBe("file:../../tintinh-1.0.0.tgz");
	expect(told("file:tintinh-1.0.0.tgz")).toBe("file:../../tintinh-1.0.0.tgz");
});

test.each([
	["^1.2.0", "^1.2.0"],
	["tintinh@~1.2", "~1.2"],
	["latest", "latest"],
	["git+https://git.example.vn/tin/tintinh.git#v1.0.0", "git+https://git.example.vn/tin/tintinh.git#v1.0.0"],
	["git+ssh://git@git.example.vn/tintinh.git", "git+ssh://git@git.example.vn/tintinh.git"],
	["github:tin/tintinh", "github:tin/tintinh"],
	["tin/tintinh#main", "tin/tintinh#main"],
	["https://tai.example.vn/tintinh-1.0.0.tgz", "https://tai.example.vn/tintinh-1.0.0.tgz"],
])("passes %s to npm as %s", (spec, dependency) => {
	expect(productDependency(spec, "/srv/tin", "/srv")).toBe(dependency);
});

test.each(["./khong-co", "/khong/co", "tintinh-9.tgz", "file:khong-co", "", "bản mới nhất", "$(rm)"])(
	"rejects %j",
	(spec) => {
		expect(() => productDependency(spec, "/srv/tin", "/srv")).toThrow(ProductSpecError);
	},
);
