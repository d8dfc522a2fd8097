import { existsSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";

/** What was given for the product is neither there nor a form that npm knows. */
export class ProductSpecError extends Error {
	readonly isPath: boolean;
	constructor(spec: string, isPath: boolean) {
		super(spec);
		this.isPath = isPath;
	}
}

/** A range or tag of the registry, a Git address, a hosted repository, an address of a tarball. */
const remoteForms = [
	/^(?:[\^~<>=v\d*x]|latest$|next$)[\w.\-+^~<>=| *]*$/,
	/^(?:git(?:\+(?:https?|ssh|file))?|https?|github|gitlab|bitbucket):\S+$/,
	/^[\w-]+\/[\w.-]+(?:#\S+)?$/,
];

/**
 * What `package.json` says of the product. A folder or tarball is named relative to the portal's folder, so that both
 * can be moved together.
 *
 * @param spec as given: a path from the working directory, or what npm takes; may begin with `tintinh@`
 * @param portal the portal's folder, absolute
 * @param directory the working directory, absolute
 * @throws ProductSpecError
 */
export function productDependency(spec: string, portal: string, directory: string): string {
	const wanted = spec.trim().replace(/^tintinh@/, "");
	const isFile = wanted.startsWith("file:");
	const path = resolve(directory, wanted.replace(/^file:/, ""));
	if (wanted !== "" && existsSync(path)) {
		const way = relative(portal, path).replaceAll("\\", "/");
		return `file:${isAbsolute(way) || way.startsWith(".") ? way : `./${way}`}`;
	}
	const isPath = isFile || /^\.{0,2}\/|^[a-z]:[\\/]|\.t(?:ar\.)?gz$/i.test(wanted);
	const isRemote = remoteForms.some((form) => form.test(wanted));
	if (isRemote && !(isPath && !/^[a-z+]+:/.test(wanted))) return wanted;
	throw new ProductSpecError(wanted, isPath);
}
